"""Which promise of the goals text is which indicator, and where the two part."""

import re
from collections import Counter
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from declint.declaration.model import Declaration, Field, Indicator
from declint.declaration.target import Target
from declint.language.lexicon import words
from declint.language.measures import DECREASE, GROWTH, SATISFACTION, measure_of
from declint.language.promises import Promise, promises
from declint.language.quantity import Operator
from declint.language.topics import (
    common_pairs,
    covered,
    in_other_words,
    parallel,
    shared_words,
    told_apart,
    topic,
)
from declint.language.units import PERCENT, canonical
from declint.rules.gol.values import Value, equal, is_round, same_measure, side_by_side, value_of

_CONTEXT, _SECTION, _SYNONYM = 0.7, 0.55, 0.85
_SAME_THING, _COVERED, _PHRASE, _WHOLE = 0.74, 0.74, 0.3, 0.8
_NEAR, _LIKELY, _MARGIN, _CLEARLY = 0.52, 0.6, 0.08, 0.15
_SAME_SUBJECT, _SOLE, _OWN, _MANY = 0.68, 0.55, 0.5, 5000
_FEW, _FAR = 5, 0.4
_ANY, _LITTLE, _SOME, _HALF = 0.1, 0.3, 0.4, 0.45
_SHOWN = 24
_SPAN = re.compile(r"(?<!\d{3})[二两三四五十\d]\s*年(?![级度])")
_SPAN_IN_FRONT = re.compile(r"(?<!\d{3})[二两三四五十\d]\s*年(?:之?内|期间)?$")
_COMMON_KINDS = ("个", "次", "人", PERCENT)
_NO_SIGN = (Operator.NONE, Operator.ABOUT, Operator.BETWEEN, Operator.MORE_THAN)


class Verdict(Enum):
    """How a promise stands to the indicators."""

    MET = "met"
    NUMBER = "number"
    OPERATOR = "operator"
    UNIT = "unit"
    MISSING = "missing"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Row:
    """What matching needs of an indicator; ``number`` is its place among the declaration's indicators."""

    number: int
    name: str
    target: Target


@dataclass(frozen=True, slots=True)
class Pledge:
    """A promise of the goals, what was made of it, and the indicators that it was compared with."""

    field: Field
    promise: Promise
    verdict: Verdict
    rows: tuple[int, ...] = ()

    @property
    def said(self) -> str:
        """The promise with the words around it, short enough for a message."""
        promise = self.promise
        before, after = promise.before, promise.after
        before = before if len(before) <= _SHOWN else "…" + before[-_SHOWN:]
        after = after if len(after) <= _SHOWN else after[:_SHOWN] + "…"
        return " ".join(f"{before} {self.figure} {after}".split())

    @property
    def figure(self) -> str:
        """The figure as it is written."""
        return " ".join(self.field.text[self.promise.start : self.promise.end].split())

    @property
    def as_target(self) -> str:
        """The figure as a form would give it: ≥20.00(场)."""
        promise = self.promise
        sign = promise.operator.value if promise.operator not in _NO_SIGN else "≥"
        number = f"{promise.number:f}" + (f"-{promise.upper:f}" if promise.upper is not None else "")
        return f"{'' if promise.upper is not None else sign}{number}" + (
            f"({promise.unit})" if promise.unit else ""
        )


def pledges(declaration: Declaration) -> tuple[Pledge, ...]:
    """Every promise of the year's goals with its verdict; worked out once a declaration."""
    field = _compared(declaration)
    if field is None:
        return ()
    rows = tuple(Row(number, each.name, each.target) for number, each in enumerate(declaration.indicators))
    return _pledges(field, rows)


def partner(declaration: Declaration, pledge: Pledge) -> Indicator:
    """The indicator that a pledge was compared with."""
    return declaration.indicators[pledge.rows[0]]


def _compared(declaration: Declaration) -> Field | None:
    """The goals that the indicators' values belong to: those of the year, else the only ones there are."""
    found = {each.label: each for each in declaration.goals}
    return found.get("年度总体目标") or next(iter(found.values()), None)


@lru_cache(maxsize=8)
def _pledges(field: Field, rows: tuple[Row, ...]) -> tuple[Pledge, ...]:
    found = promises(field.text)
    if not found:
        return ()
    scores = _Scores(found, rows)
    first = _without_coincidences({number: _met(number, scores) for number in range(len(found))}, scores)
    taken = {row for verdict, rows in first.values() if verdict is Verdict.MET for row in rows}
    return tuple(
        Pledge(field, promise, *(first[number] if first[number][1] else _differs(number, scores, taken)))
        for number, promise in enumerate(found)
    )


