"""一年期项目的总额与年度申请不一致
A project of one year whose total and request differ

## 查什么
计划起止日期都在申报年度之内的项目，项目资金总额填了，却小于或不等于年度资金申请总额。跨年度的项目、没有起止
日期的项目、项目资金总额空着或为零的不报；年度申请大于总额的由 FND003 报告。

## What
A project that starts and ends in the year applied for, whose total is filled in and is not the annual
request. Projects of several years, projects without dates and totals that are blank or zero are not
reported; FND003 speaks where the request is the larger.

## 为什么
当年开始、当年结束的项目，全部资金就是当年的资金，两个总额应当相等。

## Why
All the money of a project of one year is that year's money.

## 错误示例 Wrong
```yaml
计划开始日期: 2026-03-01
计划完成日期: 2026-11-30
项目资金:
  项目资金总额: 680000.00
  财政资金: 680000.00
  其他资金: 0.00
年度资金:
  年度资金申请总额: 640000.00
  当年财政拨款: 640000.00
```

## 正确示例 Right
```yaml
计划开始日期: 2026-03-01
计划完成日期: 2026-11-30
项目资金:
  项目资金总额: 640000.00
  财政资金: 640000.00
  其他资金: 0.00
年度资金:
  年度资金申请总额: 640000.00
  当年财政拨款: 640000.00
```
---
```yaml
计划开始日期:
计划完成日期:
项目资金:
  项目资金总额: 680000.00
  财政资金: 680000.00
年度资金:
  年度资金申请总额: 640000.00
  当年财政拨款: 640000.00
```

## 依据 Source
填报惯例 · filing practice
"""

from collections.abc import Iterator

from declint.declaration.model import Declaration
from declint.finding import Finding, Related, Words
from declint.rules.fnd.money import PROJECT_TOTAL, REQUEST, row, shown
from declint.rules.kit import WARNING, rule

_MESSAGE = Words(
    "项目从 {start} 到 {end} 只有一年，项目资金总额 {total}却与年度资金申请总额 {request}，相差 {difference}",
    "the project lasts from {start} to {end}, but its total, {total}, and the request, {request},"
    " differ by {difference}",
)
_ADVICE = Words(
    "核对两个总额和起止日期：一年期项目两者应相等（项目资金总额也可空着）；跨年度的改正日期",
    "check both totals and the dates: they are equal for one year (the project's total may be blank)",
)


@rule(
    "FND004",
    "one-year-total-differs",
    severity=WARNING,
    gives_way_to=("FND001", "FND002", "FND003", "FND005"),
)
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield the total of a project of one year that is not the annual request."""
    period, year = declaration.period, declaration.year
    if period is None or not period[0] <= period[1] or not period[0].year == period[1].year == year:
        return
    request, total = declaration.amount(REQUEST), declaration.amount(PROJECT_TOTAL)
    if not (request and total and request.yuan and total.yuan) or request.yuan == total.yuan:
        return
    arguments = {
        "start": period[0].isoformat(),
        "end": period[1].isoformat(),
        "request": shown(request.yuan, request.unit),
        "total": shown(total.yuan, total.unit),
        "difference": shown(abs(request.yuan - total.yuan), total.unit),
    }
    related = (Related(request.value, row(request.label, request.yuan, request.unit)),)
    yield Finding(total.value, _MESSAGE, _ADVICE, arguments, related)
