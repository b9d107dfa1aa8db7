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

_UNUSUAL = pattern(r"[^\n -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""Tabs, other line ends than ``\\n``, control characters, marks of byte order."""
_FIRST = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`]"
_LINE = pattern(
    rf"( *+)(?:((?!<<){_FIRST}[^:#\n]{{0,200}}?):(?=[ \n]) *+(?:"
    rf"({_FIRST}[^:#\n]*+(?::(?=\S)[^:#\n]*+)*+)"
    r"|('[^'\n]*+'|\"[^\"\\\n]*+\") *+"
    r"|(\|) *+"
    r")?\n|(?:#[^\n]*+)?\n)"
)
"""Indentation, then a label with a plain value, a quoted one, the sign of a block, or none; or a comment."""
_PLAIN, _QUOTED, _BLOCK = 3, 4, 5
_INDENT = pattern(r" *+(?=[^ \n])")


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

    def close(self, at: int) -> None:
        """The mapping ends in front of what stands at an offset."""
        if self.key:
            self.put(Scalar("", self.key.end + 1, self.key.end + 1))
        self.mapping.end = at


def read_plain(text: str, limits: Limits) -> Mapping | None:
    """The tree of a text that is nothing but labels, values on their lines and blocks of prose; else None."""
    if not text.endswith("\n") or len(text) > limits.scalar_characters or _UNUSUAL.search(text):
        return None
    levels: list[_Open] = []
    at = keys = 0
    while at < len(text):
        line = _LINE.match(text, at)
        if line is None:
            return None
        indent, key, plain, quoted, block = line.groups()
        start, at = at + len(indent), line.end()
        if key is None:
            continue
        level = _level(levels, len(indent), start, limits.depth)
        if level is None or key.endswith(" "):
            return None
        keys += 1
        level.key = Scalar(key, start, start + len(key))
        if plain:
            plain, start = plain.rstrip(" "), line.start(_PLAIN)
            level.put(Scalar(plain, start, start + len(plain)))
        elif quoted:
            level.put(Scalar(quoted[1:-1], *line.span(_QUOTED), quoted[0]))
        elif block:
            prose = _prose(text, len(indent), line.start(_BLOCK), at)
            if prose is None:
                return None
            level.put(prose)
            at = prose.end
    if not levels or 3 * keys > limits.nodes:
        return None
    for level in reversed(levels):
        level.close(len(text))
    return levels[0].mapping


def _level(levels: list[_Open], indent: int, at: int, deepest: int) -> _Open | None:
    """The mapping that a key with that indentation belongs to; None where it fits none."""
    if levels and indent == levels[-1].indent:
        level = levels[-1]
        if level.key:
            level.put(Scalar("", level.key.end + 1, level.key.end + 1))
        return level
    while len(levels) > 1 and indent < levels[-1].indent:
        levels.pop().close(at)
    if levels and indent <= levels[-1].indent:
        return levels[-1] if indent == levels[-1].indent else None
    opened = _Open(indent, Mapping([], at, at, flow=False))
    if levels:
        if levels[-1].key is None or len(levels) + 1 >= deepest:
            return None
        levels[-1].put(opened.mapping)
    levels.append(opened)
    return opened


@cache
def _content(indent: int) -> re.Pattern[str]:
    """The lines of a block that is indented so far, blank lines among them."""
    return pattern(rf"(?: {{{indent}}}[^\n]*+\n| {{0,{indent}}}\n)++")


@cache
def _indentation(indent: int) -> re.Pattern[str]:
    return pattern(rf"^ {{0,{indent}}}", re.MULTILINE)


def _prose(text: str, label: int, sign: int, at: int) -> Scalar | None:
    """The block behind a sign, which begins in the line at ``at`` and is indented more than its label."""
    first = _INDENT.match(text, at)
    content = _content(first.end() - at).match(text, at) if first and first.end() - at > label else None
    if first is None or content is None:
        return None
    lines = _indentation(first.end() - at).sub("", content[0])
    return Scalar(lines.rstrip("\n") + "\n", sign, content.end(), "|")
