"""What declarations are grouped by, renewed from an earlier comparison where little has changed since."""

from collections.abc import Sequence
from struct import pack, unpack
from typing import TYPE_CHECKING

from msgspec import DecodeError

from declint.declaration.alike import MOST, alike
from declint.declaration.facts import Head, unpack_head
from declint.declaration.siblings import Filed, filed_by
from declint.run.grouping import Likest, Traits, comparable
from declint.run.keeping import heads
from declint.run.recent import KEY, Changes, Recent

if TYPE_CHECKING:
    from declint.run.memory import Memory
    from declint.run.outcome import FileResult

_NONE = 0xFFFFFFFF


def traits_of(files: "Sequence[FileResult]", memory: "Memory", recent: Recent, changes: Changes) -> Traits:
    """The traits of the declarations in files; heads of files without a change are read where need be."""
    if changes.are_few:
        try:
            return _renewed(files, memory, recent, changes)
        except DecodeError:
            pass
    return Traits.of(heads(files, memory))


def _renewed(files: "Sequence[FileResult]", memory: "Memory", recent: Recent, changes: Changes) -> Traits:
    """Raises DecodeError where the head that a file had is lost."""
    fresh = [*changes.edited.values(), *changes.come]
    now = dict(zip(fresh, heads([files[number] for number in fresh], memory), strict=True))
    old = [*changes.edited, *changes.gone]
    lost = memory.heads_of([changes.before[number][:KEY] for number in old])
    before = {number: unpack_head(packed or b"") for number, packed in zip(old, lost, strict=True)}
    filed = list[Filed | None]([None] * len(files))
    whom = unpack(f"<{len(recent.filed) // 4}I", recent.filed)
    for number, place in changes.common.items():
        filed[place] = recent.names[whom[number]] if whom[number] != _NONE else None
    for number, head in now.items():
        filed[number] = filed_by(head) if head else None
    return Traits(filed, _likest(files, memory, recent, changes, before, now))


def _likest(
    files: "Sequence[FileResult]",
    memory: "Memory",
    recent: Recent,
    changes: Changes,
    before: dict[int, Head | None],
    now: dict[int, Head | None],
) -> Likest:
    """A file keeps its likest, unless it begins like something that has changed."""
    asked, changed = set(changes.come), set[int]()
    for old, new in changes.edited.items():
        then, this = comparable(before[old]), comparable(now[new])
        if then != this:
            asked.add(new)
            changed.update(set(then).symmetric_difference(this))
    changed.update(*(comparable(before[old]) for old in changes.gone))
    changed.update(*(comparable(now[new]) for new in changes.come))
    found: dict[int, tuple[int, ...]] = {}
    if asked or changed:
        beginnings = [comparable(head) for head in heads(files, memory)]
        asked.update(number for number, each in enumerate(beginnings) if not changed.isdisjoint(each))
        found = alike(beginnings, asked)
    numbers = unpack(f"<{len(recent.likest) // 4}I", recent.likest)
    for old, new in changes.common.items():
        if new not in asked:
            others = numbers[old * MOST : (old + 1) * MOST]
            found[new] = tuple(changes.common[other] for other in others if other != _NONE)
    return found


def packed_filed(filed: Sequence[Filed | None]) -> tuple[tuple[Filed, ...], bytes]:
    """By whom files are filed: the different names, and for each file their place among these."""
    places: dict[Filed, int] = {}
    numbers = [places.setdefault(each, len(places)) if each else _NONE for each in filed]
    return tuple(places), pack(f"<{len(numbers)}I", *numbers)


def packed_likest(likest: Likest, count: int) -> bytes:
    """The likest of so many files."""
    rows = (likest.get(number, ()) for number in range(count))
    numbers = [each for row in rows for each in (*row, *(_NONE,) * (MOST - len(row)))]
    return pack(f"<{len(numbers)}I", *numbers)
