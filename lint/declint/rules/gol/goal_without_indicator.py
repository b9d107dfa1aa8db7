"""目标里承诺的数，没有指标来衡量
A promise with a number that no indicator carries

## 查什么
年度总体目标里写了要做多少、做到什么程度，绩效指标里却没有一个指标说这件事（指标名称和文字指标值里也没有）。
现状和历史（现有、截至……）、年份日期、金额、标题和文号、场地现有面积、“三大任务、四个方面”这类条目数不算
承诺；目标里重复说的只报一次。

## What
The goals of the year promise an amount or a level, and no indicator carries it, not in its name and not in
a text value either. Background facts, dates, money, titles, existing floor areas and counts of the text's
own items are no promises; a promise that is repeated is reported once.

## 为什么
指标应当覆盖目标里的主要承诺，没有指标的承诺到年底无法评价。

## Why
What no indicator measures can't be judged at the end of the year.

## 错误示例 Wrong
```yaml
绩效目标:
  年度总体目标: |
    全年举办科普大篷车进校园 30 场，新增盲文图书 1200 册。
绩效指标:
  产出指标:
    数量指标:
      科普大篷车进校园场次: ≥30.00(场)
```
---
```yaml
绩效目标:
  年度总体目标: |
    做好学校食堂食品安全抽检，抽检合格率达到 98% 以上，问题整改率 100%。
绩效指标:
  产出指标:
    质量指标:
      食品安全抽检合格率: ≥98.00(%)
```

## 正确示例 Right
```yaml
绩效目标:
  年度总体目标: |
    2026年，围绕三大任务，依托现有 12 个站点和 3600 平方米场地，全年举办科普大篷车进校园 30 场，
    新增盲文图书 1200 册，形成《馆藏目录》。
绩效指标:
  产出指标:
    数量指标:
      科普大篷车进校园场次: ≥30.00(场)
      盲文图书购置: 新增 1200 册，全部完成编目
```

## 依据 Source
财预〔2015〕88号、财预〔2021〕101号 要求绩效指标细化、量化绩效目标；评审常见意见“数量指标未覆盖主要工作任务”。
"""

from collections.abc import Iterator

from declint.declaration.model import Declaration
from declint.finding import Finding, Words
from declint.language.lexicon import words
from declint.language.units import AREA, TIME, unit_class
from declint.rules.gol.contradictions import contradicting
from declint.rules.gol.matching import Pledge, Verdict, pledges
from declint.rules.gol.phrases import focus_of
from declint.rules.gol.sameness import same_subject
from declint.rules.kit import WARNING, rule

_MESSAGE = Words(
    "目标承诺“{said}”，没有指标衡量它",
    "the goals promise “{said}”, and no indicator measures it",
)
_ADVICE = Words(
    "为“{figure}”补一个指标，例如指标值写“{right}”；如果不准备考核，从目标里去掉这个数",
    "add an indicator for “{figure}”, for instance with “{right}”, or drop the number from the goals",
)


@rule("GOL004", "goal-without-indicator", severity=WARNING)
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each promise that no indicator carries, once however often the goals repeat it."""
    found = pledges(declaration)
    told_elsewhere, seen = contradicting(declaration), list[Pledge]()
    for pledge in found:
        if (
            pledge.promise.start in told_elsewhere
            or not _is_due(pledge)
            or any(_repeats(pledge, each) for each in seen)
        ):
            continue
        seen.append(pledge)
        yield Finding(
            pledge.place,
            _MESSAGE,
            _ADVICE,
            {"said": pledge.said, "figure": pledge.figure, "right": pledge.as_target},
        )


def _is_due(pledge: Pledge) -> bool:
    """Whether an indicator is missing for certain: no money, no term, no part of a sum, no existing area."""
    promise = pledge.promise
    if pledge.verdict is not Verdict.MISSING or promise.is_money or not promise.subject:
        return False
    if unit_class(promise.unit) == TIME and promise.unit in words("prose", "长期单位"):
        return False
    if unit_class(promise.unit) == AREA:
        return any(word in promise.subject for word in words("prose", "做面积"))
    return not promise.part


def _repeats(one: Pledge, other: Pledge) -> bool:
    first, second = one.promise, other.promise
    same = (first.number, first.unit) == (second.number, second.unit)
    return same and same_subject(focus_of(first), focus_of(second))
