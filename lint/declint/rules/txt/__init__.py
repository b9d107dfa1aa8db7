"""TXT: wording."""
