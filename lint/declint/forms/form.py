"""One form as it was read: every value with the cells it came from, and what had to be decided."""

from collections.abc import Mapping

from msgspec import Struct, field

from declint.finding import Argument, Words
from declint.forms.grid import Cell


class Value(Struct, frozen=True):
    """A text and its source: ``parts`` are (offset from 0, cell); ``label`` is the cell of its label."""

    text: str
    parts: tuple[tuple[int, Cell], ...] = ()
    label: Cell | None = None

    @property
    def cell(self) -> Cell | None:
        """The cell a person looks at: the first that the value came from, or that of its label."""
        return self.parts[0][1] if self.parts else self.label

    def joined(self, text: str, cell: Cell, between: str = "") -> "Value":
        """The value with another cell's text behind it."""
        part = (len(self.text) + len(between), cell)
        return Value(self.text + between + text, (*self.parts, part), self.label)


def value_of(cell: Cell, text: str | None = None, label: Cell | None = None) -> Value:
    """The value of one cell."""
    return Value((cell.text if text is None else text).strip(), ((0, cell),), label)


class Indicator(Struct):
    """One row. ``columns`` holds 指标值 and whatever other columns the form has, by their labels."""

    level1: str
    level2: str
    name: Value
    columns: dict[str, Value]


class Decision(Struct, frozen=True):
    """What had to be decided. ``at`` is a field (``年度资金/其他资金``), the number of a row, or None."""

    words: Words
    arguments: Mapping[str, Argument]
    cell: Cell | None
    at: str | int | None = None

    def say(self, language: str) -> str:
        """What was decided, in ``zh`` or ``en``."""
        return self.words.say(language, self.arguments)


class Form(Struct):
    """One declaration of a document.

    ``fields`` holds the head, funding and goals by label (``项目名称``, ``年度资金/其他资金``,
    ``绩效目标/年度总体目标``); ``categories`` the (level 1, level 2) pairs in the order of the form, also
    those without a row; with the cells of their labels.
    """

    fields: dict[str, Value] = field(default_factory=dict)
    indicators: list[Indicator] = field(default_factory=list)
    categories: dict[tuple[str, str], Cell | None] = field(default_factory=dict)
    decisions: list[Decision] = field(default_factory=list)

    @property
    def name(self) -> str:
        """项目名称, or ''."""
        return self.fields["项目名称"].text if "项目名称" in self.fields else ""