_Claims = dict[int, tuple[Verdict, tuple[int, ...]]]


def _without_coincidences(claims: _Claims, scores: "_Scores") -> _Claims:
    """The claims but for those to a row that is clearly another promise's, met by a common number only."""
    open_ones = [number for number, (_, rows) in claims.items() if not rows]
    kept = dict(claims)
    for number, (_, rows) in claims.items():
        if rows and is_round(_value(scores.promises[number])):
            own = scores.pair(number, rows[0]).score
            if any(_is_clearly_of(scores, other, rows[0], own) for other in open_ones):
                kept[number] = Verdict.UNSURE, ()
    return kept


def _is_clearly_of(scores: "_Scores", number: int, row: int, than: float) -> bool:
    pair, value = scores.pair(number, row), _value(scores.promises[number])
    same = pair.value is not None and same_measure(value, pair.value)
    return same and pair.score >= max(_SAME_THING, than + _CLEARLY)


@dataclass(frozen=True, slots=True)
class _Pair:
    """How a promise and a row compare: likeness of what is measured, and of the values."""

    row: int
    score: float
    coverage: float
    phrase: float
    own: float
    whole: float
    value: Value | None


class _Scores:
    """The likeness of every promise with every row."""

    def __init__(self, found: list[Promise], rows: tuple[Row, ...]) -> None:
        self.promises, self.rows = found, rows
        self.common: Counter[str] = common_pairs(row.name for row in rows)
        self.pairs = [
            sorted((self._pair(promise, row) for row in rows), key=lambda pair: -pair.score)
            for promise in found
        ]
        self.texts = [
            (row.number, value_of(promise.operator, promise.number, promise.upper, promise.unit))
            for row in rows
            for text in ((row.name,) if row.target.is_number else (row.name, row.target.raw))
            if any(char.isdigit() for char in text)
            for promise in promises(text)
        ]

    def is_sole(self, promise: Promise, row: int) -> bool:
        """Whether no other row counts in the unit of a promise, and both end in the same word."""
        unit = canonical(promise.unit)
        alike = [
            each
            for each in self.rows
            if each.target.number is not None and canonical(each.target.unit) == unit
        ]
        phrase = _head_phrase(promise)
        return [each.number for each in alike] == [row] and shared_words(phrase, self.rows[row].name)

    def pair(self, number: int, row: int) -> _Pair:
        """How a promise compares with a row, both by their number."""
        return next(pair for pair in self.pairs[number] if pair.row == row)

    def is_spoken_for(self, pair: _Pair, *, besides: int) -> bool:
        """Whether a row is clearly another promise's than the one of that number."""
        others = (number for number in range(len(self.promises)) if number != besides)
        return any(_is_clearly_of(self, number, pair.row, pair.score) for number in others)

    def _pair(self, promise: Promise, row: Row) -> _Pair:
        name, focus = row.name, focus_of(promise)
        coverage = self._covered(name, promise)
        phrase = max(
            covered(topic(focus), (name, 1.0), common=self.common),
            _SYNONYM * covered(topic(in_other_words(focus)), (in_other_words(name), 1.0), common=self.common),
        )
        score = 0.62 * coverage + 0.38 * phrase
        if shared_words(_head_phrase(promise), name):
            score = min(1.0, score + 0.1)
        target = row.target
        value = (
            value_of(target.operator, target.number, target.upper, target.unit)
            if target.number is not None
            else None
        )
        own = covered(topic(name), *_own_words(promise), common=self.common)
        said = f"{promise.section} {promise.context} {promise.subject}"
        whole = covered(topic(in_other_words(name)), (in_other_words(said), 1.0), common=Counter())
        return _Pair(row.number, score * _kinship(promise, row), coverage, phrase, own, whole, value)

    def _covered(self, name: str, promise: Promise) -> float:
        around = (*_own_words(promise), (promise.context, _CONTEXT))
        plain = covered(topic(name), *around, common=self.common)
        if plain > 0.95:
            return plain
        swapped = tuple((in_other_words(text), credit) for text, credit in around)
        return max(plain, _SYNONYM * covered(topic(in_other_words(name)), *swapped, common=self.common))


def _own_words(promise: Promise) -> tuple[tuple[str, float], ...]:
    return (promise.subject, 1.0), (promise.section, _SECTION)


def focus_of(promise: Promise) -> str:
    """The words nearest to the figure that name what is promised."""
    near = focus_words(promise.before)
    return f"{near} {promise.after}" if len(near) > 1 or not promise.after else promise.after


