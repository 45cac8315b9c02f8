"""One reader a format, each ending in plain text."""
