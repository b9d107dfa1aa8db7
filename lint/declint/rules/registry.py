"""Which rules there are and which of them run: the built-in ones and those of installed packages."""

from collections.abc import Iterable, Sequence
from functools import cache

from msgspec import Struct

from declint.finding import Severity
from declint.rules.errors import PluginError, UnknownRuleError
from declint.rules.kit import AnyRule
from declint.rules.plugins import plugin_rules
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

_EXACT = 100


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
    return _meant(word, every_rule(own_rules))


def _meant(word: str, rules: Sequence[AnyRule]) -> tuple[AnyRule, ...]:
    found = tuple(rule for rule in rules if rule.is_named(word))
    if not found:
        from declint.language.likeness import nearest

        known = [text for rule in rules for text in (rule.code, rule.name)]
        raise UnknownRuleError(word, nearest(word.upper(), known) or nearest(word.lower(), known))
    return found


def renamed(words: Iterable[str]) -> dict[str, AnyRule]:
    """Of these words, those that are a rule's name or code of old, with the rule. Raises PluginError."""
    return {word: rule for word in words for rule in every_rule() if rule.was_named(word)}


def selected(settings: Settings) -> tuple[AnyRule, ...]:
    """The rules that a run with these settings uses; an ignored rule does not run.

    The more exact word wins: ``TGT001`` over ``TGT``, and where two are alike, what ignores. A rule that is
    off by default runs where it is named itself, not with its family. What can't be read can't be waved
    through, so a rule that is ``always`` on can't be ignored.

    Raises UnknownRuleError and PluginError.
    """
    rules = every_rule(settings.own_rules)
    asked = (*settings.select, *settings.extend_select)
    for word in (*asked, *settings.ignore, *(word for word, _ in settings.severity)):
        _meant(word, rules)
    return tuple(
        rule
        for rule in rules
        if rule.always
        or max(_asked(rule, asked), 0 if rule.default and not settings.select else -1)
        > _exactness(rule, settings.ignore)
    )


def _asked(rule: AnyRule, words: Iterable[str]) -> int:
    """How exactly a rule is asked for; one that is off by default only by its own code or name."""
    exactness = _exactness(rule, words)
    return exactness if rule.default or exactness == _EXACT else -1


def severity_of(rule: AnyRule, settings: Settings, own: Severity | None = None) -> Severity:
    """The severity in force: that of the most exact word, the last of several alike.

    Without such a word, or where a rule is ``always`` on, it is the finding's ``own``, else the rule's.
    """
    found, best = own or rule.severity, 0
    for word, severity in () if rule.always else settings.severity:
        exactness = _exactness(rule, (word,))
        if exactness >= max(best, 1):
            found, best = Severity(severity), exactness
    return found


def _exactness(rule: AnyRule, words: Iterable[str]) -> int:
    """How exactly the best of the words means a rule: _EXACT for its code or name, -1 for not at all."""
    return max((_one_exactness(rule, word) for word in words), default=-1)


def _one_exactness(rule: AnyRule, word: str) -> int:
    if word == rule.name or word.upper() == rule.code or rule.was_named(word):
        return _EXACT
    return len(word) if rule.is_named(word) else -1
