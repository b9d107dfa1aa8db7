"""Which promise of the goals text is which indicator, and where the two part."""

from collections.abc import Sequence
from enum import Enum

from msgspec import Struct

from declint.declaration.model import Declaration, Field, Indicator
from declint.finding import Place
from declint.language.lexicon import words
from declint.language.measures import SATISFACTION, measure_of
from declint.language.promises import Promise, promises
from declint.language.quantity import Operator
from declint.language.topics import in_other_words, parallel, uncounted
from declint.language.units import PERCENT
from declint.language.values import Value, equal, is_round, same_measure, side_by_side
from declint.rules.gol.likeness import Pair
from declint.rules.gol.parts import of_another_place, places_of
from declint.rules.gol.phrases import focus_of, head_phrase, leaves_one_out, names_the_part, told_apart_here
from declint.rules.gol.rows import Rows
from declint.rules.gol.scores import SAME_THING, Scores, most_alike_first

_COVERED, _PHRASE, _WHOLE, _MOST, _WITHIN = 0.74, 0.3, 0.8, 0.65, 0.95
_NEAR, _LIKELY, _MARGIN, _RIVALS = 0.52, 0.6, 0.08, 0.15
_SAME_SUBJECT, _SOLE, _OWN, _MANY = 0.68, 0.55, 0.5, 5000
_FEW, _FAR = 5, 0.4
_ANY, _LITTLE, _SOME, _HALF = 0.1, 0.3, 0.4, 0.45
_SHOWN = 24
_MOST_PROMISES = 300
"""More than any honest goals make; each is compared with every row."""
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


class Pledge(Struct, frozen=True, gc=False):
    """A promise of the goals with its figure, what was made of it, and the rows that it was compared with."""

    field: Field
    promise: Promise
    value: Value
    verdict: Verdict
    rows: tuple[int, ...] = ()

    @property
    def said(self) -> str:
        """The promise with the words around it, short enough for a message."""
        promise = self.promise
        before, after = promise.before, promise.after
        if self.field.text[promise.end :].lstrip(" $").startswith("的"):
            after = f"的{after}"
        before = before if len(before) <= _SHOWN else "…" + before[-_SHOWN:]
        after = after if len(after) <= _SHOWN else after[:_SHOWN] + "…"
        return " ".join(f"{before} {self.figure} {after}".split())

    @property
    def place(self) -> Place:
        """The stretch of the goals that gives the figure."""
        return self.field.value.within(self.promise.start, self.promise.end)

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
    return declaration.once(_pledges)


def partner(declaration: Declaration, pledge: Pledge) -> Indicator:
    """The indicator that a pledge was compared with."""
    return declaration.indicators[pledge.rows[0]]


def pledge_of(declaration: Declaration, indicators: Sequence[Indicator]) -> Pledge | None:
    """The first promise that was compared with one of these indicators, or None."""
    paths = {each.path for each in indicators}
    return next(
        (
            pledge
            for pledge in pledges(declaration)
            if any(declaration.indicators[row].path in paths for row in pledge.rows)
        ),
        None,
    )


def _compared(declaration: Declaration) -> Field | None:
    """The goals that the indicators' values belong to: those of the year, else the only ones there are."""
    found = {each.label: each for each in declaration.goals}
    return found.get("年度总体目标") or next(iter(found.values()), None)


def _pledges(declaration: Declaration) -> tuple[Pledge, ...]:
    field = _compared(declaration)
    found = promises(field.text)[:_MOST_PROMISES] if field else []
    if field is None or not found:
        return ()
    scores = Scores(found, Rows(declaration.indicators), declaration.name, places_of(declaration))
    first = _without_coincidences({number: _met(number, scores) for number in range(len(found))}, scores)
    taken = _taken(first)
    return tuple(
        Pledge(
            field,
            promise,
            scores.values[number],
            *(first[number] if first[number][1] else _differs(number, scores, first, taken)),
        )
        for number, promise in enumerate(found)
    )


_Claims = dict[int, tuple[Verdict, tuple[int, ...]]]
"""For each promise by its number: what was made of it, and the rows that it claims."""


def _taken(claims: _Claims) -> set[int]:
    return {row for verdict, rows in claims.values() if verdict is Verdict.MET for row in rows}


def _without_coincidences(claims: _Claims, scores: Scores) -> _Claims:
    """The claims but for those to a row that is clearly another promise's, met by a common number only."""
    open_ones = [number for number, (_, rows) in claims.items() if not rows]
    kept = dict(claims)
    for number, (_, rows) in claims.items():
        if rows and is_round(scores.values[number]):
            own = scores.pair(number, rows[0]).score
            if any(scores.is_clearly_of(other, rows[0], own) for other in open_ones):
                kept[number] = Verdict.UNSURE, ()
    return kept


