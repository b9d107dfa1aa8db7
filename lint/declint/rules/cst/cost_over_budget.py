"""总成本上限高于年度申请的资金
A limit of the total cost is above the funds applied for

## 查什么
成本指标里的总成本（成本控制额、总成本、项目总投资……）上限，高于年度资金申请总额；填了项目资金总额的，
高于项目资金总额才报。人均、单位、每份等单位成本，以及收入、产值等不是成本的金额不查。

## What
A limit of the total cost above 年度资金申请总额, or above 项目资金总额 where that is given. Unit costs and
money that is no cost are not checked.

## 为什么
成本指标要管住预算：上限比申请的资金还高，等于没有限制，财预〔2021〕101号 要求加强成本控制。

## Why
A cost limit above the budget limits nothing.

## 错误示例 Wrong
```yaml
年度资金:
  年度资金申请总额: 1200000.00
  当年财政拨款: 1200000.00
  上年结转资金: 0.00
  其他资金: 0.00
绩效指标:
  成本指标:
    经济成本指标:
      村道硬化工程总成本: ≤1250000.00(元)
```
---
```yaml
年度资金:
  年度资金申请总额: 1200000.00
  当年财政拨款: 1200000.00
  上年结转资金: 0.00
  其他资金: 0.00
绩效指标:
  成本指标:
    经济成本指标:
      病区改造成本控制数: ≤125.00(万元)
```

## 正确示例 Right
```yaml
年度资金:
  年度资金申请总额: 1200000.00
  当年财政拨款: 1200000.00
  上年结转资金: 0.00
  其他资金: 0.00
绩效指标:
  成本指标:
    经济成本指标:
      村道硬化工程总成本: ≤1200000.00(元)
      每公里村道硬化成本: ≤400000.00(元/公里)
  效益指标:
    经济效益指标:
      带动农产品销售总额: ≥2000000.00(元)
```

## 依据 Source
财预〔2021〕101号 要求设置成本指标、加强成本控制；数值不高于预算是 填报惯例 · filing practice。
"""

from collections.abc import Iterator
from decimal import Decimal

from declint.declaration.amount import show_yuan
from declint.declaration.edition import COSTS
from declint.declaration.model import Amount, Declaration, Indicator
from declint.declaration.rows import Sort, about, rows_with
from declint.finding import Finding, Related, Words
from declint.language.lexicon import words
from declint.language.names import core
from declint.language.per_unit import is_plain_money
from declint.language.quantity import Operator
from declint.language.units import yuan
from declint.rules.kit import ERROR, rule

_MESSAGE = Words(
    "“{name}”的上限是 {limit} 元，比{label}（{budget} 元）还高 {difference} 元",
    "the limit of “{name}” is {limit} 元, {difference} 元 above {label} ({budget} 元)",
)
_ADVICE = Words(
    "核对成本上限，改到 {budget} 元以内；如果资金填错了，改资金",
    "check the limit and keep it within {budget} 元, or correct the funds if they are wrong",
)
_BUDGET = Words("{label}：{budget} 元", "{label}: {budget} 元")
_UPPER = (Operator.AT_MOST, Operator.LESS_THAN, Operator.EXACTLY, Operator.NONE, Operator.BETWEEN)


@rule(
    "CST001",
    "cost-over-budget",
    severity=ERROR,
    gives_way_to=("TGT004", "TGT005", "TGT008", "FND001", "FND005"),
)
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each limit of the total cost above the budget."""
    budget = _budget(declaration)
    if budget is None or budget.yuan is None:
        return
    for indicator, limit in rows_with(declaration, _total):
        if limit > budget.yuan > 0:
            yield Finding(
                indicator.value,
                _MESSAGE,
                _ADVICE,
                {
                    "name": indicator.name,
                    "limit": show_yuan(limit),
                    "label": budget.label,
                    "budget": show_yuan(budget.yuan),
                    "difference": show_yuan(limit - budget.yuan),
                },
                (Related(budget.value, _BUDGET),),
            )


def _budget(declaration: Declaration) -> Amount | None:
    """The project's total where it is given, else the annual request."""
    total = declaration.amount("项目资金/项目资金总额")
    return total if total and total.yuan else declaration.amount("年度资金/年度资金申请总额")


def _may_limit(sort: Sort) -> bool:
    """Whether rows of a sort limit a sum of money in a cost category."""
    return sort.kind in COSTS and sort.operator in _UPPER and is_plain_money(sort.unit)


@about(_may_limit)
def _total(indicator: Indicator) -> Decimal | None:
    """The limit in 元 where a row of a cost category is about the total cost."""
    target, name = indicator.target, core(indicator.name)
    if target.number is None:
        return None
    if not name.endswith(words("costs", "总额尾词")):
        return None
    if any(word in name for word in words("costs", "不是总额")):
        return None
    return yuan(target.upper or target.number, target.unit)
