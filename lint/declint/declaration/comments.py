"""The comments of a file that suppress findings, and what each of them speaks of."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from declint.declaration.source import Source
from declint.declaration.tree import Entry, Mapping, Node, Scalar, Sequence
from declint.finding.suppression import Covered, read_suppression
from declint.pattern import pattern

_COMMENT = pattern(r"(?:^|(?<=[\s\u3000]))#[^\r\n]*", re.MULTILINE)
_MARK = pattern(r"declint\s*[:：]", re.IGNORECASE)
_ROW = 4
"""An indicator lies at this depth; whatever columns it has are one row."""


def suppressions(source: Source, tree: Node | None) -> tuple[Covered, ...]:
    """Every comment of a file that suppresses, in the order of the text.

    A comment behind a value speaks of its line, one on a line of its own of the next line that is no comment;
    a value or an indicator that goes on over several lines is covered as a whole.
    """
    if not isinstance(tree, Mapping) or not _MARK.search(source.text):
        return ()
    inside = sorted(_text_of(scalar, source.text) for scalar in _scalars(tree))
    starts = [start for start, _ in inside]
    blocks = [_lines(source, start, end) for start, end in _entries(tree, 1)]
    found = []
    for match in _COMMENT.finditer(source.text):
        before = bisect_right(starts, match.start()) - 1
        if before >= 0 and match.start() < inside[before][1]:
            continue
        if suppression := read_suppression(match[0], match.start()):
            found.append(Covered(suppression, _covered(source, match.start(), blocks)))
    return tuple(found)


def _text_of(scalar: Scalar, text: str) -> tuple[int, int]:
    """Where the text of a value stands; a block's begins below its sign."""
    below = text.find("\n", scalar.start) if scalar.style in ("|", ">") else -1
    return max(scalar.start, below), scalar.end


def _covered(source: Source, offset: int, blocks: list[range]) -> frozenset[int]:
    own, column = source.position(offset)
    line = own
    if not source.line(own)[: column - 1].strip():
        last = len(source.line_starts)
        while line < last and source.line(line).lstrip(" \t\u3000").startswith("#"):
            line += 1
    return frozenset({own, line}.union(*(block for block in blocks if line in block)))


def _lines(source: Source, start: int, end: int) -> range:
    """The lines of an entry; the line end behind a block scalar is none of them."""
    text = source.text[start:end].rstrip()
    return range(source.position(start)[0], source.position(start + max(len(text) - 1, 0))[0] + 1)


def _entries(mapping: Mapping, depth: int) -> Iterator[tuple[int, int]]:
    """First and last offset of each label with its value, and of each indicator."""
    for entry in mapping.entries:
        if isinstance(entry.value, Mapping) and depth < _ROW:
            yield from _entries(entry.value, depth + 1)
        else:
            yield entry.key.start, _end(entry)


def _end(entry: Entry) -> int:
    """Where the last value of an entry ends; a mapping itself reaches up to whatever comes next."""
    while isinstance(entry.value, Mapping) and not entry.value.flow and entry.value.entries:
        entry = entry.value.entries[-1]
    return max(entry.key.end, entry.value.end)


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)
    else:
        for entry in node.entries:
            yield entry.key
            yield from _scalars(entry.value)
