"""What was compared last in one place, and what has changed since."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

KEY, MARK = 16, 24
"""A mark of a file is its key and a digest of its path: so many bytes."""
_FEW = 8
"""Little has changed where it is at most one file in so many."""


class Recent(Struct, frozen=True, array_like=True):
    """One comparison: the ``marks`` of its files in their order, and what came of it.

    ``filed`` says of each file by whom, as a number in ``names``; ``likest`` has the numbers of those whose
    goals begin most alike. ``silent`` are the marks of groups of which nothing was to be said; of the others,
    ``spoken`` has the mark and the members. ``variants`` are the first names of variants, by a digest of all
    the names. ``is_whole`` is False where something could not be remembered.
    """

    marks: bytes = b""
    names: tuple[tuple[str, str], ...] = ()
    filed: bytes = b""
    likest: bytes = b""
    silent: bytes = b""
    spoken: tuple[tuple[bytes, tuple[int, ...]], ...] = ()
    variants: dict[bytes, dict[str, str]] = {}
    is_whole: bool = False


class Past(NamedTuple):
    """What is known of files that are to be compared: the comparison before, and their own marks."""

    recent: Recent
    marks: list[bytes]

    @property
    def holds(self) -> bool:
        """Whether nothing has changed."""
        return self.recent.is_whole and self.recent.marks == b"".join(self.marks)


class Changes(Struct, frozen=True, dict=True):
    """How the files of a comparison differ from those of an earlier one; ``before`` and ``now`` are marks."""

    before: Sequence[bytes]
    now: Sequence[bytes]

    @cached_property
    def common(self) -> dict[int, int]:
        """The files that stand in both, in one order: the number of now for that of before."""
        before, now = ([mark[KEY:] for mark in marks] for marks in (self.before, self.now))
        if before == now:
            return {number: number for number in range(len(now))}
        places = {path: number for number, path in enumerate(before)}
        pairs = [(places[path], number) for number, path in enumerate(now) if path in places]
        return dict(pairs[place] for place in rising([old for old, _ in pairs]))

    @cached_property
    def edited(self) -> dict[int, int]:
        """Of those, the ones that read otherwise."""
        return {old: new for old, new in self.common.items() if self.before[old] != self.now[new]}

    @cached_property
    def gone(self) -> list[int]:
        """Those of before that are no longer there, or in another place."""
        return [number for number in range(len(self.before)) if number not in self.common]

    @cached_property
    def come(self) -> list[int]:
        """Those that were not there before, or in another place."""
        known = set(self.common.values())
        return [number for number in range(len(self.now)) if number not in known]

    @property
    def are_few(self) -> bool:
        """Whether it pays to look at them alone."""
        return (len(self.edited) + len(self.gone) + len(self.come)) * _FEW <= len(self.now)


def divided(data: bytes, length: int) -> list[bytes]:
    """Bytes in parts of one length."""
    return [data[at : at + length] for at in range(0, len(data), length)]


def rising(numbers: Sequence[int]) -> list[int]:
    """The places of a longest part of different numbers that rises."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [number]
        last[length : length + 1] = [place]
    chosen: list[int] = []
    place = last[-1] if last else -1
    while place >= 0:
        chosen.append(place)
        place = before[place]
    return chosen[::-1]
