"""What rules say of a row: whether it is one at all, and how a number for it would be written."""

from declint.declaration.model import Indicator
from declint.language.lexicon import vocabulary
from declint.language.measures import (
    AREA,
    ATTENDANCES,
    BODIES,
    DAYS,
    LENGTH,
    LESSONS,
    OCCASIONS,
    PERSONS,
    SUM_OF_MONEY,
    Direction,
)
from declint.language.names import bare

_UNITS = {
    AREA: "平方米",
    ATTENDANCES: "人次",
    BODIES: "家",
    DAYS: "天",
    LENGTH: "公里",
    LESSONS: "课时",
    OCCASIONS: "次",
    PERSONS: "人",
    SUM_OF_MONEY: "万元",
}


def unit_of(indicator: Indicator) -> str:
    """The unit that fits the name, or the one its row has."""
    measure = indicator.measure
    if indicator.target.unit:
        return indicator.target.unit
    if measure is None or measure.is_cost:
        return "元" if measure else "个"
    if measure.is_rate or measure.name in ("增长", "减少"):
        return "%"
    return _UNITS.get(measure.name, "个")


def sample(indicator: Indicator) -> str:
    """How a number for this row is written, the number itself left open: ``≥数字(家)``."""
    measure = indicator.measure
    less = measure is not None and (measure.is_cost or measure.direction is Direction.LESS)
    return f"{'≤' if less else '≥'}数字({unit_of(indicator)})"


def is_empty_row(indicator: Indicator) -> bool:
    """Whether the row is one that the form left empty."""
    name = bare(indicator.name)
    return not name.strip("/…*.") or name in vocabulary("targets", "空行名称")
