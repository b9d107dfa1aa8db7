"""One page of a PDF: its ruled tables with the text of their cells, and the lines outside them."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from msgspec import Struct

from declint.forms.glyphs import Line, edge_of, is_full, lines_of, prose
from declint.forms.refusals import FormError

NEAR = 3
"""Edges this close (points) are one."""
_WIDEST_LABEL = 0.4
_MOST_EDGES = 30_000
_MOST_PAIRS = 50_000_000
Box = tuple[float, float, float, float]
"""Left, top, right and bottom in points from the upper left corner of the page."""


class Table(Struct):
    """A ruled table: the upper edges of its rows, and the lines and the text of each cell.

    ``rest`` is the upper edge of the row that is the lower part of the last row on the page before.
    """

    box: Box
    tops: list[float]
    lines: dict[Box, list[Line]]
    texts: dict[Box, str]
    rest: float | None = None

    def row(self, top: float) -> list[Box]:
        """The cells that begin in a row, from the left."""
        return sorted(box for box in self.texts if self.top_of(box) == top)

    def top_of(self, box: Box) -> float:
        """The upper edge of the row in which a cell begins."""
        return min(self.tops, key=lambda top: abs(top - box[1]))


class Page(Struct):
    """A page from 1, its tables from the top, and its other lines."""

    number: int
    tables: list[Table]
    lines: list[Line]


def read_page(page: Any, number: int) -> Page:
    """Sort the characters of a page into cells and lines.

    Raises FormError for a page that holds more than any form.
    """
    glyphs = page.chars
    if len(page.edges) > _MOST_EDGES:
        raise FormError("too-many-cells", limit=_MOST_EDGES)
    found = sorted(_closed(page), key=lambda table: table.bbox[1])
    outside = [glyph for glyph in glyphs if not any(_holds(table.bbox, glyph) for table in found)]
    return Page(number, [_table(table, glyphs) for table in found], lines_of(outside))


def _closed(page: Any) -> list[Any]:
    """The tables; a cell that a page break leaves without a lower or upper line is closed there."""
    found = page.find_tables()
    if all(_is_covered(table) for table in found):
        return list(found)
    edges = sorted({edge for table in found for edge in (table.bbox[1], table.bbox[3])})
    return list(page.find_tables({"explicit_horizontal_lines": edges}))


def _is_covered(table: Any) -> bool:
    """Whether the cells of a table fill it."""
    left, top, right, bottom = table.bbox
    area = sum((box[2] - box[0]) * (box[3] - box[1]) for box in table.cells)
    return bool(area > (right - left) * (bottom - top) * 0.995)


def _table(table: Any, glyphs: list[Any]) -> Table:
    if len(table.cells) * len(glyphs) > _MOST_PAIRS:
        raise FormError("too-many-cells", limit=_MOST_PAIRS // len(glyphs))
    boxes = [box for box in table.cells if box[2] - box[0] > NEAR and box[3] - box[1] > NEAR]
    lines = _lines(boxes, glyphs)
    texts = {box: prose(found, box[0], box[2]) for box, found in lines.items()}
    return Table(table.bbox, _clustered(box[1] for box in boxes), lines, texts)


def _holds(box: Box, glyph: Any) -> bool:
    x, y = (glyph["x0"] + glyph["x1"]) / 2, (glyph["top"] + glyph["bottom"]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def _lines(boxes: list[Box], glyphs: list[Any]) -> dict[Box, list[Line]]:
    """The lines of each cell; a glyph belongs to the first cell that its middle lies in."""
    inside: dict[Box, list[Any]] = {box: [] for box in boxes}
    for glyph in glyphs:
        home = next((box for box in boxes if _holds(box, glyph)), None)
        if home:
            inside[home].append(glyph)
    return {box: lines_of(found) for box, found in inside.items()}


def _clustered(values: Iterable[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > NEAR:
            found.append(value)
    return found


def find_rests(pages: list[Page]) -> None:
    """Find the rows that a page break cut in two.

    Each cell of the lower part goes on from a line above the break that had no room left. The rows of the
    head that a page repeats stand before it.
    """
    seen: set[tuple[str, ...]] = set()
    for page, following in pairwise(pages):
        for table in page.tables:
            seen |= {tuple(table.texts[box] for box in table.row(top)) for top in table.tops}
        if page.tables and following.tables:
            table = following.tables[0]
            for top in table.tops:
                if _goes_on(page.tables[-1], table, top):
                    table.rest = top
                if table.rest or tuple(table.texts[box] for box in table.row(top)) not in seen:
                    break


def _goes_on(above: Table, below: Table, top: float) -> bool:
    last = {box: lines for box, lines in above.lines.items() if box[3] > above.box[3] - NEAR and lines}
    filled = [box for box in below.row(top) if below.lines[box]]
    return bool(filled) and all(
        any(
            abs(upper[0] - box[0]) <= NEAR
            and abs(upper[2] - box[2]) <= NEAR
            and is_full(lines[-1], below.lines[box][0], edge_of(lines, upper[0], upper[2]))
            for upper, lines in last.items()
        )
        for box in filled
    )


def return_strays(pages: list[Page]) -> None:
    """Put labels that were drawn off their cells back into them.

    A label centred in a merged cell that a page break divides is drawn where the middle of the whole cell
    would be: in the margin below the table, or above it on the next page.
    """
    for page in pages:
        if page.tables:
            last = page.tables[-1]
            below = [line for line in page.lines if line.top >= last.box[3] - NEAR]
            _return(page, last, below)
    for page, following in pairwise(pages):
        if page.tables and following.tables:
            above = [line for line in following.lines if line.top < following.tables[0].box[1]]
            _return(following, page.tables[-1], above)


def _return(page: Page, table: Table, lines: list[Line]) -> None:
    width = table.box[2] - table.box[0]
    for box, text in table.texts.items():
        if box[3] < table.box[3] - NEAR or box[2] - box[0] > width * _WIDEST_LABEL:
            continue
        glyphs = [
            glyph
            for line in lines
            for glyph in line.glyphs
            if box[0] <= (glyph["x0"] + glyph["x1"]) / 2 <= box[2]
        ]
        label = prose(lines_of(glyphs), box[0], box[2])
        if label and text in ("", label):
            # Some programs draw the label on both pages.
            table.texts[box] = label
            taken = {id(glyph) for glyph in glyphs}
            page.lines = lines_of(
                [glyph for line in page.lines for glyph in line.glyphs if id(glyph) not in taken]
            )
