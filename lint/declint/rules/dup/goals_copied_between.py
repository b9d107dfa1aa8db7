"""目标是从别处抄来的：抄了另一个项目，或者年度目标照抄项目总目标
Goals copied from another project, or the year's goal from the project's

## 查什么
同一批申报表里，两个不同的项目，目标文字有一长段（40 个字以上）或者整个目标（30 个字以上）一字不差，
报在后面一份上。
跨年度的项目，年度总体目标和项目总目标一字不差，也报。
“根据……”“为贯彻……”这类讲依据的话、人员经费和公用经费的通用说法，相同不报；同一项目不同年度、不同单位的申报表
（名称只差年度、单位、地名、期次）不报；经常性项目和一年期项目的总目标、年度目标相同也不报。

## What
Two declarations of different projects share a long part of their goals (40 characters or more) or all of them
(30 or more); one finding on the later file. Also a project over several years whose goal for the year is its
goal for the whole project. Citations and stock sentences do not count, nor does the same project of another
year, unit or place.

## 为什么
项目不同，要达到的结果也不同；照抄来的目标没有办法分解成这个项目自己的指标。跨年度项目先定总目标，再定本年度完成到哪一步。

## Why
Different projects have different results. A copied goal can't be broken down into this project's indicators,
and the goal of one year is a step towards the goal of them all.

## 错误示例 Wrong
```yaml
项目名称: 村卫生室标准化建设
绩效目标:
  项目总目标:
  年度总体目标: |
    改造业务用房，配齐诊断床、血压计和急救箱，把常见病、多发病的诊治留在村里，让老人不出村就能看上病、拿到药。
```
```yaml
项目名称: 救护车购置
绩效目标:
  项目总目标:
  年度总体目标: |
    改造业务用房，配齐诊断床、血压计和急救箱，把常见病、多发病的诊治留在村里，让老人不出村就能看上病、拿到药。
```
---
```yaml
项目性质: 阶段性项目
计划开始日期: 2026-01-01
计划完成日期: 2028-12-31
项目资金:
  项目资金总额: 1500000.00
  财政资金: 1500000.00
  其他资金: 0.00
绩效目标:
  项目总目标: |
    举办读书活动不少于 12 场，读者满意度达到 90% 以上，建成全民阅读示范街区。
  年度总体目标: |
    举办读书活动不少于 12 场，读者满意度达到 90% 以上，建成全民阅读示范街区。
```

## 正确示例 Right
```yaml
项目名称: 东风路道路大修
绩效目标:
  项目总目标:
  年度总体目标: |
    根据市政府关于提升城市道路通行条件的实施意见和三年行动计划确定的任务，全年举办读书活动不少于 12 场。
    读者满意度达到 90% 以上。
```
```yaml
项目名称: 路灯节能改造
绩效目标:
  项目总目标:
  年度总体目标: |
    根据市政府关于提升城市道路通行条件的实施意见和三年行动计划确定的任务，全年举办读书活动不少于 12 场。
    读者到馆方便，读者满意度达到 90% 以上。
```
---
```yaml
项目名称: 2026年中小学校舍维修
实施单位: 示例市第一中学
绩效目标:
  项目总目标:
  年度总体目标: |
    读书活动不少于 12 场，读者满意度达到 90% 以上。维修教室屋面和外墙，更换老化电线，消除校舍安全隐患。
```
```yaml
项目名称: 中小学校舍维修项目
实施单位: 示例市第二中学
绩效目标:
  项目总目标:
  年度总体目标: |
    读书活动不少于 12 场，读者满意度达到 90% 以上。维修教室屋面和外墙，更换老化电线，消除校舍安全隐患。
```
---
```yaml
项目性质: 阶段性项目
计划开始日期: 2026-01-01
计划完成日期: 2028-12-31
项目资金:
  项目资金总额: 1500000.00
  财政资金: 1500000.00
  其他资金: 0.00
绩效目标:
  项目总目标: |
    三年举办读书活动不少于 36 场，读者满意度达到 90% 以上，建成全民阅读示范街区。
  年度总体目标: |
    全年举办读书活动不少于 12 场，读者满意度达到 90% 以上。
```

## 依据 Source
财预〔2021〕101号：先有项目的总目标，再有年度目标；填报惯例 · filing practice，评审常见意见“年度目标与
总体目标未区分”。
"""

from collections.abc import Iterator, Sequence

from declint.declaration.facts import Facts
from declint.declaration.model import Field
from declint.finding import Argument, Finding, Related, Words
from declint.language.names import bare
from declint.rules.dup.goals import SharedGoal, goals_of, shared_goal
from declint.rules.kit import WARNING, Scope, cross_rule
from declint.settings import Settings

_SHORTEST_TOTAL = 10

_OTHER_PROJECT = Words(
    "“{label}”里这一段和另一个项目《{project}》的目标一字不差：“{text}”",
    "this part of {label} says the same as the goals of another project, “{project}”: “{text}”",
)
_OTHER_ADVICE = Words(
    "写本项目自己的任务和结果；如果是《{project}》抄了这里，改那一份",
    "say what this project is to do and to reach; if “{project}” is the copy, change that one",
)
_THERE = Words("《{project}》里的同一段", "the same part in “{project}”")
_TOTAL = Words(
    "项目跨年度，年度总体目标却和项目总目标一字不差：“{text}”",
    "the project lasts several years, but the goal for the year is the goal for the whole project: “{text}”",
)
_TOTAL_ADVICE = Words(
    "项目总目标写几年一共要达到什么，年度总体目标写今年完成到哪一步",
    "let the total goal say what all the years reach, and the year's goal how far this year gets",
)
_WHOLE = Words("项目总目标在这里", "the goal of the whole project")


@cross_rule("DUP007", "goals-copied-between", severity=WARNING, scope=Scope.ALIKE)
def check(facts: Sequence[Facts], _settings: Settings) -> Iterator[tuple[str, Finding]]:
    """Yield the goals of the first file where another project has them, or where the year's are the total."""
    later, *earlier = facts
    if finding := _year_is_total(later):
        yield later.path, finding
    if shared := shared_goal(goals_of(later), [goals_of(each) for each in earlier]):
        yield later.path, _copied(shared)


def _copied(shared: SharedGoal) -> Finding:
    goal, copy = shared.later.field, shared.copy
    return Finding(
        goal.value.within(copy.start, copy.end),
        _OTHER_PROJECT,
        _OTHER_ADVICE,
        {
            "label": goal.label,
            "project": shared.earlier.facts.name,
            "text": _excerpt(goal.text[copy.start : copy.end]),
        },
        (
            Related(
                shared.earlier.field.value.within(copy.first_start, copy.first_end),
                _THERE,
                shared.earlier.facts.path,
            ),
        ),
    )


def _year_is_total(facts: Facts) -> Finding | None:
    if not facts.spans_years:
        return None
    total, year = (_goal(facts, label) for label in ("项目总目标", "年度总体目标"))
    if total is None or year is None:
        return None
    if len(plain := bare(year.text)) < _SHORTEST_TOTAL or plain != bare(total.text):
        return None
    arguments: dict[str, Argument] = {"text": _excerpt(year.text)}
    return Finding(year.value, _TOTAL, _TOTAL_ADVICE, arguments, (Related(total.value, _WHOLE),))


def _goal(facts: Facts, label: str) -> Field | None:
    return next((goal for goal in facts.goals if goal.label == label), None)


def _excerpt(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 40 else text[:39] + "…"
