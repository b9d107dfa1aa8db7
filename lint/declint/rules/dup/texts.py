"""Descriptive targets made comparable, and which of them are copies of which."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache

from msgspec import Struct

from declint.declaration.edition import Kind
from declint.declaration.model import Declaration, Indicator
from declint.language import measures
from declint.language.lexicon import lexicon, words
from declint.language.likeness import grams, left_over, ratio
from declint.language.names import bare
from declint.language.wishes import is_wish
from declint.pattern import pattern

SHORTEST = 8
"""A text of fewer characters is no prose, and equal by chance."""
_TELLING = 6
_ENOUGH = 200
_GRAM, _SEED = 6, 4
_KNOWN_PER_GRAM = 4
_LONG_ENOUGH_FOR_SLIPS = 30
_ENDING = 3
_ALIKE = 85
_CHINESE = pattern(r"[\u4e00-\u9fff]")
_MAY_SLIP = pattern(r"[\u4e00-\u9fff()]{0,2}")


class Text(Struct, frozen=True, dict=True):
    """A row whose target is prose; ``plain`` is the prose without blanks and punctuation."""

    indicator: Indicator
    plain: str

    @cached_property
    def key(self) -> str:
        """The prose without the words that change no sense."""
        return _empty().sub("", self.plain)

    @property
    def is_on_satisfaction(self) -> bool:
        """Whether the row belongs to satisfaction, by its category or by its name."""
        measure = self.indicator.measure
        return self.indicator.kind is Kind.SATISFACTION or bool(
            measure and measure.name == measures.SATISFACTION
        )


def texts(declaration: Declaration) -> list[Text]:
    """The rows with a text that is somebody's own words, in their order."""
    return declaration.once(_texts)


def _texts(declaration: Declaration) -> list[Text]:
    return [
        Text(indicator, plain)
        for indicator in declaration.indicators
        if indicator.target.is_text and _is_own_words(plain := bare(indicator.target.raw))
    ]


@lru_cache(maxsize=1_000)
def _is_own_words(plain: str) -> bool:
    plain = plain[:_ENOUGH]
    telling = _stock().sub("", plain)
    return len(_CHINESE.findall(plain)) >= SHORTEST and len(_CHINESE.findall(telling)) >= _TELLING


@cache
def _stock() -> re.Pattern[str]:
    """The words of stock values, which everybody uses, and dates."""
    return pattern("|".join((*words("copies", "现成词"), *"年月日底")))


class Shelf:
    """Texts that a later one can be compared with, found by the stretches they share."""

    def __init__(self) -> None:
        self._by_text: dict[str, Text] = {}
        self._by_plain: dict[str, Text] = {}
        self._by_gram: dict[str, list[str]] = {}
        self._new: list[str] = []

    def add(self, text: Text) -> None:
        """Put a text on the shelf; of equal ones only the first."""
        if self._by_text.setdefault(text.key, text) is not text:
            return
        self._by_plain[text.plain] = text
        self._new.append(text.plain)

    def same(self, text: Text) -> Text | None:
        """The text with the same words, empty ones aside."""
        return self._by_text.get(text.key)

    def near(self, text: Text) -> Iterator[Text]:
        """The texts that share most with this one, the likest first, at most three."""
        self._divide_new()
        shared = Counter(
            plain for gram in dict.fromkeys(grams(text.plain, _SEED)) for plain in self._by_gram.get(gram, ())
        )
        for plain, _ in shared.most_common(3):
            yield self._by_plain[plain]

    def _divide_new(self) -> None:
        """Enter the stretches of what was added since somebody asked for them."""
        for plain in self._new:
            for gram in dict.fromkeys(grams(plain, _SEED)):
                known = self._by_gram.setdefault(gram, [])
                if len(known) < _KNOWN_PER_GRAM:
                    known.append(plain)
        self._new.clear()


