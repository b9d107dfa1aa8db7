"""How much room a text takes: widths in millimetres, sizes in points."""

import math
import unicodedata

_MM_PER_POINT = 25.4 / 72
_PADDING = 2.4
"""What the borders and margins of a cell take of its width, in mm."""
LONGEST_TEXT = 32767
"""How many characters a cell of Excel holds."""
SIZE = 10.0
"""The usual size of the form's text, in points."""


class TooLongError(Exception):
    """A text that no cell of Excel can hold; its beginning is the message."""


def ems(text: str) -> float:
    """The width of a line in full-width characters."""
    return sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.55 for char in text)


def lines_needed(text: str, width: float, size: float = SIZE) -> int:
    """How many lines a text takes in a cell of that width (mm), with some room to spare."""
    per_line = max((width - _PADDING) / (size * _MM_PER_POINT) - 0.2, 1.0)
    return sum(max(math.ceil(ems(line) / per_line), 1) for line in text.removesuffix("\n").split("\n"))
