"""A workbook for the office: a sheet of findings with filters and links, a sheet of counts."""

import datetime
import io
import os
import re
import zipfile
from collections.abc import Iterable, Sequence

from msgspec.structs import replace
from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from declint.finding import Severity
from declint.report.csv import is_formula, row
from declint.report.encoding import uri
from declint.report.shown import by_rule, counts, in_language, shown
from declint.report.terminal import View, clean, width
from declint.report.wording import COLUMNS, COUNT_ROWS, NUMBER, SEVERITY, SHEETS
from declint.run import Report

_FILLS = {Severity.ERROR: "F8CECC", Severity.WARNING: "FFE6B3", Severity.NOTE: "D6E8F7"}
_WIDTHS = (24, 5, 5, 7, 9, 20, 18, 22, 42, 36, 20)
_COUNT_WIDTHS = (52, 12, 10, 10)
_LINE_POINTS = 15
_MOST_POINTS = 405
_LONGEST_CELL = 32_767
_LONGEST_LINK = 2_000
_MOST_LINKS = 65_000
_THEN = datetime.datetime(2000, 1, 1)  # noqa: DTZ001  (a workbook's dates have no zone)
_ZIP_THEN = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def render(report: Report, view: View) -> bytes:
    """The workbook; the same report makes the same bytes."""
    book = Workbook()
    book.properties.creator = "declint"
    book.properties.created = _THEN
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = SHEETS["findings"].say(view.language, {})
    _findings(sheet, report, view)
    _counts(book.create_sheet(SHEETS["counts"].say(view.language, {})), report, view)
    file = io.BytesIO()
    book.save(file)
    return _timeless(file)


def _findings(sheet: Worksheet, report: Report, view: View) -> None:
    _titles(sheet, [words.say(view.language, {}) for words in COLUMNS], _WIDTHS)
    for number, each in enumerate(shown(report, view), 2):
        values = row(each, view)
        cells = _write(sheet, number, values)
        sheet.row_dimensions[number].height = _height(values, view)
        cells[3].fill = PatternFill("solid", fgColor=_FILLS[each.severity])
        link = _link(each.path, view)
        if link and number < _MOST_LINKS:
            cells[0].hyperlink = link
            cells[0].font = Font(color="0563C1", underline="single")
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{len(report.results) + 1}"
    sheet.page_setup.orientation = "landscape"
    _on_paper(sheet)


def _height(values: Sequence[str | int], view: View) -> float:
    """The points that a row needs for its longest cell; not every program works that out by itself."""
    printed = replace(view, wide=True)
    sizes = zip(values, _WIDTHS, strict=True)
    lines = max(-(-width(str(value), printed) // (room - 2)) for value, room in sizes)
    return min(max(lines, 1) * _LINE_POINTS, _MOST_POINTS)


def _on_paper(sheet: Worksheet) -> None:
    """As wide as the page, the titles on every page."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    sheet.print_options.gridLines = True
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.5)


def _counts(sheet: Worksheet, report: Report, view: View) -> None:
    """The totals, then the number of findings by rule."""
    titles = (COLUMNS[5], COLUMNS[4], COLUMNS[3], NUMBER)
    _titles(sheet, [words.say(view.language, {}) for words in titles], _COUNT_WIDTHS)
    numbers = counts(report)
    line = 1
    for line, (result, number) in enumerate(by_rule(report), 2):
        severity = SEVERITY[result.severity].say(view.language, {})
        title = in_language(result.rule.text.title, view)
        cells = _write(sheet, line, (title, result.rule.code, severity, number))
        cells[2].fill = PatternFill("solid", fgColor=_FILLS[result.severity])
    for position, (key, words) in enumerate(COUNT_ROWS.items(), line + 2):
        _write(sheet, position, (words.say(view.language, {}), "", "", numbers[key]))
    sheet.freeze_panes = "A2"
    _on_paper(sheet)


def _titles(sheet: Worksheet, titles: Sequence[str], widths: Iterable[float]) -> None:
    for cell in _write(sheet, 1, titles):
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="2F5D8C")
    for number, columns in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = columns


def _write(sheet: Worksheet, line: int, values: Sequence[str | int]) -> list[Cell]:
    """Put a line of cells; text stays text, whatever it begins with."""
    cells: list[Cell] = []
    for column, value in enumerate(values, 1):
        cell = sheet.cell(line, column)
        assert isinstance(cell, Cell)
        if isinstance(value, str):
            cell.value = clean(value)[:_LONGEST_CELL]
            cell.data_type = "s"
            cell.quotePrefix = is_formula(value)
        else:
            cell.value = value
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cells.append(cell)
    return cells


def _link(path: str, view: View) -> str:
    """The file as seen from the folder of the workbook, or '' where no way leads there."""
    try:
        way = os.path.relpath(os.path.join(view.folder, path), view.target) if view.target else path  # noqa: PTH118
    except ValueError:
        return ""
    reference = uri(way.replace(os.sep, "/"))
    return reference if len(reference) <= _LONGEST_LINK else ""


def _timeless(file: io.BytesIO) -> bytes:
    """The workbook without the time at which it was written."""
    fixed = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = _MODIFIED.sub(rb"\g<1>2000-01-01T00:00:00Z\g<2>", data)
            entry = zipfile.ZipInfo(name, _ZIP_THEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            new.writestr(entry, data)
    return fixed.getvalue()
