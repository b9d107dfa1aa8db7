"""What an indicator's name says is measured: the head of a Chinese name comes last."""

import re
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from msgspec import Struct

from declint.language.lexicon import lexicon
from declint.language.names import bracketed, core
from declint.language.patterns import says
from declint.pattern import pattern


class Direction(StrEnum):
    """Which way is better."""

    MORE = "正"
    LESS = "负"
    OPEN = ""


SATISFACTION, PUNCTUALITY, POINT_IN_TIME, DURATION = "满意度", "及时", "时点", "时长"
CAPPED_RATE, BAD_RATE, OPEN_RATE, SHARE, OTHER_RATE = "封顶率", "负率", "不封顶率", "占比", "其他率"
NO_PERCENTAGE, GROWTH, DECREASE = "非百分率", "增长", "减少"
COST, UNIT_COST, SUM_OF_MONEY = "成本", "人均成本", "金额"
PERSONS, ATTENDANCES, OCCASIONS, DAYS, LESSONS = "人数", "人次数", "次数", "天数", "课时"
AREA, LENGTH, BODIES, QUANTITY = "面积", "长度", "家数", "数量"

RATES = frozenset({SATISFACTION, PUNCTUALITY, CAPPED_RATE, BAD_RATE, OPEN_RATE, SHARE, OTHER_RATE})
"""Measures that are rates, whatever their ceiling; growth and decrease apart."""
COUNTS = frozenset({PERSONS, ATTENDANCES, OCCASIONS, DAYS, LESSONS, AREA, LENGTH, BODIES, QUANTITY})
"""Measures that count or measure an amount."""
COST_MEASURES = frozenset({COST, UNIT_COST})
"""Measures that are costs."""
_FALLING = pattern("降低|减少|下降")


class Measure(Struct, frozen=True, gc=False):
    """A measure of data/measures.yaml as one name has it.

    ``head`` are the words that told (及时率), ``units`` the unit classes that fit, empty for any. ``capped``
    means that 100 % can't be passed.
    """

    name: str
    head: str
    direction: Direction
    capped: bool
    units: frozenset[str]

    @property
    def is_rate(self) -> bool:
        """Whether it is a rate."""
        return self.name in RATES

    @property
    def is_count(self) -> bool:
        """Whether it counts or measures an amount."""
        return self.name in COUNTS

    @property
    def is_cost(self) -> bool:
        """Whether it is a cost."""
        return self.name in COST_MEASURES


class _Row(Struct, frozen=True):
    name: str
    direction: Direction
    capped: bool
    units: frozenset[str]


class _Heads(Struct, frozen=True):
    """The measure of each head, and how long the heads are that end in a character, the longest first."""

    rows: dict[str, _Row]
    lengths: dict[str, tuple[int, ...]]


@cache
def _heads() -> _Heads:
    rows: dict[str, _Row] = {}
    lengths: dict[str, set[int]] = {}
    for name, data in lexicon("measures")["测度"].items():
        for head in map(str, data["尾词"]):
            rows.setdefault(head, _row(name, data))
            lengths.setdefault(head[-1:], set()).add(len(head))
    return _Heads(rows, {last: tuple(sorted(found, reverse=True)) for last, found in lengths.items()})


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], _Row], ...]:
    measures = lexicon("measures")["测度"].items()
    return tuple(
        (pattern(text), _row(name, data)) for name, data in measures for text in data.get("式样", ())
    )


def _row(name: str, data: dict[str, Any]) -> _Row:
    return _Row(
        name,
        Direction(data.get("方向") or ""),
        data.get("封顶") in ("是", True),
        frozenset(data.get("单位") or ()),
    )


@lru_cache(maxsize=1_000)
def measure_of(name: str) -> Measure | None:
    """What the name measures, by its head; brackets at its end count only where the rest tells nothing."""
    text = core(name)
    found = _by_head(text)
    if found is None and (inner := bracketed(name)):
        found = _by_head("".join(inner.split()))
    return found


def _by_head(text: str) -> Measure | None:
    heads, patterns = _heads(), _patterns()
    for each, row in patterns:
        if match := each.search(text):
            return _measure(text, match[0], row)
    for length in heads.lengths.get(text[-1:], ()):
        if (row_or_none := heads.rows.get(text[-length:])) and length <= len(text):
            return _measure(text, text[-length:], row_or_none)
    return None


def _measure(text: str, head: str, row: _Row) -> Measure:
    direction, capped = row.direction, row.capped
    if capped and may_pass_100(text):
        capped = False
    if row.name in COUNTS and is_bad(text):
        direction = Direction.LESS
    if row.direction is Direction.LESS and row.name == BAD_RATE and _FALLING.search(text):
        direction = Direction.OPEN
    return Measure(row.name, head, direction, capped, row.units)


def is_bad(name: str) -> bool:
    """Whether a name speaks of a bad thing itself (安全事故), not of something done about it (事故处理)."""
    return says(name, "measures", "负面事物") and not says(name, "measures", "对策")


def may_pass_100(name: str) -> bool:
    """Whether a name says that more than the whole may be reached (超额完成率)."""
    return says(name, "measures", "可超额")