def _met(number: int, scores: Scores) -> tuple[Verdict, tuple[int, ...]]:
    """Whether an indicator carries the promise, number and all, or all but the direction."""
    promise, value = scores.promises[number], scores.values[number]
    having = [scores.pair(number, row.number) for row in scores.rows.equal_to(value)]
    equals = most_alike_first(pair for pair in having if _carries(pair, number, scores))
    if not equals:
        return Verdict.UNSURE, ()
    agreeing = next((pair for pair in equals if pair.value and value.agrees(pair.value)), None)
    if agreeing:
        return Verdict.MET, (agreeing.row.number,)
    sure = _LIKELY if is_round(value) else 0.3
    best = equals[0]
    if best.score >= sure and best.value and same_measure(value, best.value) and not promise.each:
        return Verdict.OPERATOR, (best.row.number,)
    return Verdict.MET, (best.row.number,)


def _carries(pair: Pair, number: int, scores: Scores) -> bool:
    """Whether a row with the promised number is the promise's, as far as one can tell without others."""
    value = scores.values[number]
    if (
        pair.value
        and side_by_side(value, pair.value)
        and (_is_enough(pair, value) or _is_unmistakable(value))
        and not _is_far_behind(pair, number, scores)
    ):
        return True
    return _are_satisfactions(scores.promises[number], pair.row.name)


def _is_far_behind(pair: Pair, number: int, scores: Scores) -> bool:
    """Whether another row of the promise's measure is much more like it."""
    if pair.score >= 1.0 - _FAR:
        return False
    rivals = (scores.pair(number, row.number) for row in scores.rows.in_measure_of(scores.values[number]))
    return any(pair.score < rival.score - _FAR for rival in rivals)


def _is_enough(pair: Pair, value: Value) -> bool:
    """Whether a row with the promised number is like enough; less will do where the number is telling."""
    if not is_round(value) or value.number >= _MANY:
        return pair.score >= _ANY
    return (
        (pair.score >= _SOME and (pair.phrase >= _PHRASE or pair.own >= _OWN))
        or (pair.score >= _LITTLE and pair.phrase >= _LIKELY)
        or pair.spelt
    )


def _is_unmistakable(value: Value) -> bool:
    """Whether a number is so large that two rows hardly share it by chance."""
    return value.is_count and value.number >= _MANY


def _are_satisfactions(promise: Promise, name: str) -> bool:
    """Whether both are a satisfaction: with one number, they are taken for one, whoever is asked."""
    own, other = measure_of(head_phrase(promise)), measure_of(name)
    return own is not None and other is not None and {own.name, other.name} == {SATISFACTION}


def _differs(
    number: int, scores: Scores, claims: _Claims, taken: set[int]
) -> tuple[Verdict, tuple[int, ...]]:
    """What becomes of a promise whose number no indicator of the same thing has.

    ``taken`` are the rows that carry another promise.
    """
    if _is_written(number, scores):
        return Verdict.MET, ()
    comparable = scores.comparable(number)
    if comparable and (found := _contradicted(number, comparable, scores, claims, taken)):
        return Verdict.NUMBER, found
    unit = _other_unit(number, scores, taken)
    if unit is not None:
        return Verdict.UNIT, (unit,)
    if not scores.rows.all or _may_be_told(number, comparable, scores, taken):
        return Verdict.UNSURE, ()
    return Verdict.MISSING, ()


def _is_written(number: int, scores: Scores) -> bool:
    """Whether the name or the text of a row that may be the promise's has the number."""
    value = scores.values[number]
    written = [row for row, other in scores.texts if side_by_side(value, other) and equal(value, other)]
    return any(not is_round(value) or scores.pair(number, row).score > 0.2 for row in written)


def _may_be_told(number: int, comparable: list[Pair], scores: Scores, taken: set[int]) -> bool:
    """Whether some row may be the promise's after all: by its number, by its words, or in words alone."""
    best = comparable[0] if comparable else None
    if best and best.score >= _LITTLE and scores.promises[number].each:
        return True
    if best and best.score >= _NEAR and _is_about(best) and not scores.is_spoken_for(best, besides=number):
        return True
    if _is_left_over(number, scores, taken):
        return True
    alike = scores.alike(number)
    if alike and alike[0].score >= _SAME_SUBJECT and _is_about(alike[0]):
        return True
    return any(pair.score >= _LIKELY and pair.value is None for pair in alike)


def _is_about(pair: Pair) -> bool:
    """Whether the words nearest to the figure stand in the name, and enough of the name in its sentence."""
    return pair.phrase >= _PHRASE and pair.coverage >= _HALF


