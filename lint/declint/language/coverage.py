"""How much of what one phrase tells others tell too: by pairs of characters, weighted by how telling."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain

from msgspec import Struct

from declint.language.topics import pairs_of, topic

Known = dict[str, float]
"""Pairs of characters that texts have, with the credit that each pair earns (0 to 1)."""


def known(*texts: tuple[str, float]) -> Known:
    """The pairs of these texts; ``texts`` come with the credit that each of them earns."""
    found: Known = {}
    for text, credit in sorted(texts, key=lambda each: each[1]):
        found.update(dict.fromkeys(pairs_of(text), credit))
    return found


@lru_cache(maxsize=20_000)
def known_alone(text: str) -> Known:
    """The pairs of one short text with full credit; asked about again and again."""
    return known((text, 1.0))


class Profile(Struct, frozen=True):
    """A phrase for measuring how much of it is told elsewhere.

    ``characters`` are how telling each one is, and the one or two pairs that it stands in.
    """

    characters: tuple[tuple[float, str, str], ...]
    grams: frozenset[str]
    total: float

    def told_by(self, pairs: Known) -> float:
        """How much of the phrase the pairs tell, 0 to 1."""
        if not self.total or self.grams.isdisjoint(pairs):
            return 0.0
        credit = pairs.get
        got = 0.0
        for telling, first, second in self.characters:
            one, other = credit(first, 0.0), credit(second, 0.0)
            got += telling * (one if one > other else other)  # noqa: FURB136  (the innermost loop of all)
        return got / self.total


def profile(phrase: str, common: Mapping[str, int] | None = None) -> Profile:
    """The profile of a phrase.

    ``common`` counts in how many phrases of this kind a pair of characters stands, where that is more than
    one: the more, the less it tells.
    """
    alone = _alone(phrase)
    return _among(alone, common) if common and not alone.grams.isdisjoint(common) else alone


def common_pairs(phrases: Iterable[str]) -> dict[str, int]:
    """In how many of these phrases a pair of characters stands, where that is more than one."""
    count = Counter(chain.from_iterable(_alone(phrase).grams for phrase in phrases))
    return {pair: times for pair, times in count.items() if times > 1}


@lru_cache(maxsize=20_000)
def _alone(phrase: str) -> Profile:
    own, pairs = topic(phrase), pairs_of(phrase)
    if not pairs:
        return Profile((), frozenset(), 0.0)
    characters = tuple(zip(own.weights, (pairs[0], *pairs), (*pairs, pairs[-1]), strict=True))
    return Profile(characters, frozenset(pairs), sum(own.weights))


def _among(alone: Profile, common: Mapping[str, int]) -> Profile:
    characters = tuple(
        (weight / min(common[first], common[second]) ** 0.5, first, second)
        if first in common and second in common
        else (weight, first, second)
        for weight, first, second in alone.characters
    )
    return Profile(characters, alone.grams, sum(telling for telling, _, _ in characters))


def told(phrase: str, text: str) -> float:
    """How much of what a phrase tells a text tells too, 0 to 1."""
    return profile(phrase).told_by(known((text, 1.0)))
