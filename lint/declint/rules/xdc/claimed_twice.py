"""同一个数量在两份申报表里都报了
The same count is claimed by two declarations

## 查什么
同一单位、同一年度的两份申报表，数量指标的名称相同（不是“培训人数”这类通用名称），数值和单位也相同。

## What
Two declarations of one unit and year with a quantity of the same specific name, number and unit.

## 为什么
同一项产出报在两个项目下，可能是重复申报，也可能是从另一份表复制来的。

## Why
One output under two projects may be applied for twice, or copied.

## 错误示例 Wrong
```yaml
项目名称: 数字档案馆建设
绩效指标:
  产出指标:
    数量指标:
      民国档案数字化扫描页数: ≥300000.00(页)
```
```yaml
项目名称: 档案保护
绩效指标:
  产出指标:
    数量指标:
      民国档案数字化扫描页数: ≥300000.00(页)
```

## 正确示例 Right
```yaml
项目名称: 数字档案馆建设
绩效指标:
  产出指标:
    数量指标:
      民国档案数字化扫描页数: ≥300000.00(页)
      培训人数: ≥50.00(人)
```
```yaml
项目名称: 档案保护
绩效指标:
  产出指标:
    数量指标:
      民国档案修复页数: ≥3000.00(页)
      培训人数: ≥50.00(人)
```

## 依据 Source
填报惯例 · filing practice
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from declint.declaration.edition import Kind
from declint.declaration.facts import Facts
from declint.declaration.model import Indicator
from declint.declaration.recurring import recurring
from declint.finding import Argument, Finding, Related, Words
from declint.language.units import canonical, is_known
from declint.rules.kit import NOTE, Scope, cross_rule
from declint.rules.xdc.groups import unit_years
from declint.settings import Settings

_SPECIFIC, _FEW = 8, Decimal(2)
_MESSAGE = Words(
    "“{name}”（“{target}”）在《{project}》里也报了，数值相同",
    "“{name}” (“{target}”) is claimed by “{project}” as well, with the same number",
)
_ADVICE = Words(
    "核对这项产出属于哪个项目，只在一份申报表里填报；确实各做各的，在名称里写清区别",
    "decide which project it belongs to; if both do their own, let the names tell them apart",
)
_OTHER = Words("《{project}》：“{target}”", "“{project}”: “{target}”")


@cross_rule(
    "XDC003", "claimed-twice", severity=NOTE, gives_way_to=("TGT004", "TGT005", "DUP007"), scope=Scope.UNIT
)
def check(facts: Sequence[Facts], _settings: Settings) -> Iterator[tuple[str, Finding]]:
    """Yield each quantity that an earlier declaration of the unit and year has as well."""
    for group in unit_years(facts):
        first: dict[tuple[str, Decimal, str], tuple[Facts, Indicator]] = {}
        for each, indicator in recurring(group):
            key = _key(indicator)
            if key is None:
                continue
            other, row = first.setdefault(key, (each, indicator))
            if other is not each:
                yield each.path, _finding(indicator, other, row)


def _key(indicator: Indicator) -> tuple[str, Decimal, str] | None:
    target = indicator.target
    if indicator.kind is not Kind.QUANTITY or target.number is None or target.number < _FEW:
        return None
    if len(indicator.bare) < _SPECIFIC or not is_known(target.unit) or target.is_percentage:
        return None
    return indicator.bare, target.number, canonical(target.unit)


def _finding(indicator: Indicator, other: Facts, row: Indicator) -> Finding:
    arguments: dict[str, Argument] = {
        "name": indicator.name,
        "target": indicator.target.shown,
        "project": other.name,
    }
    return Finding(indicator.key, _MESSAGE, _ADVICE, arguments, (Related(row.key, _OTHER, other.path),))
