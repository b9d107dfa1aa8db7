"""只能是整数的数量写了小数
A fraction of what only comes whole

## 查什么
单位是家、个、次、场、人、份、台这类只能数整数的，指标值带了小数：2.5 家、0.5 次。
不报：单位成本（14.70 元/家）；平均数、比率和折算数（人均、平均每户、每万人）；以“万”计的数（1.2 万人次）；
亩、公里、吨等可以有小数的单位。

## What
A decimal with a unit that only comes whole: 2.5 家, 0.5 次. Unit costs, averages, rates and numbers
in 万 are not reported.

## 为什么
半家企业、半次活动做不出来，多半是小数点打错了，或者单位应当是“万”。

## Why
Half a company can't be served; mostly the decimal point slipped or the unit should be 万.

## 错误示例 Wrong
```yaml
绩效指标:
  产出指标:
    数量指标:
      帮扶低保家庭户数: ≥120.50(户)
```
---
```yaml
绩效指标:
  产出指标:
    数量指标:
      法治宣传活动场次: ≥2.50(场)
```

## 正确示例 Right
```yaml
绩效指标:
  成本指标:
    经济成本指标:
      企业户均统计成本: ≤14.70(元/家)
  产出指标:
    数量指标:
      门诊接诊人次: ≥1.2万人次
      高标准农田建设面积: ≥2500.50(亩)
      平均每村文化活动次数: ≥3.5次
  效益指标:
    社会效益指标:
      每千人口执业医师数: ≥2.80(人)
```

## 依据 Source
填报惯例 · filing practice。
"""

from collections.abc import Iterator

from declint.declaration.model import Indicator
from declint.finding import Finding, Words
from declint.language.lexicon import words
from declint.language.measures import COST_MEASURES, RATES
from declint.language.names import core
from declint.language.width import half
from declint.rules.kit import ERROR, row_rule

_MESSAGE = Words(
    "“{name}”的指标值是“{target}”，但“{unit}”只能是整数", "“{name}”: “{target}”, but {unit} only come whole"
)
_ADVICE = Words(
    "核对 {number} 的小数点；是平均数的，在名称里写明“平均”；以万计的，单位写“万{unit}”",
    "check the decimal point of {number}; say so in the name where it is an average, or write 万{unit}",
)
_FRACTIONAL = RATES | COST_MEASURES


def _counts_wholes(unit: str) -> bool:
    return half(unit).strip() in words("targets", "整数单位")


@row_rule(
    "TGT010",
    "fraction-of-a-whole",
    severity=ERROR,
    concerns=lambda sort: _counts_wholes(sort.unit) and sort.measure not in _FRACTIONAL,
    gives_way_to=("TGT004", "TGT005"),
)
def check(indicator: Indicator) -> Iterator[Finding]:
    """Yield each number that is no whole one where only whole ones occur."""
    target = indicator.target
    number = next((each for each in (target.number, target.upper) if each is not None and each % 1), None)
    if number is None or not _comes_whole(indicator):
        return
    yield Finding(
        indicator.number or indicator.value,
        _MESSAGE,
        _ADVICE,
        {
            "name": indicator.name,
            "target": target.shown,
            "unit": target.unit,
            "number": f"{number:f}",
        },
    )


def _comes_whole(indicator: Indicator) -> bool:
    name = core(indicator.name)
    fractional = name.endswith(words("targets", "小数的尾词"))
    return not (fractional or any(word in name for word in words("targets", "可以是小数")))
