"""Years and dates in prose and in targets."""

import datetime
from collections.abc import Iterator

from msgspec import Struct

from declint.language.width import half
from declint.pattern import pattern

_DATE = pattern(
    r"(?P<year>(?:19|20)[0-9]{2})\s*(?:年\s*(?:(?P<month>1[0-2]|0?[1-9])\s*月"
    r"(?:\s*(?P<day>3[01]|[12][0-9]|0?[1-9])\s*[日号])?)?"
    r"|(?P<sep>[-./])\s*(?P<month2>1[0-2]|0?[1-9])(?:(?P=sep)\s*(?P<day2>3[01]|[12][0-9]|0?[1-9]))?(?![0-9]))"
)
_BARE_YEAR = pattern(r"(?<![0-9.,])(?P<year>(?:19|20)[0-9]{2})(?![0-9.,%])")
_YEAR = r"(?:19|20)[0-9]{2}"
_MONTH, _DAY = r"(?:1[0-2]|0?[1-9])", r"(?:3[01]|[12][0-9]|0?[1-9])"
_YEAR_IN_WORDS = rf"(?:{_YEAR} *+年度?|当年度?|本年度?|次年|年度)"
_POINT = (
    rf"(?:(?:{_YEAR_IN_WORDS} *+)?(?:{_MONTH} *+(?:-|~|至|到) *+)?{_MONTH} *+月份?(?: *+{_DAY} *+[日号])?"
    rf"|{_YEAR} *+(?:-|/|\.) *+{_MONTH}(?: *+(?:-|/|\.) *+{_DAY})?(?![0-9.])"
    rf"|(?:{_YEAR_IN_WORDS} *+)?(?:第?[一二三四1-4]个?季度|[上下]半年|年[底末内中初]|全年)"
    rf"|{_YEAR_IN_WORDS} *+[底末内]?) *+(?:底|初|末|中旬|上旬|下旬|中)?"
)
_DEED = (
    r"(?:全部|按时|按期|全面|基本|如期)? *+"
    r"(?:完成|结束|竣工|交付|到位|上线|完工|开工|开展|启动|举办|建成|投用|投入使用|发放|拨付|验收|交付使用|支付"
    r"|报送|印发|发布|实施)(?:完成|完毕|到位|竣工|验收|建设|任务|使用)?"
)
_WHOLE_DATE = pattern(
    rf" *+(?:于|在|截至|截止到?|至|不晚于|不迟于|早于|≤|<=|<|=)? *+{_POINT}"
    rf"(?: *+(?:-{{1,2}}|~|至|到) *+(?:{_POINT}|{_DAY} *+[日号]))?"
    rf" *+(?:之?前|以前|前后|底前|内|之内)?(?: *+{_DEED})? *+[。;]?"
)


class DateMention(Struct, frozen=True):
    """A year, month or day that a text names; the span counts characters of the text."""

    year: int
    month: int | None
    day: int | None
    start: int
    end: int


def date_mentions(text: str) -> Iterator[DateMention]:
    """Every date with a four-digit year, in the order of the text; a year alone counts too."""
    text = half(text)
    end = 0
    for bare in _BARE_YEAR.finditer(text):
        if bare.start() < end:
            continue
        match = _DATE.match(text, bare.start()) or bare
        groups = match.groupdict()
        month, day = groups.get("month") or groups.get("month2"), groups.get("day") or groups.get("day2")
        end = match.end()
        yield DateMention(
            int(match["year"]), int(month) if month else None, int(day) if day else None, match.start(), end
        )


def is_date(text: str) -> bool:
    """Whether the whole of a text is a date or deadline such as 2026年10月底前."""
    return len(text) <= 60 and _WHOLE_DATE.fullmatch(half(text).strip()) is not None


def days_of(year: int, month: int) -> int:
    """How many days a month has. (``calendar`` knows too, and loads what Python knows of all languages.)"""
    if month == 12:
        return 31
    return (datetime.date(year, month + 1, 1) - datetime.date(year, month, 1)).days


def calendar_date(text: str) -> datetime.date | None:
    """The day that ``2026-01-31`` names, or None where there is no such day."""
    try:
        return datetime.date.fromisoformat(text.strip())
    except ValueError:
        return None
