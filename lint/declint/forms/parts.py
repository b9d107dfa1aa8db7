"""Cells of an indicator row as values, whether the columns of its table hold or are lost."""

import re
from collections.abc import Iterable

from declint.forms import wording
from declint.forms.columns import NAME, OPERATOR, UNIT, VALUE
from declint.forms.draft import Draft, RawRow
from declint.forms.form import Value, value_of
from declint.forms.grid import Cell, Row
from declint.forms.joining import continued, one_line, unspaced
from declint.forms.labels import is_tail, level, level1_labels, level2_labels

_OPERATOR = re.compile(r"[≥≤=＝><＞＜≧≦]{1,2}|>=|<=|定性|大于等于|小于等于|大于|小于|等于")
_NUMBER = re.compile(r"[-+]?[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?[%％]?")


def text_of(cell: Cell, draft: Draft) -> str:
    """A name or value on one line."""
    return unspaced(cell.text) if draft.document.copied else one_line(cell.text)


def put(raw: RawRow, label: str, cells: list[Cell], draft: Draft) -> None:
    """Fill a column of a row; a target divided into sign, number and unit is taken apart."""
    roles = divided([cell.squeezed for cell in cells]) if label == VALUE else None
    if roles:
        for role, cell in zip(roles, cells, strict=True):
            raw.values[role] = _value([cell], draft, raw)
        raw.note(wording.PARTS, cells[0], label=VALUE, roles="、".join(roles))
    else:
        raw.values[label] = _value(cells, draft, raw)


def _value(cells: list[Cell], draft: Draft, raw: RawRow) -> Value:
    value = value_of(cells[0], text_of(cells[0], draft))
    for cell in cells[1:]:
        text = text_of(cell, draft)
        value = value.joined(text, cell, continued(value.text, text))
    draft.use(*cells)
    for cell in cells:
        if text_of(cell, draft) != cell.text.strip():
            raw.note(wording.JOINED_LINE, cell, text=" ".join(cell.text.split()))
    return value


def divided(texts: list[str]) -> list[str] | None:
    """The columns that two or three cells under one label stand for, or None where they are one text."""
    if len(texts) not in (2, 3):
        return None
    sign, number = _OPERATOR.fullmatch(texts[0]), _NUMBER.fullmatch(texts[0])
    if len(texts) == 3:
        return [OPERATOR, VALUE, UNIT] if sign else None
    if sign:
        return [OPERATOR, VALUE]
    return [VALUE, UNIT] if number and not _NUMBER.fullmatch(texts[1]) else None


def is_sign(text: str) -> bool:
    """Whether a cell holds nothing but an operator."""
    return _OPERATOR.fullmatch("".join(text.split())) is not None


def continue_row(row: Row, pieces: Iterable[tuple[str, list[Cell]]], draft: Draft) -> bool:
    """Join the rest of a row that a page break cut in two to its first half; whether it was one.

    ``pieces`` are the columns with their cells. Where the page does not show it, a name counts as a rest
    only if it is a mere ending.
    """
    found = {label: cells for label, cells in pieces if cells}
    if not (row.page_start or row.rest) or not found or not draft.rows or NAME not in draft.rows[-1].values:
        return False
    if NAME in found and not row.rest and not is_tail(found[NAME][0].text):
        return False
    last = draft.rows[-1]
    joined = []
    for label, cells in found.items():
        for cell in cells:
            text = text_of(cell, draft)
            old = last.values.get(label)
            last.values[label] = (
                old.joined(text, cell, continued(old.text, text)) if old else value_of(cell, text)
            )
            draft.use(cell)
        joined.append(last.values[label].text)
    last.note(wording.JOINED_ROW, next(iter(found.values()))[0], pieces="；".join(joined))
    return True


def complete_label(cell: Cell, rank: int, draft: Draft) -> bool:
    """Join the end of a level label that a page break cut to its beginning; whether the cell was one."""
    known = level1_labels() if rank == 1 else level2_labels()
    begun = next((found for raw in reversed(draft.rows) if (found := label_of(raw, rank))), "")
    whole = begun + level(cell.text)
    if not begun or begun in known or whole not in known:
        return False
    draft.use(cell)
    for raw in draft.rows:
        if label_of(raw, rank) == begun:
            raw.label1, raw.label2 = (whole, raw.label2) if rank == 1 else (raw.label1, whole)
            raw.note(wording.SPLIT_LABEL, raw.cell1 if rank == 1 else raw.cell2, label=whole)
    return True


def label_of(raw: RawRow, rank: int) -> str:
    """The level-1 or level-2 label printed on a row, or ''."""
    return raw.label1 if rank == 1 else raw.label2
