"""An entry with a line of its own: what is changed on that line changes nothing else of the file."""

from declint.declaration.source import Source
from declint.declaration.tree import Entry, Mapping, Scalar
from declint.finding import Part
from declint.fixing.edits import TextEdit, applied
from declint.fixing.trees import reads

Line = tuple[int, int]
"""The offsets of a line, its end not included."""


def own_line(entry: Entry, source: Source) -> Line | None:
    """The line of an entry whose key and value stand on it alone; None for any other layout.

    That is so where the line reads by itself as just this entry.
    """
    if not isinstance(entry.value, Scalar):
        return None
    number, _ = source.position(entry.key.start)
    start, line = source.line_starts[number - 1], source.line(number)
    if entry.value.end > start + len(line) or source.text[start : entry.key.start].strip(" "):
        return None
    return (start, start + len(line)) if reads(line, _only(entry), {}) else None


def reads_on(
    line: Line, entry: Entry, edits: tuple[TextEdit, ...], source: Source, part: Part, text: str
) -> bool:
    """Whether the line of an entry, edited, reads as the entry with ``text`` for its key or value."""
    start, end = line
    moved = [TextEdit(edit.start - start, edit.end - start, edit.text) for edit in edits]
    after = applied(source.text[start:end], moved)
    return "\n" not in after and "\r" not in after and reads(after, _only(entry), {((0,), part): text})


def _only(entry: Entry) -> Mapping:
    return Mapping([entry], 0, 0, False)
