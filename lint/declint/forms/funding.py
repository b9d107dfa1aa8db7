"""The funding block: its left column is the whole project, its right one the year."""

import re
from collections.abc import Iterator

from msgspec import Struct, field

from declint.forms import wording
from declint.forms.draft import Draft
from declint.forms.grid import Cell, Row
from declint.forms.labels import funding_field, is_funding_heading, money_unit
from declint.language.width import half

_NUMBER = re.compile(r"[-+]?[0-9][0-9,]*(?:\.[0-9]+)?")
_INLINE = re.compile(r"(?P<label>[^:：]{2,14})[:：]\s*(?P<value>\S.*)", re.DOTALL)
_FIELDS = {
    ("项目", "总额"): "项目资金/项目资金总额",
    ("项目", "财政"): "项目资金/财政资金",
    ("项目", "其他"): "项目资金/其他资金",
    ("年度", "总额"): "年度资金/年度资金申请总额",
    ("年度", "财政"): "年度资金/当年财政拨款",
    ("年度", "其他"): "年度资金/其他资金",
}


class Sides(Struct):
    """The columns of the two halves of the block, as far as they have been seen."""

    columns: dict[str, int] = field(default_factory=dict)


def is_funding(row: Row, inside: bool) -> bool:
    """Whether a row belongs to the funding block; inside it also by labels that alone say too little."""
    if not row.filled:
        return False
    if is_funding_heading(row.filled[0].text):
        return any(_label(cell) for cell in row.filled[1:])
    found = [label for cell in row.filled if (label := _label(cell))]
    begins = _label(row.filled[0])
    if begins and begins[1] == "总额" and "资金" in row.filled[0].text:
        return True
    return any(inside or side != "不分栏" for side, _, _ in found)


def _label(cell: Cell) -> tuple[str, str, str] | None:
    """``(side, field, amount in the same cell)`` of a funding label."""
    found = funding_field(cell.text)
    if found:
        return (*found, "")
    match = _INLINE.fullmatch(cell.text.strip())
    found = funding_field(match["label"]) if match else None
    return (*found, match["value"]) if match and found else None


def take_funding(row: Row, sides: Sides, draft: Draft) -> None:
    """Read the labels of a row with the amounts beside them."""
    cells = list(row.filled)
    if is_funding_heading(cells[0].text) and not funding_field(cells[0].text):
        draft.use(cells.pop(0))
    _unit(row, draft)
    pairs = list(_pairs(cells))
    for number, (label, heading, cell, text) in enumerate(pairs):
        side, name = label
        if side in ("项目", "年度"):
            sides.columns.setdefault(side, heading.column)
            path = f"{side}资金/{name}"
        else:
            chosen = _side(heading, number, pairs, sides)
            path = _FIELDS[chosen, name]
            if cell and len(sides.columns) == 2 and len(pairs) == 1:
                draft.decide(wording.FUNDING_SIDE, cell, path, field=path)
        if cell is None:
            draft.blank(path, heading)
        else:
            draft.put(path, cell, _plain(text), heading)


def _unit(row: Row, draft: Draft) -> None:
    """元 is what the file means when it says nothing."""
    for cell in row.filled:
        if money_unit(cell.text) == "万元":
            draft.put("金额单位", cell, "万元")


_Pair = tuple[tuple[str, str], Cell, Cell | None, str]


def _pairs(cells: list[Cell]) -> Iterator[_Pair]:
    """``((side, field), cell of the label, cell of the amount, amount)``; no cell where it is blank."""
    pending: tuple[tuple[str, str], Cell] | None = None
    for cell in cells:
        label = _label(cell)
        if label:
            if pending:
                yield (*pending, None, "")
                pending = None
            side, name, text = label
            if text:
                yield (side, name), cell, cell, text
            else:
                pending = ((side, name), cell)
        elif pending:
            yield (*pending, cell, cell.text)
            pending = None
    if pending:
        yield (*pending, None, "")


def _side(heading: Cell, number: int, pairs: list[_Pair], sides: Sides) -> str:
    """The side of a label that stands on both: by its order in the row, else by its column."""
    if len(sides.columns) < 2:
        return next(iter(sides.columns), "年度")
    if len(pairs) > 1:
        return "项目" if number == 0 else "年度"
    return min(sides.columns, key=lambda side: (abs(heading.column - sides.columns[side]), side == "项目"))


def _plain(text: str) -> str:
    """An amount without the commas that the form prints; anything else as it stands."""
    text = text.strip()
    narrow = half(text).strip()
    return narrow.replace(",", "") if _NUMBER.fullmatch(narrow) else text
