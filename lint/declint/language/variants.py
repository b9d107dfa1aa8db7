"""Two spellings of one name: which single character tells them apart, and whether it may be a slip."""

from collections.abc import Iterator
from functools import cache

from declint.language.lexicon import lexicon


@cache
def _series() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(str(line)) for line in lexicon("name_variants")["成组的字"])


def are_series(one: str, other: str) -> bool:
    """Whether two characters number or sort things (一 and 二, 省 and 市), so that the names differ."""
    return any(one in group and other in group for group in _series())


def differing(one: str, other: str) -> int | None:
    """The one position at which two names of equal length differ, or None where it is not exactly one."""
    found = [at for at, (first, second) in enumerate(zip(one, other, strict=True)) if first != second]
    return found[0] if len(found) == 1 else None


def may_be_slip(one: str, other: str) -> bool:
    """Whether names of equal length differ in one character that is not in a series, and not at the end."""
    at = differing(one, other)
    return at is not None and at < len(one) - 2 and not are_series(one[at], other[at])


def variants_in(text: str, name: str) -> Iterator[tuple[int, str]]:
    """Where a text has ``name`` with one character changed, and how it is written there.

    One half of the name stands unchanged, so each half is looked for; the cost is linear.
    """
    middle = len(name) // 2
    seen: set[int] = set()
    for half, offset in ((name[:middle], 0), (name[middle:], middle)):
        at = text.find(half)
        while at >= 0:
            start = at - offset
            written = text[max(start, 0) : start + len(name)]
            if start >= 0 and start not in seen and len(written) == len(name) and may_be_slip(name, written):
                seen.add(start)
                yield start, written
            at = text.find(half, at + 1)
