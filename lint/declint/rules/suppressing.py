"""Which findings of a file its comments accept, and which comments accept nothing."""

import datetime
from collections.abc import Sequence

from declint.finding.suppression import Covered, Judged, Suppression, Unknown, Word
from declint.rules.card import Kind, Known


def accepted(
    covered: Sequence[Covered], found: Sequence[tuple[Known, int]], today: datetime.date
) -> list[Suppression | None]:
    """For each finding, given by its rule and its line, the suppression that accepts it.

    What a rule says that is ``always`` on can't be suppressed.
    """
    return [
        next(
            (
                each.suppression
                for each in covered
                if line in each.lines and each.suppression.holds(today) and _names(each.suppression, rule)
            ),
            None,
        )
        for rule, line in found
    ]


def judged(
    covered: Sequence[Covered],
    found: Sequence[tuple[Known, int]],
    ran: frozenset[str],
    known: Sequence[Known],
    today: datetime.date,
) -> list[Judged]:
    """Each suppression with the words that name no rule and those that met no finding.

    ``ran`` are the codes of the rules that ran on the file: a word is judged only where all rules that it
    names did.
    """
    return [_judged(each, found, ran, known, today) for each in covered]


def _judged(
    covered: Covered,
    found: Sequence[tuple[Known, int]],
    ran: frozenset[str],
    known: Sequence[Known],
    today: datetime.date,
) -> Judged:
    here = [rule for rule, line in found if line in covered.lines and is_suppressible(rule)]
    unknown: list[Unknown] = []
    unused: list[Word] = []
    unheeded: list[Word] = []
    for word in covered.suppression.words:
        named = [rule for rule in known if rule.is_named(word.text)]
        suppressible = [rule for rule in named if is_suppressible(rule)]
        expected = [rule.code for rule in suppressible if rule.default or rule.code in ran]
        if not named:
            unknown.append(Unknown(word, _nearest(word, known)))
        elif not suppressible:
            unheeded.append(word)
        elif expected and ran.issuperset(expected) and not any(rule.is_named(word.text) for rule in here):
            unused.append(word)
    holds = covered.suppression.holds(today)
    return Judged(
        covered.suppression,
        tuple(unknown),
        tuple(unused) if holds else (),
        tuple(unheeded),
        covered.suppression.has_expired(today),
    )


def is_suppressible(rule: Known) -> bool:
    """Whether a comment can suppress what a rule says."""
    return not rule.always and rule.kind is not Kind.SUPPRESSION


def _names(suppression: Suppression, rule: Known) -> bool:
    return is_suppressible(rule) and any(rule.is_named(word.text) for word in suppression.words)


def _nearest(word: Word, known: Sequence[Known]) -> str:
    from declint.language.likeness import nearest

    names = [text for rule in known for text in (rule.code, rule.name)]
    return nearest(word.text.upper(), names) or nearest(word.text.lower(), names) or ""
