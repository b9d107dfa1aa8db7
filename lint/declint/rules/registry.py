"""Which rules there are and which of them run: the built-in ones and those of installed packages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from declint.finding import Severity
from declint.rules.catalogue import RULES
from declint.rules.kit import AnyRule, Rule
from declint.settings import Settings

GROUP = "declint.rules"
"""The entry-point group under which other packages add rules: each entry is a rule or a list of rules."""


class PluginError(Exception):
    """An installed package offers rules that can't be loaded; the text says which and why."""


class UnknownRuleError(Exception):
    """A selection names no rule."""

    def __init__(self, word: str, meant: str | None) -> None:
        super().__init__(word)
        self.word = word
        self.meant = meant


@dataclass(frozen=True, slots=True)
class Listed:
    """A rule and the package that it comes from, '' for a built-in one."""

    rule: AnyRule
    package: str


@cache
def listed() -> tuple[Listed, ...]:
    """Every rule, by code.

    Raises PluginError where an installed package's rules can't be loaded or take a code that is taken.
    """
    found = [Listed(rule, "") for rule in RULES]
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        package = entry.dist.name if entry.dist else entry.module
        found.extend(Listed(rule, package) for rule in _load(entry, package))
    by_code: dict[str, Listed] = {}
    for each in found:
        for word in (each.rule.code, each.rule.name, *each.rule.aliases):
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


def every_rule() -> tuple[AnyRule, ...]:
    """Every rule, by code. Raises PluginError."""
    return tuple(each.rule for each in listed())


def find_rules(word: str) -> tuple[AnyRule, ...]:
    """The rules that a code, a name or a prefix of codes means.

    Raises UnknownRuleError where there is none, with the nearest code or name.
    """
    found = tuple(rule for rule in every_rule() if rule.is_named(word))
    if not found:
        from declint.language.likeness import nearest

        known = [text for rule in every_rule() for text in (rule.code, rule.name)]
        raise UnknownRuleError(word, nearest(word.upper(), known) or nearest(word.lower(), known))
    return found


def renamed(words: Iterable[str]) -> dict[str, AnyRule]:
    """Of these words, those that are a rule's name or code of old, with the rule. Raises PluginError."""
    return {word: rule for word in words for rule in every_rule() if rule.was_named(word)}


def selected(settings: Settings) -> tuple[AnyRule, ...]:
    """The rules that a run with these settings uses; an ignored rule does not run.

    The more exact word wins: ``TGT001`` over ``TGT``, and where two are alike, what ignores. What can't be
    read can't be waved through, so a rule that is ``always`` on can't be ignored.

    Raises UnknownRuleError and PluginError.
    """
    asked = (*settings.select, *settings.extend_select)
    for word in (*asked, *settings.ignore, *(word for word, _ in settings.severity)):
        find_rules(word)
    return tuple(
        rule
        for rule in every_rule()
        if rule.always
        or max(_exactness(rule, asked), 0 if rule.default and not settings.select else -1)
        > _exactness(rule, settings.ignore)
    )


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
    """How exactly the best of the words means a rule: 100 for its code or name, -1 for not at all."""
    return max((_one_exactness(rule, word) for word in words), default=-1)


def _one_exactness(rule: AnyRule, word: str) -> int:
    if word == rule.name or word.upper() == rule.code:
        return 100
    return len(word) if rule.is_named(word) else -1
