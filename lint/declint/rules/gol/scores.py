"""The likeness of the promises of a goals text and the rows of its form."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from operator import attrgetter

from declint.language.lexicon import words
from declint.language.names import bare
from declint.language.organisations import own_places
from declint.language.promises import Promise, promises
from declint.language.topics import has_digit, in_other_words, shared_words
from declint.language.units import canonical
from declint.language.values import Value, promised, same_measure
from declint.rules.gol.likeness import Pair, Said, compared, said_promise
from declint.rules.gol.names import Names
from declint.rules.gol.phrases import head_phrase
from declint.rules.gol.rows import Rows

SAME_THING, _CLEARLY = 0.74, 0.15


class Scores:
    """The likeness of promises and rows, worked out for those that are asked about.

    Both are told by their numbers. ``values`` are the figures of the promises.
    """

    def __init__(
        self,
        found: Sequence[Promise],
        rows: Rows,
        title: str = "",
        places: tuple[str, ...] = (),
    ) -> None:
        self.promises, self.rows = found, rows
        self.values = list(map(promised, found))
        self._title, self._places = title, places
        self._names = Names(row.name for row in rows.all)
        self._said: dict[int, Said] = {}
        self._pairs: dict[tuple[int, int], Pair] = {}
        self._shared: dict[int, list[int]] = {}
        self._alike: dict[int, list[Pair]] = {}
        self._comparable: dict[int, list[Pair]] = {}

    @cached_property
    def own_places(self) -> tuple[str, ...]:
        """The places that the bodies or the project itself are of."""
        return (*self._places, *own_places(self._title))

    @cached_property
    def given(self) -> tuple[str, ...]:
        """The dividing words that the project's name has: what all of it is about divides nothing."""
        return tuple(word for word in words("prose", "区别") if word in self._title)

    @cached_property
    def texts(self) -> list[tuple[int, Value]]:
        """The figures in names and in text values, each with the number of its row."""
        return [
            (row.number, promised(promise))
            for row in self.rows.all
            for text in ((row.name,) if row.target.is_number else (row.name, row.target.raw))
            if has_digit(text)
            for promise in promises(text)
        ]

    def is_sole(self, promise: Promise, row: int) -> bool:
        """Whether no other row counts in the unit of a promise, and both end in the same word.

        A row that only counts (惠及户数) will do where the promise has its word (惠及居民 3600 户).
        """
        counting = [each for each in self.rows.all if each.target.number is not None]
        alone = any(
            [each.number for each in counting if kind(each.target.unit) == kind(promise.unit)] == [row]
            for kind in (str, canonical)
        )
        thing = self.rows.all[row].thing
        return alone and (shared_words(head_phrase(promise), thing) or thing in bare(promise.subject))

    def is_sole_of_its_kind(self, promise: Promise, row: int) -> bool:
        """Whether no other row in the unit of a promise ends in the word that both end in: 整改率."""
        named, unit = in_other_words(head_phrase(promise)), canonical(promise.unit)
        alike = [
            each.number
            for each in self.rows.all
            if canonical(each.target.unit) == unit and shared_words(named, in_other_words(each.name))
        ]
        return alike == [row]

    def pair(self, number: int, row: int) -> Pair:
        """How a promise compares with a row."""
        found = self._pairs.get((number, row))
        if found is None:
            found = self._pairs[number, row] = compared(
                self._said_by(number), self.rows.all[row], self._names.named(row)
            )
        return found

    def alike(self, number: int) -> list[Pair]:
        """The rows that a promise has anything in common with, the most alike first."""
        if number not in self._alike:
            self._alike[number] = most_alike_first(self.pair(number, row) for row in self._sharing(number))
        return self._alike[number]

    def comparable(self, number: int) -> list[Pair]:
        """Those of ``alike`` that count in the measure of the promise."""
        if number not in self._comparable:
            value, rows = self.values[number], self.rows.all
            self._comparable[number] = most_alike_first(
                self.pair(number, row)
                for row in self._sharing(number)
                if (other := rows[row].value) and same_measure(value, other)
            )
        return self._comparable[number]

    def _sharing(self, number: int) -> list[int]:
        if number not in self._shared:
            self._shared[number] = self._names.sharing(self._said_by(number).pairs)
        return self._shared[number]

    def is_clearly_of(self, number: int, row: int, than: float) -> bool:
        """Whether a row is a promise's by much more than ``than``, and counts in its measure."""
        value = self.rows.all[row].value
        same = value is not None and same_measure(self.values[number], value)
        return same and self.pair(number, row).score >= max(SAME_THING, than + _CLEARLY)

    def is_spoken_for(self, pair: Pair, *, besides: int) -> bool:
        """Whether a row is clearly another promise's than the one of that number."""
        others = (number for number in range(len(self.promises)) if number != besides)
        return any(self.is_clearly_of(number, pair.row.number, pair.score) for number in others)

    def _said_by(self, number: int) -> Said:
        found = self._said.get(number)
        if found is None:
            found = self._said[number] = said_promise(self.promises[number], self._names.having)
        return found


def most_alike_first(pairs: Iterable[Pair]) -> list[Pair]:
    """Pairs by their likeness; of those that are as like, the first row comes first."""
    return sorted(pairs, key=attrgetter("score"), reverse=True)
