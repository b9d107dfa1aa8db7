"""What a form is made of, whatever it is written as: cells with spans, in rows, in tables.

Widths and positions are millimetres from the left edge of the table; an A4 page with margins of 15 mm holds
``WIDTH``.
"""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from msgspec import Struct

from declint.declaration.model import Field
from declint.finding import Path

WIDTH = 180
MARGIN = 12
"""The width of the labels at the left edge that run down beside goals and indicators."""
_PLAIN_AMOUNT = re.compile(r"(-?)(0|[1-9][0-9]*)(\.[0-9]+)?")
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Kind(Enum):
    """How a cell is set: a label and a head centred, a value to the left, a sum to the right, prose."""

    LABEL = "label"
    HEAD = "head"
    VALUE = "value"
    AMOUNT = "amount"
    PROSE = "prose"


class Box(Struct, frozen=True):
    """One cell from ``left`` to ``right`` (mm), over ``rows`` rows; ``path`` is the entry that it shows."""

    text: str
    left: int
    right: int
    kind: Kind = Kind.VALUE
    rows: int = 1
    path: Path | None = None

    @property
    def paragraphs(self) -> list[str]:
        """The text line by line; what only ends the last line starts none."""
        return self.text.removesuffix("\n").split("\n")


class Part(NamedTuple):
    """A cell in one row; ``first`` tells whether it begins there or goes on from above."""

    cell: Box
    first: bool


class Table(Struct, frozen=True):
    """Rows of the cells that begin in them, from left to right; the first ``heads`` repeat on every page."""

    rows: tuple[tuple[Box, ...], ...]
    heads: int = 0

    @property
    def edges(self) -> tuple[int, ...]:
        """Every position (mm) at which a cell begins or ends."""
        return edges_of(self)

    def parts(self) -> Iterator[list[Part]]:
        """For each row the cells that it shows, those from above among them."""
        open_cells: list[tuple[Box, int]] = []
        for row in self.rows:
            shown = [Part(cell, False) for cell, _ in open_cells] + [Part(cell, True) for cell in row]
            yield sorted(shown, key=lambda part: part.cell.left)
            begun = [*open_cells, *((cell, cell.rows) for cell in row)]
            open_cells = [(cell, left - 1) for cell, left in begun if left > 1]


def edges_of(*tables: Table) -> tuple[int, ...]:
    """Every position (mm) at which a cell of these tables begins or ends."""
    cells = (cell for table in tables for row in table.rows for cell in row)
    return tuple(sorted({edge for cell in cells for edge in (cell.left, cell.right)}))


def printable(text: str) -> str:
    """The text with ``�`` for what no document can hold (control characters, halves of a pair)."""
    return _NOT_IN_XML.sub("\ufffd", text)


def unprintable(text: str) -> int:
    """How many characters of a text no document can hold."""
    return len(_NOT_IN_XML.findall(text))


def value_box(field: Field | None, left: int, right: int, kind: Kind = Kind.VALUE, rows: int = 1) -> Box:
    """The value of a field, blank where it is or where there is none."""
    text = printable(field.text) if field else ""
    if kind is Kind.AMOUNT:
        text = grouped(text)
    return Box(text, left, right, kind, rows, field.path if field else None)


def grouped(amount: str) -> str:
    """A plain amount with commas as the form prints it, digits untouched; anything else as it is."""
    match = _PLAIN_AMOUNT.fullmatch(amount)
    return f"{match[1]}{int(match[2]):,}{match[3] or ''}" if match else amount


def label_box(text: str, left: int, right: int, rows: int = 1) -> Box:
    """A printed label."""
    return Box(text, left, right, Kind.LABEL, rows)
