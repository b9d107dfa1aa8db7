"""The characters of a PDF page as lines, and the lines of a cell as paragraphs."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from msgspec import Struct

from declint.forms.joining import continued

_NO_START = "，。；：、！？）》〉”’】％%,.;:!?)]}"
_NO_END = "（《〈“‘【([{≤≥=<>"
_GAP = 2.0
_PADDING = 6.0


class Line(Struct, frozen=True):
    """One line: its glyphs from the left, in points from the upper left corner of the page."""

    glyphs: list[Any]

    @property
    def top(self) -> float:
        """The upper edge."""
        return min(float(glyph["top"]) for glyph in self.glyphs)

    @property
    def left(self) -> float:
        """The left edge of the first character that shows."""
        return float(next((g for g in self.glyphs if not g["text"].isspace()), self.glyphs[0])["x0"])

    @property
    def right(self) -> float:
        """The right edge of the last character that shows."""
        return max((float(g["x1"]) for g in self.glyphs if not g["text"].isspace()), default=self.left)

    @property
    def size(self) -> float:
        """The size of its characters."""
        return max(float(glyph["size"]) for glyph in self.glyphs)

    @property
    def text(self) -> str:
        """The text, with a blank where two words of letters are set apart without one."""
        return "".join(self._pieces(self.glyphs))

    def columns(self) -> Iterator[tuple[float, str]]:
        """The stretches that wide gaps divide, each with its left edge."""
        start = 0
        for place in range(1, len(self.glyphs) + 1):
            ended = place == len(self.glyphs)
            if ended or self.glyphs[place]["x0"] - self.glyphs[place - 1]["x1"] > _GAP * self.size:
                stretch = self.glyphs[start:place]
                text = "".join(self._pieces(stretch)).strip()
                if text:
                    yield float(stretch[0]["x0"]), text
                start = place

    @staticmethod
    def _pieces(glyphs: list[Any]) -> Iterator[str]:
        before: Any = None
        for glyph in glyphs:
            if (
                before is not None
                and glyph["x0"] - before["x1"] > glyph["size"] * 0.22
                and before["text"][-1:].isascii()
                and glyph["text"][:1].isascii()
                and before["text"][-1:].isalnum()
                and glyph["text"][:1].isalnum()
            ):
                yield " "
            yield glyph["text"]
            before = glyph

    def first_piece(self) -> float:
        """The width of what stays together at the beginning: a word, a character with its marks."""
        shown = [glyph for glyph in self.glyphs if not glyph["text"].isspace()]
        if not shown:
            return 0.0
        end = 0
        while end + 1 < len(shown) and _stays(shown[end]["text"], shown[end + 1]["text"]):
            end += 1
        return float(shown[end]["x1"] - shown[0]["x0"])


def _stays(before: str, after: str) -> bool:
    """Whether two characters stay on one line."""
    words = before.isascii() and before.isalnum() and after.isascii() and after.isalnum()
    return words or before in _NO_END or after in _NO_START


def lines_of(glyphs: list[Any]) -> list[Line]:
    """Glyphs as lines from the top; those of one line overlap by more than half of their height."""
    lines: list[list[Any]] = []
    for glyph in sorted(glyphs, key=lambda each: ((each["top"] + each["bottom"]) / 2, each["x0"])):
        middle = (glyph["top"] + glyph["bottom"]) / 2
        last = lines[-1][0] if lines else None
        if last is not None and last["top"] <= middle <= last["bottom"]:
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    ordered = (sorted(line, key=lambda each: each["x0"]) for line in lines)
    return [Line(line) for line in ordered if any(not glyph["text"].isspace() for glyph in line)]


def edge_of(lines: list[Line], left: float, right: float) -> float:
    """How far to the right the lines of a cell from ``left`` to ``right`` may reach."""
    margin = min(line.left for line in lines)
    return right - min(max(margin - left, 0), _PADDING)


def is_full(before: Line, after: Line, edge: float) -> bool:
    """Whether a line had no room for what the next one begins with."""
    return before.right + after.first_piece() > edge - before.size * 0.5


def prose(lines: list[Line], left: float, right: float) -> str:
    """The text of a cell from ``left`` to ``right``; a line that had no room for what follows goes on below.

    A line that begins further in than the others begins a paragraph.
    """
    if not lines:
        return ""
    margin = min(line.left for line in lines)
    edge = edge_of(lines, left, right)
    text = lines[0].text
    for before, line in pairwise(lines):
        indented = line.left - margin > line.size * 1.5 and before.left - margin < line.size * 1.5
        text += (
            continued(text, line.text) if is_full(before, line, edge) and not indented else "\n"
        ) + line.text
    return "\n".join(part.strip() for part in text.split("\n"))
