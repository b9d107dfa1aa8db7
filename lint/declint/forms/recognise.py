"""Finding the forms in a document's rows and reading each."""

from collections.abc import Iterable, Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from declint.forms import wording
from declint.forms.by_column import take_by_column
from declint.forms.columns import NAME, Head, continues_head, is_head, read_head
from declint.forms.draft import Draft
from declint.forms.form import Form
from declint.forms.funding import Sides, is_funding, take_funding
from declint.forms.goals import GoalColumns, is_after_goals, is_goals, take_goals
from declint.forms.grid import Cell, Document, Row
from declint.forms.head import is_first, is_unit_line, take_head
from declint.forms.head import is_head as is_form_head
from declint.forms.in_order import take_in_order, value_columns
from declint.forms.labels import column_role, is_filler, is_footer, is_title, money_unit, year_in
from declint.forms.settle import settle

_SUBTITLE = 25


class Recognised(Struct, frozen=True):
    """The forms of a document and the cells that none of them used."""

    forms: tuple[Form, ...]
    unused: tuple[Cell, ...]


def recognise(document: Document) -> Recognised:
    """Find every form. Each cell that holds something is in a form or among the unused ones."""
    reader = _Reader(document)
    for row in reader.rows:
        reader.take(row)
    reader.finish()
    forms = tuple(draft.form for draft in reader.drafts)
    unused = [cell for cell in document.cells() if cell not in reader.used]
    return Recognised(forms, (*unused, *document.hidden))


class _Title(Struct):
    """A title that may begin a form, and what stood between it and the first label."""

    cells: list[Cell] = field(default_factory=list)
    year: Cell | None = None
    unit: Cell | None = None


def _page_starts(rows: Iterable[Row]) -> Iterator[Row]:
    """Rows in which a new table begins a page, and a page begins behind the head that it repeats.

    Word documents made from PDF have a table for every page.
    """
    begins, table = False, 0
    for row in rows:
        begins = begins or row.page_start or (0 < table != row.table > 0)
        table = row.table or table
        head = is_head(row)
        yield row if row.page_start == (begins and not head) else replace(row, page_start=not head and begins)
        begins = begins and head


