"""“人数”用“人次”作单位，或者“人次”用“人”作单位
A head count in attendances, or the reverse

## 查什么
名称说的是人数，单位是“人次”；或者名称说的是人次，单位是“人”。同一个人参加三次是 1 人、3 人次，两种数不一样。
名称里两个都有（人数/人次）的不报。

## What
The name says 人数 (heads) and the unit 人次 (attendances), or the reverse. One person who comes three times
is one head and three attendances. Names with both are not reported.

## 为什么
评价时按人头数还是按人次数，结果可以差几倍。

## Why
Counting heads or attendances can differ by a multiple.

## 错误示例 Wrong
```yaml
绩效指标:
  产出指标:
    数量指标:
      防溺水讲座参加人数: ≥600.00(人次)
```
---
```yaml
绩效指标:
  产出指标:
    数量指标:
      居家养老上门服务人次: ≥2400.00(人)
```

## 正确示例 Right
```yaml
绩效指标:
  产出指标:
    数量指标:
      防溺水讲座参加人次: ≥600.00(人次)
      在册护林员人数: =85.00(人)
      急救培训人数（人次）: ≥300.00(人次)
```

## 依据 Source
填报惯例 · filing practice
"""

from collections.abc import Iterator

from declint.declaration.model import Indicator
from declint.finding import Finding, Words
from declint.language.measures import ATTENDANCES, PERSONS
from declint.language.names import core
from declint.language.units import ATTENDANCE, plain, unit_class, wellformed
from declint.language.units import PERSONS as PERSON_UNITS
from declint.rules.kit import NOTE, row_rule

_MESSAGE = Words(
    "“{name}”说的是{counted_zh}，单位却是“{unit}”（“{target}”）",
    "“{name}” counts {counted_en}, but its unit is “{unit}” (“{target}”)",
)
_ADVICE = Words(
    "按{counted_zh}数，就写成“{right}”；按“{unit}”数，就把名称改成“{new_name}”",
    "if {counted_en} are meant, write “{right}”; if “{unit}” is meant, call it “{new_name}”",
)
_HEADS = ("人数", "人头数")
_VISITS = ("人次数", "人次")


@row_rule(
    "UNT003",
    "head-count-or-attendance",
    severity=NOTE,
    concerns=lambda sort: sort.is_number and sort.measure in (PERSONS, ATTENDANCES),
    gives_way_to=("TGT004", "TGT005"),
)
def check(indicator: Indicator) -> Iterator[Finding]:
    """Yield each head count in 人次 and each count of attendances in 人."""
    target, measure = indicator.target, indicator.measure
    if measure is None or not target.unit or wellformed(target.unit):
        return
    name, found = core(indicator.name), unit_class(target.unit)
    if "人数" in indicator.name and "人次" in indicator.name:
        return
    visits = found == ATTENDANCE and plain(target.unit).endswith("人次")
    if measure.name == PERSONS and name.endswith(_HEADS) and visits:
        yield _finding(indicator, ("人数", "heads"), _HEADS, "人次")
    elif measure.name == ATTENDANCES and name.endswith(_VISITS) and found == PERSON_UNITS:
        yield _finding(indicator, ("人次", "attendances"), _VISITS, "人数")


def _finding(
    indicator: Indicator, counted: tuple[str, str], endings: tuple[str, ...], ending: str
) -> Finding:
    name, unit = core(indicator.name), indicator.target.unit
    cut = next(each for each in endings if name.endswith(each))
    right = unit.replace("人次", "人") if ending == "人次" else _attendances(unit)
    arguments = {
        "name": indicator.name,
        "counted_zh": counted[0],
        "counted_en": counted[1],
        "unit": unit,
        "target": indicator.target.shown,
        "right": indicator.with_unit(right)[0],
        "new_name": f"{name.removesuffix(cut)}{ending}",
    }
    return Finding(indicator.unit, _MESSAGE, _ADVICE, arguments)


def _attendances(unit: str) -> str:
    head, slash, rest = unit.partition("/")
    scale = head[0] if head[0] in "万亿千" else ""
    return f"{scale}人次{slash}{rest}"
