"""All built-in rules, in one place."""

from declint.rules.kit import AnyRule
from declint.rules.tgt import percentage_at_least_100

RULES: tuple[AnyRule, ...] = (percentage_at_least_100.check,)
"""Every built-in rule, by code."""
