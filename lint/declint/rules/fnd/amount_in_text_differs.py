"""目标文字里的预算金额与表上的不一致
The budget in the goals text is not the form's

## 查什么
项目总目标、年度总体目标里写明了本项目的预算（“项目预算总额 408.75 万元”“本年度申请资金 50 万元”），而表上没
有这个金额。元和万元换算后按文字写到的位数比较；与总额、任何一项来源或几项之和相等的都算一致。补助标准、税收、
投资、上年的金额、其中的一部分、“约”数，以及看不准是不是本项目预算的，一律不报。

## What
A goal that states this project's own budget, where the form has no such amount. 元 and 万元 are converted,
and amounts compared to the digits written; the totals, each source and sums of sources all count. Amounts
of anything else, parts of the budget and approximate amounts are not reported.

## 为什么
目标和资金说的是同一笔预算，两个数不一样，必有一处没有改。

## Why
Both speak of one budget; where they differ, one was not updated.

## 错误示例 Wrong
```yaml
年度资金:
  年度资金申请总额: 4200000.00
  当年财政拨款: 4200000.00
绩效目标:
  项目总目标:
  年度总体目标: |
    项目预算总额 450 万元，全年改造老旧校舍不少于 3 栋，师生满意度达到 90% 以上。
```
---
```yaml
年度资金:
  年度资金申请总额: 860000.00
  当年财政拨款: 860000.00
绩效目标:
  项目总目标:
  年度总体目标: |
    本年度申请资金 680,000 元。全年开展普法讲座不少于 20 场。
```

## 正确示例 Right
```yaml
年度资金:
  年度资金申请总额: 4087500.00
  当年财政拨款: 4000000.00
  上年结转资金: 87500.00
绩效目标:
  项目总目标:
  年度总体目标: |
    项目预算总额 408.75 万元，其中财政拨款 400 万元，全年改造老旧校舍不少于 3 栋，师生满意度达到 90% 以上。
```
---
```yaml
年度资金:
  年度资金申请总额: 860000.00
  当年财政拨款: 860000.00
绩效目标:
  项目总目标:
  年度总体目标: |
    上年项目预算 75 万元。带动社会资金投入 300 万元，创业补助标准 2 万元/户，全年帮扶创业户不少于 40 户。
```

## 依据 Source
填报惯例 · filing practice
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from declint.declaration.model import Amount, Declaration
from declint.finding import Finding, Related, Words
from declint.language.budget import budgets
from declint.rules.fnd.money import ANNUAL_PARTS, PROJECT_PARTS, PROJECT_TOTAL, REQUEST, row, shown, slip
from declint.rules.kit import ERROR, rule

_MESSAGE = Words(
    "{goal}里写的预算是“{stated}”，表上{label}是 {amount}",
    "{goal} states the budget as “{stated}”, but {label} is {amount}",
)
_ADVICE = Words(
    "核对原表；表上金额正确的话，文字改成“{right}”",
    "compare with the original; if the form is right, write “{right}”",
)
_SCALE = Words(
    "像是元和万元混用了；表上金额正确的话，文字改成“{right}”",
    "元 and 万元 seem to be mixed up; if the form is right, write “{right}”",
)


@rule("FND006", "amount-in-text-differs", severity=ERROR, gives_way_to=("FND005",))
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each budget in the goals text that the form does not have."""
    total, request = declaration.amount(PROJECT_TOTAL), declaration.amount(REQUEST)
    for goal in declaration.goals:
        whole = total if goal.label == "项目总目标" and total and total.yuan else request
        if whole is None or not whole.yuan:
            continue
        for budget in budgets(goal.text, declaration.name):
            if budget.year not in (None, declaration.year) or any(
                abs(amount - budget.yuan) < budget.step for amount in declaration.once(_amounts)
            ):
                continue
            arguments = {
                "goal": goal.label,
                "stated": goal.text[budget.start : budget.end],
                "label": whole.label,
                "amount": shown(whole.yuan, whole.unit),
                "right": _written(whole.yuan, budget.unit),
            }
            mixed = slip(budget.yuan, whole.yuan)[0] == "scale"
            yield Finding(
                goal.value.within(budget.start, budget.end),
                _MESSAGE,
                _SCALE if mixed else _ADVICE,
                arguments,
                (Related(whole.value, row(whole.label, whole.yuan, whole.unit)),),
            )


def _amounts(declaration: Declaration) -> frozenset[Decimal]:
    """Every amount of the form, and every sum of sources."""
    return frozenset(_each_amount(declaration))


def _each_amount(declaration: Declaration) -> Iterator[Decimal]:
    for total, parts in ((REQUEST, ANNUAL_PARTS), (PROJECT_TOTAL, PROJECT_PARTS)):
        whole = declaration.amount(total)
        if whole and whole.yuan is not None:
            yield whole.yuan
        filled = [yuan for yuan in (_yuan(declaration.amount(label)) for label in parts) if yuan is not None]
        for size in range(1, len(filled) + 1):
            for some in combinations(filled, size):
                yield sum(some, Decimal(0))


def _yuan(amount: Amount | None) -> Decimal | None:
    return amount.yuan if amount else None


def _written(yuan: Decimal, unit: str) -> str:
    factor = {"元": 1, "万元": 10**4, "亿元": 10**8}[unit]
    whole, _, decimals = f"{yuan / factor:f}".partition(".")
    decimals = decimals.rstrip("0")
    return f"{whole}.{decimals} {unit}" if decimals else f"{whole} {unit}"
