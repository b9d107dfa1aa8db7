"""指标值总能达到，或者永远达不到
A bound that always holds, or never can

## 查什么
- 不可能小于零的量写“≥0”，或者写“<0”；
- 最高就是 100% 的比率（合格率、覆盖率、满意度等）写“≤100%”，或者写“>100%”；
- 一年里每天都在做的事（开放、运行、值守）天数写“≥365天”：平年正好 365 天，只能“等于”；闰年是 366 天。
事故、投诉“=0”“≤0”不报；利润、增减变化等可以小于零的量不报；工期、质保期、累计天数不报；成本类指标里的“≤100%”不报。

## What
"≥0" or "<0" for what can't be negative; "≤100%" or ">100%" for a rate with a ceiling; "≥365 days" for
what goes on every day of a year of 365 days. Zero accidents ("=0", "≤0"), amounts that may be negative and
periods that may be longer than a year are not reported.

## 为什么
不管做得怎样都算完成（或者都不算完成）的指标值，起不到约束作用，也没法评价。

## Why
A target that is met, or missed, whatever happens binds nobody.

## 错误示例 Wrong
```yaml
绩效指标:
  产出指标:
    数量指标:
      健康讲座场次: ≥0.00(场)
```
---
```yaml
绩效指标:
  产出指标:
    质量指标:
      公路养护质量合格率: ≤100.00(%)
```
---
```yaml
绩效指标:
  产出指标:
    质量指标:
      药品抽检覆盖率: '>100.00(%)'
```
---
```yaml
年度: 2026
绩效指标:
  产出指标:
    数量指标:
      体育馆免费开放天数: ≥365.00(天)
```
---
```yaml
年度: 2024
计划开始日期: 2024-01-01
计划完成日期: 2024-12-31
绩效指标:
  产出指标:
    数量指标:
      污水处理厂运行天数: ≥366.00(天)
```

## 正确示例 Right
```yaml
绩效指标:
  产出指标:
    数量指标:
      体育馆免费开放天数: ≥300.00(天)
      污水处理厂运行天数: =365.00(天)
    质量指标:
      公路养护质量合格率: =100.00(%)
  效益指标:
    经济效益指标:
      农业合作社净利润: ≥0.00(万元)
    社会效益指标:
      校园安全事故发生次数: =0.00(次)
      医疗纠纷投诉次数: ≤0.00(次)
```

## 依据 Source
填报惯例 · filing practice；财预〔2021〕101号 要求指标值合理可行。
"""

from collections.abc import Iterator

from declint.declaration.edition import COSTS
from declint.declaration.model import Declaration, Indicator
from declint.declaration.rows import rows_with
from declint.finding import Argument, Finding, Words
from declint.language.dates import days_of
from declint.language.lexicon import words
from declint.language.measures import DECREASE, GROWTH, OPEN_RATE, is_bad
from declint.language.quantity import Operator
from declint.language.units import canonical, unit_class
from declint.rules.kit import WARNING, rule
from declint.rules.tgt.rates import ceiling_of

_LOWER = (Operator.AT_LEAST, Operator.MORE_THAN)

_AT_LEAST_ZERO = Words(
    "“{name}”的指标值是“{target}”，什么都不做也达到了", "“{name}”: “{target}” holds whatever happens"
)
_ZERO_ADVICE = Words("写出要达到的数，如“{right}”", "give the number to be reached, such as “{right}”")
_BELOW_ZERO = Words(
    "“{name}”的指标值是“{target}”，但它不会小于零，永远达不到",
    "“{name}”: “{target}” can never hold: it can't be negative",
)
_AT_MOST_100 = Words(
    "“{name}”的指标值是“{target}”，但它最高就是 100%，什么都不做也达到了",
    "“{name}”: “{target}” always holds: this rate can't pass 100 %",
)
_MORE_THAN_100 = Words(
    "“{name}”的指标值是“{target}”，但它最高就是 100%，永远达不到",
    "“{name}”: “{target}” can never hold: this rate can't pass 100 %",
)
_100_ADVICE = Words(
    "要全部做到就写“{right}”；不用全部做到就写“≥”和要达到的数",
    "write “{right}” where all is meant, else “≥” and the number to be reached",
)
_WHOLE_YEAR = Words(
    "“{name}”的指标值是“{target}”，但 {year} 年只有 {days} 天，不会多于 {days} 天",
    "“{name}”: “{target}”, but {year} has only {days} days",
)
_YEAR_ADVICE = Words(
    "全年每天都做到就写“{right}”；有停歇的日子就写实际要达到的天数",
    "write “{right}” where every day is meant, else the number of days to be reached",
)


@rule(
    "TGT003",
    "bound-always-or-never-true",
    severity=WARNING,
    gives_way_to=("TGT004", "TGT005", "TGT001", "TGT002"),
)
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each bound that holds, or fails, whatever happens."""
    for indicator, _ in rows_with(declaration, _is_at_a_bound):
        target = indicator.target
        found = _zero(indicator) or _hundred(indicator) or _days(indicator, declaration)
        if found:
            message, advice, arguments = found
            shown: dict[str, Argument] = {"name": indicator.name, "target": target.shown}
            yield Finding(indicator.value, message, advice, shown | arguments)


def _is_at_a_bound(indicator: Indicator) -> bool:
    target = indicator.target
    if target.number is None or target.upper is not None:
        return False
    return target.number in (0, 100) or 365 <= target.number <= 366


Reason = tuple[Words, Words, dict[str, Argument]]


def _zero(indicator: Indicator) -> Reason | None:
    target, measure = indicator.target, indicator.measure
    if target.number != 0 or target.operator not in (Operator.AT_LEAST, Operator.LESS_THAN):
        return None
    if measure and measure.name in (GROWTH, DECREASE, OPEN_RATE):
        return None
    if (
        any(word in indicator.name for word in words("targets", "可以为负"))
        or unit_class(target.unit) == "物理"
    ):
        return None
    bad = is_bad(indicator.name)
    right = indicator.with_operator("=")[0] if bad else f"≥1({target.unit})" if target.unit else "≥1"
    return (
        _AT_LEAST_ZERO if target.operator is Operator.AT_LEAST else _BELOW_ZERO,
        _ZERO_ADVICE,
        {"right": right},
    )


def _hundred(indicator: Indicator) -> Reason | None:
    target = indicator.target
    if target.number != 100 or target.operator not in (Operator.AT_MOST, Operator.MORE_THAN):
        return None
    ceiling = ceiling_of(indicator)
    if ceiling is None or indicator.kind in COSTS:
        return None
    if target.operator is Operator.AT_MOST and ceiling.head in words("targets", "方向不定"):
        return None
    right = {"right": indicator.with_operator("=")[0]}
    return (_AT_MOST_100 if target.operator is Operator.AT_MOST else _MORE_THAN_100, _100_ADVICE, dict(right))


def _days(indicator: Indicator, declaration: Declaration) -> Reason | None:
    target, year, period = indicator.target, declaration.year, declaration.period
    if year is None or target.operator not in _LOWER or canonical(target.unit) != "天":
        return None
    days = 366 if days_of(year, 2) == 29 else 365
    if target.number is None or not days <= target.number <= 366:
        return None
    if period and period[0].year != period[1].year:
        return None
    if not any(word in indicator.name for word in words("targets", "全年的事")):
        return None
    if any(word in indicator.name for word in words("targets", "跨年的事")):
        return None
    right = f"={days}({target.unit})" if target.number != days else indicator.with_operator("=")[0]
    return _WHOLE_YEAR, _YEAR_ADVICE, {"year": year, "days": days, "right": right}
