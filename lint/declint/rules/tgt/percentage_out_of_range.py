"""百分比超出 0 到 100 的范围
A rate that can't pass 100 is given above 100 or below 0

## 查什么
合格率、覆盖率、满意度、故障率等只能在 0 到 100% 之间的比率，指标值大于 100% 或者小于 0。
增长率、超额完成率、投入产出比、床位使用率等可以超过 100% 的比率不报。“≥100%”是另一种错误，见 TGT001。

## What
A target above 100 or below 0 for a rate that lies between 0 and 100 % (qualification, coverage, satisfaction,
completion, faults …). Growth, over-fulfilment and ratios without a ceiling are not reported.

## 为什么
做不到的数字没法评价，多半是录入时多打或少打了一位。

## Why
A number that can't occur can't be evaluated; mostly a digit or the decimal point slipped.

## 错误示例 Wrong
```yaml
绩效指标:
  产出指标:
    质量指标:
      血液检测合格率: ≥980.00(%)
```
---
```yaml
绩效指标:
  满意度指标:
    服务对象满意度指标:
      患者满意度: ≥950.00(%)
```
---
```yaml
绩效指标:
  产出指标:
    质量指标:
      路灯亮灯覆盖率: ≤120.00(%)
```
---
```yaml
绩效指标:
  产出指标:
    质量指标:
      水质检测差错率: ≤-1.00(%)
```

## 正确示例 Right
```yaml
绩效指标:
  产出指标:
    质量指标:
      造林任务超额完成率: ≥105.00(%)
      血液检测合格率: ≥98.00(%)
  效益指标:
    经济效益指标:
      农产品销售收入同比增长率: ≥120.00(%)
    社会效益指标:
      病床使用率: ≤105.00(%)
```

## 依据 Source
填报惯例 · filing practice；财预〔2021〕101号 要求指标值合理可行。
"""

from collections.abc import Iterator
from decimal import Decimal

from declint.declaration.model import Indicator
from declint.declaration.target import Target
from declint.finding import Finding, Words
from declint.rules.kit import ERROR, row_rule
from declint.rules.tgt.rates import ceiling_of

_MESSAGE = Words(
    "“{name}”的指标值是“{target}”，但这项比率（{head}）只能在 0 到 100% 之间",
    "the target of “{name}” is “{target}”, but this rate lies between 0 and 100 %",
)
_ADVICE = Words(
    "核对 {number} 是不是多打或少打了小数点、数位或负号；确实要超过 100% 的，在名称里说明（如“超额完成率”）",
    "check {number} for a slipped digit, point or sign; where more than 100 % is meant, say so in the name",
)


@row_rule(
    "TGT002",
    "percentage-out-of-range",
    severity=ERROR,
    concerns=lambda sort: sort.is_percentage,
    gives_way_to=("TGT004", "TGT005", "TGT001"),
)
def check(indicator: Indicator) -> Iterator[Finding]:
    """Yield each rate between 0 and 100 % whose number lies outside."""
    target = indicator.target
    wrong = _outside(target)
    ceiling = ceiling_of(indicator) if wrong is not None else None
    if ceiling:
        yield Finding(
            indicator.number or indicator.value,
            _MESSAGE,
            _ADVICE,
            {
                "name": indicator.name,
                "target": target.shown,
                "head": ceiling.head,
                "number": str(wrong),
            },
        )


def _outside(target: Target) -> Decimal | None:
    """The number that lies outside, or None."""
    numbers = (target.number, target.upper)
    return next((each for each in numbers if each is not None and not 0 <= each <= 100), None)
