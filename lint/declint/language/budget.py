"""The budget that a text states of its own project; anything that may be other money is passed over."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from msgspec import Struct

from declint.language.lexicon import words
from declint.language.numerals import ARABIC, number
from declint.language.width import half
from declint.pattern import pattern

_CLAUSE = pattern(r"(?:[^,;!?。\n]|,(?=\d{3}(?!\d)))+")
_FACTORS = {"元": 1, "万元": 10**4, "亿元": 10**8}
_LIST_NUMBER = pattern(r"\s*(?:\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:\)|、|\.(?!\d)))?\s*")
_YEAR = r"(?:19|20)\d{2}\s*(?:年\s*度?)?"
_YEAR_IN_SUBJECT = pattern(r"(?:19|20)\d{2}")
_WHOLE = pattern(r"总|合计|共")
_USE = pattern(r"\s*(?:整|元整)?\s*\)?(?:用于.*)?")


class Budget(Struct, frozen=True):
    """A stated budget; ``step`` is the value of its last written digit, the span is its number and unit.

    ``year`` is the year whose budget the text says it is, or None.
    """

    yuan: Decimal
    step: Decimal
    unit: str
    year: int | None
    start: int
    end: int


def budgets(text: str, project: str) -> Iterator[Budget]:
    """The budget that a text states of the project of that name.

    A text that states several different ones, or is divided into parts, speaks of parts: none is told.
    """
    if "元" not in text or any(word in text for word in words("budget_text", "分项")):
        return
    found = list(_stated(half(text), half(project)))
    if len({budget.yuan for budget, _ in found}) == 1:
        yield from (budget for budget, whole in found if whole)


def _stated(text: str, project: str) -> Iterator[tuple[Budget, bool]]:
    """Each budget whose subject is the project, and whether it is all of it."""
    for clause in _CLAUSE.finditer(text):
        match = _pattern().search(clause[0])
        if match is None:
            continue
        subject = _LIST_NUMBER.sub("", clause[0][: match.start()], count=1).replace(project or "\0", "项目")
        value = number(match["number"])
        if value is None or not _subject().fullmatch(subject):
            continue
        factor = Decimal(_FACTORS[match["unit"]])
        step = factor.scaleb(-len(match["number"].partition(".")[2]))
        year = _YEAR_IN_SUBJECT.search(subject)
        start, end = clause.start() + match.start("number"), clause.start() + match.end("unit")
        budget = Budget(value * factor, step, match["unit"], int(year[0]) if year else None, start, end)
        yield budget, _is_whole(subject, match, clause[0][match.end() :])


def _is_whole(subject: str, match: re.Match[str], rest: str) -> bool:
    """Whether the words say that it is the whole budget, and no use of a part follows."""
    label = match[0][: match.start("number") - match.start()]
    if _WHOLE.search(label):
        return _USE.fullmatch(rest) is not None
    marked = any(word in subject + label for word in words("budget_text", "主语标志"))
    return (marked or re.search(_YEAR, subject) is not None) and rest.strip() in ("", ")")


@cache
def _subject() -> re.Pattern[str]:
    return pattern(rf"(?:{_YEAR}|{_either('主语')}|[\s\"“”《》(（])*+")


@cache
def _pattern() -> re.Pattern[str]:
    return pattern(
        rf"(?:{_either('总额')}|{_either('预算')})(?:\s|{_either('连接')}){{0,8}}+"
        rf"(?P<number>{ARABIC})\s*(?P<unit>亿元|万元|元)(?!/)"
    )


def _either(key: str) -> str:
    return "|".join(map(re.escape, words("budget_text", key)))
