"""Word documents: paragraphs and tables in the order of the page, as they read with all changes accepted."""

import io
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE

from declint.declaration.origin import Spot
from declint.forms.docx_runs import WRAPPERS, inside, paragraph_text
from declint.forms.grid import Cell, Document, Row
from declint.forms.numbering import Numbering, W, read_numbering
from declint.forms.refusals import FormError

_MOST_CELLS = 200_000
_DEEPEST = 8


def read_docx(path: str, data: bytes) -> Document:
    """The rows of a Word document.

    Raises FormError where it holds no text, and whatever the library raises for a damaged file.
    """
    walker = _Walker(docx.Document(io.BytesIO(data)))
    rows = tuple(walker.rows())
    if not any(row.filled for row in rows):
        raise FormError("images-only" if walker.has_pictures else "no-text")
    return Document(path, rows, hidden=tuple(walker.hidden))


class _Walker:
    """Goes through the body once, counting tables, rows and paragraphs as a person does."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.body = document.element.body
        self.numbering = _numbering(document)
        self.tables = self.paragraphs = self.cells = 0
        self.hidden: list[Cell] = []

    @property
    def has_pictures(self) -> bool:
        return next(self.body.iter(f"{W}drawing", f"{W}pict", f"{W}object"), None) is not None

    def rows(self) -> Iterator[Row]:
        yield from self._margin("header", "页眉", "header")
        yield from self._blocks(self.body, 0)
        yield from self._margin("footer", "页脚", "footer")

    def _margin(self, part: str, chinese: str, english: str) -> Iterator[Row]:
        """Headers or footers, each text once."""
        seen: set[str] = set()
        for section in self.document.sections:
            for name in (part, f"first_page_{part}"):
                margin = getattr(section, name)
                if margin.is_linked_to_previous:
                    continue
                for paragraph in margin._element.iter(f"{W}p"):  # noqa: SLF001  (also those inside tables)
                    text = paragraph_text(paragraph).strip()
                    if text and text not in seen and not text.isdigit():
                        seen.add(text)
                        yield Row((Cell(text, 0, Spot(chinese, english), address=part),))

    def _blocks(self, parent: Any, depth: int) -> Iterator[Row]:
        for element in parent:
            if element.tag == f"{W}p":
                self.paragraphs += 1
                text = self._paragraph(element)
                if text.strip():
                    spot = Spot(f"第 {self.paragraphs} 段", f"paragraph {self.paragraphs}")
                    yield Row((Cell(text.strip(), 0, spot, address=f"p{self.paragraphs}"),))
            elif element.tag == f"{W}tbl":
                yield from self._table(element, depth)
            elif element.tag in WRAPPERS:
                yield from self._blocks(element, depth)

    def _table(self, table: Any, depth: int) -> Iterator[Row]:
        if depth > _DEEPEST:
            raise FormError("broken", problem="nested tables")
        self.tables += 1
        number = self.tables
        width = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        rows = [row for row in inside(table, f"{W}tr") if row.find(f"{W}trPr/{W}del") is None]
        grid = [list(_placed(row)) for row in rows]
        reach = _reaches(grid)
        covered: dict[int, int] = {}
        for place, cells in enumerate(grid):
            covered = {column: left - 1 for column, left in covered.items() if left > 1}
            shown: list[Cell] = []
            nested: list[Any] = []
            for order, (element, column, columns, continues) in enumerate(cells):
                self.cells += 1
                if self.cells > _MOST_CELLS:
                    raise FormError("too-many-cells", limit=_MOST_CELLS)
                spot = Spot(f"表 {number} 第 {place + 1} 行", f"table {number}, row {place + 1}")
                address = f"{number}.{place + 1}.{order + 1}"
                span = reach.get((place, column), 1)
                cell = Cell(self._contents(element), column, spot, span, columns, address)
                if not continues:
                    shown.append(cell)
                elif cell.squeezed:
                    self.hidden.append(cell)
                nested.extend(inside(element, f"{W}tbl"))
            yield Row(tuple(shown), number, aligned=True, covered=frozenset(covered), width=width)
            for cell in shown:
                if cell.rows > 1:
                    covered |= dict.fromkeys(range(cell.column, cell.column + cell.columns), cell.rows)
            for inner in nested:
                yield from self._table(inner, depth + 1)

    def _contents(self, cell: Any) -> str:
        return "\n".join(self._paragraph(each) for each in inside(cell, f"{W}p")).strip("\n")

    def _paragraph(self, paragraph: Any) -> str:
        text = paragraph_text(paragraph)
        label = self.numbering.label(paragraph) if text.strip() else ""
        return label + text


def _numbering(document: Any) -> Numbering:
    part = next(
        (
            relation.target_part.element
            for relation in document.part.rels.values()
            if relation.reltype == RELATIONSHIP_TYPE.NUMBERING and not relation.is_external
        ),
        None,
    )
    return read_numbering(part, document.styles.element)


def _placed(row: Any) -> Iterator[tuple[Any, int, int, bool]]:
    """Each cell with its first column, how many it takes, and whether it belongs to the cell above."""
    column = _number(row.find(f"{W}trPr/{W}gridBefore"), 0)
    for cell in inside(row, f"{W}tc"):
        span = max(_number(cell.find(f"{W}tcPr/{W}gridSpan"), 1), 1)
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        yield cell, column, span, merge is not None and merge.get(f"{W}val") != "restart"
        column += span


def _number(element: Any, default: int) -> int:
    value = element.get(f"{W}val") if element is not None else None
    return int(value) if value and value.isdigit() else default


def _reaches(grid: list[list[tuple[Any, int, int, bool]]]) -> dict[tuple[int, int], int]:
    """How many rows the cell at (row, column) takes, for those that take more than one."""
    reach: dict[tuple[int, int], int] = {}
    begun: dict[int, int] = {}
    for place, cells in enumerate(grid):
        below: dict[int, int] = {}
        for _, column, _, continues in cells:
            first = begun.get(column, place) if continues else place
            below[column] = first
            if continues:
                reach[first, column] = place - first + 1
        begun = below
    return reach
