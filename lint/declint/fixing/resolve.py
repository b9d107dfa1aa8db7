"""A fix as edits of the text."""

from typing import NamedTuple

from declint.declaration.edition import kind_of, plain
from declint.declaration.locate import locate
from declint.declaration.source import Source
from declint.declaration.tree import Entry, Mapping, Node, Scalar, node_at
from declint.finding import Edit, Fix, Move, Part, Place


class TextEdit(NamedTuple):
    """Put ``text`` in the place of the characters from ``start`` to ``end`` (offsets from 0)."""

    start: int
    end: int
    text: str


def resolve(fix: Fix, source: Source, root: Node | None) -> tuple[TextEdit, ...]:
    """The edits of a fix, in the order of the text; empty where its layout could not be kept."""
    edits: list[TextEdit] = []
    for edit in fix.edits:
        resolved = _moved(edit, source, root) if isinstance(edit, Move) else _replaced(edit, source, root)
        if not resolved:
            return ()
        edits.extend(resolved)
    return tuple(sorted(edits))


def _replaced(edit: Edit, source: Source, root: Node | None) -> tuple[TextEdit, ...]:
    if isinstance(edit.at, Place) and edit.at.part is Part.VALUE and root is not None:
        entry = node_at(root, edit.at.path)
        if isinstance(entry.value, Scalar) and entry.value.start == entry.value.end:
            return _filled(entry, edit.text, source)
    start, end = locate(edit.at, source.text, root)
    return (TextEdit(start, end, edit.text),)


def _filled(entry: Entry, text: str, source: Source) -> tuple[TextEdit, ...]:
    """A value behind the colon of a label that is blank; nothing where the colon stands elsewhere."""
    colon = entry.key.end
    while source.text.startswith((" ", "\t"), colon):
        colon += 1
    if not source.text.startswith(":", colon):
        return ()
    return (TextEdit(colon + 1, colon + 1, f" {text}"),)


def _moved(move: Move, source: Source, root: Node | None) -> tuple[TextEdit, ...]:
    """Cut the row's lines and put them behind the last row of the other category."""
    if root is None:
        return ()
    row = node_at(root, move.row)
    levels = node_at(root, move.row[:1]).value
    category = node_at(root, move.row[:-1]).value
    if not isinstance(levels, Mapping) or levels.flow or not isinstance(category, Mapping) or category.flow:
        return ()
    cut = _lines_of(row, source)
    lines = source.text[cut[0] : cut[1]]
    level1 = next((each for each in levels.entries if plain(each.key.text) == move.level1), None)
    if not lines.endswith("\n") or level1 is None or not isinstance(level1.value, Mapping):
        return ()
    kind = kind_of(move.level2)
    level2 = next((each for each in level1.value.entries if kind_of(each.key.text) is kind), None)
    indent = " " * (source.position(level1.value.entries[0].key.start)[1] - 1)
    head = "" if level2 else f"{indent}{move.level2}:\n"
    target = _lines_of(level2 or level1, source)[1]
    if target > cut[0] and target < cut[1]:
        return ()
    return (TextEdit(cut[0], cut[1], ""), TextEdit(target, target, head + lines))


def _lines_of(entry: Entry, source: Source) -> tuple[int, int]:
    """From the start of an entry's first line to the end of its last."""
    last = entry
    while isinstance(last.value, Mapping) and last.value.entries:
        last = last.value.entries[-1]
    first_line, _ = source.position(entry.key.start)
    end = max(last.key.end, last.value.end)
    last_line, column = source.position(end)
    if column == 1 and last_line > first_line:
        last_line -= 1
    starts = source.line_starts
    return starts[first_line - 1], starts[last_line] if last_line < len(starts) else len(source.text)
