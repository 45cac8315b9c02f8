"""From text to a tree of numbered points, and the deck file's own grammar. Pure."""
