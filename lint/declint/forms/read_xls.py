"""Workbooks of Excel before 2007."""

import datetime
import io
from collections.abc import Iterator
from typing import Any

import xlrd
from xlrd.biffh import XLRDError

from declint.forms.grid import Document
from declint.forms.number_format import general, shown
from declint.forms.refusals import FormError
from declint.forms.sheet import Sheet, SheetCell, document_of

_MOST_CELLS = 200_000


def read_xls(path: str, data: bytes) -> Document:
    """The rows of a workbook.

    Raises FormError where it holds no text, and whatever the library raises for a damaged file.
    """
    try:
        workbook = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO())
    except XLRDError as error:
        raise FormError(
            "encrypted" if "encrypted" in str(error).lower() else "broken", problem=type(error).__name__
        ) from error
    sheets = [_sheet(workbook, sheet) for sheet in workbook.sheets()]
    return document_of(path, sheets, pictures=False)


def _sheet(workbook: Any, sheet: Any) -> Sheet:
    if sheet.nrows * max(sheet.ncols, 1) > _MOST_CELLS:
        raise FormError("too-many-cells", limit=_MOST_CELLS)
    merged = [(top + 1, bottom, left + 1, right) for top, bottom, left, right in sheet.merged_cells]
    return Sheet(sheet.name, list(_cells(workbook, sheet)), merged, sheet.visibility != 0)


def _cells(workbook: Any, sheet: Any) -> Iterator[SheetCell]:
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            cell = sheet.cell(row, column)
            pattern = workbook.format_map[workbook.xf_list[cell.xf_index].format_key].format_str
            value = _value(cell, workbook.datemode)
            text = shown(value, pattern)
            if text.strip():
                yield SheetCell(row + 1, column + 1, text, general(value) if isinstance(value, float) else "")


def _value(cell: Any, datemode: int) -> object:
    if cell.ctype == xlrd.XL_CELL_DATE:
        moment: datetime.datetime = xlrd.xldate_as_datetime(cell.value, 1 if datemode else 0)
        return moment
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return xlrd.error_text_from_code.get(cell.value, "#?")
    return cell.value if cell.ctype in (xlrd.XL_CELL_TEXT, xlrd.XL_CELL_NUMBER) else None
