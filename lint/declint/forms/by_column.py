"""Rows of a table whose columns are those of its head."""

from declint.forms import wording
from declint.forms.columns import LEVEL1, LEVEL2, NAME, PROJECT_VALUE, VALUE, Column, Head
from declint.forms.draft import Draft, RawRow
from declint.forms.grid import Cell, Row
from declint.forms.labels import level
from declint.forms.parts import complete_label, continue_row, put


def take_by_column(row: Row, cells: list[Cell], head: Head, draft: Draft) -> None:
    """Read one row; on forms with the project on the left and the year on the right, two."""
    if not head.is_double:
        _take(row, cells, head.columns, "", draft)
        return
    border = _border(head)
    shared = [column for column in head.all(LEVEL1) if column.start < border][:1]
    for side, columns in (
        ("项目", [column for column in head.columns if column.start < border]),
        ("年度", [*shared, *(column for column in head.columns if column.start >= border)]),
    ):
        inside = [cell for cell in cells if _column(cell, columns)]
        _take(row, inside, columns, side, draft)


def _border(head: Head) -> int:
    """Where the right half begins: with its own level labels, or with its names."""
    left, right = head.all(NAME)
    return min(
        (column.start for role in (LEVEL1, LEVEL2) for column in head.all(role) if left.start < column.start),
        default=right.start,
    )


def _column(cell: Cell, columns: list[Column]) -> Column | None:
    return next((column for column in columns if column.start <= cell.column < column.end), None)


def _take(row: Row, cells: list[Cell], columns: list[Column], side: str, draft: Draft) -> None:
    found: dict[str, list[Cell]] = {}
    for cell in cells:
        column = _column(cell, columns)
        if column:
            label = column.role if column.role in (LEVEL1, LEVEL2, NAME) else column.label
            found.setdefault(PROJECT_VALUE if side == "项目" and label == VALUE else label, []).append(cell)
    labels: list[Cell | None] = [next(iter(found.pop(role, [])), None) for role in (LEVEL1, LEVEL2)]
    for rank, printed in enumerate(labels, 1):
        if printed and row.page_start and complete_label(printed, rank, draft):
            labels[rank - 1] = None
    if not any(labels) and not side and continue_row(row, found.items(), draft):
        return
    raw = RawRow(side=side, holds1=_holds(row, columns, labels[0]))
    raw.cell1, raw.cell2 = labels
    raw.label1, raw.label2 = (level(cell.text) if cell else "" for cell in labels)
    draft.use(*labels)
    if NAME in found:
        for label, inside in found.items():
            put(raw, label, inside, draft)
    elif found:
        draft.decide(wording.NAMELESS, next(iter(found.values()))[0])
    if raw.values or raw.cell2 or raw.cell1:
        draft.rows.append(raw)


def _holds(row: Row, columns: list[Column], printed: Cell | None) -> bool:
    """Whether the level-1 cell of a row above reaches down to this row."""
    level1 = next((column for column in columns if column.role == LEVEL1), None)
    return not printed and level1 is not None and (row.page_start or level1.start in row.covered)
