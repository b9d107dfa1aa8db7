"""百分比指标值写成“≥100%”
A capped rate is given as "at least 100 %"

## 查什么
完成率、合格率、通过率、覆盖率、满意度这类不可能超过 100% 的比率，指标值写成“≥100%”（或“>=100％”“不低于100%”
“100%以上”，数和单位分列的也一样）。名称没有“率”字但明显是完成、合格、到位的（设备验收合格、按计划完成）也查；
名称看不出可以超过 100% 的其他比率也查。
增长率、超额完成率、投入产出比、床位使用率等可以超过 100% 的比率不报。

## What
A target of "≥100%", in any notation, for a rate that can't pass 100 (completion, pass, qualification,
coverage, satisfaction …), or for any rate that nothing tells to be open. Growth,
over-fulfilment and ratios without a ceiling are not reported.

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
---
```yaml
绩效指标:
  产出指标:
    质量指标:
      疫苗冷链温度监测覆盖率: '>=100%'
```
---
```yaml
绩效指标:
  产出指标:
    时效指标:
      救护车维修按时完成率: 不低于 100%
```
---
```yaml
绩效指标:
  产出指标:
    质量指标:
      桥梁检测完成率: 100%以上
```
---
```yaml
绩效指标:
  产出指标:
    质量指标:
      校舍加固工程质量合格: ≥100.00(%)
```
---
```yaml
绩效指标:
  产出指标:
    质量指标:
      饮用水水质达标率: {指标性质: ≥, 指标值: 100, 度量单位: '%'}
```

## 正确示例 Right
```yaml
绩效指标:
  产出指标:
    质量指标:
      设备验收合格率: =100.00(%)
      农药残留抽检合格率: ≥98.00(%)
  效益指标:
    经济效益指标:
      园区企业税收增长率（以2025年为基期）: ≥100.00(%)
      非税收入任务超额完成率: ≥100.00(%)
      病床使用率: ≥100.00(%)
```

## 依据 Source
填报惯例 · filing practice；财预〔2021〕101号 要求指标值合理可行。
"""

from collections.abc import Iterator

from declint.declaration.model import Indicator
from declint.finding import Finding, Fix, Words
from declint.language.quantity import Operator
from declint.rules.kit import ERROR, SAFE, UNSAFE, row_rule
from declint.rules.tgt.rates import ceiling_of, is_share_of_whole

_MESSAGE = Words(
    "“{name}”的指标值写成“{target}”，但这项比率（{head}）最高只能是 100%，不会“大于”100%",
    "the target of “{name}” is “{target}”, but this rate can't pass 100 %",
)
_SHARE = Words(
    "“{name}”的指标值写成“{target}”，但按百分比计最多就是全部，即 100%，不会“大于”100%",
    "the target of “{name}” is “{target}”, but a share can't pass the whole, 100 %",
)
_ADVICE = Words("把“{operator}”改成“=”，写成“{right}”", "write “=” instead of “{operator}”: “{right}”")
_TITLE = Words("把“{operator}”改成“=”", "replace “{operator}” with “=”")


@row_rule(
    "TGT001",
    "percentage-at-least-100",
    severity=ERROR,
    fix=SAFE,
    concerns=lambda sort: sort.operator is Operator.AT_LEAST and (sort.is_percentage or not sort.unit),
    gives_way_to=("TGT004", "TGT005"),
)
def check(indicator: Indicator) -> Iterator[Finding]:
    """Yield each capped rate with an open bound at 100 %."""
    target = indicator.target
    if target.number != 100 or target.upper is not None:
        return
    ceiling = ceiling_of(indicator)
    if ceiling.bad if ceiling else not is_share_of_whole(indicator):
        return
    right, edit = indicator.with_operator("=")
    yield Finding(
        indicator.value,
        _MESSAGE if ceiling else _SHARE,
        _ADVICE,
        {
            "name": indicator.name,
            "target": target.shown,
            "head": ceiling.head if ceiling else "",
            "operator": indicator.operator_text,
            "right": right,
        },
        fixes=(Fix(_TITLE, SAFE if ceiling else UNSAFE, (edit,)),),
    )
