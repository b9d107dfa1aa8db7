"""跨年度项目没有总目标或总额
A project of several years without its goal or its total

## 查什么
计划起止日期跨年度的项目，没有填项目总目标，或没有填项目资金总额。一年期项目、经常性项目、没有起止日期的不报。

## What
A project that starts and ends in different years without 项目总目标 or 项目资金总额. Projects of one year,
recurring projects and projects without dates are not reported.

## 为什么
跨年度项目先有总目标和总额，年度目标和年度申请才有依据。

## Why
The goal and the money of a year are a part of the whole project's.

## 错误示例 Wrong
```yaml
项目性质: 阶段性项目
计划开始日期: 2026-01-01
计划完成日期: 2028-12-31
```
---
```yaml
项目性质: 阶段性项目
计划开始日期: 2025-07-01
计划完成日期: 2027-06-30
项目资金:
  项目资金总额: 1500000.00
  财政资金: 1500000.00
  其他资金: 0.00
```

## 正确示例 Right
```yaml
项目性质: 阶段性项目
计划开始日期: 2026-01-01
计划完成日期: 2028-12-31
项目资金:
  项目资金总额: 1500000.00
  财政资金: 1500000.00
  其他资金: 0.00
绩效目标:
  项目总目标: |
    三年建成社区卫生服务站 9 个，居民满意度达到 90% 以上。
  年度总体目标: |
    全年建成社区卫生服务站不少于 3 个，居民满意度达到 90% 以上。
```
---
```yaml
计划开始日期: 2026-01-01
计划完成日期: 2026-12-31
```

## 依据 Source
财预〔2021〕101号：先有项目的总目标，再有年度目标；填报惯例 · filing practice
"""

from collections.abc import Iterator

from declint.declaration.model import Declaration
from declint.finding import Argument, Finding, Part, Place, Related, Stretch, Words
from declint.rules.fnd.money import PROJECT_TOTAL
from declint.rules.kit import ERROR, rule

_GOAL = "绩效目标/项目总目标"
_MESSAGE = Words(
    "项目从 {start} 到 {end} 跨了年度，却没有填{missing}",
    "the project lasts from {start} to {end}, but {missing} is blank",
)
_ADVICE = Words(
    "填写{missing}；只做一年的，改正计划起止日期",
    "fill in {missing}, or correct the dates if it is one year's",
)
_END = Words("计划完成日期：{end}", "planned end: {end}")


@rule("FND007", "multi-year-goal-missing", severity=ERROR)
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield the left column of a project of several years where it is not filled in."""
    period = declaration.period
    if period is None or period[0].year >= period[1].year or "经常性" in declaration.text("项目性质"):
        return
    missing = [label for label in (_GOAL, PROJECT_TOTAL) if _is_blank(declaration, label)]
    if not missing:
        return
    arguments: dict[str, Argument] = {
        "start": period[0].isoformat(),
        "end": period[1].isoformat(),
        "missing": tuple(label.split("/")[1] for label in missing),
    }
    end = declaration.fields["计划完成日期"]
    yield Finding(_place(declaration, missing), _MESSAGE, _ADVICE, arguments, (Related(end.value, _END),))


def _is_blank(declaration: Declaration, label: str) -> bool:
    """Whether a label has nothing; parts of a total make up for it, and so does what is no amount."""
    if label == PROJECT_TOTAL:
        parts = (declaration.amount(each) for each in declaration.fields if each.startswith("项目资金/"))
        return not any(part and part.text.strip() and part.yuan != 0 for part in parts)
    return not declaration.text(label)


def _place(declaration: Declaration, missing: list[str]) -> Place | Stretch:
    """The first label that is blank, or the planned end where the file has neither label."""
    fields = [declaration.fields[label] for label in missing if label in declaration.fields]
    return fields[0].key if fields else Place(declaration.fields["计划完成日期"].path, Part.VALUE)
