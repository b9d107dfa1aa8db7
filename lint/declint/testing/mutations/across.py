"""How declarations of one unit contradict each other. Each draft gets siblings made of other drafts."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from declint.declaration.edition import COSTS, Kind
from declint.finding import Words
from declint.settings import Settings, Standard
from declint.testing.mutations.draft import Draft, of
from declint.testing.mutations.mutation import Broken, Mutation

Apply = Callable[[Sequence[Draft]], Broken | None]
_BODIES = ("主管部门", "实施单位")
_SIBLINGS = 3
_PASSAGE = (
    "完善岗位责任和值班制度，把好资料收集、整理、归档和移交各个环节，让来访群众少跑路、好办事，"
    "让一线人员有章可循，让服务质量看得见、评得出。"
)


def _siblings(drafts: Sequence[Draft]) -> list[Draft] | None:
    """The draft and others as declarations of its unit."""
    first = drafts[0].declaration
    found = [drafts[0]]
    for draft in drafts[1 : _SIBLINGS + 1]:
        text = draft.filled(**{label: first.text(label) for label in _BODIES})
        if text is None:
            return None
        found.append(Draft(text))
    return found if len(found) > _SIBLINGS else None


def _among(change: Callable[[list[Draft]], dict[int, str | None]]) -> Apply:
    """Change some of the siblings; the change gives new texts by number, 0 for the draft itself."""

    def apply(drafts: Sequence[Draft]) -> Broken | None:
        group = _siblings(drafts)
        changed = change(group) if group else None
        if not group or not changed or None in changed.values():
            return None
        before = tuple(draft.text for draft in group)
        return Broken(before, tuple(changed.get(number) or text for number, text in enumerate(before)))

    return apply


def _misspelt(label: str, slip: Callable[[str], str]) -> Apply:
    def change(group: list[Draft]) -> dict[int, str | None]:
        return {0: group[0].filled(**{label: slip(group[0].declaration.text(label))})}

    return _among(change)


def _left_out(name: str) -> str:
    return name[:3] + name[4:]


def _swapped(name: str) -> str:
    return name[:-2] + name[-1] + name[-2]


def _twice(name: str) -> str:
    return name[:5] + name[3:]


def _same_row(name: str, *values: str) -> Callable[[list[Draft]], dict[int, str | None]]:
    """A row of the same name in the draft and its first sibling."""
    kind = COSTS if "成本" in name else (Kind.QUANTITY,)
    return lambda group: {
        number: group[number].with_row(name, value, *kind) for number, value in enumerate(values)
    }


def _goals_copied(group: list[Draft]) -> dict[int, str | None]:
    """The same long passage in the draft and its first sibling."""
    return {number: group[number].saying(_PASSAGE) for number in range(2)}


def _event_renamed(group: list[Draft]) -> dict[int, str | None]:
    names = ("“书香满城”全民阅读大赛", "“书香漫城”全民阅读大赛")
    return {number: group[number].saying(f"组织参加{name}。") for number, name in enumerate(names)}


def _above_standard(drafts: Sequence[Draft]) -> Broken | None:
    text = drafts[0].with_row("人均会议成本", "≤300.00(元/人)", *COSTS)
    settings = Settings(standards=(Standard("人均会议成本", Decimal(210), "元/人"),))
    return Broken((drafts[0].text,), (text,), settings) if text else None


def _deadline_outside(drafts: Sequence[Draft]) -> Broken | None:
    draft = drafts[0]
    row = draft.row(of(Kind.TIMELINESS), lambda row: row.target.kind.value == "date")
    period = draft.declaration.period
    if not row or not period or period[1].month == 12 or period[1].year != draft.declaration.year:
        return None
    text = draft.targeted(row, f"{period[1].year}年12月底前")
    return Broken((draft.text,), (text,)) if text else None


ACROSS = (
    Mutation(
        "unit-misspelt",
        "ORG001",
        Words("实施单位漏一个字", "a character missing in the unit's name"),
        _misspelt("实施单位", _left_out),
    ),
    Mutation(
        "supervisor-misspelt",
        "ORG002",
        Words("主管部门漏一个字", "a character missing in the supervisor's name"),
        _misspelt("主管部门", _left_out),
    ),
    Mutation(
        "unit-swapped",
        "ORG001",
        Words("实施单位两个字颠倒", "two characters of the unit's name swapped"),
        _misspelt("实施单位", _swapped),
    ),
    Mutation(
        "unit-doubled",
        "ORG001",
        Words("实施单位重复两个字", "two characters of the unit's name doubled"),
        _misspelt("实施单位", _twice),
    ),
    Mutation(
        "supervisor-swapped",
        "ORG002",
        Words("主管部门两个字颠倒", "two characters of the supervisor's name swapped"),
        _misspelt("主管部门", _swapped),
    ),
    Mutation(
        "unit-of-a-sibling-differs",
        "UNT004",
        Words("同一指标在两张表里单位不同", "one indicator in two units"),
        _among(_same_row("人均培训成本", "≤260.00(元/人次)", "≤260.00(元/人)", "≤260.00(元/人)")),
    ),
    Mutation(
        "goals-of-a-sibling",
        "DUP007",
        Words("目标抄了另一张表的", "goals copied from a sibling"),
        _among(_goals_copied),
    ),
    Mutation(
        "standard-of-a-sibling-differs",
        "XDC001",
        Words("同一成本两个标准", "one cost with two standards"),
        _among(_same_row("人均培训成本", "≤180.00(元/人)", "≤320.00(元/人)")),
    ),
    Mutation(
        "event-in-two-names",
        "XDC002",
        Words("同一活动两个名称", "one event under two names"),
        _among(_event_renamed),
    ),
    Mutation(
        "count-claimed-twice",
        "XDC003",
        Words("同一成果两张表都报", "one result claimed by two"),
        _among(_same_row("新增服务企业数量", "≥137.00(家)", "≥137.00(家)")),
    ),
    Mutation(
        "above-the-standard",
        "CST003",
        Words("成本高于配置的标准", "a cost above the configured standard"),
        _above_standard,
    ),
    Mutation(
        "deadline-after-the-end",
        "YEA003",
        Words("完成时间晚于计划完成日期", "a deadline after the planned end"),
        _deadline_outside,
    ),
)
"""Mutations that need settings, a period or siblings."""
