"""Widgets that show what they are given and post what was done to them."""
