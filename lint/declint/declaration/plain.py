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

_UNUSUAL = pattern(
    r"[^\r\n -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|\r(?!\n)"
)
"""Tabs, other line ends than those of Linux and Windows, control characters, marks of byte order."""
_FIRST = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`]"
_COLUMN = rf"((?!<<){_FIRST}[^:#,?\[\]{{}}\r\n]*?): ++({_FIRST}[^:#,?\[\]{{}}\r\n]*+)"
_LINE = pattern(
    rf"( *+)(?:((?!<<){_FIRST}[^:#\r\n]{{0,200}}?):(?=[ \r\n]) *+(?:"
    rf"({_FIRST}[^:#\r\n]*+(?::(?=\S)[^:#\r\n]*+)*+)"
    r"|('[^'\r\n]*+'|\"[^\"\\\r\n]*+\") *+"
    r"|(\|) *+"
    r"|(\{[^\[\]{}\r\n]++\}) *+"
    r")?(?:(?<= )#[^\r\n]*+)?\r?\n|(?:#[^\r\n]*+)?\r?\n)"
)
"""Indentation, then a label with a plain value, a quoted one, the sign of a block, columns; or a comment."""
_PLAIN, _QUOTED, _BLOCK, _COLUMNS = 3, 4, 5, 6
_ROW_OF_COLUMNS = pattern(rf"\{{ *+{_COLUMN}(?:, *+{_COLUMN})*+\}}")
_EACH_COLUMN = pattern(_COLUMN)
_INDENT = pattern(r" *+(?=[^ \r\n])")


class _NotPlainError(Exception):
    """Something else than this reader reads."""


class _Open:
    """A mapping that goes on, and its last key as long as that has no value."""

    __slots__ = ("indent", "key", "mapping")

    def __init__(self, indent: int, mapping: Mapping) -> None:
        self.indent = indent
        self.mapping = mapping
        self.key: Scalar | None = None

    def put(self, value: Scalar | Mapping) -> None:
        assert self.key
        self.mapping.entries.append(Entry(self.key, value))
        self.key = None

    def settle(self) -> None:
        """Nothing stands behind the last key."""
        if self.key:
            self.put(Scalar("", self.key.end + 1, self.key.end + 1))


def read_plain(text: str, limits: Limits) -> Mapping | None:
    """The tree of a text that is nothing but labels, values on their lines and blocks of prose; else None."""
    if not text.endswith("\n") or len(text) > limits.scalar_characters or _UNUSUAL.search(text):
        return None
    try:
        levels, nodes = _read(text, limits)
    except _NotPlainError:
        return None
    if not levels or nodes > limits.nodes:
        return None
    for level in reversed(levels):
        level.settle()
        level.mapping.end = len(text)
    return levels[0].mapping


def _read(text: str, limits: Limits) -> tuple[list[_Open], int]:
    """The mappings that are open at the end of the text, and how many nodes it has at most."""
    levels: list[_Open] = []
    at = nodes = 0
    while at < len(text):
        line = _LINE.match(text, at)
        if line is None:
            raise _NotPlainError
        indent, key, *values = line.groups()
        start, at = at + len(indent), line.end()
        if key is None:
            continue
        level = _level(levels, len(indent), start, limits.depth)
        level.key = _label(key, start)
        nodes += 3
        if any(values):
            value = _value(text, line, len(indent))
            level.put(value)
            if isinstance(value, Mapping):
                nodes += 2 * len(value.entries)
                if len(levels) + 1 >= limits.depth:
                    raise _NotPlainError
            elif value.style == "|":
                at = value.end
    return levels, nodes


def _level(levels: list[_Open], indent: int, at: int, deepest: int) -> _Open:
    """The mapping that a key with that indentation belongs to."""
    while levels and indent <= levels[-1].indent:
        level = levels[-1]
        level.settle()
        if indent == level.indent:
            return level
        level.mapping.end = at
        levels.pop()
        if not levels:
            raise _NotPlainError
    opened = _Open(indent, Mapping([], at, at, flow=False))
    if levels:
        if levels[-1].key is None or len(levels) + 1 >= deepest:
            raise _NotPlainError
        levels[-1].put(opened.mapping)
    levels.append(opened)
    return opened


def _value(text: str, line: re.Match[str], label: int) -> Scalar | Mapping:
    """The value of a line whose label is indented so far."""
    if plain := line[_PLAIN]:
        return _trimmed(plain, line.start(_PLAIN))
    if quoted := line[_QUOTED]:
        return Scalar(quoted[1:-1], *line.span(_QUOTED), quoted[0])
    if line[_BLOCK]:
        return _prose(text, label, line.start(_BLOCK), line.end())
    return _row(line[_COLUMNS], line.start(_COLUMNS))


def _label(text: str, start: int) -> Scalar:
    if text.endswith(" "):
        raise _NotPlainError
    return Scalar(text, start, start + len(text))


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
    lines = _indentation(first.end() - at).sub("", content[0].replace("\r\n", "\n"))
    return Scalar(lines.rstrip("\n") + "\n", sign, content.end(), "|")


def _row(columns: str, at: int) -> Mapping:
    """A row with columns of its own, ``{指标值: ≥25(家), 权重: 5}``, that begins at an offset."""
    if not _ROW_OF_COLUMNS.fullmatch(columns):
        raise _NotPlainError
    entries = [
        Entry(
            _label(match[1], at + match.start(1)),
            _trimmed(match[2], at + match.start(2)),
        )
        for match in _EACH_COLUMN.finditer(columns)
    ]
    return Mapping(entries, at, at + len(columns), flow=True)
