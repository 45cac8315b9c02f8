"""What is known about words and characters. Pure."""
