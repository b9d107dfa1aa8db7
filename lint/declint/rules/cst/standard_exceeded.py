"""成本高于配置的支出标准
A cost above the configured spending standard

## 查什么
配置了支出标准（standards）时，同名的成本指标不能高于标准。“各类”“各项”和词序不同的名称算同名。
没有配置标准就不查。

## What
With configured spending standards a cost of that name may not be above its standard. Without a standard
nothing is checked.

## 为什么
会议、培训等支出有标准，成本指标值不能超过标准。

## Why
Meetings, training and the like have spending standards that a cost may not exceed.

## 错误示例 Wrong
```yaml
绩效指标:
  成本指标:
    经济成本指标:
      各类会议人均成本: ≤260.00(元/人)
```
```toml
[[standards]]
name = "人均会议成本"
limit = "210"
unit = "元/人"
source = "会议费管理办法"
```

## 正确示例 Right
```yaml
绩效指标:
  成本指标:
    经济成本指标:
      各类会议人均成本: ≤210.00(元/人)
```
```toml
[[standards]]
name = "人均会议成本"
limit = "210"
unit = "元/人"
```

## 依据 Source
财预〔2021〕101号：预算支出标准是指标值的来源之一，成本指标值不得超过标准。
"""

from collections.abc import Iterator, Sequence

from declint.declaration.edition import COSTS
from declint.declaration.facts import Facts
from declint.declaration.model import Indicator
from declint.finding import Finding, Words
from declint.language.names import bare, sameness
from declint.language.units import plain, yuan
from declint.rules.kit import ERROR, Scope, cross_rule
from declint.settings import Settings, Standard

_MESSAGE = Words(
    "“{name}”的指标值“{target}”高于支出标准 {limit} {unit}{source}",
    "the target of “{name}”, “{target}”, is above the spending standard of {limit} {unit}{source}",
)
_ADVICE = Words("改到 {limit} {unit}以内", "keep it within {limit} {unit}")


@cross_rule(
    "CST003",
    "standard-exceeded",
    severity=ERROR,
    gives_way_to=("TGT004", "TGT005", "TGT008"),
    scope=Scope.UNIT,
)
def check(facts: Sequence[Facts], settings: Settings) -> Iterator[tuple[str, Finding]]:
    """Yield each cost above the standard of its name."""
    standards = {sameness(bare(standard.name)): standard for standard in settings.standards}
    for each in facts if standards else ():
        for indicator in each.indicators:
            standard = standards.get(sameness(indicator.bare))
            if standard and indicator.kind in COSTS and _exceeds(indicator, standard, each.year):
                yield each.path, _finding(indicator, standard)


def _exceeds(indicator: Indicator, standard: Standard, year: int | None) -> bool:
    target = indicator.target
    if target.number is None or (year is not None and standard.since[:4] > str(year)):
        return False
    price, limit = yuan(target.number, plain(target.unit)), yuan(standard.limit, plain(standard.unit))
    return price is not None and limit is not None and price > limit


def _finding(indicator: Indicator, standard: Standard) -> Finding:
    arguments = {
        "name": indicator.name,
        "target": indicator.target.shown,
        "limit": f"{standard.limit:f}",
        "unit": standard.unit,
        "source": f"（{standard.source}）" if standard.source else "",
    }
    return Finding(indicator.value, _MESSAGE, _ADVICE, arguments)
