"""The goals: prose in one column or two, in the row of its label or below, over pages."""

from msgspec import Struct, field

from declint.forms import wording
from declint.forms.draft import Draft
from declint.forms.form import value_of
from declint.forms.grid import Cell, Row
from declint.forms.joining import continued, goes_on, paragraphs
from declint.forms.labels import goal_field, head_field

_YEAR, _PROJECT = "年度总体目标", "项目总目标"


class GoalColumns(Struct):
    """Where the two goals stand, and which of them was filled last."""

    columns: dict[str, Cell] = field(default_factory=dict)
    last: str = ""


def is_goals(row: Row) -> bool:
    """Whether the goals block begins: its own label, or that of one of the two goals."""
    fields = [goal_field(cell.text) for cell in row.filled]
    return bool(fields) and (
        any(found in (_YEAR, _PROJECT) for found in fields[:2]) or (fields[0] == "总称" and len(fields) > 1)
    )


def is_after_goals(row: Row) -> bool:
    """Whether a row of the head follows, on forms that have the goals above it."""
    return bool(row.filled) and head_field(row.filled[0].text) not in (None, "其他") and len(row.filled) > 1


def take_goals(row: Row, columns: GoalColumns, draft: Draft) -> None:
    """Read labels and texts of one row of the block."""
    cells = list(row.filled)
    if cells and goal_field(cells[0].text) == "总称":
        draft.use(cells.pop(0))
    pending = ""
    texts: list[Cell] = []
    for cell in cells:
        found = goal_field(cell.text)
        if found in (_YEAR, _PROJECT):
            pending = found
            columns.columns[found] = cell
            draft.blank(f"绩效目标/{found}", cell)
        elif pending:
            _add(draft, columns, pending, cell, row)
            pending = ""
        else:
            texts.append(cell)
    for number, cell in enumerate(texts):
        _add(draft, columns, _field(draft, columns, cell, number, len(texts), row), cell, row)


def _field(draft: Draft, columns: GoalColumns, cell: Cell, number: int, count: int, row: Row) -> str:
    """Which goal a text belongs to."""
    labels = columns.columns
    if not labels:
        if number == 0 and not columns.last:
            draft.decide(wording.ONE_GOAL, cell, f"绩效目标/{_YEAR}")
        return _YEAR
    if len(labels) == 1:
        return next(iter(labels))
    if count == len(labels):
        return list(labels)[number]
    if row.page_start and columns.last and not row.aligned:
        return columns.last
    if row.aligned:
        reaching = [
            name
            for name, label in labels.items()
            if label.column <= cell.column < label.column + label.columns
            or cell.column <= label.column < cell.column + cell.columns
        ]
        if reaching:
            return reaching[0]
    nearest = min(labels, key=lambda name: (abs(cell.column - labels[name].column), name == _PROJECT))
    if abs(cell.column - labels[nearest].column) > 0:
        draft.decide(wording.GOAL_SIDE, cell, f"绩效目标/{nearest}", field=nearest)
    return nearest


def _add(draft: Draft, columns: GoalColumns, name: str, cell: Cell, row: Row) -> None:
    """Put a text behind what the goal has already."""
    path = f"绩效目标/{name}"
    text = paragraphs(cell.text) if draft.document.copied else cell.text.strip()
    old = draft.form.fields.get(path)
    if old is None or not old.text:
        draft.form.fields[path] = value_of(cell, text, old.label if old else None)
    elif row.rest or (row.page_start and goes_on(old.text, cell.text)):
        draft.form.fields[path] = old.joined(text, cell, continued(old.text, text))
        draft.decide(wording.JOINED_GOAL, cell, path)
    else:
        draft.form.fields[path] = old.joined(text, cell, "\n")
    columns.last = name
    draft.use(cell)
