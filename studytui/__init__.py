"""Learn a structured speech by heart: every point, in order, under the right number."""
