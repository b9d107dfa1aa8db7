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


@lru_cache(maxsize=1_000)
def known_alone(text: str) -> Known:
    """The pairs of one short text with full credit; asked about again and again."""
    return known((text, 1.0))


class Profile(Struct, frozen=True, gc=False):
    """A phrase for measuring how much of it is told elsewhere.

    ``pairs`` are its pairs of neighbouring characters in order, ``weights`` how telling each character is.
    """

    pairs: tuple[str, ...]
    weights: tuple[float, ...]
    grams: frozenset[str]
    total: float

    def told_by(self, pairs: Known) -> float:
        """How much of the phrase the pairs tell, 0 to 1; a character takes the better of its two pairs."""
        if not self.total or self.grams.isdisjoint(pairs):
            return 0.0
        earned: dict[int, float] = {}
        for at, pair in enumerate(self.pairs):
            if pair in pairs:
                credit = pairs[pair]
                if credit > earned.get(at, 0.0):
                    earned[at] = credit
                earned[at + 1] = credit
        got = 0.0
        for at, credit in earned.items():
            got += self.weights[at] * credit
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


@lru_cache(maxsize=1_000)
def _alone(phrase: str) -> Profile:
    pairs, weights = pairs_of(phrase), topic(phrase).weights
    return (
        Profile(pairs, weights, frozenset(pairs), sum(weights))
        if pairs
        else Profile((), (), frozenset(), 0.0)
    )


def _among(alone: Profile, common: Mapping[str, int]) -> Profile:
    times = [common.get(pair, 1) for pair in alone.pairs]
    weights = tuple(
        weight if one == 1 or other == 1 else weight / min(one, other) ** 0.5
        for weight, one, other in zip(alone.weights, (times[0], *times), (*times, times[-1]), strict=True)
    )
    return Profile(alone.pairs, weights, alone.grams, sum(weights))


def told(phrase: str, text: str) -> float:
    """How much of what a phrase tells a text tells too, 0 to 1."""
    return profile(phrase).told_by(known((text, 1.0)))
