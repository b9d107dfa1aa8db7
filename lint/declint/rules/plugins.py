"""Rules of other installed packages, found without reading every package's metadata on each start."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from declint.rules.errors import PluginError
from declint.rules.kit import AnyRule, Rule

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "declint.rules"
"""The entry-point group under which other packages add rules: each entry is a rule or a list of rules."""
_METADATA = (".dist-info", ".egg-info")


def plugin_rules() -> Iterator[tuple[str, AnyRule]]:
    """Every rule that an installed package adds, with the package's name, by the names of the entries.

    Raises PluginError.
    """
    if not any(map(_may_add_rules, dict.fromkeys(sys.path))):
        return
    from importlib.metadata import entry_points

    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        package = entry.dist.name if entry.dist else entry.module
        yield from ((package, rule) for rule in _load(entry, package))


def _may_add_rules(place: str) -> bool:
    """Whether a package in a folder of ``sys.path`` names our group; what is no folder may hold anything."""
    try:
        with os.scandir(place or ".") as found:
            return any(_names_group(Path(each.path)) for each in found if each.name.endswith(_METADATA))
    except FileNotFoundError:
        return False
    except OSError:
        return True


def _names_group(metadata: Path) -> bool:
    try:
        return GROUP.encode() in (metadata / "entry_points.txt").read_bytes()
    except FileNotFoundError:
        return False
    except OSError:
        return metadata.is_file()


def _load(entry: "EntryPoint", package: str) -> Sequence[AnyRule]:
    try:
        loaded = entry.load()
    except Exception as error:
        message = f"{package}: {entry.value}: {type(error).__name__}: {error}"
        raise PluginError(message) from error
    rules = loaded if isinstance(loaded, Sequence) else (loaded,)
    for rule in rules:
        if not isinstance(rule, Rule):
            message = f"{package}: {entry.value}: {rule!r} is no rule"
            raise PluginError(message)
        try:
            _ = rule.text
        except ValueError as error:
            message = f"{package}: {entry.value}: {rule.code}: {error}"
            raise PluginError(message) from error
    return rules
