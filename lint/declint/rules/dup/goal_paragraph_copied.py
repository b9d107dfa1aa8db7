"""目标文字里有一段抄了前面一段
A paragraph of the goals that repeats another

## 查什么
同一栏目标（项目总目标或年度总体目标）里，一段话或一个长句（25 个字以上）
把前面的原样又说了一遍，标点空格不论。“项目一：”“（二）”这样的标题不同也算。每抄一次报一条。

## What
Within one goals text a paragraph or long sentence of 25 characters or more stands a second time, punctuation
and headings aside. One finding for each copy.

## 为什么
几个子项目的目标一字不差，说明后面的是复制来的，没有写自己要做什么，也没有办法据此分解指标。

## Why
Sub-projects with the same words have no goals of their own: the later ones were pasted, and no indicator can
be derived from them.

## 错误示例 Wrong
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    全年举办读书活动不少于 12 场，读者满意度达到 90% 以上。
    项目一：少儿阅览室。完善馆藏结构，延长开放时间，让附近居民在家门口就能借到想看的书，逐步形成阅读习惯。
    项目二：老年阅览室。完善馆藏结构，延长开放时间，让附近居民在家门口就能借到想看的书，逐步形成阅读习惯。
```

## 正确示例 Right
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    全年举办读书活动不少于 12 场，读者满意度达到 90% 以上。
    项目一：少儿阅览室。增加绘本和有声读物，周末开放到晚上八点，让附近的孩子放学后有地方看书。
    项目二：老年阅览室。增加大字本和报刊，配齐老花镜和放大镜，让附近的老人看得清、坐得住。
```

## 依据 Source
填报惯例 · filing practice；财预〔2015〕88号 要求绩效目标指向明确、具体细化。
"""

from collections.abc import Iterator

from declint.declaration.model import Declaration
from declint.finding import Finding, Related, Words
from declint.rules.dup.stretches import Passage, copies_between, joined
from declint.rules.kit import WARNING, rule

_SHORTEST, _GAP = 25, 30

_MESSAGE = Words(
    "“{label}”里这一段和前面的一字不差：“{text}”",
    "this part of {label} says the same as one before it: “{text}”",
)
_ADVICE = Words(
    "写清楚这一段自己的任务和要达到的结果；如果确实相同，合并成一段，不必重复",
    "say what this part is to do and to reach; if it really is the same, say it once for all",
)
_FIRST = Words("前面的在这里", "the earlier one")


@rule("DUP005", "goal-paragraph-copied", severity=WARNING)
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each stretch of a goals text that repeats an earlier one."""
    for goal in declaration.goals:
        passage = Passage(goal.text, _SHORTEST)
        for copy in joined(copies_between(passage, passage), _GAP):
            text = " ".join(goal.text[copy.start : copy.end].split())
            yield Finding(
                goal.value.within(copy.start, copy.end),
                _MESSAGE,
                _ADVICE,
                {"label": goal.label, "text": text if len(text) <= 40 else text[:39] + "…"},
                (Related(goal.value.within(copy.first_start, copy.first_end), _FIRST),),
            )
