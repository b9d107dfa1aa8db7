"""The rules: what each reports, and which of them run."""

from declint.rules.kit import (
    ERROR,
    NOTE,
    SAFE,
    UNSAFE,
    WARNING,
    AnyRule,
    CrossRule,
    DeclarationRule,
    ReadingRule,
    SuppressionRule,
    cross_rule,
    reading_rule,
    rule,
    suppression_rule,
)

__all__ = [
    "ERROR",
    "NOTE",
    "SAFE",
    "UNSAFE",
    "WARNING",
    "AnyRule",
    "CrossRule",
    "DeclarationRule",
    "ReadingRule",
    "SuppressionRule",
    "cross_rule",
    "reading_rule",
    "rule",
    "suppression_rule",
]