def contained(one: str, other: str) -> bool:
    """Whether nearly all of the shorter text stands in the longer one."""
    short, long = sorted((one, other), key=len)
    rest = left_over(short, frozenset(grams(long, _GRAM)), _GRAM)
    return len("".join(rest)) * 6 <= len(short)


def same_but_for_slips(one: str, other: str) -> bool:
    """Whether two long texts say the same, but for one slip of the pen that tells nothing apart."""
    ours = left_over(one, frozenset(grams(other, _GRAM)), _GRAM)
    theirs = left_over(other, frozenset(grams(one, _GRAM)), _GRAM)
    if len("".join(ours + theirs)) * 4 > min(len(one), len(other)):
        return False
    return (
        min(len(one), len(other)) >= _LONG_ENOUGH_FOR_SLIPS
        and max(len(ours), len(theirs)) == 1
        and all(_MAY_SLIP.fullmatch(rest) and not _distinguishes(rest) for rest in ours + theirs)
    )


@cache
def _empty() -> re.Pattern[str]:
    return pattern("|".join(words("copies", "虚词")))


def _distinguishes(rest: str) -> bool:
    return any(char in lexicon("copies")["区别字"] for char in rest)


def satisfaction_copies(declaration: Declaration) -> list[tuple[Text, Text]]:
    """Each row on satisfaction whose text is another row's, with that row."""
    return declaration.once(_satisfaction_copies)


def _satisfaction_copies(declaration: Declaration) -> list[tuple[Text, Text]]:
    rows = texts(declaration)
    asked = [row for row in rows if row.is_on_satisfaction and "满意" not in row.plain]
    shelf = Shelf()
    for row in rows if asked else ():
        if not row.is_on_satisfaction:
            shelf.add(row)
    found = ((row, shelf.same(row) or _taken(row, shelf)) for row in asked)
    return [(row, other) for row, other in found if other]


def _taken(row: Text, shelf: Shelf) -> Text | None:
    return next((each for each in shelf.near(row) if _is_taken(row, each)), None)


def _is_taken(row: Text, other: Text) -> bool:
    """Whether a text on satisfaction was taken from another row."""
    if any(word in row.plain for word in words("copies", "认可说法")):
        return row.plain in other.plain
    return contained(row.plain, other.plain) or (
        max(len(row.plain), len(other.plain)) <= _ENOUGH and ratio(row.plain, other.plain) >= _ALIKE
    )


def copies(declaration: Declaration) -> list[tuple[Text, Text]]:
    """Each row whose text stands in an earlier row, with that row; satisfaction that is a copy aside.

    Works of one kind may well be held to one standard or state, and two wishes may be one wish.
    """
    return declaration.once(_copies)


def _copies(declaration: Declaration) -> list[tuple[Text, Text]]:
    copied = {id(row) for row, _ in satisfaction_copies(declaration)}
    rows = texts(declaration)
    shelf = Shelf()
    found = []
    for row in rows if len(rows) > 1 else ():
        if id(row) in copied or is_wish(row.indicator.target.raw):
            continue
        other = shelf.same(row) or _with_a_slip(row, shelf)
        if other is None:
            shelf.add(row)
        elif not _names_standard(row.plain) and not _alike(row.indicator, other.indicator):
            found.append((row, other))
    return found


def _with_a_slip(row: Text, shelf: Shelf) -> Text | None:
    if len(row.plain) < _LONG_ENOUGH_FOR_SLIPS:
        return None
    return next((each for each in shelf.near(row) if same_but_for_slips(row.plain, each.plain)), None)


def _names_standard(plain: str) -> bool:
    """Whether a text only says by which standard, rule or limit a thing is done."""
    return plain.startswith(words("copies", "标准开头")) or any(
        sign.lower() in plain for sign in words("copies", "据标准")
    )


def _alike(one: Indicator, other: Indicator) -> bool:
    """Whether two rows give one property of two things: 门诊楼装修质量, 住院楼装修质量."""
    if one.measure and other.measure and one.measure.name == other.measure.name:
        return True
    return one.bare[-_ENDING:] == other.bare[-_ENDING:]
