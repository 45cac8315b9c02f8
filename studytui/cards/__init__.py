"""From the tree to the things to be remembered. Pure."""
