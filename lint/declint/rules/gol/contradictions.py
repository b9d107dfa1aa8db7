"""Promises of one goals text that give one thing two numbers."""

from declint.declaration.model import Declaration
from declint.language.quantity import Operator
from declint.language.values import Value, equal, same_measure
from declint.pattern import pattern
from declint.rules.gol.matching import Pledge, Verdict, pledges
from declint.rules.gol.parts import places_of, same_part
from declint.rules.gol.phrases import focus_of
from declint.rules.gol.sameness import same_telling_subject

_CLAUSE_END = pattern(r"[,，;；。:：、\n]")
_UP, _DOWN = (Operator.AT_LEAST, Operator.MORE_THAN), (Operator.AT_MOST, Operator.LESS_THAN)


def contradictions(declaration: Declaration) -> tuple[tuple[Pledge, Pledge], ...]:
    """Pairs (later, earlier) of promises for one thing with different numbers; each later one once."""
    return declaration.once(_contradictions)


def contradicting(declaration: Declaration) -> frozenset[int]:
    """Where the promises start that the text itself gives otherwise elsewhere."""
    return frozenset(each.promise.start for pair in contradictions(declaration) for each in pair)


def _contradictions(declaration: Declaration) -> tuple[tuple[Pledge, Pledge], ...]:
    whole = [each for each in pledges(declaration) if not (each.promise.each or each.promise.part)]
    own = places_of(declaration)
    pairs = []
    for position, later in enumerate(whole):
        earlier = next((each for each in whole[:position] if _contradict(each, later, own)), None)
        if earlier:
            pairs.append((later, earlier))
    return tuple(pairs)


def _contradict(earlier: Pledge, later: Pledge, own: tuple[str, ...]) -> bool:
    first, second = earlier.value, later.value
    if not same_measure(first, second) or equal(first, second):
        return False
    if earlier.verdict is later.verdict is Verdict.MET and earlier.rows != later.rows:
        return False
    one, other = earlier.promise, later.promise
    if one.change is not other.change or (one.section and other.section and one.section != other.section):
        return False
    if _bounds(first, second):
        return False
    if not same_telling_subject(focus_of(one), focus_of(other), own) or not same_part(one, other, own):
        return False
    return _CLAUSE_END.search(earlier.field.text, one.end, other.start) is not None


def _bounds(one: Value, other: Value) -> bool:
    """Whether the two are the ends of a range: 不少于 5 次, 不超过 10 次."""
    if one.about or other.about:
        return True
    low, high = (one, other) if one.number <= other.number else (other, one)
    return low.operator in _UP and high.operator in _DOWN
