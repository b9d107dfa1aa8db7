"""How much of what one phrase tells others tell too: by pairs of characters, weighted by how telling."""

from collections.abc import Mapping

from msgspec import Struct

from declint.language.likeness import grams
from declint.language.topics import topic

Known = dict[str, float]
"""Pairs of characters that texts have, with the credit that each pair earns (0 to 1)."""


def known(*texts: tuple[str, float]) -> Known:
    """The pairs of these texts; ``texts`` come with the credit that each of them earns."""
    found: Known = {}
    for text, credit in texts:
        for gram in grams(topic(text).text, 2):
            if credit > found.get(gram, 0.0):
                found[gram] = credit
    return found


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

    ``common`` counts in how many phrases of this kind a pair of characters stands:
    the more, the less it tells.
    """
    own, often = topic(phrase), common or {}
    pairs = list(grams(own.text, 2))
    if not pairs:
        return Profile((), frozenset(), 0.0)
    characters = []
    for at, weight in enumerate(own.weights):
        first, second = pairs[max(at - 1, 0)], pairs[min(at, len(pairs) - 1)]
        seldom = max(1, min(often.get(first, 0), often.get(second, 0)))
        characters.append((weight / seldom**0.5, first, second))
    return Profile(tuple(characters), frozenset(pairs), sum(telling for telling, _, _ in characters))


def told(phrase: str, text: str) -> float:
    """How much of what a phrase tells a text tells too, 0 to 1."""
    return profile(phrase).told_by(known((text, 1.0)))
