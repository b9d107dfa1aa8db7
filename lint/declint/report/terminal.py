"""Text on a terminal: how wide it is, what must not be printed as it is, colours."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, chain

from msgspec import Struct

from declint.pattern import pattern


class View(Struct, frozen=True):
    """How a report is shown.

    ``width`` counts columns; ``wide`` means that the terminal prints characters such as ≥ and “ two columns
    wide, as Chinese Windows does. ``folder`` is the folder that paths start from and ``root`` that of the
    repository, both whole and with forward slashes, for the formats that name files to other programs;
    ``target`` is the folder of the file that is written. All three may be ''.
    """

    language: str = "zh"
    width: int = 80
    colour: bool = False
    wide: bool = False
    folder: str = ""
    root: str = ""
    target: str = ""


_CODES = {"red": "31", "yellow": "33", "blue": "34", "cyan": "36", "green": "32", "bold": "1", "dim": "2"}


def paint(text: str, style: str, view: View) -> str:
    """The text in colours such as ``bold red``, where the view has colours."""
    if not view.colour or not text:
        return text
    codes = ";".join(_CODES[name] for name in style.split())
    return f"\x1b[{codes}m{text}\x1b[0m"


class _Columns(dict[str, int]):
    """How many columns each character takes, worked out when it is first met."""

    def __init__(self, two: str) -> None:
        super().__init__()
        self._two = two

    def __missing__(self, char: str) -> int:
        if "一" <= char <= "鿿":
            columns = 2
        elif unicodedata.category(char) in ("Mn", "Me"):
            columns = 0
        else:
            columns = 2 if unicodedata.east_asian_width(char) in self._two else 1
        self[char] = columns
        return columns


_COLUMNS = {False: _Columns("WF"), True: _Columns("WFA")}
"""By whether the terminal is ``wide``."""


def width(text: str, view: View) -> int:
    """How many columns a text takes."""
    return len(text) if text.isascii() else sum(map(_COLUMNS[view.wide].__getitem__, text))


def pad(text: str, columns: int, view: View) -> str:
    """The text with blanks behind it, to that many columns."""
    return text + " " * max(columns - width(text, view), 0)


_SHOWN_BLANK = "\u3000\u00a0"
_LOOKS_EMPTY = frozenset("\u034f\u115f\u1160\u2800\u3164\uffa0")
_COMMAND = pattern(r"::(?=[A-Za-z])|##(?=\w*\[)")
"""What a build server would obey if it stood in its log: ``::error``, ``##[group]``."""


def is_visible(char: str) -> bool:
    """Whether a character shows as itself: no control, no direction mark, nothing of no width."""
    return (char.isprintable() and char not in _LOOKS_EMPTY) or char in _SHOWN_BLANK


def clean(text: str) -> str:
    """The text with control and invisible characters shown by their numbers; a tab is one blank."""
    return text if is_clean(text) else "".join(clean_characters(text))


def is_clean(text: str) -> bool:
    """Whether every character of a text shows as itself, and no build server obeys any of it."""
    return text.isprintable() and _LOOKS_EMPTY.isdisjoint(text) and not _COMMAND.search(text)


def clean_characters(text: str) -> list[str]:
    """For each character of a text, what is shown in its place."""
    shown = [_shown(char) for char in text]
    for match in _COMMAND.finditer(text):
        shown[match.end() - 1] = _number(text[match.end() - 1])
    return shown


def _shown(char: str) -> str:
    if char == "\t":
        return " "
    return char if is_visible(char) else _number(char)


def _number(char: str) -> str:
    return f"<U+{ord(char):04X}>"


_NO_START = "，。；：、！？）》〉”’】％%,.;:!?)]}"
_NO_END = "（《〈“‘【([{"


def wrap(text: str, columns: int, view: View) -> Iterator[str]:
    """Lines of at most that many columns; Chinese breaks anywhere but before a closing mark."""
    taken = [0, *accumulate(map(_COLUMNS[view.wide].__getitem__, text))]
    start = 0
    while start < len(text):
        if text[start] == " ":
            start += 1
            continue
        fits = bisect_right(taken, taken[start] + columns) - 1
        nearest = chain(range(fits, start, -1), range(max(fits, start) + 1, len(text)))
        end = next((at for at in nearest if _may_end(text, at)), len(text))
        yield text[start:end].rstrip()
        start = end


def _may_end(text: str, at: int) -> bool:
    """Whether a line may end before a character: not within a word, nor before or behind such marks."""
    if at == len(text):
        return True
    before, behind = text[at - 1], text[at]
    return not (behind in _NO_START or before in _NO_END or (_is_word(before) and _is_word(behind)))


def _is_word(char: str) -> bool:
    return char.isascii() and not char.isspace()


def clip(text: str, start: int, end: int, columns: int, view: View) -> tuple[str, int, int]:
    """A long line cut to the columns around a stretch; the text, and the stretch within it."""
    if width(text, view) <= columns:
        return text, start, end
    end = min(end, len(text))
    left, right = start, start
    room = columns - 2
    taken = _COLUMNS[view.wide]
    while right < len(text) and room - taken[text[right]] >= 0 and right < max(end, start + 1):
        room -= taken[text[right]]
        right += 1
    while room > 1 and (left > 0 or right < len(text)):
        if left > 0:
            left -= 1
            room -= taken[text[left]]
        if right < len(text) and room > 1:
            room -= taken[text[right]]
            right += 1
    head, tail = "…" if left else "", "…" if right < len(text) else ""
    shift = len(head) - left
    return head + text[left:right] + tail, start + shift, min(end, right) + shift
