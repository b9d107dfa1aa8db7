"""Years that a text names, apart from titles, ranges and numbers."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from declint.language.width import half
from declint.pattern import pattern

# What a year begins with stands first, since Python looks for nothing else until it finds that.
_CHINESE_YEAR = pattern(
    r"[二一](?<![零〇○一二三四五六七八九十].)[零〇○九][零〇○一二三四五六七八九]{2}(?=\s*年)"
)
_FOUR_FIGURES = pattern(r"[1１2２二一][9９0０零〇○九][0-9０-９零〇○一二三四五六七八九]{2}")
_CHINESE_DIGITS = str.maketrans("零〇○一二三四五六七八九", "000123456789")
_MENTION = pattern(
    r"(?P<year>(?:19|20)[0-9]{2})(?<![0-9A-Za-z/#№].{4})(?<![0-9A-Za-z][-.,].{4})(?![0-9])"
    r"(?:(?P<mark>\s*年度?(?!产))(?:\s*(?:(?:1[0-2]|0?[1-9])\s*[-~至到]\s*)?(?P<month>1[0-2]|0?[1-9])\s*月份?"
    r"(?:\s*(?P<day>3[01]|[12][0-9]|0?[1-9])\s*[日号])?)?"
    r"|(?P<dash>[-./])\s*(?P<month2>1[0-2]|0?[1-9])"
    r"(?:(?P=dash)\s*(?P<day2>3[01]|[12][0-9]|0?[1-9]))?(?![0-9]))?"
    r"(?P<part>(?:\s*(?:上半年|下半年|第?[一二三四1-4]季度|全年|年底|年末|年内"
    r"|底|末|初|[上中下]旬|期间|之内|以内|内|间))*"
    r"(?:\s*(?:-|~|至|到)\s*(?:1[0-2]|0?[1-9])\s*月(?:份|底|末)?)?)"
    r"\s*(?P<before>之前|以前|前(?![期往景沿瞻]))?"
)
_RANGE = pattern(
    r"(?:19|20)[0-9]{2}\s*(?:年度?)?\s*(?:-{1,2}|~|至|到|、|和|与|及)\s*(?P<to>(?:19|20)[0-9]{2})\s*(?=年|学年|\)|学)"
)
_JOINT = pattern(r"\s*+(?:起|开始)?\s*+(?:-{1,2}|~|至|到)\s*+")
_TITLE = pattern(r"《[^《》]*》")


class YearMention(Struct, frozen=True, gc=False):
    """A year in a text, with the month and what else belongs to it; the span counts characters."""

    year: int
    month: int | None
    day: int | None
    marked: bool
    late: bool
    before: bool
    start: int
    end: int


def may_name_year(text: str) -> bool:
    """Whether a text has four figures of either width, or Chinese ones, that begin as years do."""
    return _FOUR_FIGURES.search(text) is not None


def year_mentions(text: str) -> Iterator[YearMention]:
    """Every year that a text names by itself: not in 《titles》, nor as part of a range or a number."""
    if not may_name_year(text):
        return
    plain = plain_text(text)
    taken = {
        at for pattern in (_TITLE, _RANGE) for match in pattern.finditer(plain) for at in range(*match.span())
    }
    last: re.Match[str] | None = None
    for match in _MENTION.finditer(plain):
        joined = last is not None and _JOINT.fullmatch(plain, last.end(), match.start()) is not None
        last = match
        if joined or match.start() in taken or _in_brackets(plain, match):
            continue
        yield _read(match)


@lru_cache(maxsize=500)
def plain_text(text: str) -> str:
    """The text in half-width characters, years in digits; as long as it was."""
    return _CHINESE_YEAR.sub(lambda match: match[0].translate(_CHINESE_DIGITS), half(text))


def _in_brackets(plain: str, match: re.Match[str]) -> bool:
    """(2025), 〔2021〕101号: a year that is all that stands in brackets."""
    before, after = plain[max(0, match.start() - 1) : match.start()], plain[match.end() : match.end() + 1]
    return before in ("(", "[") and after in (")", "]")


def _read(match: re.Match[str]) -> YearMention:
    month, day = match["month"] or match["month2"], match["day"] or match["day2"]
    end = match.start() + len(match[0].rstrip())
    return YearMention(
        int(match["year"]),
        int(month) if month else None,
        int(day) if day else None,
        bool(match["mark"] or month),
        any(word in match["part"] for word in ("底", "末", "下旬")),
        bool(match["before"]),
        match.start(),
        end,
    )
