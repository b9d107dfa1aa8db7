"""How far the promises of a goals text and the indicators of its form speak of the same things."""

from collections import Counter
from collections.abc import Mapping
from operator import attrgetter

from msgspec import Struct

from declint.declaration.target import Target
from declint.language.coverage import Known, Profile, common_pairs, known, known_alone, profile, told
from declint.language.lexicon import words
from declint.language.measures import DECREASE, GROWTH, SATISFACTION, measure_of
from declint.language.names import bare
from declint.language.organisations import own_places
from declint.language.promises import Promise, promises
from declint.language.topics import (
    counted,
    has_digit,
    in_other_words,
    pairs_of,
    shared_words,
    spelt_within,
    uncounted,
)
from declint.language.units import canonical
from declint.language.values import Value, promised, same_measure, value_of
from declint.rules.gol.phrases import focus_of, head_phrase, own_words

_CONTEXT, _SYNONYM, _ENOUGH = 0.7, 0.85, 0.95
SAME_THING, _CLEARLY = 0.74, 0.15


class Row(Struct, frozen=True, gc=False):
    """What matching needs of an indicator; ``number`` is its place among the declaration's indicators."""

    number: int
    name: str
    target: Target

    @property
    def thing(self) -> str:
        """What is counted: 疫苗接种 of 疫苗接种剂次, 惠及 of 惠及户数."""
        name = bare(self.name)
        return uncounted(name.removesuffix(bare(self.target.unit)) or name)


class Named(Struct, eq=False, gc=False):
    """A row with what is worked out of its name once, for comparing it with every promise.

    ``swapped`` is the profile of the name with synonyms replaced; ``known`` are the pairs of the two names,
    ``pairs`` all of them; ``ending`` is the head of the name, counting words aside.
    """

    row: Row
    swapped_name: str
    name: Profile
    swapped: Profile
    known: Known
    known_swapped: Known
    value: Value | None
    ending: str
    pairs: frozenset[str]


class Said(Struct, eq=False, gc=False):
    """A promise with what is worked out of it once, for comparing it with every row.

    ``around`` are the pairs of its sentence, ``swapped`` the same with synonyms replaced; ``pairs`` are all
    pairs of characters that a row can share with it.
    """

    promise: Promise
    head: str
    focus: Profile
    swapped_focus: Profile
    around: Known
    swapped: Known
    pairs: frozenset[str]
    ending: str


def _named(row: Row, common: Mapping[str, int]) -> Named:
    swapped, target = in_other_words(row.name), row.target
    name = profile(row.name, common)
    return Named(
        row,
        swapped,
        name,
        name if swapped == row.name else profile(swapped, common),
        known_alone(row.name),
        known_alone(swapped),
        value_of(target.operator, target.number, target.upper, target.unit)
        if target.number is not None
        else None,
        counted(row.name)[-2:],
        name.grams if swapped == row.name else name.grams.union(pairs_of(swapped)),
    )


def _said(promise: Promise, common: Mapping[str, int]) -> Said:
    words_around = (*own_words(promise), (promise.context, _CONTEXT))
    phrase = focus_of(promise)
    focus, other_phrase = profile(phrase, common), in_other_words(phrase)
    swapped_focus = focus if other_phrase == phrase else profile(other_phrase, common)
    around = known(*words_around)
    other_words = tuple((in_other_words(text), credit) for text, credit in words_around)
    swapped = around if other_words == words_around else known(*other_words)
    pairs = focus.grams.union(swapped_focus.grams, around, swapped)
    head = head_phrase(promise)
    return Said(promise, head, focus, swapped_focus, around, swapped, pairs, counted(head)[-2:])


class Pair(Struct, eq=False, gc=False):
    """How a promise and a row compare, each from 0 to 1.

    ``coverage``: how much of the name stands in the promise and around it; ``phrase``: how much of the words
    nearest to the figure stands in the name; ``score``: both together.
    """

    said: Said
    named: Named
    score: float
    coverage: float
    phrase: float
    row: int
    value: Value | None

    @property
    def own(self) -> float:
        """Coverage by the clause alone."""
        return self.named.name.told_by(known(*own_words(self.said.promise)))

    @property
    def whole(self) -> float:
        """Coverage with every word counting alike."""
        promise, thing = self.said.promise, in_other_words(self.named.row.thing)
        said = f"{promise.section} {promise.context} {promise.subject}"
        return told(thing, in_other_words(said))

    @property
    def spelt(self) -> bool:
        """Whether the name may be an abbreviation of what is said."""
        promise = self.said.promise
        said = bare(in_other_words(f"{promise.section} {promise.subject}"))
        return spelt_within(self.named.swapped_name, Counter(said))


class Scores:
    """The likeness of every promise with every row.

    ``given`` are the dividing words that the project's name has: what all of it is about divides nothing, and
    neither does a place that the bodies or the project itself are of, ``own_places``.
    """

    def __init__(
        self,
        found: list[Promise],
        rows: tuple[Row, ...],
        title: str = "",
        places: tuple[str, ...] = (),
    ) -> None:
        self.promises, self.rows = found, rows
        self.own_places = (*places, *own_places(title))
        self.given = tuple(word for word in words("prose", "区别") if word in title)
        common = common_pairs(row.name for row in rows)
        named = [_named(row, common) for row in rows]
        said = [_said(promise, common) for promise in found]
        self.pairs = [
            sorted((_pair(each, row) for row in named), key=attrgetter("score"), reverse=True)
            for each in said
        ]
        self.texts = [
            (row.number, promised(promise))
            for row in rows
            for text in ((row.name,) if row.target.is_number else (row.name, row.target.raw))
            if has_digit(text)
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
        thing = self.rows[row].thing
        return alone and (shared_words(head_phrase(promise), thing) or thing in bare(promise.subject))

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


def _pair(said: Said, named: Named) -> Pair:
    row = named.row
    coverage = phrase = 0.0
    if not said.pairs.isdisjoint(named.pairs):
        coverage = _best(named.name, said.around, named.swapped, said.swapped)
        phrase = _best(said.focus, named.known, said.swapped_focus, named.known_swapped)
    score = 0.62 * coverage + 0.38 * phrase
    if said.ending == named.ending and len(named.ending) > 1:
        score = min(1.0, score + 0.1)
    if score:
        score *= _kinship(said, row)
    return Pair(said, named, score, coverage, phrase, row.number, named.value)


def _best(one: Profile, pairs: Known, swapped: Profile, swapped_pairs: Known) -> float:
    """How much of a phrase is told, in its own words or, for a little less, in other words."""
    plain = one.told_by(pairs)
    if plain > _ENOUGH or (swapped is one and swapped_pairs is pairs):
        return plain
    return max(plain, _SYNONYM * swapped.told_by(swapped_pairs))


def _kinship(said: Said, row: Row) -> float:
    """1 where promise and row measure in one way; less where one is a rate of another sort."""
    promise, measure, target = said.promise, measure_of(row.name), row.target
    if not promise.is_percentage or not target.is_percentage:
        return 1.0
    grows = measure is not None and measure.name in (GROWTH, DECREASE)
    if grows is not promise.change:
        return 0.3
    own = measure_of(said.head)
    if own is None or measure is None or promise.change:
        return 1.0 if measure is None or promise.change else 0.85
    if own.name != measure.name and SATISFACTION in (own.name, measure.name):
        return 0.3
    alike = shared_words(in_other_words(said.head), in_other_words(row.name))
    return 1.0 if alike or own.head == measure.head else 0.6
