"""Edits: from what a rule says to characters of the file."""
