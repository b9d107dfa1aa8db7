"""The rules: what each reports, and which of them run; nothing is imported before it is asked for."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(import_module("declint.rules.kit"), name)
    message = f"module 'declint.rules' has no attribute {name!r}"
    raise AttributeError(message)
