"""Which rules the words of the settings mean, and how severe what they say is."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from declint.finding import Severity
from declint.rules.card import Known
from declint.rules.errors import UnknownRuleError
from declint.settings import Settings

Each = TypeVar("Each", bound=Known)
Recall = Callable[[Settings], Sequence[Known]]
"""Gives what is known of every rule that there is under some settings, those of its files among them."""
_EXACT = 100


def every_known(settings: Settings, recall: Recall | None) -> Sequence[Known]:
    """Every rule that there is under some settings, by code; imported where none is recalled.

    Raises PluginError.
    """
    if recall:
        return recall(settings)
    from declint.rules.registry import every_rule

    return every_rule(settings.own_rules)


def meant(word: str, rules: Sequence[Each]) -> tuple[Each, ...]:
    """Those of the rules that a code, a name or a prefix of codes means.

    Raises UnknownRuleError where there is none, with the nearest code or name.
    """
    found = tuple(rule for rule in rules if rule.is_named(word))
    if not found:
        from declint.language.likeness import nearest

        known = [text for rule in rules for text in (rule.code, rule.name)]
        raise UnknownRuleError(word, nearest(word.upper(), known) or nearest(word.lower(), known))
    return found


def chosen(rules: Sequence[Each], settings: Settings) -> tuple[Each, ...]:
    """Those of all rules that a run with these settings uses; an ignored rule does not run.

    The more exact word wins: ``TGT001`` over ``TGT``, and where two are alike, what ignores. A rule that is
    off by default runs where it is named itself, not with its family. What can't be read can't be waved
    through, so a rule that is ``always`` on can't be ignored.

    Raises UnknownRuleError.
    """
    asked = (*settings.select, *settings.extend_select)
    for word in (*asked, *settings.ignore, *(word for word, _ in settings.severity)):
        meant(word, rules)
    return tuple(
        rule
        for rule in rules
        if rule.always
        or max(_asked(rule, asked), 0 if rule.default and not settings.select else -1)
        > _exactness(rule, settings.ignore)
    )


def _asked(rule: Known, words: Iterable[str]) -> int:
    """How exactly a rule is asked for; one that is off by default only by its own code or name."""
    exactness = _exactness(rule, words)
    return exactness if rule.default or exactness == _EXACT else -1


def severity_of(rule: Known, settings: Settings, own: Severity | None = None) -> Severity:
    """The severity in force: that of the most exact word, the last of several alike.

    Without such a word, or where a rule is ``always`` on, it is the finding's ``own``, else the rule's.
    """
    found, best = own or rule.severity, 0
    for word, severity in () if rule.always else settings.severity:
        exactness = _exactness(rule, (word,))
        if exactness >= max(best, 1):
            found, best = Severity(severity), exactness
    return found


def _exactness(rule: Known, words: Iterable[str]) -> int:
    """How exactly the best of the words means a rule: _EXACT for its code or name, -1 for not at all."""
    return max((_one_exactness(rule, word) for word in words), default=-1)


def _one_exactness(rule: Known, word: str) -> int:
    if word == rule.name or word.upper() == rule.code or rule.was_named(word):
        return _EXACT
    return len(word) if rule.is_named(word) else -1
