"""指标值的方向写反了
The direction of a target is reversed

## 查什么
- 成本、事故、故障、差错率、响应时间这类越小越好的，写成“≥”；
- 满意度、合格率、覆盖率这类越大越好的，写成“≤”。
“计划外停机次数 ≤2”“安全事故 =0”不报；节约率、下降率（越大越好）不报；需要多发现、多上报、多处理的
（不良反应报告数、排查隐患数、投诉办结率）不报。

## What
"≥" on what should be small (cost, accidents, faults, response time), "≤" on what should be large
(satisfaction, pass, coverage). Savings and decreases, and bad things that ought to be found, reported or
dealt with, are not reported.

## 为什么
方向反了，做得越差越“达标”，考核结果正好相反。

## Why
With the direction reversed the worst result meets the target.

## 错误示例 Wrong
```yaml
绩效指标:
  成本指标:
    经济成本指标:
      乡村医生人均培训成本: ≥400.00(元/人)
```
---
```yaml
绩效指标:
  产出指标:
    质量指标:
      校车安全事故次数: ≥2.00(次)
```
---
```yaml
绩效指标:
  产出指标:
    时效指标:
      供水管网抢修响应时间: ≥30.00(分钟)
```
---
```yaml
绩效指标:
  产出指标:
    质量指标:
      病历书写差错率: ≥1.00(%)
```
---
```yaml
绩效指标:
  满意度指标:
    服务对象满意度指标:
      图书馆读者满意度: ≤90.00(%)
```

## 正确示例 Right
```yaml
绩效指标:
  成本指标:
    经济成本指标:
      乡村医生人均培训成本: ≤400.00(元/人)
      公务用车成本节约率: ≥5.00(%)
  产出指标:
    数量指标:
      药品不良反应报告数: ≥200.00(份)
      排查道路安全隐患数: ≥50.00(处)
    质量指标:
      计划外停机次数: ≤2.00(次)
      群众投诉办结率: ≥95.00(%)
      校车安全事故次数: =0.00(次)
  效益指标:
    社会效益指标:
      交通事故下降率: ≥5.00(%)
```

## 依据 Source
填报惯例 · filing practice：成本、事故、故障、时长从上限约束，合格率、覆盖率、满意度从下限约束；
财预〔2021〕101号 要求成本指标体现成本控制。
"""

import re
from collections.abc import Iterator
from functools import cache

from declint.declaration.edition import COSTS
from declint.declaration.model import Indicator
from declint.declaration.rows import Sort
from declint.finding import Finding, Fix, Words
from declint.language.lexicon import words
from declint.language.measures import (
    BAD_RATE,
    CAPPED_RATE,
    DURATION,
    PUNCTUALITY,
    SATISFACTION,
    Measure,
    is_bad,
)
from declint.language.names import core
from declint.language.patterns import says
from declint.language.quantity import Operator
from declint.language.units import MONEY, PERCENT, TIME, unit_class
from declint.pattern import pattern
from declint.rules.kit import ERROR, UNSAFE, row_rule
from declint.rules.tgt.rates import ceiling_of

_UP, _DOWN = (Operator.AT_LEAST, Operator.MORE_THAN), (Operator.AT_MOST, Operator.LESS_THAN)
_GOOD = frozenset({SATISFACTION, PUNCTUALITY, CAPPED_RATE})
_SHOULD_BE_SMALL = Words(
    "“{name}”越小越好（{head}），指标值却写成“{target}”",
    "“{name}” should be small, but its target is “{target}”",
)
_SHOULD_BE_LARGE = Words(
    "“{name}”越大越好（{head}），指标值却写成“{target}”",
    "“{name}” should be large, but its target is “{target}”",
)
_ADVICE = Words(
    "把“{operator}”改成“{sign}”，写成“{right}”", "write “{sign}” instead of “{operator}”: “{right}”"
)
_TITLE = Words("把“{operator}”改成“{sign}”", "replace “{operator}” with “{sign}”")


def _may_be_reversed(sort: Sort) -> bool:
    """Whether the names of a sort may say which way is better, and the operator binds the other way."""
    if not sort.is_number:
        return False
    if sort.operator in _UP:
        return not sort.is_percentage or sort.measure == BAD_RATE
    return sort.operator in _DOWN and sort.is_percentage and sort.kind not in COSTS and sort.measure in _GOOD


@row_rule(
    "TGT008",
    "direction-reversed",
    severity=ERROR,
    fix=UNSAFE,
    concerns=_may_be_reversed,
    gives_way_to=("TGT004", "TGT005", "TGT001", "TGT002", "TGT003"),
)
def check(indicator: Indicator) -> Iterator[Finding]:
    """Yield each bound that asks for more of a bad thing or for less of a good one."""
    target = indicator.target
    if target.operator in _UP:
        head, message, sign = _small(indicator), _SHOULD_BE_SMALL, "≤"
    else:
        head, message, sign = _large(indicator), _SHOULD_BE_LARGE, "≥"
    if head and target.upper is None:
        right, edit = indicator.with_operator(sign)
        yield Finding(
            indicator.operator or indicator.value,
            message,
            _ADVICE,
            {
                "name": indicator.name,
                "head": head,
                "target": target.shown,
                "operator": indicator.operator_text,
                "sign": sign,
                "right": right,
            },
            fixes=(Fix(_TITLE, UNSAFE, (edit,)),),
        )


def _small(indicator: Indicator) -> str | None:
    """The words that say that less is better, or None where that isn't sure."""
    measure, name, unit = indicator.measure, core(indicator.name), unit_class(indicator.target.unit)
    if says(name, "targets", "省下来的"):
        return None
    if unit == MONEY:
        return _spending(indicator, name)
    if measure and measure.name == BAD_RATE and unit == PERCENT:
        return measure.head
    if measure and measure.name in (DURATION, "等候") and unit == TIME:
        return next((measure.head for word in words("targets", "快慢") if word in measure.head), None)
    if is_bad(name) and not indicator.target.is_percentage:
        found = _bad_count().search(name)
        return found[0] if found else None
    return None


def _is_guaranteed(indicator: Indicator) -> bool:
    """Whether others receive the money, so that a minimum makes sense: 补助, 工资."""
    return any(word in indicator.name for word in words("targets", "保底的"))


def _spending(indicator: Indicator, name: str) -> str | None:
    """The words that make a sum money spent, and no guaranteed minimum that others receive."""
    measure = indicator.measure
    if _is_guaranteed(indicator):
        return None
    if measure is None and indicator.kind in COSTS:
        return next((word for word in words("targets", "成本词") if name.endswith(word)), None)
    return measure.head if measure and measure.is_cost and _is_spending(indicator, measure) else None


def _is_spending(indicator: Indicator, measure: Measure) -> bool:
    """Whether the head of a cost is this project's own spending."""
    if indicator.kind in COSTS:
        return any(word in measure.head for word in words("targets", "成本词"))
    return measure.head.endswith("成本")


@cache
def _bad_count() -> re.Pattern[str]:
    """A name that ends in a bad thing, or in the count of one: 安全事故发生次数."""
    bad, link, count = (
        "|".join(map(re.escape, words("targets", key))) for key in ("坏事", "坏事之后", "计数词")
    )
    return pattern(f"(?:{bad})(?:{link}){{0,2}}(?:{count})?$")


def _large(indicator: Indicator) -> str | None:
    """The words that say that more is better, or None where that isn't sure."""
    measure, ceiling = indicator.measure, ceiling_of(indicator)
    if measure is None or ceiling is None or ceiling.bad:
        return None
    return None if measure.head in words("targets", "方向不定") else measure.head
