"""Whole lines of the text: those of an entry, the comments above it, and cutting them."""

from declint.declaration.source import Source
from declint.declaration.tree import Entry, Mapping, Node
from declint.fixing.edits import TextEdit
from declint.pattern import pattern

LINE_END = pattern(r"\r\n|\r|\n")


def is_block(node: Node) -> bool:
    """Whether the entries of a node have lines of their own."""
    return isinstance(node, Mapping) and not node.flow


def line_start(source: Source, offset: int) -> int:
    """Where the line of an offset starts."""
    return source.line_starts[source.position(offset)[0] - 1]


def lines_of(entry: Entry, source: Source) -> tuple[int, int]:
    """From the start of an entry's first line to the end of its last; blank lines behind it stay."""
    last = entry
    while isinstance(last.value, Mapping) and not last.value.flow and last.value.entries:
        last = last.value.entries[-1]
    end = max(last.key.end, last.value.end)
    written = source.text[last.key.start : end]
    end = last.key.start + len(written.rstrip())
    match = LINE_END.search(source.text, end)
    return line_start(source, entry.key.start), match.end() if match else len(source.text)


def with_comments(start: int, source: Source) -> int:
    """The start of the comments right above a line, as far in as it is; others speak of something else."""
    line, _ = source.position(start)
    text = source.line(line)
    indent = text[: len(text) - len(text.lstrip(" "))]
    while line > 1 and source.line(line - 1).startswith(f"{indent}#"):
        line -= 1
    return source.line_starts[line - 1]


def is_ended(text: str, end: int) -> bool:
    """Whether a line end stands in front of an offset."""
    return text[end - 1 : end] in ("\n", "\r")


def taken_out(text: str, start: int, end: int) -> TextEdit:
    """The edit that takes lines out; a file without a line end at its end stays without one."""
    if not is_ended(text, end):
        start -= 2 if text.endswith("\r\n", 0, start) else 1
    return TextEdit(start, end, "")
