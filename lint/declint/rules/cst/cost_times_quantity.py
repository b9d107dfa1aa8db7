"""单位成本乘以数量超过年度资金
A unit cost times its quantity is above the funds applied for

## 查什么
单位成本（人均、每份、单个……）的上限，乘以本表里对得上的数量（培训人数、印刷份数……；或者目标里逐一列出的
系统、平台的个数），结果超过年度资金申请总额。数量按单价的单位算（单价是“元/公里”，数量写米，先换算成公里）。
对不上确定的数量就不查。

## What
The limit of a unit cost times the matching quantity of this form (or the number of systems, platforms and the
like that the goals list one by one) is above 年度资金申请总额. The quantity is counted in the unit that the
price is for (元/公里 with a quantity in 米: in 公里). Without a sure match nothing is said.

## 为什么
按这个单价做完这些数量，资金不够；多半是单价、数量或资金有一个写错了。

## Why
The funds do not pay for that quantity at that price; one of the three is probably wrong.

## 错误示例 Wrong
```yaml
年度资金:
  年度资金申请总额: 100000.00
  当年财政拨款: 100000.00
  上年结转资金: 0.00
  其他资金: 0.00
绩效指标:
  成本指标:
    经济成本指标:
      护士培训人均成本: ≤600.00(元/人)
  产出指标:
    数量指标:
      护士培训人数: ≥200.00(人)
```

## 正确示例 Right
```yaml
年度资金:
  年度资金申请总额: 150000.00
  当年财政拨款: 150000.00
  上年结转资金: 0.00
  其他资金: 0.00
绩效指标:
  成本指标:
    经济成本指标:
      护士培训人均成本: ≤600.00(元/人)
  产出指标:
    数量指标:
      护士培训人数: ≥200.00(人)
      义诊受益人数: ≥5000.00(人)
```

## 依据 Source
财预〔2021〕101号 要求成本与预算相匹配；算法是 填报惯例 · filing practice。
"""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from declint.declaration.amount import show_yuan
from declint.declaration.edition import COSTS, Kind
from declint.declaration.model import Declaration, Indicator
from declint.declaration.rows import about, rows_with
from declint.finding import Finding, Place, Related, Words
from declint.language.enumerations import enumerations
from declint.language.names import core
from declint.language.per_unit import per_what
from declint.language.prose import AND
from declint.language.quantity import Operator
from declint.language.units import denominator, plain, yuan
from declint.language.values import how_many
from declint.pattern import pattern
from declint.rules.kit import WARNING, rule

_MESSAGE = Words(
    "“{name}”{price} 元 × {count} {unit}（{what}）= {product} 元，超过年度资金申请总额 {request} 元",
    "“{name}” {price} 元 × {count} {unit} ({what}) = {product} 元, above the annual request of {request} 元",
)
_ADVICE = Words(
    "核对单价、数量和资金：按 {count} {unit}算，单价不能超过 {affordable} 元",
    "check price, quantity and funds: for {count} {unit} the price can't be above {affordable} 元",
)
_QUANTITY = Words("数量：{count} {unit}", "quantity: {count} {unit}")
_REQUEST = Words("年度资金申请总额：{request} 元", "annual request: {request} 元")
_JOINED = pattern(rf"[、/或]|{AND}")
_GENERAL = (
    "成本",
    "费用",
    "标准",
    "平均",
    "运营",
    "服务",
    "制作",
    "编制",
    "综合",
    "各类",
    "各项",
    "各",
    "的",
    "费",
)
_UPPER = (Operator.AT_MOST, Operator.LESS_THAN, Operator.EXACTLY, Operator.NONE)


class _Quantity(Struct, frozen=True):
    number: Decimal
    unit: str
    what: str
    at: Place


@rule(
    "CST002",
    "cost-times-quantity",
    severity=WARNING,
    gives_way_to=("TGT004", "TGT005", "TGT008", "FND001", "FND005"),
)
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each unit cost that its quantity makes dearer than the request."""
    request = declaration.amount("年度资金/年度资金申请总额")
    if request is None or not request.yuan or request.yuan <= 0:
        return
    for indicator, (price, each) in rows_with(declaration, _unit_cost):
        quantity = _quantity(declaration, indicator, each)
        if quantity is None or price * quantity.number <= request.yuan:
            continue
        yield Finding(
            indicator.value,
            _MESSAGE,
            _ADVICE,
            {
                "name": indicator.name,
                "price": show_yuan(price),
                "count": _shown(quantity.number),
                "unit": quantity.unit,
                "what": quantity.what,
                "product": show_yuan(price * quantity.number),
                "request": show_yuan(request.yuan),
                "affordable": show_yuan(request.yuan / quantity.number),
            },
            (Related(quantity.at, _QUANTITY), Related(request.value, _REQUEST)),
        )


def _shown(number: Decimal) -> str:
    """A quantity with as many decimals as tell something; a conversion may leave it endless ones."""
    return f"{(round(number, 4) or round(number, 10)).normalize():f}"


@about(lambda sort: sort.kind in COSTS and sort.is_number and sort.operator in _UPPER)
def _unit_cost(indicator: Indicator) -> tuple[Decimal, str] | None:
    """The price in 元 and for what, where a row of a cost category is a unit cost."""
    target, per = indicator.target, per_what(indicator.name)
    if target.number is None:
        return None
    price, each = yuan(target.number, plain(target.unit)), denominator(target.unit) or (per[1] if per else "")
    return (price, each) if price is not None and each else None


def _quantity(declaration: Declaration, cost: Indicator, each: str) -> _Quantity | None:
    """The one quantity of the same thing; None where there is none or more than one."""
    thing = _thing(cost.name)
    if len(thing) < 2:
        return None
    rows = [
        (row, number)
        for row in declaration.indicators
        if row.kind is Kind.QUANTITY and _is_of(row, thing)
        for number in (_counted(row, each),)
        if number is not None
    ]
    if len(rows) == 1:
        row, number = rows[0]
        unit = row.target.unit if number == row.target.number else each
        return _Quantity(number, unit, row.name, row.value)
    return None if rows else _listed(declaration, cost.name, thing, each)


def _is_of(row: Indicator, thing: str) -> bool:
    """Whether a row counts the thing, and nothing else with it: 培训数量, not 培训数量及覆盖率."""
    _, found, rest = core(row.name).partition(thing)
    return bool(found) and not _JOINED.search(rest)


def _counted(row: Indicator, each: str) -> Decimal | None:
    """The quantity of a row in the unit that the price is for; None where it counts something else."""
    if not row.target.is_number or row.target.number is None:
        return None
    return how_many(row.target.number, row.target.unit, each)


def _thing(name: str) -> str:
    """What the cost is for: 护士培训 of 护士培训人均成本."""
    text = core(name)
    per = per_what(name)
    for word in ((per[0],) if per else ()) + _GENERAL:
        text = text.replace(word, "")
    return text


def _listed(declaration: Declaration, name: str, thing: str, each: str) -> _Quantity | None:
    """How many things of that kind the goals list one by one."""
    per = per_what(name)
    for field in declaration.goals:
        for found in enumerations(field.text):
            listed = found.collective
            if listed == thing or (per and f"{per[0]}{listed}" in core(name)):
                place = field.value.within(found.start, found.end)
                return _Quantity(Decimal(len(found.members)), each, f"目标里列出的{listed}", place)
    return None