class _Reader:
    """Goes through the rows once; ``block`` is the part of the form it is in."""

    def __init__(self, document: Document) -> None:
        self.rows = tuple(_page_starts(document.rows))
        self.document = document
        self.used: set[Cell] = set()
        self.drafts: list[Draft] = []
        self.title: _Title | None = None
        self.block = "outside"
        self.sides = Sides()
        self.goals = GoalColumns()
        self.head = Head()
        self.head_row: Row | None = None
        self.head_table = 0
        self.left = 0
        self.ends = value_columns(self.rows)

    @property
    def draft(self) -> Draft:
        return self.drafts[-1]

    def take(self, row: Row) -> None:
        """Read one row."""
        if not row.filled or self._takes_title(row) or self._begins(row):
            return
        if self.block == "outside":
            return
        if is_head(row):
            self._take_table_head(row)
        elif self.head_row is not None and self.block == "rows" and continues_head(row):
            self.used.update(row.filled)
            self.head = read_head(row, self.head)
            if self.head.is_graded:
                self.draft.decide(wording.BEST_GRADE, row.filled[0])
        elif self.block == "rows":
            self._take_indicator(row)
        elif self.block != "footer":
            self._take_upper(row)
        if not is_head(row):
            self.head_row = None

    def finish(self) -> None:
        """Settle what can only be settled when all is read."""
        self.drafts = [draft for draft in self.drafts if draft.rows or draft.form.name]
        for draft in self.drafts:
            settle(draft)
            _settle_year(draft)

    def _takes_title(self, row: Row) -> bool:
        """A title, or the line between it and the table: year, unit of the amounts."""
        if self._is_outside_columns(row) and len(row.filled) <= 2 and is_title(row.filled[0].text):
            self.title = _Title(list(row.filled))
            if year_in(row.filled[0].text):
                self.title.year = row.filled[0]
            return True
        return self.title is not None and is_unit_line(row) and self._takes_subtitle(row, self.title)

    def _takes_subtitle(self, row: Row, title: _Title) -> bool:
        cells = row.filled
        if not all(
            len(cell.squeezed) < _SUBTITLE and (year_in(cell.text) or money_unit(cell.text)) for cell in cells
        ):
            return False
        title.cells.extend(cells)
        for cell in cells:
            title.year = title.year or (cell if year_in(cell.text) else None)
            title.unit = title.unit or (cell if money_unit(cell.text) == "万元" else None)
        return True

    def _begins(self, row: Row) -> bool:
        """Start a new form where its head begins."""
        if self.block == "goals" and (len(row.filled) == 1 or self._is_inside(row)):
            return False
        if not (
            is_first(row)
            or (self.title and self.block in ("outside", "rows", "footer") and is_form_head(row))
        ):
            if self.title and self.drafts and is_head(row):
                # A title that the next page repeats begins nothing.
                self.used.update(self.title.cells)
                self.title = None
            return False
        if self.drafts and not self.draft.form.name and not self.draft.rows and not self.title:
            self.block = "head"
            return False
        draft = Draft(self.document, self.used)
        self.drafts.append(draft)
        self.block, self.sides, self.goals, self.head = "head", Sides(), GoalColumns(), Head()
        if self.title:
            draft.use(*self.title.cells)
            if self.title.year:
                draft.put("年度", self.title.year, year_in(self.title.year.text))
            if self.title.unit:
                draft.put("金额单位", self.title.unit, money_unit(self.title.unit.text))
        self.title = None
        self.left = row.filled[0].column
        take_head(row, draft)
        return True

    def _take_table_head(self, row: Row) -> None:
        if self.title:
            self.used.update(self.title.cells)
            self.title = None
        self.block = "rows"
        self.head, self.head_row, self.head_table = read_head(row), row, row.table
        self.used.update(cell for cell in row.filled)

    def _take_indicator(self, row: Row) -> None:
        if row.table == 0 and self.head_table:
            return
        if self._is_outside_columns(row) and is_footer(row.filled[0].text):
            self.block = "footer"
            return
        cells = [cell for cell in row.filled if not self._is_heading(cell, row)]
        if not cells:
            return
        if row.aligned and row.width == self.head.width:
            take_by_column(row, cells, self.head, self.draft)
        else:
            take_in_order(row, cells, self.head, self.ends, self.draft)

    def _is_inside(self, row: Row) -> bool:
        """Whether a row of a table begins further right than the form: then it is a text, no label."""
        return row.aligned and row.filled[0].column > self.left

    def _is_outside_columns(self, row: Row) -> bool:
        """Whether a row begins further left than the names of indicators, as titles and notes do."""
        if self.block != "rows":
            return True
        name = self.head.first(NAME)
        return not row.aligned or name is None or row.filled[0].column < name.start

    def _is_heading(self, cell: Cell, row: Row) -> bool:
        """The vertical label of the whole block, or an empty row of the template, which stays unused."""
        if cell is row.filled[0] and column_role(cell.text) == "总称":
            first = min((column.start for column in self.head.columns), default=0)
            if not row.aligned or cell.column < first:
                self.used.add(cell)
                return True
        return is_filler(cell.text)

    def _take_upper(self, row: Row) -> None:
        """A row of the head, the funding block or the goals."""
        if is_funding(row, self.block == "funding"):
            self.block = "funding"
            take_funding(row, self.sides, self.draft)
        elif is_goals(row):
            self.block = "goals"
            take_goals(row, self.goals, self.draft)
        elif self.block == "goals" and (self._is_inside(row) or not is_after_goals(row)):
            take_goals(row, self.goals, self.draft)
        elif is_form_head(row):
            self.block = "head"
            take_head(row, self.draft)


def _settle_year(draft: Draft) -> None:
    """The budget year, from the planned days where the form does not print it."""
    fields = draft.form.fields
    if "年度" in fields and fields["年度"].text:
        return
    for label in ("计划开始日期", "计划完成日期"):
        day = fields.get(label)
        if day and day.text[:4].isdigit():
            fields["年度"] = type(day)(day.text[:4], day.parts, day.label)
            draft.decide(wording.NO_YEAR, day.cell, "年度", source=label, year=day.text[:4])
            return
    draft.decide(wording.UNKNOWN_YEAR, None, "年度")
