"""Which unit a bare number lacks."""

from collections.abc import Sequence

from declint.declaration.edition import Kind
from declint.declaration.model import Indicator
from declint.language import measures
from declint.language.measures import Measure
from declint.language.names import core
from declint.language.per_unit import per_what
from declint.language.units import is_known
from declint.language.width import half
from declint.pattern import pattern

_BRACKETS = pattern(r"\(([^()]*)\)")
_DIVIDERS = pattern(r"[、,，;: ]|单位")
_REMNANTS = pattern(r"^[≥≤=<>*_xX× 0-9.]+|[ *_]+$")
_NAMED_UNITS = (
    *("人次", "场次", "批次", "班次", "轮次", "频次", "课时", "学时", "个数", "户数", "台数", "套数", "件数"),
    *("份数", "篇数", "本数", "册数", "条数", "项数", "处数", "座数", "栋数", "辆数", "公里数", "小时数"),
)
"""Heads that say their unit themselves."""
_UNMEASURED = pattern(r"指数|因子|得分|评分|分数|等级|级别|名次|排名|位次|比$|pH|PH|系数|年份|年度|版本|倍")
_BY_MEASURE = {
    measures.PERSONS: ("人",),
    measures.OCCASIONS: ("次", "场"),
    measures.DAYS: ("天",),
    measures.AREA: ("平方米", "亩", "公顷"),
    measures.LENGTH: ("公里", "米"),
    measures.BODIES: ("家", "个", "户"),
    measures.QUANTITY: ("个", "件", "份"),
    measures.COST: ("元", "万元"),
    measures.UNIT_COST: ("元", "万元"),
    measures.SUM_OF_MONEY: ("元", "万元"),
    measures.DURATION: ("小时", "分钟", "天"),
    "等候": ("小时", "分钟", "天"),
    "标准额": ("元", "万元"),
}
_SURE_RATES = (measures.SATISFACTION, measures.CAPPED_RATE, measures.BAD_RATE)
_RATE_ENDINGS = ("率", "比例", "比重", "占比", "幅度")


def units_due(indicator: Indicator, rows: Sequence[Indicator]) -> tuple[str, ...]:
    """The units that could stand behind a bare number, the likeliest first; none where it needs none."""
    number, measure = indicator.target.number, indicator.measure
    if not number or _is_year(indicator) or _names_unit(indicator.name):
        return ()
    if measure is None:
        counted = indicator.kind is Kind.QUANTITY and not _UNMEASURED.search(core(indicator.name))
        return ("个", "次", "份") if counted and _mostly_with_units(rows) else ()
    if _is_rate(measure):
        least = 1 if measure.name in _SURE_RATES else 20
        return ("%",) if least < number <= 100 else ()
    if measure.name == measures.PUNCTUALITY:
        return ("%",) if number == 100 else ()
    units = () if measure.is_count and "每" in indicator.name else _BY_MEASURE.get(measure.name, ())
    per = per_what(indicator.name) if units[:1] == ("元",) else None
    return tuple(f"{unit}/{per[1]}" for unit in units) if per and per[1] else units


def _is_rate(measure: Measure) -> bool:
    if measure.name == measures.SATISFACTION:
        return True
    rates = measures.RATES | {measures.GROWTH, measures.DECREASE}
    return measure.name in rates and measure.head.endswith(_RATE_ENDINGS)


def _is_year(indicator: Indicator) -> bool:
    target = indicator.target
    plain = target.number is not None and not target.decimals and not target.operator
    return plain and target.number is not None and 1900 <= target.number <= 2100


def _names_unit(name: str) -> bool:
    """Whether the name says its unit: 投资额（万元）, 参训人次."""
    if core(name).endswith(_NAMED_UNITS):
        return True
    return any(
        is_known(part)
        for inner in _BRACKETS.findall(half(name))
        for part in _DIVIDERS.split(_REMNANTS.sub("", inner))
        if part
    )


def _mostly_with_units(rows: Sequence[Indicator]) -> bool:
    numbers = [row.target for row in rows if row.target.is_number]
    return 2 * sum(bool(target.unit) for target in numbers) > len(numbers)
