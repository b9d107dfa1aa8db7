"""The kit that tests rules: built-in ones, those of other packages and own rules in YAML, all alike.

- the examples in a rule's text: ``example_cases``, ``check_example``, ``judge``
- folders of examples (``good``, ``bad``, ``fix``): ``folder_cases``, ``check_folder_case``, a pytest plug-in
- the mutation check: ``Mutation``, ``MUTATIONS``, ``mutate``

Nothing is imported before it is asked for, so that the pytest plug-in costs other test runs nothing.
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
        example_inputs,
        example_rules,
    )
    from declint.testing.folders import Folder, FolderCase, check_folder_case, folder_cases, read_folder
    from declint.testing.mutations import MUTATIONS, Mutation, Outcome, mutate
    from declint.testing.verdicts import Verdict, judge

_HOMES = {
    "examples": (
        *("BASE", "COMPARING", "PLAIN_GOALS", "WHOLE"),
        *("Case", "check_example", "complete", "example_cases", "example_inputs", "example_rules"),
    ),
    "folders": ("Folder", "FolderCase", "check_folder_case", "folder_cases", "read_folder"),
    "mutations": ("MUTATIONS", "Mutation", "Outcome", "mutate"),
    "verdicts": ("Verdict", "judge"),
}

__all__ = [
    "BASE",
    "COMPARING",
    "MUTATIONS",
    "PLAIN_GOALS",
    "WHOLE",
    "Case",
    "Folder",
    "FolderCase",
    "Mutation",
    "Outcome",
    "Verdict",
    "check_example",
    "check_folder_case",
    "complete",
    "example_cases",
    "example_inputs",
    "example_rules",
    "folder_cases",
    "judge",
    "mutate",
    "read_folder",
]


def __getattr__(name: str) -> Any:
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"declint.testing.{module}"), name)
    message = f"module 'declint.testing' has no attribute {name!r}"
    raise AttributeError(message)
