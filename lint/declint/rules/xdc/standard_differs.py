"""同一项成本或比率在本单位各申报表里标准不同
The same cost or rate has different targets in two declarations of one unit

## 查什么
同一单位、同一年度的申报表里，同名的单位成本（人均会议成本、每份印刷成本……）或者说清了是什么的比率
（在岗护士继续教育达标率……）指标值不一样；同名的状态（达标、有效实现……）不一样的，作为提示。
“各类”“各项”和词序不同算同名；成本都折算成元比较。各项目自己的数量、总成本、满意度和通用名称的比率（验收合格率……）不比。

## What
A unit cost, or a rate that says of what, with different targets under the same name in two declarations of
one unit and year; short states (达标, 有效实现 …) that differ are a note. Counts, total costs,
satisfaction and rates of a general name (验收合格率 …) belong to each project and are not compared.

## 为什么
同一个单位开会、培训的标准应当一致；一份写 30 元、一份写 210 元，总有一份填错。

## Why
One unit has one standard for its meetings and training; where two forms differ, one of them is wrong.

## 错误示例 Wrong
```yaml
项目名称: 基层医生培训
绩效指标:
  成本指标:
    经济成本指标:
      各类会议人均成本: ≤60.00(元/人)
```
```yaml
项目名称: 健康科普宣传
绩效指标:
  成本指标:
    经济成本指标:
      人均会议成本: ≤160.00(元/人)
```
```yaml
项目名称: 医疗质量检查
绩效指标:
  成本指标:
    经济成本指标:
      会议人均成本: ≤160.00(元/人)
```

---
```yaml
项目名称: 基层医生培训
绩效指标:
  产出指标:
    质量指标:
      在岗护士继续教育达标率: ≥80.00(%)
```
```yaml
项目名称: 医疗质量检查
绩效指标:
  产出指标:
    质量指标:
      在岗护士继续教育达标率: ≥95.00(%)
```

## 正确示例 Right
```yaml
项目名称: 基层医生培训
绩效指标:
  成本指标:
    经济成本指标:
      人均培训成本: ≤160.00(元/人)
      教材总成本: ≤30000.00(元)
```
```yaml
项目名称: 健康科普宣传
绩效指标:
  成本指标:
    经济成本指标:
      各类培训人均成本: ≤160.00(元/人)
      教材总成本: ≤50000.00(元)
```

## 依据 Source
财预〔2021〕101号：预算支出标准是成本指标值的来源；各表一致是 填报惯例 · filing practice。
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from msgspec import Struct

from declint.declaration.edition import COSTS
from declint.declaration.facts import Facts
from declint.declaration.model import Indicator
from declint.declaration.recurring import recurring
from declint.finding import Argument, Finding, Related, Severity, Words
from declint.language.measures import SATISFACTION
from declint.language.names import bare, sameness
from declint.language.per_unit import per_what
from declint.language.topics import topic
from declint.language.units import denominator, plain, yuan
from declint.rules.kit import NOTE, WARNING, Scope, cross_rule
from declint.rules.xdc.groups import unit_years
from declint.settings import Settings

_TELLING, _SHORT = 4.0, 8
_MESSAGE = Words(
    "“{name}”这里是“{target}”，本单位另外 {count} 份申报表里是“{other_target}”，例如《{project}》",
    "“{name}” is “{target}” here and “{other_target}” in {count} other declarations of this unit, "
    "as in “{project}”",
)
_ADVICE = Words(
    "核对标准：同一标准就统一成“{other_target}”；标准确实不同的，在名称里写清区别",
    "if one standard holds, use “{other_target}”; if there are two, let the names tell them apart",
)
_OTHER = Words("《{project}》：“{other_target}”", "“{project}”: “{other_target}”")


class _Row(Struct, frozen=True):
    """A row that has a standard; ``standard`` is what is compared, ``kind`` with which rows."""

    facts: Facts
    indicator: Indicator
    kind: str
    standard: Hashable


@cross_rule(
    "XDC001",
    "standard-differs",
    severity=WARNING,
    gives_way_to=("TGT004", "TGT005", "TGT006", "TGT008", "CST003"),
    scope=Scope.UNIT,
)
def check(facts: Sequence[Facts], _settings: Settings) -> Iterator[tuple[str, Finding]]:
    """Yield each standard that differs from what most declarations of its unit and year have."""
    for group in unit_years(facts):
        by_name: dict[tuple[str, str], list[_Row]] = {}
        for row in _rows(group):
            by_name.setdefault((row.kind, sameness(row.indicator.bare)), []).append(row)
        for rows in by_name.values():
            yield from _differing(rows)


def _rows(group: Sequence[Facts]) -> Iterator[_Row]:
    for facts, indicator in recurring(group):
        standard = _cost(indicator) or _rate(indicator) or _state(indicator)
        if standard:
            yield _Row(facts, indicator, *standard)


def _cost(indicator: Indicator) -> tuple[str, Hashable] | None:
    """A unit cost in 元."""
    target = indicator.target
    per_unit = per_what(indicator.name) or denominator(target.unit)
    if indicator.kind not in COSTS or target.number is None or not per_unit:
        return None
    price = yuan(target.number, plain(target.unit))
    return None if price is None else ("cost", price)


def _rate(indicator: Indicator) -> tuple[str, Hashable] | None:
    """A rate whose name says of what in enough words."""
    target, measure = indicator.target, indicator.measure
    if measure is None or not measure.is_rate or measure.name == SATISFACTION:
        return None
    if not target.is_percentage or target.number is None:
        return None
    return ("rate", target.number) if _tells(indicator, measure.head) else None


def _state(indicator: Indicator) -> tuple[str, Hashable] | None:
    """A state in a few words: 达标."""
    text = bare(indicator.target.raw)
    short = 0 < len(text) <= _SHORT and not indicator.target.is_number
    return ("state", text) if short and _tells(indicator, "") else None


def _tells(indicator: Indicator, head: str) -> bool:
    return topic(indicator.bare.removesuffix(head)).total >= _TELLING


def _differing(rows: list[_Row]) -> Iterator[tuple[str, Finding]]:
    counted = Counter(row.standard for row in rows)
    (usual, most), *rest = counted.most_common()
    if rest and rest[0][1] == most:
        usual = rows[0].standard
    like = [row for row in rows if row.standard == usual]
    for row in rows:
        others = [each for each in like if each.facts is not row.facts]
        if row.standard != usual and others:
            yield row.facts.path, _finding(row, others)


def _finding(row: _Row, others: list[_Row]) -> Finding:
    other = others[0]
    arguments: dict[str, Argument] = {
        "name": row.indicator.name,
        "target": row.indicator.target.shown,
        "other_target": other.indicator.target.shown,
        "project": other.facts.name,
        "count": len({each.facts.path for each in others}),
    }
    related = (Related(other.indicator.value, _OTHER, other.facts.path),)
    severity: Severity | None = NOTE if row.kind == "state" else None
    return Finding(row.indicator.value, _MESSAGE, _ADVICE, arguments, related, severity=severity)
