"""单位与指标名称相抵触
The unit contradicts what the name measures

## 查什么
指标名称的中心词（最后的几个字）说明衡量什么，单位却是另一种东西：点击率用“次”，满意度用“个”，面积用“家”，
天数用“场”，人数、场次用“%”，成本用“人”。
意思相近的单位不报：场次用“次”“期”“批”，企业数用“个”“户”，天数用“日”，及时性用“小时”“天”（办理期限）。
“效率”“频率”“功率”“利率”这些不是百分比，“人/万人”“‰”“百分点”“倍”可以作比率的单位，都不报。

## What
The head of the name says what is measured, the unit says something else: a rate in 次, satisfaction in 个, an
area in 家, days in 场, a head count in %. Near units (场次 in 次 or 期, enterprises in 个), time limits for
及时性, and per-mille, points, multiples or 人/万人 for rates are not reported.

## 为什么
名称和单位各说各的，评价时无法判断该数什么、该拿什么比。

## Why
Nobody can tell what is to be counted when name and unit disagree.

## 错误示例 Wrong
```yaml
绩效指标:
  效益指标:
    社会效益指标:
      健康科普视频点击率: ≥200000.00(次)
```
---
```yaml
绩效指标:
  产出指标:
    数量指标:
      村道改造面积: ≥1200.00(米)
```
---
```yaml
绩效指标:
  产出指标:
    数量指标:
      法官业务培训天数: ≥5.00(场)
```
---
```yaml
绩效指标:
  产出指标:
    数量指标:
      乡村医生培训人数: =100.00(%)
```
---
```yaml
绩效指标:
  满意度指标:
    服务对象满意度指标:
      供水用户满意度: ≥90.00(次)
```

## 正确示例 Right
```yaml
绩效指标:
  产出指标:
    数量指标:
      流动图书车服务场次: ≥12.00(次)
      帮扶农产品加工企业数: ≥12.00(个)
      水质监测频率: ≥4.00(次/月)
  效益指标:
    社会效益指标:
      法定传染病发病率: ≤220.00(人/10万人)
      孕产妇死亡率: ≤8.00(‰)
```
---
```yaml
绩效指标:
  产出指标:
    时效指标:
      路灯报修处理及时性: ≤24.00(小时)
```

## 依据 Source
填报惯例 · filing practice；财预〔2021〕101号 要求指标细化、量化，便于衡量。
"""

from collections.abc import Iterator

from declint.declaration.edition import Kind
from declint.declaration.model import Indicator
from declint.finding import Argument, Finding, Fix, Words
from declint.language.names import core
from declint.language.units import PERCENT
from declint.rules.kit import ERROR, UNSAFE, row_rule
from declint.rules.unt.conflict import Conflict, cases_against, conflict_of, new_name

_MESSAGE = Words(
    "“{name}”以“{head}”结尾，衡量的是{measures_zh}，单位却是“{unit}”（“{target}”）",
    "“{name}” ends in “{head}” and measures {measures_en}, but its unit is “{unit}” (“{target}”)",
)
_EITHER = Words(
    "如果要衡量{measures_zh}，单位用“{right_units}”，例如“{right}”；"
    "如果数的确实是“{unit}”，把名称改成“{new_name}”",
    "to measure {measures_en}, use “{right_units}”, as in “{right}”; "
    "if “{unit}” is meant, call it “{new_name}”",
)
_UNIT = Words("单位改用“{right_units}”，例如“{right}”", "use “{right_units}”, as in “{right}”")
_NAME = Words(
    "数值 {number} 不会是百分比；如果数的确实是“{unit}”，把名称改成“{new_name}”，值“{target}”不变；"
    "要考核{measures_zh}，就改填百分数，单位用“{right_unit}”",
    "{number} is no percentage; if “{unit}” is meant, call it “{new_name}” and keep “{target}”; "
    "to measure {measures_en}, give a percentage in “{right_unit}”",
)
_SHARE = Words(
    "写出具体的数，单位用“{right_units}”；如果“{target}”没有错，把名称改成“{new_name}”",
    "state the number itself in “{right_units}”; if “{target}” is right, call it “{new_name}”",
)
_TITLE = Words("单位改成“{right_unit}”", "change the unit to “{right_unit}”")
_BAD_EFFECTS = (Kind.SOCIAL_COST, Kind.ECOLOGICAL_COST)


@row_rule(
    "UNT001",
    "unit-contradicts-name",
    severity=ERROR,
    fix=UNSAFE,
    concerns=lambda sort: sort.is_number and bool(cases_against(sort.measure, sort.unit)),
    gives_way_to=("TGT004", "TGT005"),
)
def check(indicator: Indicator) -> Iterator[Finding]:
    """Yield each number whose unit is of another kind than the head of its name."""
    target, measure = indicator.target, indicator.measure
    conflict = conflict_of(indicator.name, measure, target.unit) if measure else None
    if measure and conflict and not (measure.is_cost and indicator.kind in _BAD_EFFECTS):
        yield _finding(indicator, conflict)


def _finding(indicator: Indicator, conflict: Conflict) -> Finding:
    target = indicator.target
    assert target.number is not None
    right, edit = indicator.with_unit(conflict.units[0])
    percent = conflict.units[0] == "%"
    renamed = new_name(core(indicator.name), conflict, hundred=target.number == 100)
    if conflict.unit_class == PERCENT:
        advice = _SHARE
    elif percent and target.number > 100:
        advice = _NAME
    else:
        advice = _EITHER if renamed else _UNIT
    certain = (percent and target.number <= 100) or (conflict.units[0], target.unit) == ("平方米", "米")
    arguments: dict[str, Argument] = {
        "name": indicator.name,
        "head": conflict.head,
        "measures_zh": conflict.measures[0],
        "measures_en": conflict.measures[1],
        "unit": target.unit,
        "target": target.shown,
        "right_units": conflict.units,
        "right_unit": conflict.units[0],
        "right": right,
        "new_name": renamed,
        "number": str(target.number),
    }
    fixes = (Fix(_TITLE, UNSAFE, (edit,)),) if certain else ()
    return Finding(indicator.unit, _MESSAGE, advice, arguments, fixes=fixes)