def _is_left_over(number: int, scores: Scores, taken: set[int]) -> bool:
    """Whether a row that no promise has claimed has the very number, and few rows have such a number."""
    value = scores.values[number]
    telling = not is_round(value) or value.kind not in _COMMON_KINDS
    return telling and any(
        row.value and row.value.number == value.number and row.number not in taken
        for row in scores.rows.in_measure_of(value)
    )


def _contradicted(
    number: int, comparable: list[Pair], scores: Scores, claims: _Claims, taken: set[int]
) -> tuple[int, ...]:
    """The rows of the same thing with another number; () where that is not certain."""
    promise, value, best = scores.promises[number], scores.values[number], comparable[0]
    if best.row.number in taken or best.value is None or value.about or equal(value, best.value):
        return ()
    if not _is_likeness(best, scores) or not _is_comparable(number, best, scores):
        return ()
    if _is_one_of_several(number, best, scores, claims):
        return ()
    rivals = [pair for pair in comparable[1:] if best.score - pair.score < _MARGIN]
    if rivals:
        return _contradicted_by_all(promise, value, [best, *rivals], taken)
    return () if leaves_one_out(promise, best.row.name) else (best.row.number,)


def _is_likeness(pair: Pair, scores: Scores) -> bool:
    """Whether a row is so like a promise that they are one thing.

    Less will do of the sole row in its unit, and of the sole row of its kind with all words of the promise.
    """
    if pair.score < _SOLE:
        return False
    promise, whole = pair.said.promise, pair.whole
    within = pair.phrase >= _WITHIN and whole >= _MOST and pair.score >= _WHOLE
    if within and scores.is_sole_of_its_kind(promise, pair.row.number):
        return True
    if whole < _WHOLE or pair.phrase < _PHRASE:
        return False
    return (pair.score >= SAME_THING and pair.coverage >= _COVERED) or scores.is_sole(
        promise, pair.row.number
    )


def _is_comparable(number: int, pair: Pair, scores: Scores) -> bool:
    """Whether nothing says that a promise is of a part, of another group or of something beside the row.

    A row of more than is newly made (新建步道 20 公里) may be the whole; one of less can't.
    """
    promise, row, name = scores.promises[number], pair.row, pair.row.name
    of_part = promise.part and names_the_part(promise, name)
    if promise.each or (promise.part and not of_part):
        return False
    less = pair.value is not None and pair.value.number < scores.values[number].number
    let_pass = (*scores.given, *(words("prose", "增量") if less else ()), *(("其中",) if of_part else ()))
    if told_apart_here(promise, name, let_pass) or of_another_place(promise, name, scores.own_places):
        return False
    return not parallel(in_other_words(uncounted(focus_of(promise))), in_other_words(row.thing))


def _is_one_of_several(number: int, best: Pair, scores: Scores, claims: _Claims) -> bool:
    """Whether other figures of the text are as like the row, so that it may hold their sum."""
    value = scores.values[number]
    for other, promise in enumerate(scores.promises):
        if claims[other][1] or promise.part or equal(value, scores.values[other]):
            continue
        own = next(iter(scores.comparable(other)), None)
        if own and own.row is best.row and own.score >= best.score - _RIVALS:
            return True
    return False


def _contradicted_by_all(
    promise: Promise, value: Value, pairs: list[Pair], taken: set[int]
) -> tuple[int, ...]:
    """Several rows that are as like: all of them, where neither one nor their sum has the promised number.

    That is certain of a promise of two things (引进和培育), and of rates that all have one target.
    """
    values = [pair.value for pair in pairs if pair.value]
    if any(pair.row.number in taken or pair.coverage < _COVERED for pair in pairs):
        return ()
    joint = value.is_count and any(word in promise.subject for word in "和及与")
    of_one_target = promise.is_percentage and len({each.number for each in values}) == 1
    if (joint and sum(each.number for each in values) != value.number) or of_one_target:
        return tuple(pair.row.number for pair in pairs)
    return ()


def _other_unit(number: int, scores: Scores, taken: set[int]) -> int | None:
    """The row of the same thing with the same number in a unit of another kind."""
    promise, value = scores.promises[number], scores.values[number]
    if promise.number < _FEW or promise.each or not value.is_count:
        return None
    others = (
        scores.pair(number, row.number)
        for row in scores.rows.stating(promise.number)
        if row.value and row.value.is_count and not side_by_side(value, row.value)
    )
    likely = [pair for pair in others if pair.score >= _LIKELY and pair.row.number not in taken]
    return most_alike_first(likely)[0].row.number if likely else None
