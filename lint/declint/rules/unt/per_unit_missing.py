"""人均、单项、每份的成本，单位只写“元”
A cost for one of something is given in plain 元

## 查什么
名称说的是人均、户均、每份、单家、单项、月均这类“每一个”的成本，单位却只写“元”或“万元”，没有写“元/人”“元/份”。
总成本、总费用不报；收入、产值这类不是成本的不报。

## What
The name is a cost a head, a household, a copy, a month, but the unit is plain 元 or 万元, without “/人” or
“/份”. Totals and incomes are not reported.

## 为什么
只写“元”会被看成总额，和预算、支出标准对不上。

## Why
Plain 元 reads as a total and can't be compared with a spending standard.

## 错误示例 Wrong
```yaml
绩效指标:
  成本指标:
    经济成本指标:
      村医培训人均成本: ≤260.00(元)
```
---
```yaml
绩效指标:
  成本指标:
    经济成本指标:
      法治宣传手册每份成本: ≤12.00(元)
      危房改造户均费用: ≤2.50(万元)
```

## 正确示例 Right
```yaml
绩效指标:
  成本指标:
    经济成本指标:
      村医培训人均成本: ≤260.00(元/人)
      河道保洁总费用: ≤30.00(万元)
      参展单位布展费用: ≤40000.00(元)
  效益指标:
    经济效益指标:
      农民人均可支配收入: ≥26000.00(元)
```

## 依据 Source
填报惯例 · filing practice；财预〔2021〕101号 要求成本指标按支出标准等填写。
"""

from collections.abc import Iterator

from declint.declaration.model import Indicator
from declint.finding import Finding, Fix, Words
from declint.language.measures import COST, UNIT_COST
from declint.language.per_unit import due_unit, is_plain_money, per_what, states_unit
from declint.rules.kit import NOTE, UNSAFE, row_rule

_MESSAGE = Words(
    "“{name}”按“{word}”计算，单位却只写“{unit}”（“{target}”），看上去像总额",
    "“{name}” is a cost for one ({word}), but its unit is plain “{unit}” (“{target}”), as of a total",
)
_ADVICE = Words("把单位改成“{right_unit}”，写成“{right}”", "use “{right_unit}”: “{right}”")
_OPEN_ADVICE = Words(
    "写明按什么平均，例如按份就写成“{right}”，按次就写成“{other}”",
    "say for one of what: “{right}” for a copy, “{other}” for an occasion",
)
_TITLE = Words("单位改成“{right_unit}”", "change the unit to “{right_unit}”")
_MEASURES = (COST, UNIT_COST, "标准额")


@row_rule(
    "UNT002",
    "per-unit-missing",
    severity=NOTE,
    fix=UNSAFE,
    concerns=lambda sort: sort.is_number and sort.measure in _MEASURES and is_plain_money(sort.unit),
    gives_way_to=("TGT004", "TGT005", "UNT001"),
)
def check(indicator: Indicator) -> Iterator[Finding]:
    """Yield each cost for one of something whose unit is plain money."""
    target, per = indicator.target, per_what(indicator.name)
    if per is None or states_unit(indicator.name):
        return
    unit = due_unit(indicator.name, target.unit)
    right, edit = indicator.with_unit(unit or f"{target.unit}/份")
    arguments = {
        "name": indicator.name,
        "word": per[0],
        "unit": target.unit,
        "target": target.shown,
        "right_unit": unit or "",
        "right": right,
        "other": indicator.with_unit(f"{target.unit}/次")[0],
    }
    fixes = (Fix(_TITLE, UNSAFE, (edit,)),) if unit else ()
    yield Finding(indicator.unit, _MESSAGE, _ADVICE if unit else _OPEN_ADVICE, arguments, fixes=fixes)
