"""What a year is mentioned for: a plan or deadline, or something that another year is rightly named for."""

import re
from enum import Enum
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from declint.language.lexicon import words
from declint.language.years import YearMention
from declint.pattern import pattern

_CLAUSE, _SENTENCE = ",;:。!?\n", ";。!?\n"
_DIGIT = pattern(r"[0-9]")
_REACH = 400


class Reading(Enum):
    """What a mention of another year is."""

    PLAN = "plan"
    DEADLINE = "deadline"
    OCCASION = "occasion"
    HEADING = "heading"


class Context(Struct, frozen=True):
    """What stands around a mention: its clause before and after it, the next clause, its sentence.

    ``phased`` tells that its paragraph says elsewhere what the form's own year brings.
    """

    before: str
    after: str
    following: str
    sentence: str
    phased: bool


def context(plain: str, mention: YearMention, year: int) -> Context:
    """The words around a mention in a text made plain; what is farther away than a page tells nothing."""
    near = max(0, mention.start - _REACH)
    plain = plain[near : mention.end + _REACH]
    mention = replace(mention, start=mention.start - near, end=mention.end - near)
    start = max((plain.rfind(mark, 0, mention.start) for mark in _CLAUSE), default=-1) + 1
    end = _next(plain, mention.end, _CLAUSE)
    if plain[end : end + 1] == "," and not plain[mention.end : end].strip():
        end = _next(plain, end + 1, _CLAUSE)
    first = max((plain.rfind(mark, 0, mention.start) for mark in _SENTENCE), default=-1) + 1
    last = _next(plain, mention.end, _SENTENCE)
    return Context(
        plain[start : mention.start].strip(),
        plain[mention.end : end].strip(" ,"),
        plain[end:last],
        plain[first:last],
        any(word in plain[first:last] for word in ("今年", "本年")) or _is_phased(plain, mention, year),
    )


@cache
def _own_year(year: int) -> re.Pattern[str]:
    return pattern(rf"(?<![0-9]){year}\s*年度?[, ]*")


def _is_phased(plain: str, mention: YearMention, year: int) -> bool:
    """2025年完成一期。2026年完成二期: the other year is told for contrast."""
    start, end = plain.rfind("\n", 0, mention.start) + 1, _next(plain, mention.end, "\n")
    return any(
        _starts_with_any(plain[match.end() : match.end() + 16], "动词", 4)
        or _first(plain[match.end() : match.end() + 16], "将来") is not None
        for match in _own_year(year).finditer(plain, start, end)
    )


def _next(plain: str, start: int, marks: str) -> int:
    found = [at for at in (plain.find(mark, start) for mark in marks) if at >= 0]
    return min(found, default=len(plain))


def reads_as_plan(plain: str, mention: YearMention, year: int) -> Reading | None:
    """What plan a mention of another year than ``year`` states; None where it may be none.

    ``plain`` is the text as ``plain_text`` gives it.
    """
    around = context(plain, mention, year)
    if (
        _is_name_or_number(around)
        or _is_comparison(around, mention, year)
        or _is_outlook(around, mention, year)
    ):
        return None
    if _own_year(year).search(around.sentence):
        return None
    if mention.marked:
        return (
            _deadline(around, mention)
            or _adverbial(around, mention, year)
            or _heading(around, mention)
            or _assured(around, mention, year)
            or _quantified(around, mention, year)
            or _occasion(around, mention, year)
        )
    return _occasion(around, mention, year)


def _is_name_or_number(around: Context) -> bool:
    if around.before.endswith(("第", "编号", "NO.", "No.")):
        return True
    return around.after.startswith(words("years", "版本"))


def _is_comparison(around: Context, mention: YearMention, year: int) -> bool:
    """较2025年, 以2025年为基期, 自2019年以来; a deadline that has passed (到2025年底, 实现…) is none."""
    overdue = mention.late and mention.year < year and _reaches(around)
    stale = overdue and around.before.endswith("到") and not around.phased
    if around.before.endswith(words("years", "比较前")) and not mention.before and not stale:
        return True
    return around.after.startswith(words("years", "比较后")) or around.after.startswith(("年以来", "年起"))


def _reaches(around: Context) -> bool:
    """到2025年底, 建成三座水厂, or 普及率达到90%; not what has been reached."""
    if _starts_with_any(around.after, "动词", 0):
        return True
    return "达到" in around.after and not _past(around.sentence)


def _is_outlook(around: Context, mention: YearMention, year: int) -> bool:
    """A later year in a sentence about the long run, or what is made ready now for the next one."""
    if mention.year < year:
        return False
    if mention.year > year + 1 and not mention.month:
        return True
    if any(word in around.sentence for word in words("years", "远景")):
        return True
    if not around.before and "旨在" in around.after[:16]:
        return False
    return around.before.endswith(words("years", "筹划")) or _starts_with_any(around.after, "下年", 16)


