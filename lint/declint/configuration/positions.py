"""On which line of a TOML file a key stands; the parser of the standard library does not tell."""

import re
from collections.abc import Iterator

from declint.pattern import pattern

Keys = tuple[str | int, ...]
"""The way to a value: keys, and numbers (from 0) in lists of tables."""

_PART = pattern(r"""\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([A-Za-z0-9_-]+))\s*""")
_STRING = pattern(
    r'"""(?:[^\\]|\\.)*?"""|' + r"'''.*?'''|" + r'"(?:[^"\\\n]|\\.)*"|' + r"'[^'\n]*'|#[^\n]*", re.DOTALL
)


def lines_of(text: str) -> dict[Keys, int]:
    """The line (from 1) of every key of a TOML text that the parser has accepted.

    Keys inside an inline table have the line of their table's key.
    """
    found: dict[Keys, int] = {}
    table: Keys = ()
    counts: dict[Keys, int] = {}
    for number, line in _statements(text):
        if line.startswith("["):
            is_list = line.startswith("[[")
            keys = _resolved(_keys(line.lstrip("["))[0], counts)
            if is_list:
                counts[keys] = counts.get(keys, -1) + 1
                found.setdefault(keys, number)
                keys = (*keys, counts[keys])
            table = keys
            found.setdefault(table, number)
        else:
            keys, rest = _keys(line)
            if keys and rest.startswith("="):
                for depth in range(1, len(keys) + 1):
                    found.setdefault((*table, *keys[:depth]), number)
    return found


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """The lines on which a table or a key begins, with their numbers; the rest of a value is passed over."""
    blanked = _STRING.sub(lambda match: _blank(match[0]), text)
    depth = 0
    for number, (line, bare) in enumerate(zip(text.split("\n"), blanked.split("\n"), strict=True), 1):
        is_table = depth == 0 and bare.lstrip().startswith("[")
        if depth == 0 and bare.strip() and not bare.startswith("\x01"):
            yield number, line.strip()
        if not is_table:
            depth += sum(bare.count(sign) for sign in "[{") - sum(bare.count(sign) for sign in "]}")


def _blank(text: str) -> str:
    """A string or comment with nothing in it that could be taken for a key; further lines are marked."""
    if text.startswith("#"):
        return ""
    return "_" + "".join("\n\x01" for char in text if char == "\n")


def _keys(line: str) -> tuple[Keys, str]:
    """The dotted keys at the start of a line, and what follows them."""
    keys: list[str | int] = []
    at = 0
    while match := _PART.match(line, at):
        quoted, literal, bare = match.groups()
        keys.append(next(part for part in (quoted, literal, bare) if part is not None))
        at = match.end()
        if not line.startswith(".", at):
            break
        at += 1
    return tuple(keys), line[at:]


def _resolved(keys: Keys, counts: dict[Keys, int]) -> Keys:
    """The way to a table below the last one of a list of tables."""
    way: Keys = ()
    for position, key in enumerate(keys):
        way = (*way, key)
        if way in counts and position < len(keys) - 1:
            way = (*way, counts[way])
    return way
