"""Whether an answer can be lost: every bad day we can think of, tried; in full by ``python -m tests.reliability``."""
