"""Rules of other installed packages, found without reading every package's metadata on each start."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from declint.installed import GROUP, metadata_with_rules
from declint.rules.errors import PluginError
from declint.rules.kit import AnyRule, Rule

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


def plugin_rules() -> Iterator[tuple[str, AnyRule]]:
    """Every rule that an installed package adds, with the package's name, by the names of the entries.

    Raises PluginError.
    """
    if not any(metadata_with_rules()):
        return
    from importlib.metadata import entry_points

    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        package = entry.dist.name if entry.dist else entry.module
        yield from ((package, rule) for rule in _load(entry, package))


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
