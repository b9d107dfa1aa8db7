"""How targets, units, names and weights go wrong."""

from collections.abc import Callable, Sequence

from declint.declaration.edition import COSTS, Kind
from declint.declaration.model import Indicator
from declint.finding import Edit, Words
from declint.language.units import ATTENDANCE, PERSONS, denominator, plain
from declint.testing.mutations.draft import (
    Draft,
    Test,
    in_unit,
    is_cost,
    is_count,
    is_rate,
    is_unit_cost,
    named,
    of,
    stem,
    unnamed,
)
from declint.testing.mutations.mutation import Broken, Mutation, alone

Change = Callable[[Draft], str | None]
_SOCIAL = (Kind.SOCIAL_BENEFIT, Kind.LASTING_INFLUENCE)
_CAPPED = (is_rate, named("合格率", "准确率", "覆盖率", "及时率", "达标率", "通过率", "完成率", "满意度"))


def _row(*tests: Test, told: bool | None = False) -> Callable[[Draft], Indicator | None]:
    """The first fitting row; ``told`` False keeps rows aside whose number the goals repeat."""

    def find(draft: Draft) -> Indicator | None:
        return draft.row(*tests, lambda row: told is None or draft.is_told(row) is told)

    return find


def _target(value: str, *tests: Test) -> Change:
    """Another target in the first fitting row that the goals do not speak of."""
    return lambda draft: draft.targeted(_row(*tests)(draft), value)


def _rewritten(change: Callable[[Indicator], str], *tests: Test, told: bool | None = False) -> Change:
    """The target of the first fitting row, made from what it is."""

    def apply(draft: Draft) -> str | None:
        row = _row(*tests, told=told)(draft)
        return draft.targeted(row, change(row)) if row else None

    return apply


def _new_row(name: str, value: str, *kinds: Kind) -> Change:
    return lambda draft: draft.with_row(name, value, *kinds)


def _number(row: Indicator) -> str:
    return f"{row.target.number:.2f}"


def _without_decimals(row: Indicator) -> str:
    return f"{row.target.operator}{row.target.number:.0f}({row.target.unit})"


def _has_decimals(row: Indicator) -> bool:
    return row.target.decimals == 2


def _turned(drafts: Sequence[Draft]) -> Broken | None:
    """Four more events, one of them made exact."""
    text: str | None = drafts[0].text
    for name in ("政策宣讲场次", "现场咨询场次", "技术指导场次", "经验交流场次"):
        text = Draft(text).with_row(name, "≥6.00(场)", Kind.QUANTITY) if text else None
    if text is None:
        return None
    return Broken((text,), (text.replace("经验交流场次: ≥", "经验交流场次: ="),))


def _same_operator(number: str) -> Callable[[Indicator], str]:
    return lambda row: f"{row.operator_text}{number.format(row.target.number)}({row.target.unit})"


def _total_for_each(row: Indicator) -> str:
    return f"≤{_number(row)}({plain(row.target.unit)})"


def _people(row: Indicator) -> str:
    return f"≥{_number(row)}({'人次' if row.target.unit == '人' else '人'})"


def _unclear_rate(draft: Draft) -> str | None:
    """A rate without an object where three things or more are counted."""
    things = [row for row in draft.declaration.indicators if row.kind is Kind.QUANTITY and is_count(row)]
    return draft.with_row("验收合格率", "=100.00(%)", Kind.QUALITY) if len(things) >= 3 else None


def _two_measures(draft: Draft) -> str | None:
    row = _row(is_count, in_unit(PERSONS, ATTENDANCE), told=None)(draft)
    return draft.renamed(row, f"{stem(row.name)}人数或场次") if row else None


def _weight_changed(draft: Draft) -> str | None:
    row = draft.row(lambda row: "权重" in row.columns)
    return draft.edited(Edit(row.columns["权重"].value, "7")) if row else None


