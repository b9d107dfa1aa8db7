"""Which rules there are and which of them run: the built-in ones and those of installed packages."""

from collections.abc import Iterable, Sequence
from functools import cache

from msgspec import Struct

from declint.rules.errors import PluginError, UnknownRuleError
from declint.rules.kit import AnyRule
from declint.rules.plugins import plugin_rules
from declint.rules.selecting import chosen, meant
from declint.settings import Settings

__all__ = [
    "Listed",
    "PluginError",
    "UnknownRuleError",
    "every_rule",
    "find_rules",
    "listed",
    "selected",
]


class Listed(Struct, frozen=True):
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
    from declint.rules.catalogue import RULES

    found = [Listed(rule, "") for rule in RULES]
    found.extend(Listed(rule, package) for package, rule in plugin_rules())
    return _by_code(found)


def _by_code(found: Iterable[Listed]) -> tuple[Listed, ...]:
    by_code: dict[str, Listed] = {}
    for each in found:
        for word in (each.rule.code, each.rule.name, *each.rule.aliases):
            if other := by_code.get(word):
                message = f"{each.package or 'declint'}: {word} ({other.package or 'declint'})"
                raise PluginError(message)
            by_code[word] = each
    return tuple(sorted(found, key=lambda each: each.rule.code))


def every_rule(own_rules: Sequence[str] = ()) -> tuple[AnyRule, ...]:
    """Every rule, by code, those of the files ``own_rules`` among them. Raises PluginError."""
    return tuple(each.rule for each in listed(own_rules))


def find_rules(word: str, own_rules: Sequence[str] = ()) -> tuple[AnyRule, ...]:
    """The rules that a code, a name or a prefix of codes means.

    Raises UnknownRuleError where there is none, with the nearest code or name, and PluginError.
    """
    return meant(word, every_rule(own_rules))


def selected(settings: Settings) -> tuple[AnyRule, ...]:
    """The rules that a run with these settings uses. Raises UnknownRuleError and PluginError."""
    return chosen(every_rule(settings.own_rules), settings)
