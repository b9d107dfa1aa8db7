"""The head of a form: names, dates, year and unit of the amounts."""

import datetime
from collections.abc import Iterator

from declint.forms import wording
from declint.forms.draft import Draft
from declint.forms.grid import Cell, Row
from declint.forms.joining import one_line, unspaced
from declint.forms.labels import head_field, labelled_parts, year_in
from declint.language.dates import DateMention, date_mentions

_DATES = ("计划开始日期", "计划完成日期")


def is_head(row: Row) -> bool:
    """Whether a row holds labels of the head."""
    return any(_labels(cell) for cell in row.filled)


def is_unit_line(row: Row) -> bool:
    """Whether a row names nothing but the unit of the amounts, as the line above many tables does."""
    return {label for cell in row.filled for label in _labels(cell)} <= {"金额单位"}


def is_first(row: Row) -> bool:
    """Whether a row begins with 项目名称."""
    return bool(row.filled) and "项目名称" in _labels(row.filled[0])


def _labels(cell: Cell) -> list[str]:
    field = head_field(cell.text)
    if field:
        return [field]
    return [found for label, _ in labelled_parts(cell.text) if (found := head_field(label))]


def take_head(row: Row, draft: Draft) -> None:
    """Read every label of a row with the value beside it."""
    for field, heading, cell, text in _pairs(row):
        if field == "其他":
            continue
        if cell is None:
            if field != "起止":
                draft.blank(field, heading)
        elif field == "起止":
            _take_period(draft, heading, cell, text)
        elif field in _DATES:
            _take_date(draft, field, heading, cell, text)
        elif field == "年度":
            year = year_in(text + "年度")
            draft.put(field, cell, year or text, heading)
        else:
            draft.put(field, cell, _plain(draft, text), heading)


def _plain(draft: Draft, text: str) -> str:
    return unspaced(text) if draft.document.copied else one_line(text)


def _pairs(row: Row) -> Iterator[tuple[str, Cell, Cell | None, str]]:
    """``(field, cell of the label, cell of the value, value)``; no cell where the field is blank."""
    pending: tuple[str, Cell] | None = None
    for cell in row.filled:
        field = head_field(cell.text)
        if field:
            if pending:
                yield (*pending, None, "")
            pending = (field, cell)
        elif parts := labelled_parts(cell.text):
            if pending:
                yield (*pending, None, "")
                pending = None
            for label, value in parts:
                found = head_field(label)
                assert found
                yield found, cell, cell if value else None, value
        elif pending:
            yield (*pending, cell, cell.text)
            pending = None
    if pending:
        yield (*pending, None, "")


def _take_date(draft: Draft, field: str, heading: Cell, cell: Cell, text: str) -> None:
    days = list(date_mentions(text))
    whole = len(days) == 1 and days[0].day and days[0].end - days[0].start >= len(text.strip())
    _put_day(draft, field, heading, cell, _iso(days[0]) if whole else None, text.strip())


def _put_day(draft: Draft, field: str, heading: Cell, cell: Cell, day: str | None, text: str) -> None:
    if draft.put(field, cell, day or text, heading) and day and day != text:
        draft.decide(wording.DATE, cell, field, text=text)


def _iso(day: DateMention) -> str | None:
    try:
        return datetime.date(day.year, day.month or 0, day.day or 0).isoformat()
    except ValueError:
        return None


def _take_period(draft: Draft, heading: Cell, cell: Cell, text: str) -> None:
    """Two days in one cell; what is not two whole days stays unused."""
    days = [_iso(day) for day in date_mentions(text)]
    if len(days) == 2 and all(days):
        for field, day in zip(_DATES, days, strict=True):
            _put_day(draft, field, heading, cell, day, text.strip())
            draft.use(cell)
