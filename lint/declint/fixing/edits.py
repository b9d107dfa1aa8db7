"""Edits of a text: offsets, replacements, and where a character is afterwards."""

from collections.abc import Iterable
from typing import NamedTuple


class TextEdit(NamedTuple):
    """Put ``text`` in the place of the characters from ``start`` to ``end`` (offsets from 0)."""

    start: int
    end: int
    text: str


def applied(text: str, edits: Iterable[TextEdit]) -> str:
    """The text with edits that do not overlap."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def overlap(one: Iterable[TextEdit], others: Iterable[TextEdit]) -> bool:
    """Whether two groups of edits touch: then which comes first would matter."""
    others = list(others)
    return any(a.start <= b.end and b.start <= a.end for a in one for b in others)


def carried(offset: int, edits: Iterable[TextEdit]) -> int:
    """Where the character at an offset is after the edits; what is replaced counts as its beginning."""
    moved = offset
    for edit in edits:
        if edit.end <= offset:
            moved += len(edit.text) - (edit.end - edit.start)
        elif edit.start < offset:
            moved -= offset - edit.start
    return moved
