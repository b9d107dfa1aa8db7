"""Deadlines in targets and goals: 2026年10月底前, 11月15日前, 第三季度, with or without the year."""

import datetime
from collections.abc import Iterator

from msgspec import Struct

from declint.language.dates import days_of
from declint.language.years import plain_text, year_mentions
from declint.pattern import pattern

_WITHOUT_YEAR = pattern(
    r"(?<![0-9年.\-/])(?<!年\s)(?P<month>1[0-2]|0?[1-9])\s*月份?\s*"
    r"(?:(?P<day>3[01]|[12][0-9]|0?[1-9])\s*[日号]|(?P<part>底|末|初|[上中下]旬))?"
    r"\s*(?P<before>之前|以前|底前|前(?![期往景沿瞻]))"
)
_LAST_DAY_OF = {"初": 10, "上旬": 10, "中旬": 20}


class Deadline(Struct, frozen=True):
    """A day by which something is due, from ``earliest`` to ``latest``; the span counts characters."""

    earliest: datetime.date
    latest: datetime.date
    start: int
    end: int


def deadlines(text: str, year: int) -> Iterator[Deadline]:
    """Every deadline with a month that a text names; one without a year is of ``year``."""
    plain = plain_text(text)
    for mention in year_mentions(text):
        if mention.month:
            stretch = plain[mention.start : mention.end]
            date = mention.year, mention.month, mention.day
            yield from _deadline(date, stretch, (mention.start, mention.end))
    for match in _WITHOUT_YEAR.finditer(plain):
        day = int(match["day"]) if match["day"] else None
        yield from _deadline((year, int(match["month"]), day), match[0], match.span())


def _deadline(date: tuple[int, int, int | None], stretch: str, span: tuple[int, int]) -> Iterator[Deadline]:
    year, month, day = date
    last = days_of(year, month)
    if day is not None:
        if day <= last:
            found = datetime.date(year, month, day)
            yield Deadline(found, found, *span)
        return
    to = next((number for word, number in _LAST_DAY_OF.items() if word in stretch), last)
    at_end = any(word in stretch for word in ("底", "末", "下旬"))
    earliest = datetime.date(year, month, last if at_end else 1)
    yield Deadline(earliest, datetime.date(year, month, to), *span)
