"""Sheets of a workbook as rows of cells, whichever library read them."""

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from declint.declaration.origin import Spot
from declint.forms import wording
from declint.forms.grid import Cell, Document, Note, Row
from declint.forms.refusals import FormError

OWN = "declint "
"""With this begin the names of the sheets that declint writes itself; they hold no form."""
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


class SheetCell(Struct, frozen=True):
    """A cell that holds something; row and column from 1.

    ``exact`` is the stored number where the text is how it is shown; ``formula`` tells that the text is a
    formula that was never calculated.
    """

    row: int
    column: int
    text: str
    exact: str = ""
    formula: bool = False


class Sheet(Struct, frozen=True):
    """One sheet. ``merged`` holds (first row, last row, first column, last column), from 1."""

    name: str
    cells: list[SheetCell]
    merged: list[tuple[int, int, int, int]]
    hidden: bool


def document_of(path: str, sheets: list[Sheet], pictures: bool) -> Document:
    """The sheets one behind the other; hidden ones are listed and not read.

    Raises FormError where there is nothing to read.
    """
    rows: list[Row] = []
    notes: list[Note] = []
    hidden: list[Cell] = []
    for number, sheet in enumerate((sheet for sheet in sheets if not sheet.name.startswith(OWN)), 1):
        found = list(_rows(sheet, number, notes))
        if sheet.hidden:
            hidden.extend(cell for row in found for cell in row.filled)
        else:
            rows.extend(found)
    if not any(row.filled for row in rows):
        raise FormError("images-only" if pictures else "no-text")
    return Document(path, tuple(rows), notes=tuple(notes), hidden=tuple(hidden))


def _rows(sheet: Sheet, number: int, notes: list[Note]) -> Iterator[Row]:
    corners = {(top, left): (bottom, right) for top, bottom, left, right in sheet.merged}
    tall = [area for area in sheet.merged if area[1] > area[0]]
    width = max((cell.column for cell in sheet.cells), default=0)
    by_row: dict[int, list[Cell]] = {}
    for each in sheet.cells:
        cell = _cell(sheet.name, each, corners.get((each.row, each.column)))
        if each.formula:
            notes.append((cell, wording.FORMULA, {}))
        elif each.exact and _differs(each):
            notes.append((cell, wording.ROUNDED, {"shown": each.text, "value": each.exact}))
        by_row.setdefault(each.row, []).append(cell)
    for row, cells in sorted(by_row.items()):
        covered = frozenset(
            column
            for top, bottom, left, right in tall
            if top < row <= bottom
            for column in range(left - 1, right)
        )
        yield Row(tuple(cells), number, aligned=True, covered=covered, width=width)


def _cell(sheet: str, each: SheetCell, reach: tuple[int, int] | None) -> Cell:
    place = f"{sheet}!{letters(each.column)}{each.row}"
    rows, columns = (reach[0] - each.row + 1, reach[1] - each.column + 1) if reach else (1, 1)
    return Cell(
        "" if each.formula else each.text.strip(), each.column - 1, Spot(place, place), rows, columns, place
    )


def letters(column: int) -> str:
    """The letters of a column from 1."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def _differs(each: SheetCell) -> bool:
    """Whether what is shown is another number than the one stored."""
    found = _NUMBER.search(each.text.replace(",", ""))
    if not found:
        return False
    number = Decimal(found[0]) / (100 if "%" in each.text else 1)
    return number != Decimal(each.exact)
