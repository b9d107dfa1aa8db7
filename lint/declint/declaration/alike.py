"""Which declarations have goals that begin alike."""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import chain

MOST = 3
"""With how many others a declaration is compared."""
_KNOWN = 8
"""So many declarations are known by the beginning of a clause; what more of them have is told by others."""
_MARKS = 1 << 22


def alike(beginnings: Sequence[Sequence[int]], wanted: Collection[int]) -> dict[int, tuple[int, ...]]:
    """For each wanted number those before it that share most beginnings with it, the likest first.

    Beginnings are given as ``language.clauses.beginnings`` numbers them.
    """
    is_every = len(wanted) == len(beginnings)
    sought = (
        _recurring(beginnings) if is_every else {each for number in wanted for each in beginnings[number]}
    )
    known: dict[int, tuple[int, ...]] = dict.fromkeys(sought, ())
    found: dict[int, tuple[int, ...]] = {}
    for number, row in enumerate(beginnings):
        having = list(map(known.get, row))
        if number in wanted:
            found[number] = _likest(having)
        for beginning, numbers in zip(row, having, strict=True):
            if numbers is not None and len(numbers) < _KNOWN:
                known[beginning] = (*numbers, number)
    return found


def _likest(having: Sequence[tuple[int, ...] | None]) -> tuple[int, ...]:
    """Those that are named most often, of as many the one that is named first."""
    shared = Counter(chain.from_iterable(filter(None, having)))
    return tuple(sorted(shared, key=shared.__getitem__, reverse=True)[:MOST])


def _recurring(beginnings: Sequence[Sequence[int]]) -> set[int]:
    """The beginnings that several have, and a few others: numbers share marks, which take little room."""
    marks = bytearray(_MARKS)
    again: set[int] = set()
    for own in beginnings:
        for beginning in own:
            mark = beginning % _MARKS
            if marks[mark]:
                again.add(beginning)
            marks[mark] = 1
    return again
