"""PDF with a text layer: ruled tables by their lines, text outside them line by line."""

import io
from collections.abc import Iterator
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import PdfminerException

from declint.declaration.origin import Spot
from declint.forms.glyphs import Line, lines_of, prose
from declint.forms.grid import Cell, Document, Row
from declint.forms.refusals import FormError

_MOST_PAGES = 300
_MOST_GLYPHS = 2_000_000
_SNAP = 3
_Box = tuple[float, float, float, float]


def read_pdf(path: str, data: bytes) -> Document:
    """The rows of a PDF; columns are points from the left edge, so that they hold from page to page.

    Raises FormError.
    """
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            if len(pdf.pages) > _MOST_PAGES:
                raise FormError("too-many-pages", pages=len(pdf.pages), limit=_MOST_PAGES)
            return _read(path, pdf)
    except (PdfminerException, PDFException, PSException) as error:
        if (
            isinstance(error, PDFPasswordIncorrect)
            or isinstance(error.__cause__ or error.__context__, PDFPasswordIncorrect)
            or "PDFPasswordIncorrect" in repr(error)
        ):
            raise FormError("encrypted") from error
        raise FormError("broken", problem=type(error).__name__) from error
    except (
        ValueError,
        KeyError,
        TypeError,
        IndexError,
        AttributeError,
        AssertionError,
        RecursionError,
        OSError,
    ) as error:
        raise FormError("broken", problem=type(error).__name__) from error


def _read(path: str, pdf: Any) -> Document:
    pages = _Pages()
    rows: list[Row] = []
    pictures = False
    for number, page in enumerate(pdf.pages, 1):
        rows.extend(pages.rows(page, number))
        pictures = pictures or bool(page.images)
        page.close()
    if not pages.glyphs:
        raise FormError("scan" if pictures else "no-text")
    if pages.unknown > pages.glyphs / 3:
        raise FormError("scan")
    return Document(path, tuple(rows))


class _Pages:
    """What has to be kept from page to page: the number of tables, and the edges that columns snap to."""

    def __init__(self) -> None:
        self.tables = self.glyphs = self.unknown = 0
        self.edges: list[int] = []

    def rows(self, page: Any, number: int) -> Iterator[Row]:
        glyphs = page.chars
        self.glyphs += sum(not glyph["text"].isspace() for glyph in glyphs)
        self.unknown += sum(glyph["text"].startswith("(cid:") for glyph in glyphs)
        if self.glyphs > _MOST_GLYPHS:
            raise FormError("too-many-cells", limit=_MOST_GLYPHS)
        tables = sorted(page.find_tables(), key=lambda table: table.bbox[1])
        outside = [glyph for glyph in glyphs if not any(_holds(table.bbox, glyph) for table in tables)]
        blocks: list[tuple[float, list[Row]]] = [
            (line.top, [self._line(line, number)]) for line in lines_of(outside)
        ]
        for place, table in enumerate(tables):
            blocks.append(
                (table.bbox[1], list(self._table(table, glyphs, number, number > 1 and place == 0)))
            )
        for _, rows in sorted(blocks, key=lambda block: block[0]):
            yield from rows

    def _line(self, line: Line, page: int) -> Row:
        spot = Spot(f"第 {page} 页", f"page {page}")
        cells = tuple(Cell(text, self._edge(left), spot, address=f"{page}") for left, text in line.columns())
        return Row(cells)

    def _edge(self, x: float) -> int:
        """The edge that is meant by a position; lines of one column differ by a point from page to page."""
        found = next((edge for edge in self.edges if abs(edge - x) <= _SNAP), None)
        if found is None:
            found = round(x)
            self.edges.append(found)
        return found

    def _table(self, table: Any, glyphs: list[Any], page: int, first: bool) -> Iterator[Row]:
        self.tables += 1
        boxes: list[_Box] = [
            box for box in table.cells if box[2] - box[0] > _SNAP and box[3] - box[1] > _SNAP
        ]
        tops = _clustered(box[1] for box in boxes)
        contents = _contents(boxes, glyphs)
        placed = [(_nearest(tops, box[1]), box) for box in boxes]
        for order, top in enumerate(tops):
            spot = Spot(
                f"第 {page} 页表 {self.tables} 第 {order + 1} 行",
                f"page {page}, table {self.tables}, row {order + 1}",
            )
            cells = []
            for _, box in sorted((each for each in placed if each[0] == top), key=lambda each: each[1][0]):
                left, right = self._edge(box[0]), self._edge(box[2])
                reach = sum(top <= other < box[3] - _SNAP for other in tops)
                address = f"{page}.{self.tables}.{order + 1}.{len(cells) + 1}"
                cells.append(Cell(contents[box], left, spot, reach, right - left, address))
            covered = frozenset(
                self._edge(box[0]) for start, box in placed if start < top and box[3] > top + _SNAP
            )
            yield Row(tuple(cells), self.tables, True, first and order == 0, covered)


def _holds(box: _Box, glyph: Any) -> bool:
    x, y = (glyph["x0"] + glyph["x1"]) / 2, (glyph["top"] + glyph["bottom"]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def _contents(boxes: list[_Box], glyphs: list[Any]) -> dict[_Box, str]:
    """The text of each cell; a glyph belongs to the first cell that its middle lies in."""
    inside: dict[_Box, list[Any]] = {box: [] for box in boxes}
    ordered = sorted(boxes, key=lambda box: box[1])
    for glyph in glyphs:
        home = next((box for box in ordered if _holds(box, glyph)), None)
        if home:
            inside[home].append(glyph)
    return {box: prose(lines_of(found), box[2] - box[0], box[0]) for box, found in inside.items()}


def _clustered(values: Iterator[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _SNAP:
            found.append(value)
    return found


def _nearest(values: list[float], wanted: float) -> float:
    return min(values, key=lambda value: abs(value - wanted))
