"""How much of what one phrase tells others tell too: by pairs of characters, weighted by how telling."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from declint.language.topics import pairs_of, spoken, spoken_once, weights_of

Known = dict[str, float]
"""Pairs of characters that texts have, with the credit that each pair earns (0 to 1)."""


def known(*texts: tuple[str, float]) -> Known:
    """The pairs of these texts, each with the credit that it earns, those that earn least first."""
    found: Known = {}
    for text, credit in texts:
        for pair in pairs_of(spoken_once(text)) if text else ():
            found[pair] = credit
    return found


class Phrase(Struct, eq=False, dict=True):
    """A phrase by its characters that are compared, and the pairs of them that it makes known to others."""

    said: str
    known: Known

    @cached_property
    def alone(self) -> "Profile":
        """The phrase as it tells by itself."""
        weights = weights_of(self.said) if self.known else ()
        return Profile(tuple(pairs_of(self.said)), weights, sum(weights))

    def among(self, having: Mapping[str, Sequence[int]]) -> "Profile":
        """The phrase as it tells among others: a pair of characters that many of them have tells less.

        ``having`` holds those that have a pair; a pair that it has not stands in this phrase alone.
        """
        alone, weights = self.alone, list[float]()
        times = [len(having.get(pair, _ONE)) for pair in alone.pairs]
        before = times[0] if times else 1
        for weight, behind in zip(alone.weights, (*times, *times[-1:]), strict=True):
            often = behind if behind < before else before  # noqa: FURB136  (quicker than min)
            weights.append(weight if often == 1 else weight / often**0.5)
            before = behind
        return Profile(alone.pairs, tuple(weights), sum(weights))


_ONE = (0,)


class Profile(Struct, eq=False, gc=False):
    """A phrase for measuring how much of it is told.

    ``pairs`` are its pairs of neighbouring characters in order, ``weights`` how telling each character is.
    """

    pairs: tuple[str, ...]
    weights: tuple[float, ...]
    total: float

    def told_by(self, pairs: Known) -> float:
        """How much of the phrase the pairs tell, 0 to 1; a character takes the better of its two pairs."""
        got = before = 0.0
        for weight, pair in zip(self.weights, self.pairs):  # noqa: B905  (there is one weight more)
            if pair in pairs:
                credit = pairs[pair]
                got += weight * (credit if credit > before else before)  # noqa: FURB136  (quicker than max)
                before = credit
            elif before:
                got += weight * before
                before = 0.0
        if before:
            got += self.weights[-1] * before
        return got / self.total if got else 0.0


def phrase(said: str) -> Phrase:
    """A phrase of characters that are compared (as ``spoken`` gives them)."""
    return Phrase(said, dict.fromkeys(pairs_of(said), 1.0))


def told(one: str, text: str) -> float:
    """How much of what a phrase tells a text tells too, 0 to 1."""
    return phrase(spoken(one)).alone.told_by(known((text, 1.0)))
