"""What a person does: bring a text, study, look back; the only callers of storage and exchange."""
