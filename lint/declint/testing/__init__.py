"""The kit that tests rules: built-in ones, those of other packages and own rules in YAML, all alike.

- the examples in a rule's text: ``example_cases``, ``check_example``, ``judge``

Nothing is imported before it is asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from declint.testing.examples import (
        BASE,
        COMPARING,
        PLAIN_GOALS,
        WHOLE,
        Case,
        check_example,
        complete,
        example_cases,
    )
    from declint.testing.verdicts import Verdict, judge

_HOMES = {
    "examples": (
        *("BASE", "COMPARING", "PLAIN_GOALS", "WHOLE"),
        *("Case", "check_example", "complete", "example_cases"),
    ),
    "verdicts": ("Verdict", "judge"),
}

__all__ = [
    "BASE",
    "COMPARING",
    "PLAIN_GOALS",
    "WHOLE",
    "Case",
    "Verdict",
    "check_example",
    "complete",
    "example_cases",
    "judge",
]


def __getattr__(name: str) -> Any:
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"declint.testing.{module}"), name)
    message = f"module 'declint.testing' has no attribute {name!r}"
    raise AttributeError(message)
