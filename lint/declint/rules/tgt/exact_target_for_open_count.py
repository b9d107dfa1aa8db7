"""同类数量多数写“≥”，这一项写“=”
An exact target where the same kind of count is otherwise a minimum

## 查什么
本表同一类数量（人数、场次、家数）至少有 3 项写“≥”，只有这一项写“=”。
面积、期数、报告份数、定额人数这类本来就是定数的不报，“=1”不报。

## What
One `=` among at least three `≥` of the same kind of count (people, events, bodies) in a declaration. Areas,
editions, reports and fixed numbers of people are not reported, nor is “=1”.

## 为什么
写“=”，多做一场、多来一人也算没完成；多数同类指标写“≥”，这一项可能是选错了符号。

## Why
With `=` one more is a miss; where its kind is otherwise a minimum, the sign was probably picked by mistake.

## 错误示例 Wrong
```yaml
绩效指标:
  产出指标:
    数量指标:
      健康讲座场次: ≥12.00(场)
      义诊活动场次: ≥6.00(场)
      急救演练场次: ≥4.00(场)
      控烟宣传场次: =8.00(场)
```

## 正确示例 Right
```yaml
绩效指标:
  产出指标:
    数量指标:
      健康讲座场次: ≥12.00(场)
      义诊活动场次: ≥6.00(场)
      急救演练场次: ≥4.00(场)
      年度工作例会场次: =12.00(场)
      开幕仪式场次: =1.00(场)
      诊疗用房面积: =985.00(平方米)
```

## 依据 Source
填报惯例 · filing practice。
"""

from collections.abc import Iterator

from declint.declaration.edition import Kind
from declint.declaration.model import Declaration, Indicator
from declint.declaration.rows import about, rows_with
from declint.finding import Argument, Finding, Related, Words
from declint.language.lexicon import words
from declint.language.quantity import Operator
from declint.language.units import unit_class
from declint.rules.kit import NOTE, rule

_GROUPS = {"人": "人数", "人次": "人数", "次": "次数", "机构": "家数", "户": "家数"}
_MESSAGE = Words(
    "“{name}”写成“{target}”，本表其余 {count} 项{group}都写“≥”",
    "“{target}” of “{name}”: the other {count} counts of this kind in the file are minimums (≥)",
)
_ADVICE = Words(
    "确实不多不少就保留“=”；多做也算完成的，写“{right}”",
    "keep “=” where exactly that is meant, else write “{right}”",
)
_SIBLING = Words("这一项写“{other}”", "this one is a minimum")


@rule("TGT012", "exact-target-for-open-count", severity=NOTE, gives_way_to=("TGT004", "TGT005"))
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield the one exact count among minimums of its kind."""
    groups: dict[str, list[Indicator]] = {}
    for indicator, group in rows_with(declaration, _group):
        groups.setdefault(group, []).append(indicator)
    for group, members in groups.items():
        exact = [each for each in members if each.target.operator is Operator.EXACTLY]
        minimums = [each for each in members if each.target.operator is Operator.AT_LEAST]
        if len(minimums) < 3 or len(exact) != 1 or not _is_open(exact[0]):
            continue
        indicator = exact[0]
        arguments: dict[str, Argument] = {
            "name": indicator.name,
            "target": indicator.target.shown,
            "count": len(minimums),
            "group": group,
            "other": minimums[0].target.shown,
            "right": indicator.with_operator("≥")[0],
        }
        related = (Related(minimums[0].value, _SIBLING),)
        yield Finding(indicator.operator or indicator.value, _MESSAGE, _ADVICE, arguments, related)


@about(lambda sort: sort.is_number and sort.kind in (Kind.QUANTITY, Kind.SOCIAL_BENEFIT))
def _group(indicator: Indicator) -> str | None:
    """People, events or bodies, where the row counts such; None for the rest."""
    return _GROUPS.get(unit_class(indicator.target.unit) or "")


def _is_open(indicator: Indicator) -> bool:
    number = indicator.target.number
    fixed = any(word in indicator.name for word in words("targets", "定数"))
    return number is not None and number > 1 and not fixed
