"""How much of what one phrase tells others tell too: by pairs of characters, weighted by how telling."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain, repeat
from operator import truediv

from msgspec import Struct

from declint.language.topics import pairs_of, spoken, weights_of

Known = dict[str, float]
"""Pairs of characters that texts have, with the credit that each pair earns (0 to 1)."""


def known(*texts: tuple[str, float]) -> Known:
    """The pairs of these texts, each with the credit that it earns, those that earn least first."""
    found: Known = {}
    for text, credit in texts:
        if text:
            found.update(dict.fromkeys(pairs_of(spoken(text)), credit))
    return found


class Phrase(Struct, eq=False, dict=True):
    """A phrase by the pairs of its neighbouring characters: ``pairs`` in order, ``known`` for others."""

    said: str
    pairs: tuple[str, ...]
    known: Known

    @cached_property
    def alone(self) -> "Profile":
        """The phrase as it tells by itself."""
        weights = weights_of(self.said) if self.pairs else ()
        return Profile(self, weights, sum(weights))

    def among(self, common: Mapping[str, int]) -> "Profile":
        """The phrase as it tells among others; ``common`` counts in how many of them a pair stands.

        The more, the less it tells.
        """
        times = list(map(common.get, self.pairs, repeat(1)))
        if max(times, default=1) == 1:
            return self.alone
        rarer = map(min, (times[0], *times), (*times, times[-1]))
        weights = tuple(map(truediv, self.alone.weights, map(pow, rarer, repeat(0.5))))
        return Profile(self, weights, sum(weights))


class Profile(Struct, eq=False, gc=False):
    """A phrase for measuring how much of it is told; ``weights`` say how telling each character is."""

    phrase: Phrase
    weights: tuple[float, ...]
    total: float

    def told_by(self, pairs: Known) -> float:
        """How much of the phrase the pairs tell, 0 to 1; a character takes the better of its two pairs."""
        if self.phrase.known.keys().isdisjoint(pairs):
            return 0.0
        earned: dict[int, float] = {}
        for at, pair in enumerate(self.phrase.pairs):
            if pair in pairs:
                credit = pairs[pair]
                if credit > earned.get(at, 0.0):
                    earned[at] = credit
                earned[at + 1] = credit
        got = 0.0
        for at, credit in earned.items():
            got += self.weights[at] * credit
        return got / self.total


def phrase(text: str) -> Phrase:
    """A phrase for measuring how much of it is told."""
    said = spoken(text)
    pairs = tuple(pairs_of(said))
    return Phrase(said, pairs, dict.fromkeys(pairs, 1.0))


def common_pairs(phrases: Iterable[Phrase]) -> Mapping[str, int]:
    """In how many of these phrases a pair of characters stands."""
    return Counter(chain.from_iterable(each.known for each in phrases))


def told(one: str, text: str) -> float:
    """How much of what a phrase tells a text tells too, 0 to 1."""
    return phrase(one).alone.told_by(known((text, 1.0)))
