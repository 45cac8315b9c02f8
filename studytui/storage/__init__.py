"""The library on disk: journals that only grow, and state that can always be made again from them."""
