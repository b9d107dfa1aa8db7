"""Rules of one bureau."""

from .name_with_abbreviation import check

RULES = (check,)
