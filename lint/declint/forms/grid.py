"""What every kind of document is read into: rows of cells, each knowing where a person finds it."""

from collections.abc import Iterator

from msgspec import Struct

from declint.declaration.origin import Spot
from declint.finding import Argument, Words


class Cell(Struct, frozen=True, eq=False):
    """One cell, or one line outside tables; two cells are never equal, whatever they hold.

    ``text`` is what the cell shows, its paragraphs divided by line ends. ``column`` counts from 0, ``rows``
    and ``columns`` say how far it reaches. ``address`` finds it again in its document: ``2.14.3`` is table,
    row and cell (from 1, nested tables counted where they begin), ``Sheet1!E14`` a cell of a sheet.
    """

    text: str
    column: int
    spot: Spot
    rows: int = 1
    columns: int = 1
    address: str = ""

    @property
    def squeezed(self) -> str:
        """The text without any blanks."""
        return "".join(self.text.split())


class Row(Struct, frozen=True, eq=False):
    """The cells that begin in one row, blank ones among them.

    ``table`` numbers the tables of the document (0: a line outside tables). ``aligned`` tells that columns
    can be trusted; text that was copied has lost them. ``page_start`` marks the first row after a page
    break, ``covered`` the columns that a cell from above reaches into; ``width`` is the number of columns
    of the table. ``rest`` marks the lower part of a row that a page break cut in two, where the page shows
    that it is one.
    """

    cells: tuple[Cell, ...]
    table: int = 0
    aligned: bool = False
    page_start: bool = False
    rest: bool = False
    covered: frozenset[int] = frozenset()
    width: int = 0

    @property
    def filled(self) -> tuple[Cell, ...]:
        """The cells that hold something."""
        return tuple(cell for cell in self.cells if cell.squeezed)

    def at(self, column: int) -> Cell | None:
        """The cell that begins in or reaches over a column."""
        return next((cell for cell in self.cells if cell.column <= column < cell.column + cell.columns), None)


Note = tuple[Cell, Words, dict[str, Argument]]


class Document(Struct, frozen=True):
    """One document as rows. ``copied`` tells that it is text copied out of a form: columns are lost, line
    ends of a cell have become blanks, paragraphs may be tags.

    ``notes`` say what the reader itself had to decide (a formula without a value); ``hidden`` are cells
    that the document holds and does not show.
    """

    path: str
    rows: tuple[Row, ...]
    copied: bool = False
    notes: tuple[Note, ...] = ()
    hidden: tuple[Cell, ...] = ()

    def cells(self) -> Iterator[Cell]:
        """Every cell that holds something."""
        for row in self.rows:
            yield from row.filled
