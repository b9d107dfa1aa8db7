"""目标里是“不少于”，指标值却是“等于”
The goals say “at least”, the indicator “exactly”

## 查什么
目标和指标说的是同一件事、同一个数，方向却不同：目标写“不少于 16 天”，指标值是“=16.00(天)”；目标写“不超
过3 起”，指标值是“≥3.00(起)”。“以上”和“≥”、“超过”和“≥”是一个意思，不报；目标或指标值没有写方向
（培训 200 人）的不报。

## What
Goals and indicator give one thing the same number but bind it another way: “不少于 16 天”
against“=16.00(天)”. 以上 and ≥,超过 and ≥ mean the same, and a number without a direction fits both;
neither is reported.

## 为什么
“不少于”做多了算完成，“等于”做多了不算；方向不同，评价结果就不同。

## Why
More than promised meets “at least” and misses “exactly”: the direction decides the result.

## 错误示例 Wrong
```yaml
绩效目标:
  年度总体目标: |
    组织防汛应急演练不少于 6 次，检验预案。
绩效指标:
  产出指标:
    数量指标:
      防汛应急演练次数: =6.00(次)
```
---
```yaml
绩效目标:
  年度总体目标: |
    敬老院护理员培训 35 学时以上，提高护理水平。
绩效指标:
  产出指标:
    数量指标:
      敬老院护理员培训学时: =35.00(学时)
```

## 正确示例 Right
```yaml
绩效目标:
  年度总体目标: |
    组织防汛应急演练 6 次；敬老院护理员培训超过 35 学时；全年火灾事故不超过 3 起。
绩效指标:
  产出指标:
    数量指标:
      防汛应急演练次数: =6.00(次)
      敬老院护理员培训学时: ≥35.00(学时)
  效益指标:
    社会效益指标:
      火灾事故起数: ≤3.00(起)
```

## 依据 Source
填报惯例 · filing practice；财预〔2015〕88号 要求绩效指标是绩效目标的细化。
"""

from collections.abc import Iterator

from declint.declaration.model import Declaration
from declint.finding import Finding, Related, Words
from declint.rules.gol.matching import Verdict, partner, pledges
from declint.rules.kit import WARNING, rule

_MESSAGE = Words(
    "目标写“{said}”，指标“{name}”却写“{target}”：数相同，方向不同",
    "the goals say “{said}”, the target of “{name}” is “{target}”: the same number bound another way",
)
_ADVICE = Words(
    "核对后改成一致：按目标的意思，指标值写“{right}”",
    "make the two agree; as the goals mean it, the target is “{right}”",
)
_INDICATOR = Words("指标值在这里", "the target is here")


@rule(
    "GOL002",
    "goal-operator-differs",
    severity=WARNING,
    gives_way_to=("TGT001", "TGT003", "TGT004", "TGT005", "TGT008", "DUP004"),
)
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each promise that the indicator carries with its number but another direction."""
    seen: set[tuple[int, ...]] = set()
    for pledge in pledges(declaration):
        if pledge.verdict is not Verdict.OPERATOR or pledge.rows in seen:
            continue
        seen.add(pledge.rows)
        indicator = partner(declaration, pledge)
        right, _ = indicator.with_operator(pledge.promise.operator.value)
        yield Finding(
            pledge.place,
            _MESSAGE,
            _ADVICE,
            {"said": pledge.said, "name": indicator.name, "target": indicator.target.shown, "right": right},
            (Related(indicator.operator or indicator.value, _INDICATOR),),
        )
