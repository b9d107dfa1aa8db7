"""How far a promise of a goals text and a row of the form speak of the same thing."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from functools import cached_property
from itertools import chain

from msgspec import Struct

from declint.declaration.model import Indicator
from declint.language.coverage import Known, Phrase, Profile, known, phrase, told
from declint.language.measures import DECREASE, GROWTH, SATISFACTION, Measure, measure_of
from declint.language.names import bare
from declint.language.promises import Promise
from declint.language.topics import counted, in_other_words, pairs_of, shared_words, spelt_within, spoken_once
from declint.language.values import Value
from declint.rules.gol.names import Named
from declint.rules.gol.phrases import focus_of, head_phrase
from declint.rules.gol.rows import Row

_SYNONYM = 0.85
_SECTION, _CONTEXT, _CLAUSE = 0.55, 0.7, 1.0
"""How much it earns a row to stand in the heading, in the rest of the sentence, in the promise's clause."""


class SaidWords(Struct, eq=False, dict=True):
    """The words of a promise: those nearest to the figure, and the pairs of all that its sentence says."""

    focus: str
    around: Known
    having: Mapping[str, Sequence[int]]

    @cached_property
    def profile(self) -> Profile:
        """The words nearest to the figure as they tell among the names of all rows."""
        return phrase(self.focus).among(self.having)

    def told_by(self, name: Phrase) -> float:
        """How much of the words nearest to the figure a name tells, 0 to 1."""
        if len(self.focus) > 1 and self.focus in name.said:
            return 1.0
        return self.profile.told_by(name.known)


class Said(Struct, eq=False, dict=True):
    """A promise with what is worked out of it once, for comparing it with rows.

    ``head`` is what stands in front of the figure, ``ending`` the last of it, counting words aside.
    """

    promise: Promise
    head: str
    own: SaidWords
    ending: str
    is_percentage: bool

    @cached_property
    def swapped(self) -> SaidWords:
        """The words of the promise with synonyms replaced; ``own`` where it has none."""
        own = _said_texts(self.promise)
        other = list(map(in_other_words, own))
        return self.own if other == own else _said_words(other, self.own.having)

    @cached_property
    def pairs(self) -> Set[str]:
        """All pairs of characters that a row can share with the promise."""
        words = [self.own] if self.swapped is self.own else [self.own, self.swapped]
        return {*chain.from_iterable((*each.around, *pairs_of(each.focus)) for each in words)}

    @cached_property
    def measure(self) -> Measure | None:
        """What the words in front of the figure measure."""
        return measure_of(self.head)


def said_promise(promise: Promise, having: Mapping[str, Sequence[int]]) -> Said:
    """A promise for comparing it with rows; ``having`` holds the names that have a pair of characters."""
    head = head_phrase(promise)
    words = _said_words(_said_texts(promise), having)
    return Said(promise, head, words, counted(head)[-2:], promise.is_percentage)


def _said_texts(promise: Promise) -> list[str]:
    """The words nearest to the figure, then all that its sentence says, the most telling last."""
    return [focus_of(promise), promise.section, promise.context, promise.subject]


def _said_words(texts: list[str], having: Mapping[str, Sequence[int]]) -> SaidWords:
    focus, *around = texts
    told = zip(around, (_SECTION, _CONTEXT, _CLAUSE), strict=True)
    return SaidWords(spoken_once(focus), known(*told), having)


class Pair(Struct, eq=False, gc=False):
    """How a promise and a row compare, each from 0 to 1.

    ``coverage``: how much of the name stands in the promise and around it; ``phrase``: how much of the words
    nearest to the figure stands in the name; ``score``: both together.
    """

    said: Said
    row: Row
    named: Named
    score: float
    coverage: float
    phrase: float

    @property
    def value(self) -> Value | None:
        """What the row states, None where it is no number."""
        return self.row.value

    @property
    def own(self) -> float:
        """Coverage by the clause alone."""
        promise = self.said.promise
        said = known((promise.section, _SECTION), (promise.subject, _CLAUSE))
        return self.named.own.told_by(said)

    @property
    def whole(self) -> float:
        """Coverage with every word counting alike."""
        promise, thing = self.said.promise, in_other_words(self.row.thing)
        said = f"{promise.section} {promise.context} {promise.subject}"
        return told(thing, in_other_words(said))

    @property
    def spelt(self) -> bool:
        """Whether the name may be an abbreviation of what is said."""
        promise = self.said.promise
        said = bare(in_other_words(f"{promise.section} {promise.subject}"))
        return spelt_within(in_other_words(self.row.name), Counter(said))


def compared(said: Said, row: Row, named: Named) -> Pair:
    """How a promise and a row compare."""
    coverage, phrase = named.own.told_by(said.own.around), said.own.told_by(named.name.own)
    if coverage < _SYNONYM or phrase < _SYNONYM:  # else no other words can tell more
        mine, yours = said.swapped, named.swapped
        if mine is not said.own or yours is not named.own:
            coverage = max(coverage, _SYNONYM * yours.told_by(mine.around))
            phrase = max(phrase, _SYNONYM * mine.told_by(named.name.swapped))
    score = 0.62 * coverage + 0.38 * phrase
    if said.ending == named.name.ending and len(said.ending) > 1:
        score = min(1.0, score + 0.1)
    if score and said.is_percentage and row.target.is_percentage:
        score *= _kinship(said, row.indicator)
    return Pair(said, row, named, score, coverage, phrase)


def _kinship(said: Said, indicator: Indicator) -> float:
    """1 where two rates are of one sort, less where they are not."""
    change, measure = said.promise.change, indicator.measure
    grows = measure is not None and measure.name in (GROWTH, DECREASE)
    if grows is not change:
        return 0.3
    own = said.measure
    if own is None or measure is None or change:
        return 1.0 if measure is None or change else 0.85
    if own.name != measure.name and SATISFACTION in (own.name, measure.name):
        return 0.3
    alike = shared_words(in_other_words(said.head), in_other_words(indicator.name))
    return 1.0 if alike or own.head == measure.head else 0.6
