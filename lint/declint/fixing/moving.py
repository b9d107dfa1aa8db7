"""Carrying a row to another category: whole lines are cut and put elsewhere, no other character changes.

The comments right above a row and behind it go with it. A category that loses its only row keeps its label,
blank, as on the form; a category or level 1 that is not there yet is put where the edition has it.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from declint.declaration.build import build
from declint.declaration.edition import Edition, kind_of
from declint.declaration.source import Source
from declint.declaration.tree import Entry, Mapping, Node, Scalar, node_at
from declint.finding import Move
from declint.fixing.edits import TextEdit, applied
from declint.fixing.lines import LINE_END, is_block, is_ended, line_start, lines_of, taken_out, with_comments
from declint.fixing.trees import read, same
from declint.pattern import pattern

_LINE = pattern(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_BLANK = ("", "~", "null", "Null", "NULL")


class _Target(NamedTuple):
    """Where the row goes: behind the line that ends at ``offset``, under new labels, indented so far.

    ``step`` is one level of this file's indentation.
    """

    offset: int
    labels: tuple[str, ...]
    indent: str
    step: str


def moved(move: Move, source: Source, root: Node) -> tuple[TextEdit, ...]:
    """The edits that carry a row; empty where the file's layout has no lines to carry (flow style …)."""
    levels = node_at(root, move.row[:1]).value
    category = node_at(root, move.row[:-1]).value
    if not (isinstance(root, Mapping) and is_block(levels) and is_block(category)):
        return ()
    row = node_at(root, move.row)
    start, end = lines_of(row, source)
    start = with_comments(start, source)
    if source.text[line_start(source, row.key.start) : row.key.start].strip(" "):
        return ()
    target = _target(move, source, levels, build(root).edition)
    if target is None or start < target.offset < end:
        return ()
    edits = _edits(source, (start, end), target)
    return edits if _is_faithful(move, source, root, edits, target) else ()


def _target(move: Move, source: Source, levels: Node, edition: Edition) -> _Target | None:
    assert isinstance(levels, Mapping)
    level1 = next((each for each in levels.entries if _is_level1(each, move.level1, edition)), None)
    order, step = list(edition.levels), _indent_of(levels.entries[0], source)
    if level1 is None:
        at = _place_among(levels.entries, order, edition.level1, move.level1, source)
        return _Target(at, (move.level1, move.level2), step, step)
    below = level1.value
    if _is_empty(below):
        return _Target(lines_of(level1, source)[1], (move.level2,), _indent_of(level1, source) + step, step)
    if not isinstance(below, Mapping) or below.flow:
        return None
    kind = kind_of(move.level2)
    for each in below.entries:
        if each.key.text == move.level2 or (kind and kind_of(each.key.text) is kind):
            return _inside(each, source, step)
    labels = list(edition.levels.get(move.level1, ()))
    at = _place_among(below.entries, labels, _label_among(edition, move.level1), move.level2, source)
    return _Target(at, (move.level2,), _indent_of(below.entries[0], source), step)


def _is_level1(entry: Entry, label: str, edition: Edition) -> bool:
    return entry.key.text == label or edition.level1(entry.key.text) == label


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.style and node.text in _BLANK and node.start == node.end


def _inside(category: Entry, source: Source, step: str) -> _Target | None:
    """Behind the last row of a category that is there."""
    end = lines_of(category, source)[1]
    if _is_empty(category.value):
        return _Target(end, (), _indent_of(category, source) + step, step)
    if not isinstance(category.value, Mapping) or category.value.flow:
        return None
    return _Target(end, (), _indent_of(category.value.entries[0], source), step)


def _label_among(edition: Edition, level1: str) -> Callable[[str], str | None]:
    kinds = {kind: label for label, kind in edition.levels.get(level1, {}).items() if kind}
    return lambda label: kinds.get(kind) if (kind := kind_of(label)) else None