def focus_words(text: str) -> str:
    """What stands behind the last verb that only leads up to a figure (开展, 完成 …), its own tail aside."""
    text = without_reaching(text)
    ends = [match.end() for match in _lead().finditer(text)]
    return text[ends[-1] :].strip() if ends else text.strip()


def without_reaching(text: str) -> str:
    """The words in front of a figure without 力争达到, 保持在, 均为 at their end."""
    match = _tail().search(text)
    return text[: match.start()].strip() if match else text.strip()


@cache
def _tail() -> re.Pattern[str]:
    tails = "|".join(map(re.escape, (*words("prose", "到达"), *words("prose", "尾词"))))
    return re.compile(f"(?:{tails}| )+$")


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(words('prose', '领起'))})(?![率度量数情时])")


def _head_phrase(promise: Promise) -> str:
    text = without_reaching(promise.before)
    return text if len(focus_words(text)) > 1 else promise.after


def _kinship(promise: Promise, row: Row) -> float:
    """1 where promise and row measure in one way; less where one is a rate of another sort."""
    measure, target = measure_of(row.name), row.target
    if not promise.is_percentage or not target.is_percentage:
        return 1.0
    grows = measure is not None and measure.name in (GROWTH, DECREASE)
    if grows is not promise.change:
        return 0.3
    own = measure_of(_head_phrase(promise))
    if own is None or measure is None or promise.change:
        return 1.0 if measure is None or promise.change else 0.85
    if own.name != measure.name and SATISFACTION in (own.name, measure.name):
        return 0.3
    if own.head == measure.head or in_other_words(own.head) == in_other_words(measure.head):
        return 1.0
    return 0.6


def _value(promise: Promise) -> Value:
    return value_of(promise.operator, promise.number, promise.upper, promise.unit)


def _met(number: int, scores: _Scores) -> tuple[Verdict, tuple[int, ...]]:
    """Whether an indicator carries the promise, number and all, or all but the direction."""
    promise, pairs = scores.promises[number], scores.pairs[number]
    value = _value(promise)
    rival = max((pair.score for pair in pairs if pair.value and same_measure(value, pair.value)), default=0.0)
    telling = not is_round(value) or value.number >= _MANY
    equals = [
        pair
        for pair in pairs
        if pair.value
        and equal(value, pair.value)
        and (
            _are_satisfactions(promise, scores.rows[pair.row].name)
            or (
                side_by_side(value, pair.value)
                and pair.score >= rival - _FAR
                and _is_enough(pair, telling=telling)
            )
        )
    ]
    if not equals:
        return Verdict.UNSURE, ()
    if any(value.agrees(pair.value) for pair in equals if pair.value):
        best = next(pair for pair in equals if pair.value and value.agrees(pair.value))
        return Verdict.MET, (best.row,)
    sure = _LIKELY if is_round(value) else 0.3
    best = equals[0]
    if best.score >= sure and best.value and same_measure(value, best.value) and not promise.each:
        return Verdict.OPERATOR, (best.row,)
    return Verdict.MET, (best.row,)


def _is_enough(pair: _Pair, *, telling: bool) -> bool:
    """Whether a row with the promised number is like enough; less will do where the number is telling."""
    if telling:
        return pair.score >= _ANY
    return (pair.score >= _SOME and (pair.phrase >= _PHRASE or pair.own >= _OWN)) or (
        pair.score >= _LITTLE and pair.phrase >= _LIKELY
    )


def _are_satisfactions(promise: Promise, name: str) -> bool:
    """Whether both are a satisfaction: with one number, they are taken for one, whoever is asked."""
    own, other = measure_of(_head_phrase(promise)), measure_of(name)
    return own is not None and other is not None and {own.name, other.name} == {SATISFACTION}


