"""The promises about a library on disk, each looked at on the library at hand, and mended where that can be."""
