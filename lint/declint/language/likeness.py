"""How alike two texts are."""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby


def nearest(text: str, choices: Sequence[str], least: float = 60) -> str | None:
    """The choice most like ``text``, or None where none is alike enough (0 to 100)."""
    from rapidfuzz import fuzz, process

    best = process.extractOne(text, choices, scorer=fuzz.ratio, score_cutoff=least)
    return best[0] if best else None


def ratio(one: str, other: str) -> float:
    """Likeness from 0 to 100: shared characters in order."""
    from rapidfuzz import fuzz

    return float(fuzz.ratio(one, other))


def edits(one: str, other: str, most: int) -> int:
    """How many characters must change to make one the other; more than ``most`` counts as ``most + 1``."""
    from rapidfuzz.distance import Levenshtein

    return int(Levenshtein.distance(one, other, score_cutoff=most))


def grams(text: str, size: int) -> Iterator[str]:
    """Every stretch of ``size`` characters, in order."""
    return (text[at : at + size] for at in range(len(text) - size + 1))


def left_over(text: str, known: Collection[str], size: int) -> list[str]:
    """The stretches of a text that stand in none of its grams of ``size`` characters that are known."""
    covered = [False] * len(text)
    for at, gram in enumerate(grams(text, size)):
        if gram in known:
            covered[at : at + size] = [True] * size
    runs = groupby(range(len(text)), key=covered.__getitem__)
    return ["".join(text[at] for at in run) for is_covered, run in runs if not is_covered]
