"""Workbooks of today's Excel: every sheet, merged cells, numbers as they are shown."""

import io
from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

import openpyxl

from declint.forms.grid import Document
from declint.forms.number_format import general, shown
from declint.forms.refusals import FormError
from declint.forms.sheet import Sheet, SheetCell, document_of

_MOST_CELLS = 200_000
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
"""Beyond these a sheet of Excel has no cells."""


def read_xlsx(path: str, data: bytes) -> Document:
    """The rows of a workbook.

    Raises FormError where it holds no text, and whatever the library raises for a damaged file.
    """
    workbook = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    formulas = openpyxl.load_workbook(io.BytesIO(data)) if _has_formulas(data) else None
    sheets = [_sheet(sheet, formulas) for sheet in workbook.worksheets]
    pictures = any(getattr(sheet, "_images", None) for sheet in workbook.worksheets)
    return document_of(path, sheets, pictures)


def _has_formulas(data: bytes) -> bool:
    """Whether a second reading is worth its time: that of the formulas that were never calculated."""
    with ZipFile(io.BytesIO(data)) as archive:
        sheets = (name for name in archive.namelist() if name.startswith("xl/worksheets/"))
        return any(b"<f" in archive.read(name) for name in sheets)


def _sheet(sheet: Any, formulas: Any) -> Sheet:
    merged = [(area.min_row, area.max_row, area.min_col, area.max_col) for area in sheet.merged_cells.ranges]
    cells = list(_cells(sheet, formulas[sheet.title] if formulas else None))
    return Sheet(sheet.title, cells, merged, sheet.sheet_state != "visible")


def _cells(sheet: Any, formulas: Any) -> Iterator[SheetCell]:
    # The public iteration visits every cell of the dimensions that a sheet claims, up to 17 thousand million.
    stored = sheet._cells  # noqa: SLF001
    if len(stored) > _MOST_CELLS:
        raise FormError("too-many-cells", limit=_MOST_CELLS)
    for (row, column), cell in sorted(stored.items()):
        if row > _LAST_ROW or column > _LAST_COLUMN:
            raise FormError("broken", problem=cell.coordinate)
        value = cell.value
        if value is None:
            formula = formulas.cell(row, column) if formulas is not None else None
            if formula is not None and formula.data_type == "f":
                yield SheetCell(row, column, str(formula.value), formula=True)
            continue
        text = shown(value, cell.number_format or "General")
        exact = general(value) if isinstance(value, float) and not isinstance(value, bool) else ""
        yield SheetCell(row, column, text, exact=exact)