def _past(text: str) -> bool:
    return any(word in text for word in words("years", "已往"))


def _deadline(around: Context, mention: YearMention) -> Reading | None:
    """2025年12月底前完成: before the end of another year something is to be done."""
    by_month = mention.month and (mention.before or mention.late)
    reached = mention.late and around.before.endswith("到") and "达到" in around.after
    if not (by_month or reached or (mention.before and mention.late)) or _past(around.after):
        return None
    found = _first(around.after, "动词") if around.after else None
    if around.after[:1] == "的" or (found is not None and "的" in around.after[:found]):
        return None
    return Reading.DEADLINE if found is not None or _first(around.before, "动词") is not None else None


def _adverbial(around: Context, mention: YearMention, year: int) -> Reading | None:
    """2025年计划完成…: the year says when, and a plan follows."""
    after = around.after
    if mention.year < year and (_past(around.before + after) or _first(after[:6], "往年") == 0):
        return None
    planned = _announces(around) or (abs(mention.year - year) == 1 and _sets_out(around))
    return Reading.PLAN if planned else None


def _announces(around: Context) -> bool:
    """A word such as 计划 or 将 soon after the year, not inside a noun."""
    after = around.after
    at = _first(after[:16], "将来")
    if at is None or _compound(after, at) or _attributed(after, at):
        return False
    return at == 0 or not around.before.endswith((*words("years", "办事"), *words("years", "动词")))


def _sets_out(around: Context) -> bool:
    """A verb right after a year that begins the sentence, which speaks of nothing that has been."""
    after = around.after
    if not _starts_with_any(after, "动词", 0) or _past(around.sentence) or around.phased:
        return False
    if _any("动词").sub("", after, count=1).startswith("的"):
        return False
    return not around.before or around.before.endswith(words("years", "开头"))


def _compound(after: str, at: int) -> bool:
    return after.startswith(words("years", "不是计划"), at)


def _attributed(after: str, at: int) -> bool:
    """工作计划, 采购计划: the word is the end of a noun."""
    return after.startswith("计划", at) and after[:at].endswith(words("years", "计划之前"))


def _heading(around: Context, mention: YearMention) -> Reading | None:
    """2025年度目标: …"""
    numbering = "一二三四五六七八九十0123456789.、()（） "
    before = around.before.strip(numbering)
    if (before and before not in words("years", "开头")) or not around.following.startswith(":"):
        return None
    return Reading.HEADING if _heading_words().fullmatch(around.after) and not mention.month else None


def _assured(around: Context, mention: YearMention, year: int) -> Reading | None:
    """力争2025年空气质量优良天数比例达到85%; what is still to be settled of last year is none."""
    if abs(mention.year - year) != 1 or not around.before.endswith(words("years", "保证")):
        return None
    settled = [_first(around.after[:12], key) for key in ("往年", "评选")] if mention.year < year else []
    return None if _past(around.after) or any(at is not None for at in settled) else Reading.PLAN


def _quantified(around: Context, mention: YearMention, year: int) -> Reading | None:
    """2025年免费开放天数不少于300天: a sentence that begins with the year and promises an amount."""
    if abs(mention.year - year) != 1 or (
        around.before and not around.before.endswith(words("years", "开头"))
    ):
        return None
    rest = around.after + around.following
    if mention.year > year:
        return Reading.PLAN if _DIGIT.search(rest) else None
    settled = _first(around.after[:12], "往年") is not None
    promised = _first(rest, "约数") is not None and not settled and not around.phased
    return Reading.PLAN if promised and not _past(around.sentence) else None


_GENERAL = ("任务", "目标", "工作")


def _occasion(around: Context, mention: YearMention, year: int) -> Reading | None:
    """举办2025年科技节: an event or a task of another year is to be done."""
    before = around.before.rstrip("“\"'的 ")
    if not before.endswith(words("years", "办事")) or abs(mention.year - year) > 2 or _past(around.before):
        return None
    noun = _first(around.after, "场合")
    if mention.year > year and _DIGIT.search(around.after + around.following):
        return Reading.OCCASION
    if noun is None or noun > 30 or _past(around.after):
        return None
    if mention.year < year:
        if _first(around.after, "往年") is not None:
            return None
        judged = _first(around.after, "评选")
        event = not around.after.startswith(_GENERAL, noun)
        return None if judged is not None and (judged <= noun or not event) else Reading.OCCASION
    return Reading.OCCASION


def _first(text: str, key: str) -> int | None:
    match = _any(key).search(text)
    return match.start() if match else None


def _starts_with_any(text: str, key: str, within: int) -> bool:
    at = _first(text[: within + 12], key)
    return at is not None and at <= within


@cache
def _heading_words() -> re.Pattern[str]:
    return pattern(f"(?:{'|'.join(words('years', '标题'))}){{1,5}}")


@cache
def _any(key: str) -> re.Pattern[str]:
    return pattern("|".join(map(re.escape, words("years", key))))
