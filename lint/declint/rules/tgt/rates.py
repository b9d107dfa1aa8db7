"""Which rows are rates that can't pass 100 %."""

from msgspec import Struct

from declint.declaration.edition import OUTPUTS
from declint.declaration.model import Indicator
from declint.language.lexicon import words
from declint.language.measures import (
    OTHER_RATE,
    POINT_IN_TIME,
    SHARE,
    Direction,
    Measure,
    is_bad,
    may_pass_100,
)
from declint.language.names import core

_NEGATIONS = ("不", "未", "非", "无", "没", "逾期", "超期", "延期", "延迟", "错误", "违规")
_MAY_BE_COMPLETION = (SHARE, POINT_IN_TIME)


class Ceiling(Struct, frozen=True):
    """A rate with a ceiling of 100 %: the words of the name that tell, and whether of bad things."""

    head: str
    bad: bool


def ceiling_of(indicator: Indicator) -> Ceiling | None:
    """What makes the row a rate that can't pass 100 %, or None where it is none or may be none.

    A number without a unit counts where the name itself says that it is a rate.
    """
    target, measure = indicator.target, indicator.measure
    if not target.is_number:
        return None
    if measure and measure.capped and not _negated(indicator.name, measure):
        bare_rate = not target.unit and measure.head.endswith("率")
        if target.is_percentage or bare_rate:
            return Ceiling(measure.head, measure.direction is Direction.LESS)
    if (measure is None or measure.name in _MAY_BE_COMPLETION) and target.is_percentage:
        return _completion(core(indicator.name))
    return None


def is_share_of_whole(indicator: Indicator) -> bool:
    """Whether 100 per cent of a row is the whole of it, though its name isn't known as a capped rate.

    An output whose name says no measure (能源保障 100%), and any rate that nothing tells to be open (归巢率).
    """
    name, measure = core(indicator.name), indicator.measure
    if not indicator.target.is_percentage:
        return False
    if may_pass_100(name) or any(word in name for word in _NEGATIONS):
        return False
    if measure is None:
        return indicator.kind in OUTPUTS
    return measure.name == OTHER_RATE and not is_bad(name)


def _negated(name: str, measure: Measure) -> bool:
    """Whether the head is turned round by what stands before it: 问题未整改率."""
    return core(name).removesuffix(measure.head).endswith(_NEGATIONS)


def _completion(name: str) -> Ceiling | None:
    """A name without the word rate that plainly is one: 设备验收合格, 按计划完成."""
    if may_pass_100(name):
        return None
    head = next((tail for tail in words("targets", "完成类尾词") if name.endswith(tail)), None)
    if head is None or name.removesuffix(head).endswith(_NEGATIONS):
        return None
    return Ceiling(head, bad=False)
