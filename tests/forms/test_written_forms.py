"""The files that are written hold the form's cells exactly, and the same bytes every time."""

import io
import re
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest

from declint.declaration.model import Declaration
from declint.declaration.reading import read_bytes
from declint.forms.layout import Layout, lay_out
from declint.forms.measure import LONGEST_TEXT, TooLongError
from declint.forms.table import edges_of
from declint.forms.write_docx import write_docx
from declint.forms.write_html import write_html
from declint.forms.write_xlsx import write_xlsx
from declint.settings import Limits
from declint.testing import BASE

PUBLISHED = sorted((Path(__file__).parents[2] / "declarations").rglob("*.yaml"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRANGE = BASE.replace("社区图书馆运行", "' =1+1 <b>&\"“引号” '").replace(
    "图书编目准确率: ≥98.00(%)",
    'a: "=100.00(%)"\n      b: "+1"\n      c: "-1"\n      d: "@x"\n      e: "_x0041_"\n'
    "      f: \"1\\n2\\t3 \"\n      g: '0012'\n      h: 2026-01-01",
)
WRITERS = (write_docx, write_xlsx, write_html)


def read(text: str) -> Declaration:
    found = read_bytes("a.yaml", text.encode(), Limits()).declaration
    assert found
    return found


def expected(layout: Layout) -> list[str]:
    """Every cell's text, row by row; what only ends the last line starts no paragraph."""
    return [
        cell.text.removesuffix("\n")
        for table in (layout.head, layout.indicators)
        for row in table.rows
        for cell in row
    ]


def docx_cells(data: bytes) -> list[str]:
    """The text of every cell of a Word document that begins where it stands."""
    root = ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))  # noqa: S314
    cells = []
    for cell in root.iter(f"{W}tc"):
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        if merged is None or merged.get(f"{W}val") == "restart":
            cells.append("\n".join(paragraph_text(each) for each in cell.iter(f"{W}p")))
    return cells


def paragraph_text(paragraph: ElementTree.Element) -> str:
    signs = {f"{W}tab": "\t", f"{W}br": "\n"}
    return "".join(signs.get(each.tag, each.text or "") for each in paragraph.iter() if each.tag != f"{W}p")


def xlsx_cells(data: bytes) -> list[str]:
    """The text of every cell of a workbook, merged ones once; all of it has to be text."""
    sheet: Any = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    inside = {
        (row, column)
        for area in sheet.merged_cells.ranges
        for row, column in area.cells
        if (row, column) != (area.min_row, area.min_col)
    }
    cells = [
        cell
        for row in sheet.iter_rows()
        for cell in row
        if (cell.row, cell.column) not in inside and cell.row > 2
    ]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    return [str(cell.value or "").replace("_x005F_", "_") for cell in cells]


class Cells(HTMLParser):
    """The text of every cell of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.cells: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        if tag in ("td", "th"):
            self.inside = True
            self.cells.append("")
        if tag == "br" or (tag == "p" and self.inside and self.cells[-1]):
            self.cells[-1] += "\n"

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.cells[-1] += data


def html_cells(data: bytes) -> list[str]:
    parser = Cells()
    parser.feed(data.decode())
    return parser.cells


READERS: list[tuple[Callable[[Layout], bytes], Callable[[bytes], list[str]]]] = [
    (write_docx, docx_cells),
    (write_xlsx, xlsx_cells),
    (write_html, html_cells),
]


@pytest.mark.parametrize(("write", "cells"), READERS)
@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
def test_the_published_forms_are_written_cell_by_cell(
    path: Path, write: Callable[[Layout], bytes], cells: Callable[[bytes], list[str]]
) -> None:
    layout = lay_out(read(path.read_text(encoding="utf-8")))
    assert cells(write(layout)) == expected(layout)


@pytest.mark.parametrize(("write", "cells"), READERS)
def test_strange_texts_stay_exactly_what_they_are(
    write: Callable[[Layout], bytes], cells: Callable[[bytes], list[str]]
) -> None:
    layout = lay_out(read(STRANGE))
    assert cells(write(layout)) == expected(layout)


@pytest.mark.parametrize("write", WRITERS)
def test_the_same_declaration_gives_the_same_bytes(write: Callable[[Layout], bytes]) -> None:
    assert write(lay_out(read(BASE))) == write(lay_out(read(BASE)))


@pytest.mark.parametrize("write", [write_docx, write_xlsx])
def test_no_part_tells_when_it_was_written(write: Callable[[Layout], bytes]) -> None:
    archive = zipfile.ZipFile(io.BytesIO(write(lay_out(read(BASE)))))
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert set(re.findall(rb">([0-9]{4}-[^<]*)<", archive.read("docProps/core.xml"))) <= {
        b"1980-01-01T00:00:00Z"
    }


def test_the_head_of_the_indicators_repeats_on_every_page() -> None:
    layout = lay_out(read(BASE))
    root = ElementTree.fromstring(  # noqa: S314
        zipfile.ZipFile(io.BytesIO(write_docx(layout))).read("word/document.xml")
    )
    repeated = [row for row in root.iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is not None]
    assert ["一级指标" in "".join(row.itertext()) for row in repeated] == [True]
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(layout))).worksheets[0]
    head = next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == "一级指标")
    assert sheet.print_title_rows == f"${head}:${head}"
    assert b"<thead><tr>" in write_html(layout)


def test_a_workbook_prints_on_upright_a4_one_page_wide() -> None:
    sheet: Any = openpyxl.load_workbook(io.BytesIO(write_xlsx(lay_out(read(BASE))))).worksheets[0]
    assert (int(sheet.page_setup.paperSize or 0), sheet.page_setup.orientation) == (9, "portrait")
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_goals_too_long_for_a_row_of_excel_run_over_several() -> None:
    goals = "开展读书活动，服务全市读者。" * 200
    layout = lay_out(read(BASE.replace("全年举办读书活动不少于 12 场，", goals)))
    data = write_xlsx(layout)
    assert xlsx_cells(data) == expected(layout)
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    assert max(row.height or 0 for row in sheet.row_dimensions.values()) <= 409


def test_a_text_that_no_cell_of_excel_can_hold_is_refused_not_cut() -> None:
    layout = lay_out(read(BASE.replace("全年举办读书活动", "长" * (LONGEST_TEXT + 1))))
    with pytest.raises(TooLongError):
        write_xlsx(layout)
    assert docx_cells(write_docx(layout)) == expected(layout)


def test_columns_of_a_workbook_follow_the_form() -> None:
    layout = lay_out(read(BASE))
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(layout))).worksheets[0]
    assert sheet.max_column == len(edges_of(layout.head, layout.indicators)) - 1


def test_a_page_loads_nothing_and_runs_nothing() -> None:
    page = write_html(lay_out(read(STRANGE.replace("<b>", "<script>")))).decode()
    assert "default-src 'none'" in page
    assert page.count("&lt;script&gt;") == 2
    assert not re.search(r"<script|\s(?:src|href)=|url\(|@import", page)


def test_a_label_that_a_page_end_may_cut_stands_at_the_top_of_its_rows() -> None:
    rows = "".join(f"      指标{number}: ≥1.00(个)\n" for number in range(60))
    layout = lay_out(read(BASE.replace("      读书活动场次: ≥12.00(场)\n", rows)))
    sheet: Any = openpyxl.load_workbook(io.BytesIO(write_xlsx(layout))).worksheets[0]
    cells = {cell.value: cell.alignment.vertical for row in sheet.iter_rows() for cell in row if cell.value}
    assert (cells["数量指标"], cells["成本指标"], cells["项目资金\n（元）"]) == ("top", "center", "center")
