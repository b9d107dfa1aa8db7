"""同一个指标用了不同的单位
The same indicator has different units

## 查什么
一份申报表里，或者同一个单位的几份申报表里，同一个指标（“各类”“各项”和词序不计）用了不同的单位，
例如人均会议成本一处写“元/人”，另一处写“元/人次”。
换算得清的（元和万元、小时和天）和意思相近的（家和个、场和次）不报。

## What
The same indicator (各类, 各项 and word order aside) has different units in one declaration or in several of
one unit: a meeting's cost a head in 元/人 here and in 元/人次 there. Units that convert (元 and 万元) and
near ones (家 and 个, 场 and 次) are not reported.

## 为什么
同一个单位同一项标准应当只有一种算法，单位不同就无法比较和汇总。

## Why
One standard of one unit is counted in one way; otherwise the forms can't be compared or added up.

## 错误示例 Wrong
```yaml
项目名称: 村医培训
绩效指标:
  成本指标:
    经济成本指标:
      各类培训人均成本: ≤260.00(元/人)
```
```yaml
项目名称: 急救培训
绩效指标:
  成本指标:
    经济成本指标:
      培训人均成本: ≤260.00(元/人)
```
```yaml
项目名称: 护士培训
绩效指标:
  成本指标:
    经济成本指标:
      人均培训成本: ≤260.00(元/人次)
```

## 正确示例 Right
```yaml
项目名称: 村医培训
绩效指标:
  成本指标:
    经济成本指标:
      各类培训人均成本: ≤260.00(元/人)
  产出指标:
    数量指标:
      乡村医生轮训班次数: ≥4.00(期)
```
```yaml
项目名称: 护士培训
绩效指标:
  成本指标:
    经济成本指标:
      人均培训成本: ≤260.00(元/人)
  产出指标:
    数量指标:
      乡村医生轮训班次数: ≥2.00(次)
```
---
```yaml
项目名称: 护士培训
实施单位: 示例市中心医院
绩效指标:
  成本指标:
    经济成本指标:
      人均培训成本: ≤260.00(元/人)
```
```yaml
项目名称: 书画培训
实施单位: 示例市文化馆
绩效指标:
  成本指标:
    经济成本指标:
      人均培训成本: ≤80.00(元/人次)
```

## 依据 Source
填报惯例 · filing practice
"""

from collections.abc import Iterator, Sequence

from declint.declaration.facts import Facts
from declint.declaration.siblings import same_unit_groups
from declint.finding import Argument, Finding, Related, Words
from declint.rules.kit import WARNING, Scope, cross_rule
from declint.rules.unt.same_indicator import Row, deviating, one_of_each, same_indicators, same_unit
from declint.settings import Settings

_HERE = Words(
    "“{name}”的单位是“{unit}”（“{target}”），同一个指标在本表别处写的是“{others}”",
    "“{name}” is in “{unit}” (“{target}”); elsewhere in this declaration the same indicator is in “{others}”",
)
_ELSEWHERE = Words(
    "“{name}”的单位是“{unit}”（“{target}”），同一个指标在本单位另外 {count} 份申报表里写的是“{others}”，"
    "例如《{project}》的“{other_target}”",
    "“{name}” is in “{unit}” (“{target}”); in {count} other declarations of this unit the same indicator "
    "is in “{others}”, as in “{project}” (“{other_target}”)",
)
_ADVICE = Words(
    "核对是不是同一个口径：是，就统一成“{usual}”，写成“{right}”；不是，就在名称里写清区别",
    "if the same is meant, use “{usual}”: “{right}”; if not, let the names tell the difference",
)
_MOST_RELATED = 12


@cross_rule(
    "UNT004",
    "unit-differs",
    severity=WARNING,
    gives_way_to=("TGT004", "TGT005", "UNT001", "UNT002", "UNT003", "UNT005", "DUP004"),
    scope=Scope.UNIT,
)
def check(facts: Sequence[Facts], _settings: Settings) -> Iterator[tuple[str, Finding]]:
    """Yield each row whose unit is not the one that most rows of the same indicator have."""
    for group in same_unit_groups(facts):
        for rows in same_indicators(group):
            usual, odd = deviating(rows)
            samples = one_of_each(rows) if odd else []
            for row in odd:
                yield row.facts.path, _finding(row, usual, samples)


def _finding(row: Row, usual: str, samples: Sequence[Row]) -> Finding:
    others = [each for each in samples if not same_unit(each, row)]
    abroad = [each for each in others if each.facts is not row.facts]
    arguments: dict[str, Argument] = {
        "name": row.indicator.name,
        "unit": row.indicator.target.unit,
        "target": row.indicator.target.shown,
        "usual": usual,
        "others": tuple(dict.fromkeys(each.indicator.target.unit for each in others)),
        "count": len({each.facts.path for each in abroad}),
        "project": abroad[0].facts.name if abroad else "",
        "other_target": abroad[0].indicator.target.shown if abroad else "",
        "right": row.indicator.with_unit(usual)[0],
    }
    related = tuple(_related(each, row) for each in others[:_MOST_RELATED])
    return Finding(row.indicator.unit, _ELSEWHERE if abroad else _HERE, _ADVICE, arguments, related)


def _related(row: Row, subject: Row) -> Related:
    name, target = _escaped(row.indicator.name), _escaped(row.indicator.target.shown)
    project = "" if row.facts is subject.facts else _escaped(row.facts.name)
    words = Words(f"《{project}》“{name}”：{target}", f"“{project}”, “{name}”: {target}")
    here = Words(f"本表“{name}”：{target}", f"here, “{name}”: {target}")
    return Related(row.indicator.unit, words if project else here, row.facts.path)


def _escaped(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
