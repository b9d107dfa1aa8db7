"""What declarations are grouped by, renewed from an earlier comparison where little has changed since."""

from collections.abc import Collection, Sequence
from struct import pack, unpack
from typing import TYPE_CHECKING

from msgspec import DecodeError

from declint.declaration.alike import MOST, alike
from declint.declaration.facts import Head, unpack_head
from declint.declaration.siblings import Filed, filed_by
from declint.rules.kit import Scope
from declint.run.grouping import Likest, Traits, comparable
from declint.run.keeping import heads
from declint.run.recent import KEY, Changes, Recent

if TYPE_CHECKING:
    from declint.run.memory import Memory
    from declint.run.outcome import FileResult

_NONE = 0xFFFFFFFF


class Renewal:
    """An earlier comparison, what has changed since, and the files of now."""

    def __init__(
        self, files: "Sequence[FileResult]", memory: "Memory", recent: Recent, changes: Changes
    ) -> None:
        self._files = files
        self._memory = memory
        self._recent = recent
        self._changes = changes

    def traits(self, scopes: Collection[Scope]) -> Traits:
        """The traits of the declarations; heads of files without a change are read where need be."""
        if self._changes.are_few:
            try:
                return self._renewed(scopes)
            except DecodeError:
                pass
        return Traits.of(heads(self._files, self._memory), scopes)

    def _renewed(self, scopes: Collection[Scope]) -> Traits:
        """Raises DecodeError where the head that a file had is lost."""
        fresh = [*self._changes.edited.values(), *self._changes.come]
        now = dict(zip(fresh, heads([self._files[number] for number in fresh], self._memory), strict=True))
        return Traits(self._filed(now), self._likest(now) if Scope.ALIKE in scopes else {})

    def _filed(self, now: dict[int, Head | None]) -> list[Filed | None]:
        filed = list[Filed | None]([None] * len(self._files))
        whom = unpack(f"<{len(self._recent.filed) // 4}I", self._recent.filed)
        for old, new in self._changes.common.items():
            filed[new] = self._recent.names[whom[old]] if whom[old] != _NONE else None
        for number, head in now.items():
            filed[number] = filed_by(head) if head else None
        return filed

    def _likest(self, now: dict[int, Head | None]) -> Likest:
        """A file keeps its likest, unless it begins like something that has changed."""
        changes, before = self._changes, self._before()
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
            beginnings = [comparable(head) for head in heads(self._files, self._memory)]
            asked.update(number for number, each in enumerate(beginnings) if not changed.isdisjoint(each))
            found = alike(beginnings, asked)
        numbers = unpack(f"<{len(self._recent.likest) // 4}I", self._recent.likest)
        for old, new in changes.common.items():
            if new not in asked:
                others = numbers[old * MOST : (old + 1) * MOST]
                found[new] = tuple(changes.common[other] for other in others if other != _NONE)
        return found

    def _before(self) -> dict[int, Head | None]:
        """The heads of what has been edited or is gone, as they were."""
        numbers = [*self._changes.edited, *self._changes.gone]
        found = self._memory.heads_of([self._changes.before[number][:KEY] for number in numbers])
        return {number: unpack_head(packed or b"") for number, packed in zip(numbers, found, strict=True)}


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
