"""完成期限不在项目的计划起止日期里
A deadline lies outside the project's planned dates

## 查什么
指标值里的完成期限（2026年10月底前、11月15日前），早于计划开始日期或者晚于计划完成日期，而年份是对的。
年份也不对的由“年度错误”（YEA001）报。没有写月份的期限不查。

## What
A deadline in a target that is before the planned start or after the planned end, in the right
year. Where the year is wrong, YEA001 speaks. Deadlines without a month are not checked.

## 为什么
项目结束以后才到期的任务，项目验收时无法评价。

## Why
What falls due after the project has ended can't be evaluated with it.

## 错误示例 Wrong
```yaml
计划开始日期: 2026-01-01
计划完成日期: 2026-06-30
绩效指标:
  产出指标:
    时效指标:
      校舍加固完工时间: 2026年10月底前
```
---
```yaml
计划开始日期: 2026-07-01
计划完成日期: 2026-12-31
绩效指标:
  产出指标:
    时效指标:
      秋季动物防疫物资到位时间: 5月31日前
```

## 正确示例 Right
```yaml
计划开始日期: 2026-01-01
计划完成日期: 2026-11-30
绩效指标:
  产出指标:
    时效指标:
      校舍加固完工时间: 2026年10月底前
      设备调试完成时间: 11月30日前
```

## 依据 Source
填报惯例 · filing practice
"""

import datetime
from collections.abc import Iterator

from declint.declaration.model import Declaration
from declint.declaration.target import TargetKind
from declint.finding import Finding, Place, Related, Words
from declint.language.deadlines import Deadline, deadlines
from declint.language.lexicon import words
from declint.rules.kit import ERROR, rule

_LATE = Words(
    "“{name}”的期限“{stretch}”晚于计划完成日期 {end}",
    "the deadline of “{name}”, “{stretch}”, is after the planned end {end}",
)
_EARLY = Words(
    "“{name}”的期限“{stretch}”早于计划开始日期 {start}",
    "the deadline of “{name}”, “{stretch}”, is before the planned start {start}",
)
_ADVICE = Words(
    "把期限改到 {start} 至 {end} 之间，例如“{right}”；如果期限没有错，就改计划起止日期",
    "choose a day from {start} to {end}, such as “{right}”, or correct the planned dates",
)
_START = Words("计划开始日期：{start}", "planned start: {start}")
_END = Words("计划完成日期：{end}", "planned end: {end}")


@rule("YEA003", "deadline-outside-period", severity=ERROR, gives_way_to=("YEA001", "YEA002", "TGT005"))
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each deadline of a right year outside the planned dates."""
    period, year = declaration.period, declaration.year
    if not period or period[1] < period[0] or year is None or not period[0].year <= year <= period[1].year:
        return
    for name, text, place in _texts(declaration):
        for deadline in deadlines(text, year):
            if not period[0].year <= deadline.latest.year <= period[1].year:
                continue
            if deadline.earliest > period[1] or deadline.latest < period[0]:
                yield _finding(declaration, (name, text, place), deadline, period)


def _texts(declaration: Declaration) -> Iterator[tuple[str, str, Place]]:
    """What holds deadlines: targets that are dates, and text targets that speak of completion."""
    for indicator in declaration.indicators:
        target = indicator.target
        dated = target.kind is TargetKind.DATE
        if dated or (target.is_text and "完成" in target.raw and not _tells_history(target.raw)):
            yield indicator.name, target.raw, indicator.value


def _tells_history(text: str) -> bool:
    return any(word in text for word in words("years", "已往"))


def _finding(
    declaration: Declaration,
    where: tuple[str, str, Place],
    deadline: Deadline,
    period: tuple[datetime.date, datetime.date],
) -> Finding:
    name, text, place = where
    late = deadline.earliest > period[1]
    day = period[1] if late else min(period[1], datetime.date(period[0].year, 12, 31))
    field = declaration.field("计划完成日期" if late else "计划开始日期")
    arguments = {
        "name": name,
        "stretch": " ".join(text[deadline.start : deadline.end].split()),
        "start": period[0].isoformat(),
        "end": period[1].isoformat(),
        "right": f"{day.year}年{day.month}月{day.day}日前",
    }
    related = (Related(field.value, _END if late else _START),) if field else ()
    at = place.within(deadline.start, deadline.end)
    return Finding(at, _LATE if late else _EARLY, _ADVICE, arguments, related)
