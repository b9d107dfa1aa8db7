"""PDF with a text layer: ruled tables by their lines, text outside them line by line."""

import io
import logging
from collections.abc import Iterator
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from declint.declaration.origin import Spot
from declint.forms.grid import Cell, Document, Row
from declint.forms.page import NEAR, Page, Table, find_rests, read_page, return_strays
from declint.forms.refusals import FormError

# The library reports every oddity of a file as a warning.
logging.getLogger("pdfminer").setLevel(logging.ERROR)
_MOST_PAGES = 300
_MOST_GLYPHS = 2_000_000


def read_pdf(path: str, data: bytes) -> Document:
    """The rows of a PDF; columns are points from the left edge, so that they hold from page to page.

    Raises FormError where no text can be read, and whatever the library raises for a damaged file.
    """
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            if len(pdf.pages) > _MOST_PAGES:
                raise FormError("too-many-pages", pages=len(pdf.pages), limit=_MOST_PAGES)
            pages = list(_pages(pdf))
    except PdfminerException as error:
        if isinstance(error.args[0], PDFPasswordIncorrect):
            raise FormError("encrypted") from error
        raise
    find_rests(pages)
    return_strays(pages)
    return Document(path, tuple(_Rows().of(pages)))


def _pages(pdf: Any) -> Iterator[Page]:
    """Raises FormError where no text can be read from the pages."""
    glyphs = unknown = 0
    pictures = False
    for number, each in enumerate(pdf.pages, 1):
        glyphs += sum(not glyph["text"].isspace() for glyph in each.chars)
        unknown += sum(glyph["text"].startswith("(cid:") for glyph in each.chars)
        pictures = pictures or bool(each.images)
        if glyphs > _MOST_GLYPHS:
            raise FormError("too-many-cells", limit=_MOST_GLYPHS)
        yield read_page(each, number)
        each.close()
    if not glyphs:
        raise FormError("scan" if pictures else "no-text")
    if unknown > glyphs / 3:
        raise FormError("scan")


class _Rows:
    """Pages as rows; the edges that columns snap to and the number of tables go on from page to page."""

    def __init__(self) -> None:
        self.tables = 0
        self.edges: list[int] = []

    def of(self, pages: list[Page]) -> Iterator[Row]:
        for page in pages:
            blocks: list[tuple[float, list[Row]]] = []
            for line in page.lines:
                spot = Spot(f"第 {page.number} 页", f"page {page.number}")
                cells = (
                    Cell(text, self._edge(left), spot, address=f"{page.number}")
                    for left, text in line.columns()
                )
                blocks.append((line.top, [Row(tuple(cells))]))
            for place, table in enumerate(page.tables):
                first = page.number > 1 and place == 0
                blocks.append((table.box[1], list(self._table(table, page.number, first))))
            for _, rows in sorted(blocks, key=lambda block: block[0]):
                yield from rows

    def _edge(self, x: float) -> int:
        """The edge that is meant by a position; lines of one column differ by a point from page to page."""
        found = next((edge for edge in self.edges if abs(edge - x) <= NEAR), None)
        if found is None:
            found = round(x)
            self.edges.append(found)
        return found

    def _table(self, table: Table, page: int, first: bool) -> Iterator[Row]:
        self.tables += 1
        for order, top in enumerate(table.tops):
            spot = Spot(
                f"第 {page} 页表 {self.tables} 第 {order + 1} 行",
                f"page {page}, table {self.tables}, row {order + 1}",
            )
            cells: list[Cell] = []
            covered = set()
            for box in sorted(table.texts, key=lambda each: each[0]):
                start = table.top_of(box)
                left, right = self._edge(box[0]), self._edge(box[2])
                if start == top:
                    reach = sum(top <= other < box[3] - NEAR for other in table.tops)
                    address = f"{page}.{self.tables}.{order + 1}.{len(cells) + 1}"
                    cells.append(Cell(table.texts[box], left, spot, reach, right - left, address))
                elif start < top < box[3] - NEAR:
                    covered.add(left)
            yield Row(
                tuple(cells),
                self.tables,
                aligned=True,
                page_start=first and order == 0,
                rest=table.rest == top,
                covered=frozenset(covered),
            )
