"""计划起止日期不对
The planned dates are wrong

## 查什么
计划完成日期早于计划开始日期；计划起止日期没有覆盖申报年度；日期不存在（2026-02-30）。

## What
The planned end is before the start, the planned dates do not touch the year of the form, or a date does not
exist (2026-02-30).

## 为什么
起止日期决定预算年度和评价时点，日期错了整张表的期限都无从判断。

## Why
The dates decide which year's budget pays and when the project is evaluated.

## 错误示例 Wrong
```yaml
计划开始日期: 2026-09-01
计划完成日期: 2026-03-31
```
---
```yaml
计划开始日期: 2025-01-01
计划完成日期: 2025-12-31
```
---
```yaml
计划开始日期: 2026-01-01
计划完成日期: 2026-11-31
```

## 正确示例 Right
```yaml
计划开始日期: 2026-03-01
计划完成日期: 2026-11-30
```
---
```yaml
计划开始日期: 2025-07-01
计划完成日期: 2027-06-30
项目资金:
  项目资金总额: 900000.00
  财政资金: 900000.00
  其他资金: 0.00
绩效目标:
  项目总目标: |
    三年修复历史建筑 3 处。
  年度总体目标: |
    修复历史建筑 1 处，举办开放日活动不少于 2 场。
```

## 依据 Source
填报惯例 · filing practice
"""

from collections.abc import Iterator

from declint.declaration.model import Declaration, Field
from declint.finding import Argument, Finding, Related, Words
from declint.language.dates import days_of
from declint.language.width import half
from declint.pattern import pattern
from declint.rules.kit import ERROR, rule

_REVERSED = Words(
    "计划完成日期 {end} 早于计划开始日期 {start}",
    "the planned end {end} is before the planned start {start}",
)
_REVERSED_ADVICE = Words(
    "核对两个日期是否填反，完成日期应在 {start} 以后",
    "see whether the two are swapped; the end comes after {start}",
)
_ELSEWHEN = Words(
    "计划起止日期 {start} 至 {end} 不在申报年度 {year} 年",
    "the planned dates {start} to {end} do not touch the form's year {year}",
)
_ELSEWHEN_ADVICE = Words(
    "核对年度和起止日期：{year} 年的项目，起止日期例如 {right_start} 至 {right_end}",
    "check the year and the dates: for {year} they are, say, {right_start} to {right_end}",
)
_NO_DAY = Words(
    "{label}“{date}”不存在：{month} 只有 {days} 天",
    "{label} “{date}” does not exist: {month} has {days} days",
)
_NO_DAY_ADVICE = Words("改成存在的日期，例如 {right}", "write a day that exists, such as {right}")
_NO_MONTH = Words(
    "{label}“{date}”不存在：一年只有 12 个月",
    "{label} “{date}” does not exist: a year has 12 months",
)
_START = Words("计划开始日期：{start}", "planned start: {start}")
_YEAR = Words("年度：{year}", "year: {year}")
_DAY = pattern(r"\s*([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})\s*")


@rule("YEA002", "period-wrong", severity=ERROR, gives_way_to=("SYN002",))
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield what is wrong with the planned dates."""
    fields = [declaration.field(label) for label in ("计划开始日期", "计划完成日期")]
    for field in filter(None, fields):
        yield from _impossible(field)
    start, end = fields
    period, year = declaration.period, declaration.year
    if not (period and start and end):
        return
    arguments = {"start": period[0].isoformat(), "end": period[1].isoformat()}
    if period[1] < period[0]:
        yield Finding(end.value, _REVERSED, _REVERSED_ADVICE, arguments, (Related(start.value, _START),))
    elif year is not None and not period[0].year <= year <= period[1].year:
        moved = {
            "year": str(year),
            "right_start": f"{year}{arguments['start'][4:]}",
            "right_end": f"{year}{arguments['end'][4:]}",
        }
        stated = declaration.field("年度")
        related = (Related(stated.value, _YEAR),) if stated else ()
        wrong = start if period[0].year > year else end
        if period[0].month == 2 or period[1].month == 2 or period[0].year != period[1].year:
            moved |= {"right_start": f"{year}-01-01", "right_end": f"{year}-12-31"}
        yield Finding(wrong.value, _ELSEWHEN, _ELSEWHEN_ADVICE, {**arguments, **moved}, related)


def _impossible(field: Field) -> Iterator[Finding]:
    match = _DAY.fullmatch(half(field.text))
    if not match or field.date:
        return
    year, month, day = map(int, match.groups())
    arguments: dict[str, Argument] = {"label": field.label, "date": field.text.strip()}
    if not 1 <= month <= 12:
        yield Finding(field.value, _NO_MONTH, _NO_DAY_ADVICE, {**arguments, "right": f"{year}-12-31"})
        return
    days = days_of(max(year, 1), month)
    if not 1 <= day <= days:
        right = f"{year}-{month:02}-{days if day else '01'}"
        found: dict[str, Argument] = {"month": f"{year}-{month:02}", "days": days, "right": right}
        yield Finding(field.value, _NO_DAY, _NO_DAY_ADVICE, {**arguments, **found})
