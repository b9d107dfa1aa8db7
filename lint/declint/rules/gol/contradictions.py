"""Promises of one goals text that give one thing two numbers."""

import re
from functools import lru_cache

from declint.language.promises import Promise
from declint.language.quantity import Operator
from declint.language.values import Value, equal, promised, same_measure
from declint.rules.gol.matching import Pledge, Verdict
from declint.rules.gol.phrases import focus_of
from declint.rules.gol.sameness import same_telling_subject

_CLAUSE_END = re.compile(r"[,，;；。:：、\n]")
_UP, _DOWN = (Operator.AT_LEAST, Operator.MORE_THAN), (Operator.AT_MOST, Operator.LESS_THAN)


@lru_cache(maxsize=8)
def contradictions(found: tuple[Pledge, ...]) -> tuple[tuple[Pledge, Pledge], ...]:
    """Pairs (later, earlier) of promises for one thing with different numbers; each later one once."""
    pairs = []
    for position, later in enumerate(found):
        earlier = next((each for each in found[:position] if _contradict(each, later)), None)
        if earlier:
            pairs.append((later, earlier))
    return tuple(pairs)


def contradicting(found: tuple[Pledge, ...]) -> frozenset[int]:
    """Where the promises start that the text itself gives otherwise elsewhere."""
    return frozenset(each.promise.start for pair in contradictions(found) for each in pair)


def _contradict(earlier: Pledge, later: Pledge) -> bool:
    one, other = earlier.promise, later.promise
    if one.each or other.each or one.change is not other.change or _apart(one, other):
        return False
    if {earlier.verdict, later.verdict} == {Verdict.MET} and earlier.rows != later.rows:
        return False
    if not _CLAUSE_END.search(earlier.field.text, one.end, other.start):
        return False
    first, second = promised(one), promised(other)
    if not same_measure(first, second) or equal(first, second) or _bounds(first, second):
        return False
    return same_telling_subject(focus_of(one), focus_of(other))


def _bounds(one: Value, other: Value) -> bool:
    """Whether the two are the ends of a range: 不少于 5 次, 不超过 10 次."""
    if one.about or other.about:
        return True
    low, high = sorted((one, other), key=lambda value: value.number)
    return low.operator in _UP and high.operator in _DOWN


def _apart(one: Promise, other: Promise) -> bool:
    """Whether the two stand in different parts of the text, or one of them says that it is a part."""
    if one.section and other.section and one.section != other.section:
        return True
    return one.part or other.part
