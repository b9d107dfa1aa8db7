"""年度申请超过项目资金总额
The annual request is above the project's total

## 查什么
年度资金申请总额大于项目资金总额。项目资金总额空着或为零的不报；总额本身加错的，由 FND001、FND002 报告。

## What
An annual request above the project's total. Nothing is reported where the project's total is blank or zero,
or where a total is not the sum of its parts (FND001, FND002).

## 为什么
一年的申请是项目总额的一部分，不可能比总额还多。

## Why
The request of one year is a part of the project's total.

## 错误示例 Wrong
```yaml
计划开始日期: 2026-01-01
计划完成日期: 2028-12-31
项目资金:
  项目资金总额: 2400000.00
  财政资金: 2400000.00
  其他资金: 0.00
年度资金:
  年度资金申请总额: 4200000.00
  当年财政拨款: 4200000.00
绩效目标:
  项目总目标: |
    三年修复水毁渠道 36 公里，灌区用水户满意度达到 90% 以上。
  年度总体目标: |
    全年修复水毁渠道不少于 12 公里，灌区用水户满意度达到 90% 以上。
```

## 正确示例 Right
```yaml
计划开始日期: 2026-01-01
计划完成日期: 2028-12-31
项目资金:
  项目资金总额: 4200000.00
  财政资金: 4200000.00
  其他资金: 0.00
年度资金:
  年度资金申请总额: 1400000.00
  当年财政拨款: 1400000.00
绩效目标:
  项目总目标: |
    三年修复水毁渠道 36 公里，灌区用水户满意度达到 90% 以上。
  年度总体目标: |
    全年修复水毁渠道不少于 12 公里，灌区用水户满意度达到 90% 以上。
```

## 依据 Source
填报惯例 · filing practice
"""

from collections.abc import Iterator

from declint.declaration.model import Declaration
from declint.finding import Finding, Related, Words
from declint.rules.fnd.money import PROJECT_TOTAL, REQUEST, row, shown, slip
from declint.rules.kit import ERROR, rule

_MESSAGE = Words(
    "年度资金申请总额 {request}大于项目资金总额 {total}，多了 {difference}",
    "the annual request, {request}, is {difference} above the project's total, {total}",
)
_ADVICE = Words(
    "核对两个总额：项目资金总额是各年之和，不小于任何一年的申请",
    "check both: the project's total covers all its years and is no less than any of them",
)
_SCALE = Words(
    "像是元和万元混用了；核对两个总额的单位", "元 and 万元 seem to be mixed up; check the unit of both totals"
)


@rule("FND003", "annual-over-project", severity=ERROR, gives_way_to=("FND001", "FND002", "FND005"))
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield the annual request where it is above the project's total."""
    request, total = declaration.amount(REQUEST), declaration.amount(PROJECT_TOTAL)
    if not (request and total and request.yuan and total.yuan) or request.yuan <= total.yuan:
        return
    arguments = {
        "request": shown(request.yuan, request.unit),
        "total": shown(total.yuan, total.unit),
        "difference": shown(request.yuan - total.yuan, total.unit),
    }
    related = (Related(total.value, row(total.label, total.yuan, total.unit)),)
    mixed = slip(request.yuan, total.yuan)[0] == "scale"
    yield Finding(request.value, _MESSAGE, _SCALE if mixed else _ADVICE, arguments, related)
