"""The form as an Excel workbook; every value is text, so that ``=100.00(%)`` is no formula."""

import math
from itertools import pairwise
from typing import Any

from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from declint.forms.layout import Layout
from declint.forms.measure import SIZE, lines_needed
from declint.forms.table import Box, Kind, Table, edges_of
from declint.forms.workbook import COLUMN_UNITS_PER_MM, body_font, new_workbook, put_text, saved

SHEET = "申报表"
_LINE, _ROOM = 1.45, 5.0
"""The height of a line in sizes, and what a row has above and below its lines, in points."""
_LOWEST, _TALLEST = 20.0, 200.0
"""Rows are at least and at most so high, in points; a taller text runs over several rows."""
_PAGE = (297 - 2 * 15) / 25.4 * 72 * 0.98
"""What a printed page holds, in points."""
_ABOVE = 30.0 + 22.0
"""The height of title and year."""
_SMALLEST = 7.0
_EARLIEST_END, _LATEST_END = 0.85, 1.3
"""Where the end of a page may be, in reckoned pages: fonts, printers and the fitting to its width differ."""
_LINE_SIDE = Side(style="thin", color="FF000000")
_BORDER = Border(_LINE_SIDE, _LINE_SIDE, _LINE_SIDE, _LINE_SIDE)
_HORIZONTAL = {Kind.LABEL: "center", Kind.HEAD: "center", Kind.AMOUNT: "right"}


def write_xlsx(layout: Layout) -> bytes:
    """The bytes of the workbook.

    Raises TooLongError where a text is longer than a cell of Excel can be.
    """
    workbook = new_workbook()
    workbook.properties.title = layout.name
    sheet: Any = workbook.active
    sheet.title = SHEET
    _set_page(sheet)
    edges = edges_of(layout.head, layout.indicators)
    for number, (left, right) in enumerate(pairwise(edges), 1):
        sheet.column_dimensions[get_column_letter(number)].width = (right - left) * COLUMN_UNITS_PER_MM
    last = len(edges) - 1
    _line(sheet, 1, last, layout.title, Font(name="黑体", size=16, charset=134), 30.0)
    _line(sheet, 2, last, layout.year, body_font(11), 22.0)
    row = _table(sheet, layout.head, edges, 3)
    below = _table(sheet, layout.indicators, edges, row)
    sheet.print_title_rows = f"{row}:{row + layout.indicators.heads - 1}"
    if layout.edition:
        _line(sheet, below, last, f"表式：{layout.edition}", body_font(SIZE), _LOWEST, "left")
        below += 1
    sheet.print_area = f"A1:{get_column_letter(last)}{below - 1}"
    return saved(workbook)


def _set_page(sheet: Worksheet) -> None:
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "portrait"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = margins.bottom = 15 / 25.4
    margins.header = margins.footer = 8 / 25.4


def _line(
    sheet: Worksheet, row: int, last: int, text: str, font: Font, height: float, horizontal: str = "center"
) -> None:
    """A line of text over the whole width, outside of the table."""
    _merge(sheet, (row, row), 1, last)
    cell = sheet.cell(row, 1)
    put_text(cell, text)
    cell.font = font
    cell.alignment = Alignment(horizontal=horizontal, vertical="center")
    sheet.row_dimensions[row].height = height


def _table(sheet: Worksheet, table: Table, edges: tuple[int, ...], top: int) -> int:
    """Write a table from a row on; the row behind it."""
    size = _prose_size(table)
    heights = _heights(table, size)
    starts = [top]
    for height in heights:
        starts.append(starts[-1] + _pieces(height))
    for number, height in enumerate(heights):
        for row in range(starts[number], starts[number + 1]):
            sheet.row_dimensions[row].height = round(height / _pieces(height), 1)
    for number, cells in enumerate(table.rows):
        for cell in cells:
            end = starts[number + cell.rows] - 1
            _cell(sheet, cell, (starts[number], end), edges, size if cell.kind is Kind.PROSE else SIZE)
    return starts[-1]


def _on_page_end(sheet: Worksheet, first: int, last: int) -> bool:
    """Whether the middle of merged rows may fall on the end of a page, which would cut their label in two."""
    if first == last:
        return False
    above, inside = (
        sum(float(sheet.row_dimensions[row].height or 0) for row in rows)
        for rows in (range(1, first), range(first, last + 1))
    )
    pages = (above + inside / 2) / _PAGE
    return pages > _EARLIEST_END * math.ceil(pages / _LATEST_END)


def _pieces(height: float) -> int:
    """Over how many rows of the sheet a row of the form runs."""
    return int(height // _TALLEST) + 1


def _prose_size(table: Table) -> float:
    """The largest size in which the goals fit on the first page: a page's end would cut a line in two."""
    size = SIZE
    while size > _SMALLEST and _ABOVE + sum(_heights(table, size)) > _PAGE:
        size -= 0.5
    return size


def _heights(table: Table, prose: float) -> list[float]:
    """The height of each row in points; a cell over several rows may make the last of them higher."""
    heights = [_LOWEST] * len(table.rows)
    for rows in (1, 2):
        for number, row in enumerate(table.rows):
            for cell in row:
                if (cell.rows > 1) == (rows > 1):
                    size = prose if cell.kind is Kind.PROSE else SIZE
                    needed = lines_needed(cell.text, cell.right - cell.left, size) * size * _LINE + _ROOM
                    lacking = needed - sum(heights[number : number + cell.rows])
                    heights[number + cell.rows - 1] += max(lacking, 0.0)
    return heights


def _merge(sheet: Worksheet, rows: tuple[int, int], left: int, right: int) -> None:
    """Merge cells; the library's own way compares each range with every other."""
    ranges = sheet.merged_cells.ranges
    ranges.add(CellRange(min_col=left, min_row=rows[0], max_col=right, max_row=rows[1]))


def _cell(sheet: Worksheet, cell: Box, rows: tuple[int, int], edges: tuple[int, ...], size: float) -> None:
    left, right = edges.index(cell.left) + 1, edges.index(cell.right)
    for row in range(rows[0], rows[1] + 1):
        for column in range(left, right + 1):
            sheet.cell(row, column).border = _BORDER
    if (rows[0], left) != (rows[1], right):
        _merge(sheet, rows, left, right)
    first = sheet.cell(rows[0], left)
    first.font = body_font(size)
    first.number_format = "@"
    first.alignment = Alignment(
        horizontal=_HORIZONTAL.get(cell.kind, "left"),
        vertical="top" if cell.kind is Kind.PROSE or _on_page_end(sheet, *rows) else "center",
        wrap_text=True,
    )
    put_text(first, "\n".join(cell.paragraphs))
