"""declint: a linter for budget performance declarations (财政项目支出绩效目标申报表).

What callers and authors of rules use; nothing is imported before it is asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from declint.version import __version__

if TYPE_CHECKING:
    from declint.declaration.facts import Facts
    from declint.declaration.model import Declaration, Indicator
    from declint.finding import (
        Drop,
        Edit,
        Finding,
        Fix,
        Move,
        Place,
        Reencode,
        Related,
        Safety,
        Severity,
        Words,
        Writing,
    )
    from declint.rules.kit import Scope, cross_rule, reading_rule, row_rule, rule, suppression_rule
    from declint.run import Report, check_files
    from declint.settings import Settings

_HOMES = {
    "Declaration": "declint.declaration.model",
    "Drop": "declint.finding",
    "Edit": "declint.finding",
    "Facts": "declint.declaration.facts",
    "Finding": "declint.finding",
    "Fix": "declint.finding",
    "Indicator": "declint.declaration.model",
    "Move": "declint.finding",
    "Place": "declint.finding",
    "Reencode": "declint.finding",
    "Related": "declint.finding",
    "Report": "declint.run",
    "Safety": "declint.finding",
    "Scope": "declint.rules.kit",
    "Settings": "declint.settings",
    "Severity": "declint.finding",
    "Words": "declint.finding",
    "Writing": "declint.finding",
    "check_files": "declint.run",
    "cross_rule": "declint.rules.kit",
    "reading_rule": "declint.rules.kit",
    "row_rule": "declint.rules.kit",
    "rule": "declint.rules.kit",
    "suppression_rule": "declint.rules.kit",
}

__all__ = [
    "Declaration",
    "Drop",
    "Edit",
    "Facts",
    "Finding",
    "Fix",
    "Indicator",
    "Move",
    "Place",
    "Reencode",
    "Related",
    "Report",
    "Safety",
    "Scope",
    "Settings",
    "Severity",
    "Words",
    "Writing",
    "__version__",
    "check_files",
    "cross_rule",
    "reading_rule",
    "row_rule",
    "rule",
    "suppression_rule",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    message = f"module 'declint' has no attribute {name!r}"
    raise AttributeError(message)
