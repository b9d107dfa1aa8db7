"""From a symbolic place to characters of the file."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import overload

from declint.declaration.tree import Entry, Node, Scalar, node_at
from declint.finding import Part, Path, Place, Stretch

_FOLDABLE = " \t"
_BREAKS = "\r\n\x85\u2028\u2029"


def locate(place: Place | Stretch, text: str, root: Node | None) -> tuple[int, int]:
    """First and last-plus-one offset of a place in the text of its file."""
    if isinstance(place, Stretch) or root is None or not place.path:
        return (place.start, place.end) if isinstance(place, Stretch) else (0, 0)
    scalar = _scalar(node_at(root, place.path), place.part)
    if place.start is None and scalar.style not in ("|", ">"):
        return scalar.start, scalar.end
    offsets = character_offsets(scalar, text)
    if len(offsets) == 0:
        return scalar.start, scalar.end
    start = place.start if place.start is not None else 0
    end = place.end if place.end is not None else len(scalar.text.rstrip())
    last = len(offsets) - 1
    first, final = offsets[min(start, last)], offsets[min(max(end - 1, start), last)]
    return first, final + (_written_length(text, final, scalar.style) if end > start else 0)


def _written_length(text: str, at: int, style: str) -> int:
    """How many characters of the file write the one at an offset: more than one for an escape."""
    if style == '"' and text.startswith("\\", at):
        return 2 + _LONG_ESCAPES.get(text[at + 1 : at + 2], 0)
    return 2 if style == "'" and text.startswith("''", at) else 1


def _scalar(entry: Entry, part: Part) -> Scalar:
    if part is Part.VALUE and isinstance(entry.value, Scalar) and entry.value.end > entry.value.start:
        return entry.value
    return entry.key


def keys_of(root: Node | None, path: Path) -> list[str]:
    """The keys on the way to an entry."""
    return [node_at(root, path[:depth]).key.text for depth in range(1, len(path) + 1)] if root else []


class _OfLines(Sequence[int]):
    """The offsets of a text whose lines are written as they are, each with its line end, behind a margin."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._firsts: list[int] = []
        self._written: list[int] = []

    def add(self, first: int, written: int) -> None:
        """The line that begins with that character of the text, and where that is written."""
        self._firsts.append(first)
        self._written.append(written)

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, number: int) -> int: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[int]: ...
    def __getitem__(self, number: int | slice) -> int | Sequence[int]:
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(self._size))]
        number = range(self._size)[number]
        line = bisect_right(self._firsts, number) - 1
        return self._written[line] + number - self._firsts[line]


def character_offsets(scalar: Scalar, text: str) -> Sequence[int]:
    """For each character of a scalar's value, the offset in the file at which it is written.

    An empty list where the two can't be laid side by side; then the scalar as a whole is meant.
    """
    if scalar.offsets is None:
        scalar.offsets = _offsets(scalar, text[scalar.start : scalar.end])
    return scalar.offsets


def _offsets(scalar: Scalar, raw: str) -> Sequence[int]:
    if raw == scalar.text:
        return range(scalar.start, scalar.end)
    if scalar.style == "|" and (found := _of_block(scalar, raw)):
        return found
    start = 0
    if scalar.style in ("|", ">"):
        start = next((i + 1 for i, char in enumerate(raw) if char == "\n"), len(raw))
    elif scalar.style:
        start = 1
    return _aligned(scalar, raw, start)


def _of_block(scalar: Scalar, raw: str) -> Sequence[int]:
    """The offsets of a block line by line; none where a line is not plainly indented like the first."""
    at, first = raw.find("\n") + 1, 0
    margin = " " * (len(raw) - at - len(raw[at:].lstrip(" ")))
    offsets = _OfLines(len(scalar.text))
    for line in scalar.text.removesuffix("\n").split("\n"):
        end = raw.find("\n", at)
        written = raw[at:end]
        if end < 0 or line[:1].isspace() or (written != margin + line if line else written.strip(" ")):
            return []
        offsets.add(first, scalar.start + end - len(line))
        at, first = end + 1, first + len(line) + 1
    return offsets


def _aligned(scalar: Scalar, raw: str, at: int) -> list[int]:
    """Walk value and raw text side by side; blanks and line ends of folding and indentation are skipped."""
    offsets: list[int] = []
    for char in scalar.text:
        found = _match(char, raw, at, scalar.style)
        if found is None:
            return []
        where, at = found
        offsets.append(scalar.start + where)
    return offsets


def _match(char: str, raw: str, at: int, style: str) -> tuple[int, int] | None:
    """Where ``char`` is written at or behind ``at``, and where to go on."""
    if style == '"' and raw.startswith("\\", at):
        return _escape(char, raw, at)
    if style == "'" and raw.startswith("''", at):
        return (at, at + 2) if char == "'" else None
    if at < len(raw) and raw[at] == char and not (char in _FOLDABLE and _runs_to_break(raw, at)):
        return at, at + 1
    if char in _BREAKS or char in _FOLDABLE:
        return _line_break(raw, at)
    skipped = at
    while skipped < len(raw) and raw[skipped] in _FOLDABLE + _BREAKS:
        skipped += 1
    if skipped > at and skipped < len(raw):
        return _match(char, raw, skipped, style)
    return None


def _runs_to_break(raw: str, at: int) -> bool:
    while at < len(raw) and raw[at] in _FOLDABLE:
        at += 1
    return at < len(raw) and raw[at] in _BREAKS


def _line_break(raw: str, at: int) -> tuple[int, int] | None:
    """A blank or line end of the value that a line end of the text stands for."""
    where = at
    while where < len(raw) and raw[where] in _FOLDABLE:
        where += 1
    if where >= len(raw):
        return (max(where - 1, 0), where)
    if raw[where] not in _BREAKS:
        return None
    after = where + (2 if raw.startswith("\r\n", where) else 1)
    return where, after


_LONG_ESCAPES = {"x": 2, "u": 4, "U": 8}


def _escape(char: str, raw: str, at: int) -> tuple[int, int] | None:
    kind = raw[at + 1 : at + 2]
    if kind in _BREAKS:
        end = at + 2
        while end < len(raw) and raw[end] in _FOLDABLE + _BREAKS:
            end += 1
        return _match(char, raw, end, '"')
    return at, at + 2 + _LONG_ESCAPES.get(kind, 0)
