"""Whether a row is about time: when, how fast, or in time."""

from declint.declaration.edition import BENEFITS, Kind
from declint.declaration.model import Indicator
from declint.declaration.rows import Sort
from declint.declaration.target import Target, TargetKind
from declint.language.lexicon import words
from declint.language.measures import DURATION, POINT_IN_TIME, PUNCTUALITY, Measure
from declint.language.names import core
from declint.language.quantity import Operator
from declint.language.units import TIME, unit_class
from declint.pattern import pattern

_HIDDEN_COSTS = (Kind.SOCIAL_COST, Kind.ECOLOGICAL_COST)
_PROGRESS = "进度"
_DAY_OR_PART = pattern(r"[月日号季半底末]|[0-9]\s*[-./]\s*[0-9]")
_SECONDS = ("秒", "毫秒", "ms", "s")
_TIMELY = frozenset({PUNCTUALITY, POINT_IN_TIME, DURATION})


def may_be_timely(sort: Sort) -> bool:
    """Whether the names of a sort measure time, or measure nothing and the value is a day."""
    return sort.measure in _TIMELY or (not sort.measure and sort.target is TargetKind.DATE)


def time_words(indicator: Indicator) -> str | None:
    """The words of a row outside 时效指标 that show it to be about time, or None where it may not be."""
    measure, target = indicator.measure, indicator.target
    if measure is None:
        return _deadline_words(indicator.name, target)
    if measure.name == PUNCTUALITY:
        return measure.head if _is_punctuality(core(indicator.name), measure.head, target) else None
    if indicator.kind in _HIDDEN_COSTS:
        return None
    if measure.name == POINT_IN_TIME:
        return measure.head if _is_point(measure.head, target) else None
    if measure.name == DURATION:
        return measure.head if _is_duration(indicator, measure, target) else None
    return None


def _is_punctuality(name: str, head: str, target: Target) -> bool:
    if any(word in head for word in words("places", "不算时效的及时")):
        return False
    if _is_mixed(name, head):
        return False
    return head.endswith(("率", "性", "度")) or _is_time_or_rate(target)


def _is_mixed(name: str, head: str) -> bool:
    """Whether the name speaks of quality in the same breath: 及时准确率, 准确性和及时性."""
    before = name[: len(name) - len(head)].rstrip("、和与及,，/的")
    return any(
        word in head or before.endswith((word, f"{word}性", f"{word}率"))
        for word in words("places", "与及时合称的")
    )


def _is_time_or_rate(target: Target) -> bool:
    """Whether the value is no amount of something else."""
    return not target.is_number or target.is_percentage or not target.unit or unit_class(target.unit) == TIME


def _is_point(head: str, target: Target) -> bool:
    if not _is_time_or_rate(target):
        return False
    if target.kind is TargetKind.DATE:
        return True
    if head.endswith(_PROGRESS):
        return False
    lasts = target.is_number and (
        target.operator is Operator.AT_LEAST or head in words("places", "也说做多久的时点")
    )
    return not lasts


def _is_duration(indicator: Indicator, measure: Measure, target: Target) -> bool:
    head, name = measure.head, core(indicator.name)
    if not _is_time_or_rate(target) or (target.is_number and target.operator is Operator.AT_LEAST):
        return False
    if indicator.kind in BENEFITS or indicator.kind is Kind.SATISFACTION:
        return name.endswith(words("places", "效益里也算时效的时长"))
    if indicator.kind in (Kind.ECONOMIC_COST, Kind.COST) and head.endswith(("工期", "周期")):
        return False
    performance = any(word in name for word in words("places", "性能")) and target.unit in _SECONDS
    return not performance and head != "时效"


def _deadline_words(name: str, target: Target) -> str | None:
    """The doing words of a name whose whole value is a day or month by which it is due."""
    if target.kind is not TargetKind.DATE or not _DAY_OR_PART.search(target.raw):
        return None
    return next((word for word in words("places", "做完") if word in name), None)
