"""Which declarations have goals that begin alike, where those of a while ago are known."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from struct import pack, unpack

from declint.declaration.alike import MOST, alike
from declint.declaration.facts import Head
from declint.run.grouping import Likest, Traits, comparable
from declint.run.recent import KEY, MARK, Recent

_NONE = 0xFFFFFFFF
_FEW = 8
"""What holds is looked for where at most one file in so many has changed."""


def packed_likest(likest: Likest, count: int) -> bytes:
    """The likest of so many files as bytes."""
    rows = (likest.get(number, ()) for number in range(count))
    numbers = [each for row in rows for each in (*row, *(_NONE,) * (MOST - len(row)))]
    return pack(f"<{len(numbers)}I", *numbers)


def likest_now(
    recent: Recent,
    marks: Sequence[bytes],
    traits: Traits,
    heads_of: Callable[[list[bytes]], list[Head | None]],
) -> Likest:
    """For each declaration those whose goals begin most alike; asked anew only where that may have changed.

    ``heads_of`` gives the heads of files by their keys. Raises LookupError where it has lost one.
    """
    before = _divided(recent.marks, MARK)
    common = _in_order([mark[KEY:] for mark in before], [mark[KEY:] for mark in marks])
    edited = [(old, new) for old, new in common if before[old] != marks[new]]
    gone = set(range(len(before))).difference(old for old, _ in common)
    come = set(range(len(marks))).difference(new for _, new in common)
    if (len(edited) + len(gone) + len(come)) * _FEW > len(marks):
        return alike(traits.beginnings, traits.numbers)
    olds = [*(old for old, _ in edited), *gone]
    heads = dict(zip(olds, heads_of([before[old][:KEY] for old in olds]), strict=True))
    asked, changed = set(come), set[int]()
    for old, new in edited:
        then, now = comparable(heads[old]), traits.beginnings[new]
        if then != now:
            asked.add(new)
            changed.update(set(then).symmetric_difference(now))
    changed.update(*(comparable(heads[old]) for old in gone), *(traits.beginnings[new] for new in come))
    if changed:
        asked.update(n for n, each in enumerate(traits.beginnings) if not changed.isdisjoint(each))
    place = dict(common)
    rows = _divided(recent.likest, 4 * MOST)
    likest = {
        new: tuple(place[number] for number in unpack(f"<{MOST}I", rows[old]) if number != _NONE)
        for old, new in common
        if new not in asked
    }
    return {**likest, **alike(traits.beginnings, asked)}


def _divided(data: bytes, length: int) -> list[bytes]:
    return [data[at : at + length] for at in range(0, len(data), length)]


def _in_order(before: Sequence[bytes], now: Sequence[bytes]) -> list[tuple[int, int]]:
    """The places of what stands in both, as much of it as stands in the same order."""
    if before == now:
        return [(place, place) for place in range(len(now))]
    places = {each: place for place, each in enumerate(before)}
    pairs = [(places[each], place) for place, each in enumerate(now) if each in places]
    return [pairs[number] for number in _rising([old for old, _ in pairs])]


def _rising(numbers: Sequence[int]) -> list[int]:
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
