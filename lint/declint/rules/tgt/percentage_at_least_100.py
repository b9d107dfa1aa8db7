"""百分比指标值写成“≥100%”
A capped rate is given as "at least 100 %"

## 查什么
完成率、合格率、通过率、覆盖率、满意度这类不可能超过 100% 的比率，指标值写成“≥100%”。
增长率、超额完成率、投入产出比等可以超过 100% 的比率不报。

## What
A target of "≥100%" for a rate that can't pass 100 (completion, pass, qualification, coverage, satisfaction).
Growth, over-fulfilment and ratios without a ceiling are not reported.

## 为什么
100% 是上限，“大于等于”没有意义：评价时只有等于 100% 才算完成，符号应写“=”。

## Why
100 % is the ceiling, so "at least" says nothing: only exactly 100 % can be met.

## 错误示例 Wrong
```yaml
绩效指标:
  产出指标:
    质量指标:
      设备验收合格率: ≥100.00(%)
```

## 正确示例 Right
```yaml
绩效指标:
  产出指标:
    质量指标:
      设备验收合格率: =100.00(%)
  效益指标:
    经济效益指标:
      园区企业税收增长率（以2025年为基期）: ≥100.00(%)
```

## 依据 Source
填报惯例 · filing practice；财预〔2021〕101号 要求指标值合理可行。
"""

from collections.abc import Iterator

from declint.declaration.model import Declaration
from declint.finding import Finding, Fix, Words
from declint.language.quantity import Operator
from declint.rules.kit import ERROR, SAFE, rule

_MESSAGE = Words(
    "“{name}”的指标值写成“{target}”，但{head}最高只能是 100%，不会“大于”100%",
    "the target of “{name}” is “{target}”, but this rate can't pass 100 %",
)
_ADVICE = Words("把“{operator}”改成“=”，写成“{right}”", "write “=” instead of “{operator}”: “{right}”")
_TITLE = Words("把“{operator}”改成“=”", "replace “{operator}” with “=”")


@rule("TGT001", "percentage-at-least-100", severity=ERROR, fix=SAFE, gives_way_to=("TGT004", "TGT005"))
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each capped rate with an open bound at 100 %."""
    for indicator in declaration.indicators:
        target, measure = indicator.target, indicator.measure
        if not (target.is_percentage and target.number == 100 and measure and measure.capped):
            continue
        if target.operator not in (Operator.AT_LEAST, Operator.MORE_THAN):
            continue
        right, edit = indicator.with_operator("=")
        yield Finding(
            indicator.value,
            _MESSAGE,
            _ADVICE,
            {
                "name": indicator.name,
                "target": target.shown,
                "head": measure.head,
                "operator": indicator.operator_text,
                "right": right,
            },
            fixes=(Fix(_TITLE, SAFE, (edit,)),),
        )
