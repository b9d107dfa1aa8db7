"""Numbers with their units, made comparable."""

from decimal import Decimal
from functools import cache, lru_cache

from msgspec import Struct

from declint.language.lexicon import lexicon
from declint.language.promises import Promise
from declint.language.quantity import Operator
from declint.language.units import (
    ATTENDANCE,
    MONEY,
    PERCENT,
    PERSONS,
    canonical,
    scale_free_class,
    unit_class,
    wellformed,
    yuan,
)
from declint.language.width import half

_SCALES = {"亿": 10**8, "百万": 10**6, "千万": 10**7, "万": 10**4, "千": 10**3, "百": 10**2}
_KINDS = {
    PERSONS: "人",
    ATTENDANCE: "人",
    **{kind: kind for kind in ("个", "次", "学时", "倍", "分值", "物理", PERCENT)},
}
_TENTHS, _LENGTH = "成", "长度"
_UP = (Operator.AT_LEAST, Operator.MORE_THAN)
_DOWN = (Operator.AT_MOST, Operator.LESS_THAN)
_NO_AMOUNT = frozenset({"", PERCENT, "元", "倍", "分值", "物理"})
_LOOSE = ({"家次", "个"}, {"家次", "次"}, {"人", "次"}, {"人", "家次"}, {"倍", PERCENT})
_VISITS = frozenset({"家次", "户次", "万户次"})


class Value(Struct, frozen=True, gc=False):
    """A number in its smallest unit; ``kind`` is what the unit counts, '' where there is no unit."""

    operator: Operator
    number: Decimal
    upper: Decimal | None
    kind: str

    @property
    def about(self) -> bool:
        """Whether it is only roughly so much."""
        return self.operator is Operator.ABOUT

    @property
    def is_one_number(self) -> bool:
        """Whether it is one number, and neither a range nor roughly so much."""
        return self.upper is None and self.operator is not Operator.ABOUT

    @property
    def is_count(self) -> bool:
        """Whether it counts or measures an amount, and is no share and no money."""
        return self.kind not in _NO_AMOUNT

    def agrees(self, other: "Value") -> bool:
        """Whether two operators on one number can mean one thing: ≥ and >, or one of them left out."""
        mine, yours = _side(self.operator), _side(other.operator)
        if self.kind == PERCENT and self.number == 100:
            return True
        return (
            not mine
            or not yours
            or mine == yours
            or self.operator is Operator.BETWEEN
            or other.upper is not None
        )


def _side(operator: Operator) -> str:
    if operator in _UP:
        return "up"
    if operator in _DOWN:
        return "down"
    return "=" if operator is Operator.EXACTLY else ""


def value_of(operator: Operator, number: Decimal, upper: Decimal | None, unit: str) -> Value:
    """A number and its unit as a comparable value."""
    factor, kind = _kind(unit)
    return Value(operator, number * factor, upper * factor if upper is not None else None, kind)


@lru_cache(maxsize=2_000)
def _kind(unit: str) -> tuple[Decimal, str]:
    """How many of the smallest unit a unit is, and what it counts."""
    plain = half(unit).strip()
    plain = wellformed(plain) or plain
    if unit_class(plain) == MONEY:
        return yuan(Decimal(1), plain) or Decimal(1), "元"
    factor, plain = _without_scale(plain.split("/")[0])
    if plain == _TENTHS:
        return factor * 10, PERCENT
    times, measure = _conversions().get(plain, (Decimal(1), ""))
    if measure == _LENGTH:
        return factor * times, _LENGTH
    group = scale_free_class(plain) or ""
    return factor, _KINDS.get(group) or ("家次" if plain in _VISITS else canonical(plain))


def how_many(number: Decimal, unit: str, other: str) -> Decimal | None:
    """A number in another unit: 5000 米 is 5 in 公里; None where the two units measure different things.

    Money does not convert.
    """
    (factor, kind), (other_factor, other_kind) = _kind(unit), _kind(other)
    if kind != other_kind:
        (factor, kind), (other_factor, other_kind) = _measured(unit), _measured(other)
    return number * factor / other_factor if kind == other_kind not in ("", "元") else None


def _measured(unit: str) -> tuple[Decimal, str]:
    """How much of the common unit of its measure a unit is, and which measure: 15 and 面积 of 公顷."""
    plain = half(unit).strip()
    scale, plain = _without_scale((wellformed(plain) or plain).split("/")[0])
    factor, measure = _conversions().get(plain, (Decimal(1), ""))
    return scale * factor, measure


@cache
def _conversions() -> dict[str, tuple[Decimal, str]]:
    """The factor and the measure of each unit that converts."""
    return {
        half(str(unit)): (Decimal(str(factor)), measure)
        for measure, factors in lexicon("units")["换算"].items()
        for unit, factor in factors.items()
    }


def _without_scale(unit: str) -> tuple[Decimal, str]:
    """10000 and 人次 of 万人次."""
    for word, scale in sorted(_SCALES.items(), key=lambda item: -len(item[0])):
        if unit.startswith(word) and unit_class(unit[len(word) :]):
            return Decimal(scale), unit[len(word) :]
    return Decimal(1), unit


def promised(promise: Promise) -> Value:
    """The figure of a promise."""
    return value_of(promise.operator, promise.number, promise.upper, promise.unit)


def same_measure(one: Value, other: Value) -> bool:
    """Whether two values count in one measure, so that their numbers can contradict each other."""
    return one.kind == other.kind or (not other.kind and one.is_count)


def side_by_side(one: Value, other: Value) -> bool:
    """Whether two values may mean one measure; looser than ``same_measure``, for numbers that agree."""
    if same_measure(one, other) or not one.kind:
        return True
    return {one.kind, other.kind} in _LOOSE


def equal(one: Value, other: Value) -> bool:
    """Whether two numbers are one, or one lies within the range of the other."""
    low, other_low = one.number, other.number
    if one.operator is Operator.ABOUT or other.operator is Operator.ABOUT:
        return abs(low - other_low) * 10 <= max(abs(low), abs(other_low))
    if one.upper is other.upper is None:
        return low == other_low
    high = one.upper if one.upper is not None else low
    other_high = other.upper if other.upper is not None else other_low
    return low <= other_high and other_low <= high


def is_round(value: Value) -> bool:
    """Whether the number is one that many rows have: 3, 20, 90 %, 500."""
    if value.kind == PERCENT:
        return value.number in range(70, 101)
    digits = value.number.normalize().as_tuple().digits
    return len(digits) == 1 or digits in ((1, 2), (1, 5), (2, 5))
