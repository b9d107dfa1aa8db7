"""How alike two texts are."""

from collections.abc import Sequence


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
