"""One screen a file, its arrangement in the .tcss file beside it."""