def _differs(number: int, scores: _Scores, taken: set[int]) -> tuple[Verdict, tuple[int, ...]]:
    """What becomes of a promise whose number no indicator of the same thing has."""
    promise, pairs = scores.promises[number], scores.pairs[number]
    value = _value(promise)
    by_row = {pair.row: pair for pair in pairs}
    written = [row for row, other in scores.texts if side_by_side(value, other) and equal(value, other)]
    if any(not is_round(value) or by_row[row].score > 0.2 for row in written):
        return Verdict.MET, ()
    comparable = [pair for pair in pairs if pair.value and same_measure(value, pair.value)]
    best = comparable[0] if comparable else None
    if best and (found := _contradicted(promise, best, comparable, scores, taken)):
        return Verdict.NUMBER, found
    if unit := _other_unit(promise, scores, pairs, taken):
        return Verdict.UNIT, (unit,)
    if not pairs:
        return Verdict.UNSURE, ()
    worded = max((pair.score for pair in pairs if pair.value is None), default=0.0)
    near = (
        best is not None
        and best.score >= _NEAR
        and _is_about(best)
        and not scores.is_spoken_for(best, besides=number)
    )
    alike = pairs[0].score >= _SAME_SUBJECT and _is_about(pairs[0])
    each = promise.each and best is not None and best.score >= _LITTLE
    if near or worded >= _LIKELY or alike or each or _is_left_over(value, comparable, taken):
        return Verdict.UNSURE, ()
    return Verdict.MISSING, ()


def _is_about(pair: _Pair) -> bool:
    """Whether the words nearest to the figure stand in the name, and enough of the name in its sentence."""
    return pair.phrase >= _PHRASE and pair.coverage >= _HALF


def _is_left_over(value: Value, comparable: list[_Pair], taken: set[int]) -> bool:
    """Whether a row that no promise has claimed has the very number, and few rows have such a number."""
    telling = not is_round(value) or value.kind not in _COMMON_KINDS
    return telling and any(
        pair.value and pair.row not in taken and pair.value.number == value.number for pair in comparable
    )


def _contradicted(
    promise: Promise, best: _Pair, comparable: list[_Pair], scores: _Scores, taken: set[int]
) -> tuple[int, ...]:
    """The rows of the same thing with another number; () where that is not certain."""
    name, value = scores.rows[best.row].name, _value(promise)
    if not _is_likeness(best, sole=scores.is_sole(promise, best.row)) or not _is_comparable(promise, name):
        return ()
    if best.row in taken or best.value is None or value.about or equal(value, best.value):
        return ()
    rivals = [pair for pair in comparable[1:] if best.score - pair.score < _MARGIN]
    return _contradicted_by_all(promise, [best, *rivals], taken) if rivals else (best.row,)


def _is_likeness(pair: _Pair, *, sole: bool) -> bool:
    """Whether a row is so like a promise that they are one thing; ``sole`` asks for less."""
    if pair.whole < _WHOLE:
        return False
    if sole and pair.score >= _SOLE:
        return True
    return pair.score >= _SAME_THING and pair.coverage >= _COVERED and pair.phrase >= _PHRASE


def _is_comparable(promise: Promise, name: str) -> bool:
    """Whether nothing says that a promise is of a part, of another group or of something beside the row."""
    if promise.each or is_part(promise) or told_apart_here(promise, name):
        return False
    return not parallel(in_other_words(focus_of(promise)), in_other_words(name))


def _contradicted_by_all(promise: Promise, pairs: list[_Pair], taken: set[int]) -> tuple[int, ...]:
    """Several rows that are as like: all of them, where neither one nor their sum has the promised number.

    That is certain of a promise of two things (引进和培育), and of rates that all have one target.
    """
    value, values = _value(promise), [pair.value for pair in pairs if pair.value]
    if any(pair.row in taken or pair.coverage < _COVERED for pair in pairs):
        return ()
    joint = value.is_count and any(word in promise.subject for word in "和及与")
    of_one_target = promise.is_percentage and len({each.number for each in values}) == 1
    if (joint and sum(each.number for each in values) != value.number) or of_one_target:
        return tuple(pair.row for pair in pairs)
    return ()


def is_part(promise: Promise) -> bool:
    """Whether the figure is part of a sum, or of another span of time than the year."""
    return (
        any(word in promise.subject for word in words("prose", "一部分"))
        or _SPAN.search(promise.subject) is not None
        or _SPAN_IN_FRONT.search(promise.context) is not None
    )


def told_apart_here(promise: Promise, name: str) -> bool:
    """Whether a dividing word of the promise is not in the name, or one of the name not in the promise."""
    return told_apart(f"{promise.subject}", name) and told_apart(f"{promise.context} {promise.subject}", name)


def _other_unit(promise: Promise, scores: _Scores, pairs: list[_Pair], taken: set[int]) -> int | None:
    """The row of the same thing with the same number in a unit of another kind."""
    value = _value(promise)
    if promise.number < _FEW or promise.each or not value.is_count:
        return None
    for pair in pairs:
        if pair.score < _LIKELY:
            break
        same = scores.rows[pair.row].target.number == promise.number and pair.row not in taken
        if same and pair.value and pair.value.is_count and not side_by_side(value, pair.value):
            return pair.row
    return None
