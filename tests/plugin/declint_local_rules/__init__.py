"""Rules of one bureau."""

from declint_local_rules.name_with_abbreviation import check

RULES = (check,)
