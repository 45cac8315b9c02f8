"""Documents come in here; one file a format."""
