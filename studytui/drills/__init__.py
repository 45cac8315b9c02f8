"""From a card to a question, from an answer to marks; one drill a file."""
