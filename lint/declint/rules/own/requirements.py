"""要求: the fixed list of requirements and how each is read."""

from collections.abc import Callable

from declint.declaration.tree import Mapping, Node
from declint.language.width import half
from declint.pattern import pattern
from declint.rules.own.across import SCOPES, UNIT, SameInAll
from declint.rules.own.fields import GOALS, NAME, TARGET, amounts, dates, labels
from declint.rules.own.figures import AmountWithin, DateWithin, Day, RowsCounted, WeightsSum, WeightWithin
from declint.rules.own.patterns import Names, Pattern, name_pattern, text_pattern
from declint.rules.own.reader import Entries, Reader
from declint.rules.own.requirement import Limits, Requirement
from declint.rules.own.targets import (
    SIGNS,
    NumberWithin,
    SignIsOneOf,
    Standard,
    UnitIsOneOf,
    WithinStandard,
)
from declint.rules.own.texts import MustBeFilled, MustNotSay, MustSay, ValueIsOneOf

AnyRequirement = Requirement | SameInAll
_DAY = pattern(r"(?:([12][0-9]{3})-)?(1[0-2]|0?[1-9])-(3[01]|[12][0-9]|0?[1-9])")
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def read_requirement(node: Node, reader: Reader) -> AnyRequirement | None:
    """The one requirement of a rule, None after a mistake."""
    found = reader.entries(node, REQUIREMENTS, (), "要求")
    chosen = list(found)
    if isinstance(node, Mapping) and len(chosen) != 1 and not found.flawed:
        reader.refuse(
            node,
            f"“要求”里应当正好写一项：一条规则只查一件事（可以写：{'、'.join(REQUIREMENTS)}）",
            f"exactly one requirement is due, a rule checks one thing (there are: {', '.join(REQUIREMENTS)})",
        )
    if len(chosen) != 1:
        return None
    before = len(reader.problems)
    requirement = REQUIREMENTS[chosen[0]](found.node_of(chosen[0]), reader)
    return requirement if len(reader.problems) == before else None


def _units(node: Node, reader: Reader) -> UnitIsOneOf:
    return UnitIsOneOf(reader.words(node))


def _signs(node: Node, reader: Reader) -> SignIsOneOf:
    return SignIsOneOf(tuple(reader.one_of(item, SIGNS, "符号") for item in reader.items(node)))


def _limits(
    found: Entries, lowest: str = "不低于", highest: str = "不高于", *, whole: bool = False
) -> Limits:
    reader = found.reader
    read = reader.count if whole else reader.number
    limits = Limits(found.get(lowest, read, None), found.get(highest, read, None))
    if found.flawed:
        return limits
    if lowest not in found and highest not in found:
        reader.refuse(
            found.node,
            f"应写“{lowest}”或“{highest}”",
            f"“{lowest}” (at least) or “{highest}” (at most) is due",
        )
    elif limits.lowest is not None and limits.highest is not None and limits.lowest > limits.highest:
        reader.refuse(found.node, f"“{lowest}”比“{highest}”大", f"“{lowest}” is above “{highest}”")
    return limits


def _number(node: Node, reader: Reader) -> NumberWithin:
    found = reader.entries(node, ("不低于", "不高于", "单位"), (), "数值")
    return NumberWithin(_limits(found), found.get("单位", reader.text, ""))


def _standards(node: Node, reader: Reader) -> WithinStandard:
    standards = []
    for item in reader.items(node):
        found = reader.entries(item, ("上限", "单位", "自"), ("上限", "单位"), "支出标准")
        limit = found.get("上限", reader.number, None)
        if limit is not None and "单位" in found:
            standards.append(
                Standard(limit, reader.text(found.node_of("单位")), found.get("自", reader.date, None))
            )
    return WithinStandard(tuple(standards))


def _where(found: Entries, choices: tuple[str, ...]) -> str:
    return found.get("在", lambda node: found.reader.one_of(node, choices, "在"), "")


def _texts() -> tuple[str, ...]:
    return (TARGET, NAME, GOALS, *labels())


