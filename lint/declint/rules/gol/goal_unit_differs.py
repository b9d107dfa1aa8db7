"""目标和指标的数相同，单位却不是一回事
The same number in the goals and the indicator, in another measure

## 查什么
目标和指标说的是同一件事、同一个数，单位却不能互换：目标写“培训 100 场次”，指标值是“≥100(课时)”。场和场
次、家和个、人和人次、份和篇这类同一件事的不同说法不报；数不同的不报。

## What
Goals and indicator give one thing the same number in measures that are not one: 100 场次 against 100 课时.
Different words for one measure (场/场次, 家/个, 人/人次, 份/篇) are not reported.

## 为什么
100 场和 100 课时差得很远；单位不同，就是两个不同的承诺。

## Why
100 events and 100 lessons are far apart: another unit is another promise.

## 错误示例 Wrong
```yaml
绩效目标:
  年度总体目标: |
    开展消防安全宣传培训 80 场，增强居民防火意识。
绩效指标:
  产出指标:
    数量指标:
      消防安全宣传培训学时: ≥80.00(学时)
```
---
```yaml
绩效目标:
  年度总体目标: |
    完成城区雨水管网清淤 45 公里，保障汛期排水。
绩效指标:
  产出指标:
    数量指标:
      城区雨水管网清淤: ≥45.00(吨)
```

## 正确示例 Right
```yaml
绩效目标:
  年度总体目标: |
    开展消防安全宣传培训 80 场次，培训网格员 450 人次，扶持家庭农场 35 家。
绩效指标:
  产出指标:
    数量指标:
      消防安全宣传培训场次: ≥80.00(场)
      网格员培训人数: ≥450.00(人)
      扶持家庭农场数量: ≥35.00(个)
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
    "目标写“{said}”，指标“{name}”却是“{target}”：数相同，单位一个是“{unit}”，一个是“{other}”",
    "the goals say “{said}”, the target of “{name}” is “{target}”: one number, but “{unit}” and “{other}”",
)
_ADVICE = Words(
    "核对是按“{unit}”还是按“{other}”计，把两处改成一致；如果两样都要，各列一个指标",
    "check whether “{unit}” or “{other}” is meant and make the two agree; if both, give each an indicator",
)
_INDICATOR = Words("指标值在这里", "the target is here")


@rule(
    "GOL003",
    "goal-unit-differs",
    severity=WARNING,
    gives_way_to=("UNT001", "UNT005", "TGT004", "TGT005", "DUP004"),
)
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each promise whose indicator has its number in a measure of another kind."""
    for pledge in pledges(declaration):
        if pledge.verdict is not Verdict.UNIT:
            continue
        indicator = partner(declaration, pledge)
        yield Finding(
            pledge.place,
            _MESSAGE,
            _ADVICE,
            {
                "said": pledge.said,
                "name": indicator.name,
                "target": indicator.target.shown,
                "unit": pledge.promise.unit,
                "other": indicator.target.unit,
            },
            (Related(indicator.unit, _INDICATOR),),
        )
