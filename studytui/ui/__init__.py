"""What is seen and typed: the only floor that knows Textual."""
