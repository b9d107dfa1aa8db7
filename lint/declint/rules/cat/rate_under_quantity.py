"""数量指标下放了比率
A bare rate under quantity

## 查什么
数量指标下的指标值是百分比，而名称是一项比率（完成率、合格率、占比、增长率），或者名称没有说数的是什么，只填了百分之几。
满意度、及时率放在数量指标下由别的规则报；名称数的是人、场、件而单位写成“%”的，报单位。

## What
A percentage under 数量指标 whose name is a rate (completion, pass, share, growth) or names nothing countable.
Satisfaction and punctuality are other rules' matter, and so is “%” on a name that counts something.

## 为什么
数量指标说做多少，要有个数和单位（场、份、人、平方米）。只写完成百分之几，看不出计划一共是多少；
合格、达标这类比率说的是做得好不好，属于质量指标。

## Why
Quantity says how much is done, in numbers and units. A percentage hides the size of the plan, and a pass
rate is about quality.

## 错误示例 Wrong
```yaml
绩效指标:
  产出指标:
    数量指标:
      乡镇卫生院设备采购完成率: =100.00(%)
```
---
```yaml
绩效指标:
  产出指标:
    数量指标:
      农村公路养护工程: =40.00(%)
```
---
```yaml
绩效指标:
  产出指标:
    数量指标:
      灌区渠道防渗改造合格率: {指标性质: ≥, 指标值: 95, 度量单位: '%'}
```

## 正确示例 Right
```yaml
绩效指标:
  产出指标:
    数量指标:
      乡镇卫生院设备采购数量: ≥12.00(台)
      农村公路养护里程: ≥60.00(公里)
      水质监测频率: ≥4.00(次/月)
    质量指标:
      灌区渠道防渗改造合格率: ≥95.00(%)
```

## 依据 Source
填报惯例 · filing practice；财预〔2021〕101号 分设数量指标和质量指标。
"""

from collections.abc import Iterator

from declint.declaration.edition import Kind
from declint.declaration.model import Declaration, Indicator
from declint.declaration.rows import about, rows_with
from declint.finding import Argument, Finding, Words
from declint.language.lexicon import words
from declint.language.measures import DECREASE, GROWTH, PUNCTUALITY, SATISFACTION
from declint.language.names import core
from declint.rules.cat.places import better, homes
from declint.rules.kit import NOTE, rule

_RATE = Words(
    "数量指标“{name}”的值“{target}”是比率（{head}），没有说做多少",
    "“{name}” (“{target}”) under quantity is a rate ({head}): it doesn't say how much is done",
)
_MOVE = Words(
    "把“{name}”移到合适的栏目（{better}）；数量指标写做多少，例如“{stem}数量: ≥20.00(个)”（数和单位按实际）",
    "file it where it belongs ({better}); state here how much is done, as in “{stem}数量: ≥20.00(个)”",
)
_COUNT = Words(
    "改写做多少，例如“{stem}数量: ≥20.00(个)”（数和单位按实际）",
    "state how much is done, as in “{stem}数量: ≥20.00(个)”, with the real number and unit",
)
_SHARE = Words(
    "数量指标“{name}”只写了百分比“{target}”，名称没有说明数的是什么，看不出一共做多少",
    "“{name}” under quantity is only a percentage, “{target}”: neither what is counted nor how much is said",
)
_SHARE_ADVICE = Words(
    "在名称里写明数的是什么，指标值写个数和单位，例如“某某数量: ≥20.00(个)”",
    "name what is counted and give a number with its unit, as in “某某数量: ≥20.00(个)”",
)


@rule(
    "CAT005",
    "rate-under-quantity",
    severity=NOTE,
    gives_way_to=("TGT004", "TGT005", "CAT001", "CAT003", "CAT007", "CAT008", "UNT001", "DUP006"),
)
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each rate under 数量指标."""
    for indicator, _ in rows_with(declaration, _is_rate_or_share):
        if _names_rate(indicator):
            yield _rate(declaration, indicator)
        else:
            arguments = {"name": indicator.name, "target": indicator.target.shown}
            yield Finding(indicator.key, _SHARE, _SHARE_ADVICE, dict(arguments))


@about(lambda sort: sort.kind is Kind.QUANTITY and sort.is_number and (sort.is_percentage or not sort.unit))
def _is_rate_or_share(indicator: Indicator) -> bool:
    return _names_rate(indicator) or (indicator.measure is None and _is_share(indicator))


def _rate(declaration: Declaration, indicator: Indicator) -> Finding:
    head = indicator.measure.head if indicator.measure else ""
    places = tuple(kind for kind in homes(indicator) if kind is not Kind.QUANTITY)
    arguments: dict[str, Argument] = {
        "name": indicator.name,
        "target": indicator.target.shown,
        "head": head,
        "stem": core(indicator.name).removesuffix(head),
        "better": better(declaration, places, None),
    }
    return Finding(indicator.key, _RATE, _MOVE if arguments["better"] else _COUNT, arguments)


def _names_rate(indicator: Indicator) -> bool:
    """Whether the name is a rate that no other rule moves, with a value in per cent."""
    measure, target = indicator.measure, indicator.target
    if measure is None or measure.name in (SATISFACTION, PUNCTUALITY):
        return False
    if not measure.is_rate and measure.name not in (GROWTH, DECREASE):
        return False
    return target.is_percentage or (not target.unit and measure.head.endswith("率"))


def _is_share(indicator: Indicator) -> bool:
    """Whether a name that measures nothing has a percentage."""
    name = core(indicator.name)
    return indicator.target.is_percentage and len(name) > 1 and name not in words("targets", "空行名称")
