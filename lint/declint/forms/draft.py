"""A form while its rows are being read."""

from msgspec import Struct, field

from declint.finding import Argument, Words
from declint.forms.form import Decision, Form, Value, value_of
from declint.forms.grid import Cell, Document

Note = tuple[Words, dict[str, Argument], Cell | None]


class RawRow(Struct):
    """An indicator row before its levels are settled.

    ``label1`` and ``label2`` are the labels printed on this row ('' for none), ``cell1`` and ``cell2``
    their cells. ``holds1`` tells that the level-1 cell of an earlier row reaches down to this one, so that
    its label was not lost. ``values`` holds the name as ``三级`` and the other columns by label. ``side``
    is ``项目`` or ``年度`` on forms that have both side by side.
    """

    label1: str = ""
    label2: str = ""
    cell1: Cell | None = None
    cell2: Cell | None = None
    holds1: bool = False
    values: dict[str, Value] = field(default_factory=dict)
    side: str = ""
    notes: list[Note] = field(default_factory=list)

    def note(self, words: Words, cell: Cell | None, **arguments: Argument) -> None:
        """Write down a decision about this row."""
        self.notes.append((words, arguments, cell))


class Draft(Struct):
    """What has been read of one form. ``used`` is shared by all forms of a document."""

    document: Document
    used: set[Cell]
    form: Form = field(default_factory=Form)
    rows: list[RawRow] = field(default_factory=list)

    def use(self, *cells: Cell | None) -> None:
        """Count cells as labels that were understood."""
        self.used.update(cell for cell in cells if cell)

    def put(self, label: str, cell: Cell, text: str | None = None, heading: Cell | None = None) -> bool:
        """Fill a field from a cell; a field that is filled stays as it is and the cell unused."""
        from declint.forms import wording

        self.use(heading)
        old = self.form.fields.get(label)
        if old and old.text:
            if old.text != (text or cell.text).strip():
                self.decide(wording.TWICE, cell, label, label=label.rpartition("/")[2])
            else:
                self.use(cell)
            return False
        self.form.fields[label] = value_of(cell, text, heading)
        self.use(cell)
        return True

    def blank(self, label: str, heading: Cell) -> None:
        """Note that a field is on the form and blank."""
        self.use(heading)
        self.form.fields.setdefault(label, Value("", label=heading))

    def decide(
        self, words: Words, cell: Cell | None, at: str | int | None = None, **arguments: Argument
    ) -> None:
        """Write down a decision."""
        self.form.decisions.append(Decision(words, arguments, cell, at))
