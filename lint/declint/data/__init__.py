"""Editions and lexicons."""
