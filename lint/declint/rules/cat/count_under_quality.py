"""质量指标下放了数目
A bare count under quality

## 查什么
质量指标下的指标值是单纯的个数、人数、场次、面积（带个、人、次、平方米等单位），名称也只说做多少。
数目本身就说明质量的不报：通过议题数量、获奖数、优质或合格产品数、专利数、论文被引用次数、入选项目数；事故、差错、投诉
这类坏事的次数和“≤”的数不报；平均每……、人均……、厚度、浓度、分辨率、得分、有效期也不报。

## What
A bare count of things, people, events or area under 质量指标 whose name only says how much is done. Counts
that are the quality (passed, award-winning, excellent, patents, citations), counts of bad things, upper
bounds, averages, physical qualities, scores and periods of validity are not reported.

## 为什么
质量指标说做得好不好、达到什么标准；只数个数看不出好坏，是数量指标的内容。

## Why
Quality is the standard that the outputs reach. A count tells how much was done, not how well.

## 错误示例 Wrong
```yaml
绩效指标:
  产出指标:
    质量指标:
      消防安全培训场次: ≥10.00(场)
```
---
```yaml
绩效指标:
  产出指标:
    质量指标:
      护林员巡护人数: ≥120.00(人)
```
---
```yaml
绩效指标:
  产出指标:
    质量指标:
      校园塑胶操场铺设面积: {指标性质: ≥, 指标值: 3000, 度量单位: 平方米}
```

## 正确示例 Right
```yaml
绩效指标:
  产出指标:
    质量指标:
      常务会议通过议题数量: ≥20.00(个)
      非遗作品省级获奖数: ≥3.00(件)
      高标准农田优质地块数: ≥12.00(块)
      医疗差错次数: ≤2.00(次)
      河长制平台宕机次数: =0.00(次)
      平均每村水质监测点数: ≥2.00(个)
      沥青路面厚度: ≥8.00(厘米)
      监控画面分辨率: ≥200.00(万像素)
      食品检验资质有效期: ≥3.00(年)
```

## 依据 Source
填报惯例 · filing practice；财预〔2021〕101号 分设数量指标和质量指标。
"""

from collections.abc import Iterator

from declint.declaration.edition import Kind
from declint.declaration.model import Declaration, Indicator
from declint.declaration.rows import Sort, about, rows_with
from declint.finding import Finding, Words
from declint.language.lexicon import words
from declint.language.measures import AREA, COUNTS, DAYS, LENGTH, LESSONS, Direction, is_bad
from declint.language.names import core
from declint.language.quantity import Operator
from declint.language.units import unit_class
from declint.rules.kit import NOTE, rule

_MESSAGE = Words(
    "质量指标“{name}”的值“{target}”只是个数，说的是做多少，没有说做得好不好",
    "“{name}” (“{target}”) under quality is a bare count: it says how much is done, not how well",
)
_ADVICE = Words(
    "把“{name}”放到{quantity}；质量指标改写达到的标准，例如“某某合格率: ≥95.00(%)”",
    "file it under {quantity}; under quality state the standard to be reached, as in “某某合格率: ≥95.00(%)”",
)
_COUNTING_UNITS = frozenset({"人", "人次", "户", "机构", "次", "个"})
_NO_COUNT = frozenset({Operator.AT_MOST, Operator.LESS_THAN, Operator.BETWEEN})
_MEASURED = frozenset({AREA, LENGTH, LESSONS})


@rule(
    "CAT006",
    "count-under-quality",
    severity=NOTE,
    gives_way_to=("TGT004", "TGT005", "CAT001", "CAT003", "CAT007", "CAT008", "UNT001"),
)
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each bare count under 质量指标."""
    quantity = declaration.edition.level2_of(Kind.QUANTITY) or str(Kind.QUANTITY)
    for indicator, _ in rows_with(declaration, _is_bare_count):
        arguments = {"name": indicator.name, "target": indicator.target.shown, "quantity": quantity}
        yield Finding(indicator.key, _MESSAGE, _ADVICE, dict(arguments))


def _may_count(sort: Sort) -> bool:
    """Whether rows of a sort may count: a number at least or exactly, under a name that is no rate."""
    counts = not sort.measure or sort.measure in COUNTS
    return counts and sort.is_number and "/" not in sort.unit and sort.operator not in _NO_COUNT


@about(lambda sort: sort.kind is Kind.QUALITY and _may_count(sort))
def _is_bare_count(indicator: Indicator) -> bool:
    """Whether number, unit and name say how much is done, and nothing in the name speaks of quality."""
    name = core(indicator.name)
    if not indicator.target.number:
        return False
    if is_bad(name) or any(word in name for word in words("contents", "数目即质量")):
        return False
    return _counts(indicator, name)


def _counts(indicator: Indicator, name: str) -> bool:
    measure, target = indicator.measure, indicator.target
    if measure and measure.direction is Direction.LESS:
        return False
    if measure and measure.name == DAYS:
        return any(word in name for word in words("contents", "按天办的事"))
    if not target.unit:
        return False
    if measure and measure.name in _MEASURED:
        return unit_class(target.unit) in measure.units
    if target.unit in words("contents", "不是数目的单位"):
        return False
    return unit_class(target.unit) in _COUNTING_UNITS
