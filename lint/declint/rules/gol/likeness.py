"""How far the promises of a goals text and the indicators of its form speak of the same things."""

from collections import Counter
from dataclasses import dataclass

from declint.declaration.target import Target
from declint.language.measures import DECREASE, GROWTH, SATISFACTION, measure_of
from declint.language.promises import Promise, promises
from declint.language.topics import (
    common_pairs,
    covered,
    in_other_words,
    shared_words,
    spelt_within,
    topic,
    uncounted,
)
from declint.language.units import canonical
from declint.language.values import Value, promised, same_measure, value_of
from declint.rules.gol.phrases import focus_of, head_phrase, own_words

_CONTEXT, _SYNONYM = 0.7, 0.85
SAME_THING, _CLEARLY = 0.74, 0.15


@dataclass(frozen=True, slots=True)
class Row:
    """What matching needs of an indicator; ``number`` is its place among the declaration's indicators."""

    number: int
    name: str
    target: Target


@dataclass(frozen=True, slots=True)
class Pair:
    """How a promise and a row compare, each from 0 to 1.

    ``coverage``: how much of the name stands in the promise and around it; ``phrase``: how much of the words
    nearest to the figure stands in the name; ``score``: both together; ``own``: coverage by the clause alone;
    ``whole``: coverage with every word counting alike. ``spelt``: the name may be an abbreviation.
    """

    row: int
    score: float
    coverage: float
    phrase: float
    own: float
    whole: float
    spelt: bool
    value: Value | None


class Scores:
    """The likeness of every promise with every row."""

    def __init__(self, found: list[Promise], rows: tuple[Row, ...]) -> None:
        self.promises, self.rows = found, rows
        self.common: Counter[str] = common_pairs(row.name for row in rows)
        self.pairs = [
            sorted((self._pair(promise, row) for row in rows), key=lambda pair: -pair.score)
            for promise in found
        ]
        self.texts = [
            (row.number, promised(promise))
            for row in rows
            for text in ((row.name,) if row.target.is_number else (row.name, row.target.raw))
            if any(char.isdigit() for char in text)
            for promise in promises(text)
        ]

    def is_sole(self, promise: Promise, row: int) -> bool:
        """Whether no other row counts in the unit of a promise, and both end in the same word.

        A row that only counts (惠及户数) will do where the promise has its word (惠及居民 3600 户).
        """
        counting = [each for each in self.rows if each.target.number is not None]
        alone = any(
            [each.number for each in counting if kind(each.target.unit) == kind(promise.unit)] == [row]
            for kind in (str, canonical)
        )
        name = self.rows[row].name
        return alone and (shared_words(head_phrase(promise), name) or uncounted(name) in promise.subject)

    def is_sole_of_its_kind(self, promise: Promise, row: int) -> bool:
        """Whether no other row in the unit of a promise ends in the word that both end in: 整改率."""
        named, unit = in_other_words(head_phrase(promise)), canonical(promise.unit)
        alike = [
            each.number
            for each in self.rows
            if canonical(each.target.unit) == unit and shared_words(named, in_other_words(each.name))
        ]
        return alike == [row]

    def pair(self, number: int, row: int) -> Pair:
        """How a promise compares with a row, both by their number."""
        return next(pair for pair in self.pairs[number] if pair.row == row)

    def is_clearly_of(self, number: int, row: int, than: float) -> bool:
        """Whether a row is a promise's by much more than ``than``, and counts in its measure."""
        pair = self.pair(number, row)
        same = pair.value is not None and same_measure(promised(self.promises[number]), pair.value)
        return same and pair.score >= max(SAME_THING, than + _CLEARLY)

    def is_spoken_for(self, pair: Pair, *, besides: int) -> bool:
        """Whether a row is clearly another promise's than the one of that number."""
        others = (number for number in range(len(self.promises)) if number != besides)
        return any(self.is_clearly_of(number, pair.row, pair.score) for number in others)

    def _pair(self, promise: Promise, row: Row) -> Pair:
        name, focus = row.name, focus_of(promise)
        coverage = self._covered(name, promise)
        phrase = max(
            covered(topic(focus), (name, 1.0), common=self.common),
            _SYNONYM * covered(topic(in_other_words(focus)), (in_other_words(name), 1.0), common=self.common),
        )
        score = 0.62 * coverage + 0.38 * phrase
        if shared_words(head_phrase(promise), name):
            score = min(1.0, score + 0.1)
        target = row.target
        value = (
            value_of(target.operator, target.number, target.upper, target.unit)
            if target.number is not None
            else None
        )
        own = covered(topic(name), *own_words(promise), common=self.common)
        said = f"{promise.section} {promise.context} {promise.subject}"
        named = in_other_words(uncounted(name))
        whole = covered(topic(named), (in_other_words(said), 1.0), common=Counter())
        spelt = spelt_within(in_other_words(name), in_other_words(f"{promise.section} {promise.subject}"))
        return Pair(row.number, score * _kinship(promise, row), coverage, phrase, own, whole, spelt, value)

    def _covered(self, name: str, promise: Promise) -> float:
        around = (*own_words(promise), (promise.context, _CONTEXT))
        plain = covered(topic(name), *around, common=self.common)
        if plain > 0.95:
            return plain
        swapped = tuple((in_other_words(text), credit) for text, credit in around)
        return max(plain, _SYNONYM * covered(topic(in_other_words(name)), *swapped, common=self.common))


def _kinship(promise: Promise, row: Row) -> float:
    """1 where promise and row measure in one way; less where one is a rate of another sort."""
    measure, target = measure_of(row.name), row.target
    if not promise.is_percentage or not target.is_percentage:
        return 1.0
    grows = measure is not None and measure.name in (GROWTH, DECREASE)
    if grows is not promise.change:
        return 0.3
    own = measure_of(head_phrase(promise))
    if own is None or measure is None or promise.change:
        return 1.0 if measure is None or promise.change else 0.85
    if own.name != measure.name and SATISFACTION in (own.name, measure.name):
        return 0.3
    said, named = in_other_words(head_phrase(promise)), in_other_words(row.name)
    return 1.0 if own.head == measure.head or shared_words(said, named) else 0.6