def _said(node: Node, reader: Reader, key: str) -> tuple[str, tuple[Pattern, ...]]:
    found = reader.entries(node, ("在", "文字"), ("在", "文字"), key)
    words = reader.words(found.node_of("文字")) if "文字" in found else ()
    for word in words:
        if not half(word).replace("*", "").replace("?", "").strip():
            reader.refuse(node, f"“{word}”会符合任何文字", f"“{word}” means any text")
    return _where(found, _texts()), tuple(text_pattern(word) for word in words)


def _must_say(node: Node, reader: Reader) -> MustSay:
    return MustSay(*_said(node, reader, "必须写明"))


def _must_not_say(node: Node, reader: Reader) -> MustNotSay:
    return MustNotSay(*_said(node, reader, "不得出现"))


def _value(node: Node, reader: Reader) -> ValueIsOneOf:
    found = reader.entries(node, ("在", "之一"), ("在", "之一"), "取值")
    words = reader.words(found.node_of("之一")) if "之一" in found else ()
    return ValueIsOneOf(_where(found, _texts()), Names(tuple(name_pattern(word) for word in words)))


def _filled(node: Node, reader: Reader) -> MustBeFilled:
    return MustBeFilled(tuple(reader.one_of(item, labels(), "栏目") for item in reader.items(node)))


def _amount(node: Node, reader: Reader) -> AmountWithin:
    found = reader.entries(node, ("在", "不低于", "不高于"), ("在",), "金额")
    return AmountWithin(_where(found, amounts()), _limits(found))


def _date(node: Node, reader: Reader) -> DateWithin:
    found = reader.entries(node, ("在", "不早于", "不晚于"), ("在",), "日期")
    if not (found.flawed or "不早于" in found or "不晚于" in found):
        reader.refuse(node, "应写“不早于”或“不晚于”", "“不早于” (not before) or “不晚于” (not after) is due")
    earliest = found.get("不早于", lambda each: _day(each, reader), None)
    latest = found.get("不晚于", lambda each: _day(each, reader), None)
    return DateWithin(_where(found, (*dates(), TARGET, GOALS)), earliest, latest)


def _day(node: Node, reader: Reader) -> Day | None:
    text = reader.text(node)
    match = _DAY.fullmatch(text)
    if match and int(match[3]) <= _LENGTHS[int(match[2]) - 1]:
        return Day(int(match[2]), int(match[3]), int(match[1]) if match[1] else None)
    if text:
        reader.refuse(
            node,
            f"“{text}”不是日期，写成 12-20（申报年度的 12 月 20 日）或 2026-12-20",
            f"“{text}” is no day such as 12-20 (of the declaration's year) or 2026-12-20",
        )
    return None


def _rows(node: Node, reader: Reader) -> RowsCounted:
    found = reader.entries(node, ("不少于", "不多于"), (), "指标个数")
    return RowsCounted(_limits(found, "不少于", "不多于", whole=True))


def _weight(node: Node, reader: Reader) -> WeightWithin:
    return WeightWithin(_limits(reader.entries(node, ("不低于", "不高于"), (), "权重")))


def _weights(node: Node, reader: Reader) -> WeightsSum:
    found = reader.entries(node, ("等于", "不低于", "不高于"), (), "权重合计")
    exactly = found.get("等于", reader.number, None)
    if exactly is not None and len(list(found)) == 1:
        return WeightsSum(Limits(exactly, exactly))
    if "等于" in found:
        reader.refuse(node, "“等于”不能和“不低于”“不高于”同时写", "“等于” stands alone")
        return WeightsSum(Limits())
    return WeightsSum(_limits(found))


def _same(node: Node, reader: Reader) -> SameInAll:
    found = reader.entries(node, ("在", "范围"), ("在",), "各表一致")
    scope = found.get("范围", lambda each: reader.one_of(each, SCOPES, "范围"), UNIT)
    return SameInAll(_where(found, (TARGET, GOALS, *labels())), scope)


REQUIREMENTS: dict[str, Callable[[Node, Reader], AnyRequirement]] = {
    "单位": _units,
    "符号": _signs,
    "数值": _number,
    "支出标准": _standards,
    "必须写明": _must_say,
    "不得出现": _must_not_say,
    "取值": _value,
    "必填": _filled,
    "金额": _amount,
    "日期": _date,
    "指标个数": _rows,
    "权重": _weight,
    "权重合计": _weights,
    "各表一致": _same,
}
"""Every requirement by its label."""
