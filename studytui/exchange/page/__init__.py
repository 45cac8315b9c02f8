"""Web pages: what of them is the text that somebody meant to read."""
