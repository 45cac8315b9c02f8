"""OpenDocument texts (.odt), with the numbers of their lists."""
