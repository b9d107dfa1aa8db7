"""Reading the YAML that declarations are written in without libyaml.

Nearly every file is nothing but nested ``label: value`` lines and blocks of prose. Those are read here, twice
as fast as from libyaml's events, into the very tree that libyaml's events make. Whatever is not plainly that
is left to libyaml; tests compare the two on files with every kind of slip in them.
"""

import re
from functools import cache

from declint.declaration.nodes import Entry, Mapping, Scalar
from declint.pattern import pattern
from declint.settings import Limits

_UNUSUAL = pattern(r"[^\r\n -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""Tabs, other line ends than those of Linux and Windows, control characters, marks of byte order."""
_FIRST = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`]"
_COLUMN = rf"((?!<<){_FIRST}[^:#,?\[\]{{}}\r\n]*+)(?<! ): ++({_FIRST}[^:#,?\[\]{{}}\r\n]*+)"
_LINE = pattern(
    rf"( *+)(?:((?!<<){_FIRST}[^:#\r\n]{{0,200}}+)(?<! ):(?=[ \r\n]) *+(?:"
    rf"({_FIRST}[^:#\r\n]*+(?::(?=\S)[^:#\r\n]*+)*+)"
    r"|('[^'\r\n]*+'|\"[^\"\\\r\n]*+\") *+"
    r"|(\|) *+"
    r"|(\{[^\[\]{}\r\n]++\}) *+"
    r")?(?:(?<= )#[^\r\n]*+)?\r?\n|(?:#[^\r\n]*+)?\r?\n)"
)
"""Indentation, then a label with a plain value, a quoted one, the sign of a block, columns; or a comment."""
_INDENTED, _LABEL, _PLAIN, _QUOTED, _BLOCK, _COLUMNS = 1, 2, 3, 4, 5, 6
_ROW_OF_COLUMNS = pattern(rf"\{{ *+{_COLUMN}(?:, *+{_COLUMN})*+\}}")
_EACH_COLUMN = pattern(_COLUMN)
_INDENT = pattern(r" *+(?=[^ \r\n])")


class _NotPlainError(Exception):
    """Something else than this reader reads."""


def read_plain(text: str, limits: Limits) -> Mapping | None:
    """The tree of a text that is nothing but labels, values on their lines and blocks of prose; else None."""
    if not text.endswith("\n") or _UNUSUAL.search(text) or text.count("\r") != text.count("\r\n"):
        return None
    if len(text) > min(limits.scalar_characters, limits.nodes):
        return None
    try:
        return _read(text, limits.depth)
    except _NotPlainError:
        return None


def _read(text: str, deepest: int) -> Mapping | None:
    """The tree of a text, None where it has no label."""
    levels = _Levels(deepest)
    at = 0
    while at < len(text):
        line = _LINE.match(text, at)
        if line is None:
            raise _NotPlainError
        kind = line.lastindex
        if kind == _INDENTED:
            at = line.end()
            continue
        start, end = line.span(_LABEL)
        if start - at != levels.indent:
            levels.change(start - at, start)
        elif levels.waiting:
            levels.settle()
        label, at = Scalar(line[_LABEL], start, end), line.end()
        if kind == _PLAIN:
            levels.entries.append(Entry(label, _trimmed(line[_PLAIN], line.start(_PLAIN))))
        elif kind == _LABEL:
            levels.waiting = label
        else:
            value = _value(text, line, levels.indent)
            levels.entries.append(Entry(label, value))
            if kind == _COLUMNS:
                levels.require_room()
            elif kind == _BLOCK:
                at = value.end
    return levels.closed(at)


class _Levels:
    """The mappings that go on, each in the one before; ``indent`` and ``entries`` are those of the last.

    ``waiting`` is its last label as long as that has no value.
    """

    __slots__ = ("_deepest", "_open", "entries", "indent", "waiting")

    def __init__(self, deepest: int) -> None:
        self._open: list[tuple[int, Mapping]] = []
        self._deepest = deepest
        self.indent = -1
        self.entries: list[Entry] = []
        self.waiting: Scalar | None = None

    def settle(self) -> None:
        """Nothing stands behind the label that waits."""
        if self.waiting:
            end = self.waiting.end + 1
            self.entries.append(Entry(self.waiting, Scalar("", end, end)))
            self.waiting = None

    def change(self, indent: int, at: int) -> None:
        """Go on with a label at ``at`` that is indented more or less than the one before."""
        if indent > self.indent:
            self._deepen(indent, Mapping([], at, at, flow=False))
        else:
            self.settle()
            while self._open and self._open[-1][0] > indent:
                self._open.pop()[1].end = at
            if not self._open or self._open[-1][0] < indent:
                raise _NotPlainError
            self.entries = self._open[-1][1].entries
        self.indent = indent

    def _deepen(self, indent: int, mapping: Mapping) -> None:
        """Let a mapping be what stands behind the label that waits; the first is the whole tree."""
        if self._open:
            self.require_room()
            if self.waiting is None:
                raise _NotPlainError
            self.entries.append(Entry(self.waiting, mapping))
            self.waiting = None
        self._open.append((indent, mapping))
        self.entries = mapping.entries

    def require_room(self) -> None:
        """Leave what is nested too deeply to libyaml, which says so."""
        if len(self._open) + 1 >= self._deepest:
            raise _NotPlainError

    def closed(self, at: int) -> Mapping | None:
        """The tree of a text that ends there; None where it has no label."""
        self.settle()
        for _, mapping in self._open:
            mapping.end = at
        return self._open[0][1] if self._open else None


def _value(text: str, line: re.Match[str], label: int) -> Scalar | Mapping:
    """The value of a line whose label is indented so far."""
    if quoted := line[_QUOTED]:
        return Scalar(quoted[1:-1], *line.span(_QUOTED), quoted[0])
    if line[_BLOCK]:
        return _prose(text, label, line.start(_BLOCK), line.end())
    return _row(line[_COLUMNS], line.start(_COLUMNS))


def _trimmed(text: str, start: int) -> Scalar:
    """A value without the blanks at its end."""
    text = text.rstrip(" ")
    return Scalar(text, start, start + len(text))


@cache
def _content(indent: int) -> re.Pattern[str]:
    """The lines of a block that is indented so far, blank lines among them."""
    return pattern(rf"(?: {{{indent}}}[^\r\n]*+\r?\n| {{0,{indent}}}\r?\n)++")


@cache
def _indentation(indent: int) -> re.Pattern[str]:
    return pattern(rf"^ {{0,{indent}}}", re.MULTILINE)


def _prose(text: str, label: int, sign: int, at: int) -> Scalar:
    """The block behind a sign, which begins in the line at ``at`` and is indented more than its label."""
    first = _INDENT.match(text, at)
    content = _content(first.end() - at).match(text, at) if first and first.end() - at > label else None
    if first is None or content is None:
        raise _NotPlainError
    lines = _unindented(content[0].replace("\r\n", "\n"), first.end() - at)
    return Scalar(lines.rstrip("\n") + "\n", sign, content.end(), "|")


def _unindented(lines: str, indent: int) -> str:
    """Lines without what they are indented by; one of nothing but blanks may be indented less."""
    if " \n" in lines:
        return _indentation(indent).sub("", lines)
    return lines[indent:].replace("\n" + " " * indent, "\n")


def _row(columns: str, at: int) -> Mapping:
    """A row with columns of its own, ``{指标值: ≥25(家), 权重: 5}``, that begins at an offset."""
    if not _ROW_OF_COLUMNS.fullmatch(columns):
        raise _NotPlainError
    entries = [
        Entry(
            Scalar(match[1], at + match.start(1), at + match.end(1)),
            _trimmed(match[2], at + match.start(2)),
        )
        for match in _EACH_COLUMN.finditer(columns)
    ]
    return Mapping(entries, at, at + len(columns), flow=True)
