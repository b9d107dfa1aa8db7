"""One quantity as it is written in a target: operator, exact number or range, unit.

``≥25.00(家)``, ``>=25家``, ``25 家以上``, ``不少于 20 次``, ``50~100 人``, ``1.2 万人次``, ``100%`` …
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import cache

from msgspec import Struct

from declint.language.numerals import ARABIC, CHINESE, SCALE, number
from declint.language.units import bare_unit_pattern
from declint.language.width import half
from declint.pattern import pattern

Span = tuple[int, int]


class Operator(StrEnum):
    """Which way a number binds."""

    AT_LEAST = "≥"
    AT_MOST = "≤"
    EXACTLY = "="
    MORE_THAN = ">"
    LESS_THAN = "<"
    BETWEEN = "~"
    ABOUT = "≈"
    NONE = ""


_SIGNS: Mapping[Operator, tuple[str, ...]] = {
    Operator.AT_LEAST: (
        *("≥", ">=", "> =", "=>", "≮", "不少于", "不低于", "不小于", "不短于", "不早于"),
        *(
            "大于等于",
            "大于或等于",
            "高于等于",
            "高于或等于",
            "多于等于",
            "多于或等于",
            "至少",
            "最少",
            "最低",
        ),
        *("不得低于", "不得少于", "达到或超过", "力争不少于", "力争不低于", "原则上不少于", "原则上不低于"),
    ),
    Operator.AT_MOST: (
        *(
            "≤",
            "<=",
            "< =",
            "=<",
            "≯",
            "不超过",
            "不高于",
            "不多于",
            "不大于",
            "不长于",
            "不晚于",
            "不迟于",
            "不超",
        ),
        *(
            "小于等于",
            "小于或等于",
            "低于等于",
            "低于或等于",
            "少于等于",
            "少于或等于",
            "至多",
            "最多",
            "最高",
        ),
        *("不得超过", "不得高于", "不得多于", "原则上不超过"),
    ),
    Operator.EXACTLY: ("=", "==", "等于"),
    Operator.MORE_THAN: (">", "超过", "大于", "高于", "多于", "超"),
    Operator.LESS_THAN: ("<", "低于", "少于", "小于", "不足", "不满"),
    Operator.ABOUT: ("≈", "约", "大约", "约为"),
}
_VERBS: Mapping[Operator, tuple[str, ...]] = {
    Operator.EXACTLY: (
        *("为", "达到", "达", "应达到", "要达到", "需达到", "需达"),
        *("达到目标值", "达到计划值", "达到预计值", "预计达到", "计划达到"),
    ),
    Operator.AT_MOST: ("控制在",),
    Operator.NONE: ("保持", "保持在", "维持在", "稳定在", "完成", "实现"),
}
SUFFIXES: Mapping[Operator, tuple[str, ...]] = {
    Operator.AT_LEAST: ("以上", "及以上", "(含)以上", "含以上", "或以上", "以上(含)", "及其以上", "往上"),
    Operator.AT_MOST: (
        *("以下", "及以下", "(含)以下", "或以下", "以内", "之内", "内", "(含)以内", "及以内"),
        *("以下(含)", "以内(含)"),
    ),
    Operator.ABOUT: ("左右", "上下", "余", "多"),
}

"""What stands behind a number and binds it; half-width."""
PREFIXES: Mapping[Operator, tuple[str, ...]] = {
    operator: _SIGNS.get(operator, ()) + _VERBS.get(operator, ())
    for operator in Operator
    if operator in _SIGNS
}
"""What stands before a number and binds it; half-width."""


def _by_word(words: Mapping[Operator, Sequence[str]]) -> dict[str, Operator]:
    return {word: operator for operator, spellings in words.items() for word in spellings}


_OPERATORS, _VERB_OPERATORS, _SUFFIX_OPERATORS = _by_word(_SIGNS), _by_word(_VERBS), _by_word(SUFFIXES)
_DIRECTIONS = {Operator.MORE_THAN: Operator.AT_LEAST, Operator.LESS_THAN: Operator.AT_MOST}


def either(words: Iterable[str]) -> str:
    """A pattern of any of these words, the longest first."""
    ordered = sorted(words, key=len, reverse=True)
    return re.escape("\0".join(ordered)).replace("\0", "|")


SIGNS = tuple(_OPERATORS)
"""Every operator before a number, as a sign or in words; half-width."""
OPERATOR_PATTERN = f"(?:{either(_OPERATORS)})"
"""Pattern of an operator before a number, as a sign or in words; half-width."""


class Quantity(Struct, frozen=True, gc=False):
    """A number with what surrounds it; spans count characters of the text it was read from."""

    operator: Operator
    number: Decimal
    upper: Decimal | None
    unit: str
    decimals: int
    operator_span: Span | None
    number_span: Span
    unit_span: Span | None


_TO = pattern(r"[-~至到]")
_MAY_BE_RANGE = pattern(rf"(?:[0-9]|{CHINESE}).*[-~至到]")


@cache
def _pattern(*, ranges: bool) -> re.Pattern[str]:
    """The pattern of a quantity; that of ``ranges`` as well takes long to make, and few texts need it."""
    value = f"(?:{ARABIC}|{CHINESE})(?: *+(?:{either(SCALE)}))?"
    unit = bare_unit_pattern()
    high = rf"(?: *+(?P<lowunit>{unit})? *+(?:~|-{{1,2}}|至|到) *+(?P<high>{value}))?"
    return pattern(
        rf" *+(?P<verb>{either(_VERB_OPERATORS)})? *+(?P<op>{either(_OPERATORS)})?"
        rf" *+(?P<hundredth>百分之)? *+(?P<low>-?{value})"
        rf"{high if ranges else '(?P<lowunit>(?!))?(?P<high>(?!))?'} *+"
        rf"(?P<early>{either(_SUFFIX_OPERATORS)})? *+"
        rf"(?:\( *+(?P<unit>[^()0-9 ][^()]{{0,15}}(?:\([^()]{{1,6}}\))?)\)|(?P<bare>{unit}))? *+"
        rf"(?P<late>{either(_SUFFIX_OPERATORS)})? *+(?:\(含\))? *+[。;,.]? *+"
    )


def read_quantity(text: str) -> Quantity | None:
    """The quantity that the whole of a text is, or None where it says anything else."""
    match = _match(text)
    if match is None or _clash(match):
        return None
    low = number(match["low"].lstrip("-"))
    high = number(match["high"]) if match["high"] else None
    if low is None or (match["high"] and high is None):
        return None
    if match["low"].startswith("-"):
        low = -low
    operator, operator_span = _operator(match)
    unit, unit_span = _unit(match)
    number_span = match.start("low"), match.end("high" if match["high"] else "low")
    decimals = _decimals(match["low"])
    return Quantity(operator, low, high, unit, decimals, operator_span, number_span, unit_span)


def operators_clash(text: str) -> bool:
    """Whether a text is a quantity with two operators that bind different ways: ``≤90%以上``."""
    match = _match(text)
    return match is not None and _clash(match)


def _match(text: str) -> re.Match[str] | None:
    if len(text) > 80:
        return None
    text = half(text)
    ranges = _TO.search(text) and _MAY_BE_RANGE.search(text)
    return _pattern(ranges=ranges is not None).fullmatch(text)


def _clash(match: re.Match[str]) -> bool:
    before = _OPERATORS[match["op"]] if match["op"] else Operator.NONE
    behind = _SUFFIX_OPERATORS[match["late"] or match["early"]] if match["late"] or match["early"] else None
    if not before or behind in (None, Operator.ABOUT) or before is Operator.ABOUT:
        return False
    return _DIRECTIONS.get(before, before) is not behind


def _unit(match: re.Match[str]) -> tuple[str, Span | None]:
    for group in ("unit", "bare"):
        if match[group]:
            text = match[group].rstrip()
            return text, (match.start(group), match.start(group) + len(text))
    if match["hundredth"]:
        return "%", match.span("hundredth")
    return match["lowunit"] or "", None


def _decimals(text: str) -> int:
    behind = text.partition(".")[2]
    return len(behind) - len(behind.lstrip("0123456789"))


def _operator(match: re.Match[str]) -> tuple[Operator, Span | None]:
    if match["op"]:
        return _OPERATORS[match["op"]], match.span("op")
    if match["high"]:
        return Operator.BETWEEN, None
    for group in ("late", "early"):
        if match[group]:
            return _SUFFIX_OPERATORS[match[group]], match.span(group)
    operator = _VERB_OPERATORS[match["verb"]] if match["verb"] else Operator.NONE
    return operator, match.span("verb") if operator else None
