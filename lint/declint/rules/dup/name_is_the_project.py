"""指标名称就是项目名称
An indicator named as the project

## 查什么
三级指标的名称就是项目名称（“项目、工作、经费、建设”这类词、年度、前面的单位名和地名不论），而指标值是百分比，
或者是“个、项”和没有单位的数。单位说明了是什么的（亩、公里、场），不报。

## What
The name of an indicator is the name of the project itself, words such as 项目 or 经费, the year and the
unit's name in front aside, and its target is a percentage, a number of 个 or 项, or one without a unit.
Units that tell what is counted (亩, 公里, 场) make up for the name.

## 为什么
项目名称没有说衡量什么：“=100%”是完成了百分之百、合格了百分之百，还是满意了百分之百，看不出来，也就没有办法考核。

## Why
A project's name measures nothing. Whether “=100 %” is done, passed or satisfied can't be told, so it can't be
judged.

## 错误示例 Wrong
```yaml
项目名称: 农村公路安全生命防护工程项目
绩效指标:
  产出指标:
    质量指标:
      农村公路安全生命防护工程: =100.00(%)
```
---
```yaml
项目名称: 2026年基层法律援助专项经费
绩效指标:
  产出指标:
    质量指标:
      示例市图书馆基层法律援助: =95.00(%)
```

## 正确示例 Right
```yaml
项目名称: 农村公路安全生命防护工程项目
绩效指标:
  产出指标:
    数量指标:
      农村公路安全生命防护工程里程: ≥42.00(公里)
    质量指标:
      农村公路安全生命防护工程验收合格率: =100.00(%)
```

## 依据 Source
填报惯例 · filing practice；财预〔2021〕101号 要求指标细化、量化，能够衡量。
"""

from collections.abc import Iterator

from declint.declaration.model import Declaration, Indicator
from declint.finding import Finding, Related, Words
from declint.rules.dup.projects import SHORTEST, bodies, subject
from declint.rules.kit import WARNING, rule

_VAGUE_UNITS = ("", "个", "项")

_MESSAGE = Words(
    "指标“{name}”用的就是项目名称“{project}”，没有说衡量什么，指标值“{target}”没法理解",
    "the indicator “{name}” is named as the project “{project}”: “{target}” of what?",
)
_ADVICE = Words(
    "写清楚衡量的是什么，例如“{name}完成率”“{name}验收合格率”“{name}完成及时率”，数量指标写做了什么",
    "name what is measured: a rate of completion, of acceptance, or a count of what is done",
)
_PROJECT = Words("项目名称在这里", "the name of the project")


@rule("DUP006", "name-is-the-project", severity=WARNING)
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each row with a number whose name is that of the project."""
    field = declaration.field("项目名称")
    around = bodies(declaration.text("主管部门"), declaration.text("实施单位"))
    project = subject(declaration.name, around)
    if field is None or len(project) < SHORTEST:
        return
    for indicator in declaration.indicators:
        if _says_nothing(indicator) and subject(indicator.name, around) == project:
            yield Finding(
                indicator.key,
                _MESSAGE,
                _ADVICE,
                {
                    "name": indicator.name,
                    "project": declaration.name,
                    "target": indicator.target.shown,
                },
                (Related(field.value, _PROJECT),),
            )


def _says_nothing(indicator: Indicator) -> bool:
    """Whether neither name nor unit tells what the number is of; 亩 or 场 would."""
    target = indicator.target
    if not target.is_number or indicator.measure:
        return False
    return target.is_percentage or target.unit in _VAGUE_UNITS
