"""Corrections of an outline."""