def _place_among(
    entries: Sequence[Entry],
    order: Sequence[str],
    known_as: Callable[[str], str | None],
    label: str,
    source: Source,
) -> int:
    """Where a new entry goes: behind the last of those that the edition prints before it, else in front."""
    rank = order.index(label) if label in order else len(order)
    before = [each for each in entries if (name := known_as(each.key.text)) and order.index(name) < rank]
    if before:
        return lines_of(before[-1], source)[1]
    return with_comments(lines_of(entries[0], source)[0], source)


def _indent_of(entry: Entry, source: Source) -> str:
    start = line_start(source, entry.key.start)
    return source.text[start : entry.key.start]


def _edits(source: Source, cut: tuple[int, int], target: _Target) -> tuple[TextEdit, ...]:
    """Cut the lines here, put them there; a file without a line end at its end stays without one."""
    text, (start, end) = source.text, cut
    match = LINE_END.search(text)
    line_end = match[0] if match else "\n"
    ended = is_ended(text, end)
    head, indent = "", target.indent
    for label in target.labels:
        head += f"{indent}{label}:{line_end}"
        indent += target.step
    lines = head + _indented(text[start:end], indent) + ("" if ended else line_end)
    if target.offset == len(text) and not is_ended(text, len(text)):
        lines = line_end + lines.removesuffix(line_end)
    return tuple(sorted((taken_out(text, start, end), TextEdit(target.offset, target.offset, lines))))


def _indented(lines: str, indent: str) -> str:
    """Lines moved sideways together, so that the row stands at ``indent``."""
    parts = _LINE.findall(lines)
    rows = [line for line in parts if line.strip() and not line.lstrip().startswith("#")]
    old = len(rows[0]) - len(rows[0].lstrip(" "))
    shift = len(indent) - old
    if shift == 0:
        return lines
    return "".join(_shifted(line, shift) for line in parts)


def _shifted(line: str, shift: int) -> str:
    if not line.strip():
        return line
    if shift > 0:
        return " " * shift + line
    blanks = len(line) - len(line.lstrip(" "))
    return line[min(-shift, blanks) :]


def _is_faithful(
    move: Move, source: Source, root: Mapping, edits: tuple[TextEdit, ...], target: _Target
) -> bool:
    """Whether every row, every comment and everything beside the indicators is still there, once."""
    text = applied(source.text, edits)
    after = read(text)
    if not isinstance(after, Mapping) or len(after.entries) != len(root.entries):
        return False
    expected = [
        (_held(move.level2), path[-1], value) if at == move.row else (_held(path[-2]), path[-1], value)
        for at, path, value in _rows(root)
    ]
    found = [(_held(path[-2]), path[-1], value) for _, path, value in _rows(after)]
    rest = all(
        old.key.text == new.key.text and (number == move.row[0] or same(old.value, new.value, {}))
        for number, (old, new) in enumerate(zip(root.entries, after.entries, strict=True))
    )
    added = Counter(f"{label}:" for label in target.labels)
    return rest and Counter(expected) == Counter(found) and _lines(text) == _lines(source.text) + added


def _held(label: str) -> str:
    """What a category holds, or its label where no edition has it."""
    return str(kind_of(label) or label)


def _rows(root: Mapping) -> Iterator[tuple[tuple[int, ...], tuple[str, ...], str]]:
    """Every indicator: its place, the labels above it with its name, and its value."""
    for first, block in enumerate(root.entries):
        if block.key.text != "绩效指标" or not isinstance(block.value, Mapping):
            continue
        for second, level1 in enumerate(block.value.entries):
            below = level1.value.entries if isinstance(level1.value, Mapping) else ()
            for third, level2 in enumerate(below):
                rows = level2.value.entries if isinstance(level2.value, Mapping) else ()
                for fourth, row in enumerate(rows):
                    labels = (level1.key.text, level2.key.text, row.key.text)
                    yield (first, second, third, fourth), labels, _shown(row.value)


def _shown(node: Node) -> str:
    if isinstance(node, Scalar):
        return repr((node.text, bool(node.style)))
    if isinstance(node, Mapping):
        return repr([(entry.key.text, _shown(entry.value)) for entry in node.entries])
    return repr([_shown(item) for item in node.items])


def _lines(text: str) -> Counter[str]:
    return Counter(line.strip() for line in LINE_END.split(text) if line.strip())