TARGETS = (
    Mutation(
        "rate-made-open",
        "TGT001",
        Words("比率写成“≥100%”", "a rate of “≥100%”"),
        alone(_target("≥100.00(%)", *_CAPPED)),
    ),
    Mutation(
        "rate-above-100",
        "TGT002",
        Words("比率超过 100%", "a rate above 100 %"),
        alone(_target("≥120.00(%)", *_CAPPED)),
    ),
    Mutation(
        "bound-always-true",
        "TGT003",
        Words("指标值写成“≥0”", "a target of “≥0”"),
        alone(_rewritten(_same_operator("0.00"), is_count, unnamed("新增", "起数"))),
    ),
    Mutation("target-blank", "TGT004", Words("指标值没填", "a blank target"), alone(_target("", *_CAPPED))),
    Mutation(
        "template-remnant",
        "TGT005",
        Words("留着模板的“**”", "a remnant of the template"),
        alone(_target("≥**(%)", *_CAPPED)),
    ),
    Mutation(
        "wish-for-a-target",
        "TGT006",
        Words("指标值只有“有所提升”", "a wish for a target"),
        alone(_new_row("公共服务水平", "有所提升", *_SOCIAL)),
    ),
    Mutation(
        "prose-for-a-number",
        "TGT007",
        Words("数量指标写成文字", "prose for a number"),
        alone(_target("按计划完成", is_count, named("数量", "人数", "场次", "人次", "篇数", "起数"))),
    ),
    Mutation(
        "cost-from-below",
        "TGT008",
        Words("成本写成“≥”", "a cost bounded from below"),
        alone(_rewritten(lambda row: f"≥{_number(row)}({row.target.unit})", is_cost)),
    ),
    Mutation(
        "decimals-dropped",
        "TGT009",
        Words("一行不写小数，其他行都写", "one row without decimals"),
        alone(_rewritten(_without_decimals, is_rate, _has_decimals, told=None)),
    ),
    Mutation(
        "half-a-thing",
        "TGT010",
        Words("整件的东西写成小数", "a fraction of a whole"),
        alone(_rewritten(_same_operator("{:.0f}.50"), is_count)),
    ),
    Mutation(
        "growth-without-base",
        "TGT011",
        Words("增长没有基数", "growth against nothing"),
        alone(_new_row("服务对象数量增长率", "≥5.00(%)", *_SOCIAL)),
    ),
    Mutation("open-count-made-exact", "TGT012", Words("“≥”改成“=”", "a minimum made exact"), _turned),
    Mutation(
        "rate-in-times",
        "UNT001",
        Words("比率的单位写成“次”", "a rate in 次"),
        alone(_rewritten(lambda row: f"≥{_number(row)}(次)", is_rate, named("率"))),
    ),
    Mutation(
        "unit-cost-in-plain-yuan",
        "UNT002",
        Words("单位成本只写“元”", "a unit cost in plain 元"),
        alone(_rewritten(_total_for_each, is_unit_cost, named("单"))),
    ),
    Mutation(
        "heads-and-attendance",
        "UNT003",
        Words("人数用人次、人次用人", "a head count in 人次 and the reverse"),
        alone(_rewritten(_people, is_count, in_unit(PERSONS, ATTENDANCE), named("人数", "人次"), told=None)),
    ),
    Mutation(
        "unit-dropped",
        "UNT005",
        Words("漏写单位", "a number without its unit"),
        alone(
            _rewritten(lambda row: f"{row.operator_text}{_number(row)}", is_count, unnamed("起数", "篇数"))
        ),
    ),
    Mutation(
        "measure-unnamed",
        "NAM001",
        Words("名称没写量什么", "a name without a measure"),
        alone(_new_row("设备运行稳定", "=100.00(%)", Kind.QUALITY)),
    ),
    Mutation(
        "object-unnamed",
        "NAM002",
        Words("没写什么的合格率", "a rate of nothing in particular"),
        alone(_unclear_rate),
    ),
    Mutation(
        "two-measures-in-one",
        "NAM003",
        Words("一行量两样东西", "two measures in one row"),
        alone(_two_measures),
    ),
    Mutation("weight-changed", "WGT001", Words("改了一个权重", "one weight changed"), alone(_weight_changed)),
    Mutation(
        "cost-over-budget",
        "CST001",
        Words("总成本高于年度预算", "a total cost above the request"),
        alone(lambda draft: draft.with_row("项目总成本", f"≤{_twice(draft)}(元)", *COSTS)),
    ),
    Mutation(
        "unit-cost-times-quantity",
        "CST002",
        Words("单价乘数量超过预算", "price times quantity above the request"),
        alone(lambda draft: draft.targeted(_priced(draft), _too_dear(draft))),
    ),
    Mutation(
        "cost-that-limits-nothing",
        "CST004",
        Words("成本写成“合理”", "a cost target that limits nothing"),
        alone(_new_row("成本控制情况", "合理", *COSTS)),
    ),
)
"""Mutations of targets, units, names, weights and costs."""


def _twice(draft: Draft) -> str:
    total = draft.declaration.amount("项目资金/项目资金总额")
    return f"{max(draft.declaration.request or 0, (total and total.yuan) or 0) * 2:.2f}"


def _priced(draft: Draft) -> Indicator | None:
    """A unit cost whose denominator is the unit of an output that its name speaks of."""
    return draft.row(is_unit_cost, lambda row: _counted(draft, row) is not None)


def _counted(draft: Draft, cost: Indicator) -> Indicator | None:
    per = denominator(cost.target.unit)
    return draft.row(
        of(Kind.QUANTITY), is_count, lambda row: row.target.unit == per and stem(row.name) in cost.name
    )


def _too_dear(draft: Draft) -> str:
    """A price at which the quantity costs twice the request."""
    cost = _priced(draft)
    count = _counted(draft, cost) if cost else None
    if cost is None or count is None or not count.target.number:
        return ""
    price = (draft.declaration.request or 0) * 2 / count.target.number
    return f"≤{price:.0f}.00({cost.target.unit})"
