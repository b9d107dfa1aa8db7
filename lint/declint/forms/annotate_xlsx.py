"""An Excel workbook with a note and a light fill at each finding, and a sheet that lists them all."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from lxml import etree

from declint.forms.measure import lines_needed
from declint.forms.office import Office, empty
from declint.forms.remark import Remark
from declint.forms.xlsx_notes import add_notes, split_address
from declint.forms.xlsx_styles import S, Styles

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_WIDTHS = (6, 18, 8, 10, 50, 50, 34)
_MM_PER_UNIT, _SIZE = 7 * 25.4 / 96, 11.0
_LINE, _ROOM, _HIGHEST = 1.4, 4.0, 400.0
"""Rows are as high as their lines: so many sizes each, with some room, in points."""


class NotTransitionalError(Exception):
    """A workbook in the strict dialect, which this module does not write."""


def annotate_xlsx(
    data: bytes, remarks: Sequence[Remark], author: str, words: Sequence[str], name: str
) -> bytes:
    """The workbook with its remarks.

    ``words`` are the heads of the columns of the list: number, place, severity, rule, finding, repair, cell;
    ``name`` is that of its sheet. Raises NotTransitionalError.
    """
    office = Office(data)
    workbook = office.read(office.main)
    if workbook.tag != f"{S}workbook":
        raise NotTransitionalError
    styles = Styles(office)
    parts = _sheet_parts(office, workbook)
    for sheet, part in parts.items():
        _mark(
            office,
            part,
            [each for each in remarks if each.address.rpartition("!")[0] == sheet],
            styles,
            author,
        )
    _add_list(office, workbook, _free(name, parts), _list(remarks, words, styles))
    styles.save()
    return office.bytes()


def _sheet_parts(office: Office, workbook: Any) -> dict[str, str]:
    """The part of every sheet by its name."""
    relations = office.relations(office.main)
    return {
        sheet.get("name"): relations[sheet.get(f"{_R}id")][1]
        for sheet in workbook.find(f"{S}sheets")
        if relations.get(sheet.get(f"{_R}id"), ("", ""))[0] == "worksheet"
    }


def _mark(office: Office, part: str, remarks: list[Remark], styles: Styles, author: str) -> None:
    """Fill the cells that are spoken of by the worst severity and write their notes."""
    if not remarks:
        return
    sheet = office.read(part)
    by_cell: dict[str, list[Remark]] = {}
    for remark in remarks:
        by_cell.setdefault(remark.address.rpartition("!")[2], []).append(remark)
    for address, found in by_cell.items():
        cell = _cell(sheet, address)
        worst = min((each.severity for each in found), key=lambda severity: severity.rank)
        cell.set("s", str(styles.filled(int(cell.get("s", "0")), worst)))
    notes = {
        address: "\n\n".join("\n".join(each.lines) for each in found) for address, found in by_cell.items()
    }
    add_notes(office, part, sheet, notes, author)
    office.write(part, sheet)


def _cell(sheet: Any, address: str) -> Any:
    """The cell of an address; a new empty one, in the style of its row or column, where none is stored."""
    rows = sheet.find(f"{S}sheetData")
    number, column = split_address(address)
    row, exact = _at(rows, number, lambda each: each)
    if not exact:
        fresh = etree.Element(f"{S}row", r=str(number))
        rows.append(fresh) if row is None else row.addprevious(fresh)
        row = fresh
    cell, exact = _at(row, column, lambda each: str(split_address(each)[1]))
    if not exact:
        fresh = etree.Element(f"{S}c", r=address, s=_usual_style(sheet, row, column))
        row.append(fresh) if cell is None else cell.addprevious(fresh)
        cell = fresh
    return cell


def _at(parent: Any, wanted: int, number_of: Callable[[str], str]) -> tuple[Any, bool]:
    """The row or cell of a number, else the first behind it; one without a number follows the one before."""
    number = 0
    for child in parent:
        number = int(number_of(child.get("r"))) if child.get("r") else number + 1
        if number >= wanted:
            return child, number == wanted
    return None, False


def _usual_style(sheet: Any, row: Any, column: int) -> str:
    """The number of the style that an empty cell shows."""
    if row.get("customFormat") in ("1", "true"):
        return str(row.get("s", "0"))
    columns = (
        each for each in sheet.iter(f"{S}col") if int(each.get("min")) <= column <= int(each.get("max"))
    )
    return next((str(each.get("style", "0")) for each in columns), "0")


def _free(name: str, taken: Iterable[str]) -> str:
    """A name that no other sheet has."""
    lower = {each.casefold() for each in taken}
    number, free = 1, name
    while free.casefold() in lower:
        number += 1
        free = f"{name} {number}"
    return free


def _list(remarks: Sequence[Remark], words: Sequence[str], styles: Styles) -> Any:
    """The sheet that lists the remarks, with a link to each cell."""
    sheet = empty(f"{S}worksheet")
    properties = etree.SubElement(sheet, f"{S}sheetPr")
    etree.SubElement(properties, f"{S}pageSetUpPr", fitToPage="1")
    views = etree.SubElement(sheet, f"{S}sheetViews")
    view = etree.SubElement(views, f"{S}sheetView", workbookViewId="0")
    etree.SubElement(view, f"{S}pane", ySplit="1", topLeftCell="A2", activePane="bottomLeft", state="frozen")
    columns = etree.SubElement(sheet, f"{S}cols")
    for number, width in enumerate(_WIDTHS, 1):
        etree.SubElement(
            columns, f"{S}col", min=str(number), max=str(number), width=str(width), customWidth="1"
        )
    rows = etree.SubElement(sheet, f"{S}sheetData")
    plain = styles.text()
    _row(rows, 1, words, [styles.text(bold=True)] * len(words))
    for number, remark in enumerate(remarks, 1):
        finding = "\n".join((remark.message, *remark.evidence))
        values = (str(number), remark.spot, remark.label, remark.code, finding, remark.advice, remark.cell)
        coloured = styles.filled(plain, remark.severity)
        _row(rows, number + 1, values, [plain, plain, coloured, *[plain] * 4])
    if remarks:
        etree.SubElement(sheet, f"{S}autoFilter", ref=f"A1:G{len(remarks) + 1}")
        links = etree.SubElement(sheet, f"{S}hyperlinks")
        for number, remark in enumerate(remarks, 2):
            name, _, address = remark.address.rpartition("!")
            quoted = name.replace("'", "''")
            etree.SubElement(links, f"{S}hyperlink", ref=f"B{number}", location=f"'{quoted}'!{address}")
    etree.SubElement(
        sheet, f"{S}pageSetup", paperSize="9", orientation="landscape", fitToWidth="1", fitToHeight="0"
    )
    return sheet


def _row(rows: Any, number: int, values: Sequence[str], styles: Sequence[int]) -> None:
    lines = max(
        lines_needed(value, width * _MM_PER_UNIT, _SIZE) for value, width in zip(values, _WIDTHS, strict=True)
    )
    height = min(lines * _SIZE * _LINE + _ROOM, _HIGHEST)
    row = etree.SubElement(rows, f"{S}row", r=str(number), ht=f"{height:.1f}", customHeight="1")
    for letter, value, style in zip("ABCDEFG", values, styles, strict=True):
        cell = etree.SubElement(row, f"{S}c", r=f"{letter}{number}", s=str(style), t="inlineStr")
        text = etree.SubElement(etree.SubElement(cell, f"{S}is"), f"{S}t")
        text.text = value
        text.set(_SPACE, "preserve")


def _add_list(office: Office, workbook: Any, name: str, sheet: Any) -> None:
    _, identity = office.add(office.main, "worksheet", "xl/worksheets/declint.xml", _SHEET_TYPE, sheet)
    sheets = workbook.find(f"{S}sheets")
    last = max(int(each.get("sheetId", "0")) for each in sheets)
    etree.SubElement(sheets, f"{S}sheet", {"name": name, "sheetId": str(last + 1), f"{_R}id": identity})
    office.write(office.main, workbook)
