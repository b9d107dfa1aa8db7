"""Units of measure: their classes, their spellings, what a malformed one should be."""

import re
from decimal import Decimal
from functools import cache, lru_cache

from declint.language.lexicon import lexicon
from declint.language.names import bracketed
from declint.language.width import half
from declint.pattern import pattern

PERCENT, MONEY, PERSONS, ATTENDANCE, TIME, AREA = "百分比", "金额", "人", "人次", "时间", "面积"
"""Names of unit classes, as in data/units.yaml."""

_BEFORE_A_UNIT = pattern(r"^(?:(?:计量|度量)?单位\s*[:是为]?\s*|[≥≤=<>*_xX× 0-9.]+)")
_MONEY_FACTORS = {"元": 1, "千元": 10**3, "万元": 10**4, "百万元": 10**6, "千万元": 10**7, "亿元": 10**8}


@cache
def _classes() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, units in lexicon("units")["类"].items():
        for unit in units:
            found.setdefault(half(str(unit)), name)
    return found


def known_units() -> frozenset[str]:
    """Every unit of the lexicon."""
    return frozenset(_classes())


@lru_cache(maxsize=1_000)
def unit_class(unit: str) -> str | None:
    """The class of a unit (百分比, 金额, 人次 …), or None for a unit that the lexicon does not have.

    Of a compound such as 元/人 the class is that of what is counted, here 金额.
    """
    return _classes().get(half(unit).strip()) or _classes().get(plain(unit))


@cache
def spelt_units() -> frozenset[str]:
    """Every unit, malformed spellings among them."""
    return frozenset({*_classes(), *lexicon("units")["不规范"]})


_THINGS = frozenset({"个", "机构", "户"})
_VISITS = ("家次", "户次", "亩次", "万亩次", "人份", "万人份")


@lru_cache(maxsize=1_000)
def scale_free_class(unit: str) -> str | None:
    """The kind of a unit in comparing: scales (元, 万元) and counters of things (家, 个, 户) are one kind."""
    unit = half(unit).strip()
    found = _classes().get(unit)
    if unit in _VISITS:
        return unit
    return "个" if found in _THINGS else found


def is_known(unit: str) -> bool:
    """Whether every part of a unit such as 元/人·天 is in the lexicon."""
    unit = half(unit).strip()
    return unit in _classes() or (
        "/" in unit and all(part.strip().lstrip("每") in _classes() for part in unit.split("/"))
    )


def denominator(unit: str) -> str | None:
    """人 of 元/人; None where a unit is no ratio."""
    parts = half(unit).split("/", 1)
    return parts[1].strip() or None if len(parts) == 2 else None


def plain(unit: str) -> str:
    """元 of 元/人: what is counted."""
    return half(unit).strip().partition("/")[0].partition("每")[0].strip()


@lru_cache(maxsize=1_000)
def unit_in_name(name: str) -> str | None:
    """The unit that brackets at the end of a name give (投资额（万元）, 人数（单位：人）), or None."""
    inner = bracketed(name)
    if not inner:
        return None
    stated = _BEFORE_A_UNIT.sub("", inner).strip()
    return stated if stated and (is_known(stated) or stated != inner) else None


@lru_cache(maxsize=1_000)
def wellformed(unit: str) -> str | None:
    """What a malformed unit should be written as, or None where it is well written."""
    table, unit = lexicon("units")["不规范"], half(unit).strip()
    found: str | None = table.get(unit)
    head, slash, rest = unit.partition("/")
    return f"{table[head]}/{rest}" if found is None and slash and head in table else found


def yuan(number: Decimal, unit: str) -> Decimal | None:
    """A sum of money in 元, or None where the unit is no Chinese money."""
    factor = _MONEY_FACTORS.get(half(unit).split("/")[0].strip())
    return number * factor if factor else None


@cache
def canonical(unit: str) -> str:
    """One spelling for all spellings of a unit; 家, 个 and 户 and the kinds of events count as one."""
    unit = half(unit).strip()
    for line in lexicon("units")["同义"]:
        if unit in line:
            return str(line[0])
    return unit


def is_unit(text: str) -> bool:
    """Whether the whole of a text is a unit, as ``bare_unit_pattern`` has it: 元, 元/人·天, 元/每人."""
    if text in spelt_units():
        return True
    return any(
        text[:at] in spelt_units()
        and (_is_chain(text[at + 1 :]) or _is_chain(text[at + 1 :].removeprefix("每")))
        for at, char in enumerate(text)
        if char == "/"
    )


def _is_chain(text: str) -> bool:
    """Whether a text is units one behind the other: 人·天."""
    return text in spelt_units() or any(
        text[:at] in spelt_units() and _is_chain(text[at + 1 :])
        for at, char in enumerate(text)
        if char in "·/"
    )


@cache
def bare_unit_pattern() -> str:
    """A pattern of every unit, malformed spellings among them, longest first, for units without brackets."""
    ordered = sorted(sorted(spelt_units()), key=len, reverse=True)
    one = "(?:" + re.escape("\0".join(ordered)).replace("\0", "|") + ")"
    return f"{one}(?:/每?{one}(?:[·/]{one})*)?"
