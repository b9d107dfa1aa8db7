"""Which rules there are and which of them run: the built-in ones and those of installed packages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from declint.rules.catalogue import RULES
from declint.rules.errors import PluginError, UnknownRuleError
from declint.rules.kit import AnyRule, Rule
from declint.settings import Settings

__all__ = [
    "GROUP",
    "Listed",
    "PluginError",
    "UnknownRuleError",
    "every_rule",
    "find_rules",
    "listed",
    "selected",
]

GROUP = "declint.rules"
"""The entry-point group under which other packages add rules: each entry is a rule or a list of rules."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A rule and where it comes from: a package, a file of own rules, or '' for a built-in one."""

    rule: AnyRule
    package: str


def listed(own_rules: Sequence[str] = ()) -> tuple[Listed, ...]:
    """Every rule, by code, those of the files ``own_rules`` among them.

    Raises PluginError where rules that are not built in can't be loaded or take a code that is taken.
    """
    if not own_rules:
        return _installed()
    from declint.rules.own import load_own_rules

    own = (Listed(rule, rule.origin) for rule in load_own_rules(own_rules))
    return _by_code((*_installed(), *own))


@cache
def _installed() -> tuple[Listed, ...]:
    """The built-in rules and those of installed packages."""
    found = [Listed(rule, "") for rule in RULES]
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        package = entry.dist.name if entry.dist else entry.module
        found.extend(Listed(rule, package) for rule in _load(entry, package))
    return _by_code(found)


def _by_code(found: Iterable[Listed]) -> tuple[Listed, ...]:
    by_code: dict[str, Listed] = {}
    for each in found:
        for word in (each.rule.code, each.rule.name):
            if other := by_code.get(word):
                message = f"{each.package or 'declint'}: {word} ({other.package or 'declint'})"
                raise PluginError(message)
            by_code[word] = each
    return tuple(sorted(found, key=lambda each: each.rule.code))


def _load(entry: EntryPoint, package: str) -> Iterable[AnyRule]:
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
    return rules


def every_rule(own_rules: Sequence[str] = ()) -> tuple[AnyRule, ...]:
    """Every rule, by code, those of the files ``own_rules`` among them. Raises PluginError."""
    return tuple(each.rule for each in listed(own_rules))


def find_rules(word: str, own_rules: Sequence[str] = ()) -> tuple[AnyRule, ...]:
    """The rules that a code, a name or a prefix of codes means.

    Raises UnknownRuleError where there is none, with the nearest code or name, and PluginError.
    """
    return _meant(word, every_rule(own_rules))


def _meant(word: str, rules: Sequence[AnyRule]) -> tuple[AnyRule, ...]:
    found = tuple(rule for rule in rules if rule.is_named(word))
    if not found:
        from declint.language.likeness import nearest

        known = [text for rule in rules for text in (rule.code, rule.name)]
        raise UnknownRuleError(word, nearest(word.upper(), known) or nearest(word.lower(), known))
    return found


def selected(settings: Settings) -> tuple[AnyRule, ...]:
    """The rules that a run with these settings uses; an ignored rule does not run.

    What can't be read can't be waved through, so a rule that is ``always`` on can't be ignored.

    Raises UnknownRuleError and PluginError.
    """
    rules = every_rule(settings.own_rules)
    chosen = {rule.code for word in settings.select for rule in _meant(word, rules)}
    ignored = {rule.code for word in settings.ignore for rule in _meant(word, rules)}
    return tuple(
        rule
        for rule in rules
        if rule.always
        or (rule.code not in ignored and (rule.code in chosen if settings.select else rule.default))
    )
