"""目标里同一件事写了两个数
The goals give one thing two numbers

## 查什么
同一段绩效目标里，一件事前后写了两个不同的数（前面“编制年报 1 份”，后面“编制年报 4 份”）。要做法、对象、范围
都一样才算一件事。一个镇、村、学校、阶段或人群的数和整体的数，不同做法的数（修复、养护），分期、分批、线上线下
各写各的，范围的两头（不少于 5 次、不超过 10 次），总数和其中数，不报。
本单位所在的地方（东川县交通运输局写的“东川县”）就是整体。

## What
One text of goals gives one thing two different numbers; one thing is the same deed, object and whole. Figures
for a place, a school, a stage or a group beside those for the whole, figures of different deeds (修复, 养护),
the two ends of a range and parts of a total are not reported. The place that the body is of is the whole.

## 为什么
目标自己对不上，指标按哪个数定都是错的。

## Why
When the goals disagree with themselves, no target can be right.

## 错误示例 Wrong
```yaml
绩效目标:
  年度总体目标: |
    编印湿地鸟类监测报告 1 份，做好保护站日常巡护。
    围绕候鸟迁徙，完成湿地鸟类监测报告 4 份。
绩效指标:
  产出指标:
    数量指标:
      湿地鸟类监测报告: =4.00(份)
```
---
```yaml
绩效目标:
  年度总体目标: |
    开展乡村医生规范化培训 300 人次，提升基层诊疗能力；举办义诊。全年乡村医生规范化培训不少于 450 人次。
绩效指标:
  产出指标:
    数量指标:
      乡村医生规范化培训人次: ≥450.00(人次)
```

## 正确示例 Right
```yaml
绩效目标:
  年度总体目标: |
    全年乡村医生规范化培训 450 人次，其中上半年 200 人次；线上乡村医生答疑不少于 20 场，
    线下乡村医生答疑不少于 10 场。修复村卫生室 30 间，养护村卫生室 85 间；养护柳林镇村卫生室 6 间。
绩效指标:
  产出指标:
    数量指标:
      乡村医生规范化培训人次: ≥450.00(人次)
      村卫生室修复数量: ≥30.00(间)
      村卫生室养护数量: ≥85.00(间)
      线上乡村医生答疑场次: ≥20.00(场)
      线下乡村医生答疑场次: ≥10.00(场)
```

## 依据 Source
填报惯例 · filing practice；财预〔2015〕88号 要求绩效目标指向明确、具体细化。
"""

from collections.abc import Iterator

from declint.declaration.model import Declaration
from declint.finding import Finding, Related, Words
from declint.rules.gol.contradictions import contradictions
from declint.rules.gol.matching import partner
from declint.rules.kit import ERROR, rule

_MESSAGE = Words(
    "目标里同一件事写了两个数：前面是“{first}”，这里是“{said}”",
    "the goals give one thing two numbers: “{first}” before, “{said}” here",
)
_ADVICE = Words(
    "核对后只留一个数，并和指标值改成一致；如果是两件事，把名称的区别写清楚",
    "keep one number and make the indicator agree; if they are two things, let their names say so",
)
_EARLIER = Words("前面写的是“{first}”", "“{first}” here")
_INDICATOR = Words("这件事的指标值在这里", "the target of it is here")


@rule("GOL005", "goals-contradict", severity=ERROR)
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each promise that repeats an earlier one of the same text with another number."""
    for later, earlier in contradictions(declaration):
        start, end = earlier.promise.start, earlier.promise.end
        carrier = next((each for each in (later, earlier) if each.rows), None)
        related = [Related(earlier.field.value.within(start, end), _EARLIER)]
        if carrier:
            related.append(Related(partner(declaration, carrier).value, _INDICATOR))
        yield Finding(
            later.place,
            _MESSAGE,
            _ADVICE,
            {"said": later.said, "first": earlier.said},
            tuple(related),
        )
