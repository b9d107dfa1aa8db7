"""How alike two texts are.

Few pairs of a run come so far that it has to be told, so Python tells it: to load a library for it takes
longer than to check a declaration. It is loaded where one of many choices is sought.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby


def nearest(text: str, choices: Sequence[str], least: float = 60) -> str | None:
    """The choice most like ``text``, or None where none is alike enough (0 to 100)."""
    from rapidfuzz import fuzz, process

    best = process.extractOne(text, choices, scorer=fuzz.ratio, score_cutoff=least)
    return best[0] if best else None


def ratio(one: str, other: str) -> float:
    """Likeness from 0 to 100: shared characters in order."""
    both = len(one) + len(other)
    return 100 * (1 - (both - 2 * _shared(one, other)) / both) if both else 100.0


def _shared(one: str, other: str) -> int:
    """How many characters the texts share in order: bit by bit, a row of the usual table at a time."""
    places: dict[str, int] = {}
    for at, char in enumerate(one):
        places[char] = places.get(char, 0) | 1 << at
    unshared = every = (1 << len(one)) - 1
    for char in other:
        met = unshared & places.get(char, 0)
        unshared = (unshared + met | unshared - met) & every
    return len(one) - unshared.bit_count()


def is_one_off(one: str, other: str) -> bool:
    """Whether a single character that is changed, added or left out makes one text the other."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    pairs = enumerate(zip(one, other, strict=False))
    start = next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))
    left, right = one[start:], other[start:]
    return left[1:] == right[1:] or left[1:] == right or left == right[1:]


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
