"""Rows whose columns are lost: labels are known by their words, the rest by its order."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from declint.declaration.edition import Kind, editions, kind_of, plain
from declint.forms.columns import NAME, OPERATOR, VALUE, Head
from declint.forms.draft import Draft, RawRow
from declint.forms.grid import Cell, Row
from declint.forms.labels import (
    is_first_level_only,
    is_level1,
    is_level2,
    level,
    level1_labels,
    level2_labels,
)
from declint.forms.parts import complete_label, continue_row, is_sign, put


def value_columns(rows: Iterable[Row]) -> dict[Row, int]:
    """For each row the column in which the other rows of its page end: where a target would stand."""
    found: dict[Row, int] = {}
    page: list[Row] = []
    for row in [*rows, None]:
        if row is None or row.page_start:
            ends = Counter(each.filled[-1].column for each in page if len(each.filled) > 1)
            if ends:
                found |= dict.fromkeys(page, ends.most_common(1)[0][0])
            page = []
        if row is not None:
            page.append(row)
    return found


def take_in_order(row: Row, cells: list[Cell], head: Head, ends: dict[Row, int], draft: Draft) -> None:
    """Read one row."""
    rest = list(cells)
    if row.page_start:
        _complete(rest, draft)
    if not rest:
        return
    raw = RawRow()
    raw.cell1 = _label(rest, 1, is_level1, level1_labels())
    raw.cell2 = _label(rest, 2, is_level2, level2_labels())
    if raw.cell1 and not raw.cell2 and _is_level2_alone(raw.cell1, draft):
        raw.cell1, raw.cell2 = None, raw.cell1
    raw.label1, raw.label2 = (level(cell.text) if cell else "" for cell in (raw.cell1, raw.cell2))
    draft.use(raw.cell1, raw.cell2)
    if not raw.cell1 and not raw.cell2 and continue_row(row, _pieces(rest, ends.get(row)), draft):
        return
    if rest:
        put(raw, NAME, rest[:1], draft)
        for label, cell in _assigned(rest[1:], head, row):
            put(raw, label, [cell], draft)
    draft.rows.append(raw)


def _label(
    rest: list[Cell], rank: int, known: Callable[[str, int], bool], labels: frozenset[str]
) -> Cell | None:
    """Take the first cell, where it is a label or the beginning of one that the end of the page cuts off."""
    if not rest:
        return None
    text, behind = level(rest[0].text), len(rest) - 1
    if known(text, behind):
        return rest.pop(0)
    wanted = 3 if rank == 1 else 2
    if behind >= wanted - 1 and len(text) >= 3 and any(label.startswith(text) for label in labels):
        return rest.pop(0)
    return None


def _complete(rest: list[Cell], draft: Draft) -> None:
    """Take the ends of labels that the page before began."""
    for rank in (1, 2):
        if rest and complete_label(rest[0], rank, draft):
            rest.pop(0)


def _is_level2_alone(cell: Cell, draft: Draft) -> bool:
    """Whether a label that editions have on both levels is one of level 2 here, where it stands alone."""
    if kind_of(plain(level(cell.text))) is None:
        return False
    if kind_of(plain(level(cell.text))) is Kind.COST:
        before = [raw.label1 for raw in draft.rows if raw.label1]
        homes = (
            [edition.levels[known] for edition in editions() if (known := edition.level1(before[-1]))]
            if before
            else []
        )
        return not any("成本" in label for label in before) and any(
            Kind.COST in home.values() for home in homes
        )
    return not is_first_level_only(cell.text)


def _pieces(rest: list[Cell], end: int | None) -> Iterator[tuple[str, list[Cell]]]:
    """What the cells of a row without labels would be as the rest of the row above."""
    if len(rest) == 1 and rest[0].column == end:
        yield VALUE, rest
    elif len(rest) <= 2:
        yield NAME, rest[:1]
        yield VALUE, rest[1:]


def _assigned(others: list[Cell], head: Head, row: Row) -> Iterator[tuple[str, Cell]]:
    """The cells behind the name with their columns; what has no column stays unused."""
    columns = head.behind_name
    by_column = {
        column.label: cell
        for cell in others
        for column in columns
        if column.start <= cell.column < column.end
    }
    if len(columns) > 1 and row.width == head.width and len(by_column) == len(others):
        yield from by_column.items()
        return
    labels = [column.label for column in columns] or [VALUE]
    if OPERATOR in labels and others and not is_sign(others[0].text) and len(others) < len(labels):
        labels.remove(OPERATOR)
    yield from zip(labels, others, strict=False)
