"""同一件事有两个指标，指标值却不一样
Two names for one measure with different targets

## 查什么
两个指标的名称说的是同一件事，只多了“各项、相关、工作、在库”这类不改变意思的词，“人均”放的地方不同，
或者有一个把词写了两遍，而指标值不同。
名称里有区别的（新增/存量、线上/线下、一期/二期、市级/区级、对象或编号不同）是两件事，不报；指标值相同的不报。

## What
Two names mean one measure: they differ only in words that change no sense (各项, 工作, 在库), in the
place of 人均, or in a word that one of them has twice, but the targets differ. Names with anything that
tells them apart are not reported, nor equal targets.

## 为什么
同一件事有两个目标值，评价时不知道按哪个算；往往是改了一处，忘了改另一处。

## Why
With two targets for one thing nobody knows which one to judge by; most often one of them was changed and the
other forgotten.

## 错误示例 Wrong
```yaml
绩效指标:
  产出指标:
    数量指标:
      特困供养人员数据量: ≥12000.00(人)
  效益指标:
    社会效益指标:
      在册特困供养人员数据量: ≥15000.00(人)
```
---
```yaml
绩效指标:
  产出指标:
    质量指标:
      高危孕产妇随访管理动态随访率: ≥90.00(%)
  效益指标:
    社会效益指标:
      高危孕产妇有效随访率: ≥95.00(%)
```

## 正确示例 Right
```yaml
绩效指标:
  产出指标:
    数量指标:
      新增特困供养人员数: ≥300.00(人)
      存量特困供养人员数: ≥12000.00(人)
      线上诉讼服务次数: ≥5000.00(次)
      线下诉讼服务次数: ≥800.00(次)
    质量指标:
      一期灌渠衬砌合格率: ≥95.00(%)
      二期灌渠衬砌合格率: ≥98.00(%)
```

## 依据 Source
填报惯例 · filing practice；评审常见意见“指标重复”。
"""

from collections.abc import Iterator

from declint.declaration.model import Declaration, Indicator
from declint.finding import Argument, Finding, Related, Words
from declint.language.quantity import Operator
from declint.language.units import canonical, scale_free_class
from declint.rules.dup.sameness import is_nameless, same_indicator, same_measure
from declint.rules.gol.matching import pledge_of
from declint.rules.kit import ERROR, rule

_SHORTEST, _SHORTEST_WITHOUT_STEPS = 5, 7

_MESSAGE = Words(
    "“{name}”和“{other}”说的是同一件事，指标值却一个是“{target}”、一个是“{first}”",
    "“{name}” and “{other}” mean one measure, but one target is “{target}” and the other “{first}”",
)
_ADVICE = Words(
    "如果确是同一件事，只留一个，或者把两处指标值改成一致；如果不是，把名称的区别写清楚",
    "keep one of them or make the targets agree; if they are different things, let the names say so",
)
_OTHER = Words("这里是“{first}”", "“{first}” here")
_GOAL = Words("目标写“{goal}”", "the goals say “{goal}”")


@rule("DUP004", "indicators-contradict", severity=ERROR)
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each row with a number that an earlier row gives otherwise under another name."""
    measures: dict[str, Indicator] = {}
    steps: dict[str, tuple[Indicator, bool]] = {}
    seen: set[str] = set()
    for indicator in declaration.indicators:
        if not indicator.target.is_number or indicator.measure is None or is_nameless(indicator.name):
            continue
        name = same_indicator(indicator.name)
        if name in seen:
            continue
        seen.add(name)
        other = _earlier(indicator, measures, steps)
        if other and _differ(indicator, other):
            yield _finding(declaration, indicator, other)


def _finding(declaration: Declaration, indicator: Indicator, other: Indicator) -> Finding:
    arguments: dict[str, Argument] = {
        "name": indicator.name,
        "other": other.name,
        "target": indicator.target.shown,
        "first": other.target.shown,
    }
    related = [Related(other.value, _OTHER)]
    if goal := pledge_of(declaration, (indicator, other)):
        arguments["goal"] = goal.said
        related.append(Related(goal.place, _GOAL))
    return Finding(indicator.key, _MESSAGE, _ADVICE, arguments, tuple(related))


def _earlier(
    indicator: Indicator, measures: dict[str, Indicator], steps: dict[str, tuple[Indicator, bool]]
) -> Indicator | None:
    """The earlier row of the same measure; steps count for nothing where a word is doubled."""
    name, rest, doubled = same_measure(indicator.name)
    if len(name) >= _SHORTEST and (other := measures.setdefault(name, indicator)) is not indicator:
        return other
    if len(rest) >= _SHORTEST_WITHOUT_STEPS:
        other, other_doubled = steps.setdefault(rest, (indicator, doubled))
        if other is not indicator and (doubled or other_doubled):
            return other
    return None


def _differ(one: Indicator, other: Indicator) -> bool:
    """Whether two targets of one measure are of one kind and not the same."""
    if one.measure is None or other.measure is None or one.measure.name != other.measure.name:
        return False
    if not _comparable(one.target.unit, other.target.unit):
        return False
    return one.target.number != other.target.number or {one.target.operator, other.target.operator} == {
        Operator.AT_LEAST,
        Operator.AT_MOST,
    }


def _comparable(one: str, other: str) -> bool:
    """Whether numbers in two units can be set side by side: one unit, or both plain counts of things."""
    return canonical(one) == canonical(other) or (
        scale_free_class(one) == scale_free_class(other) == "个"
        and not any(scale in one + other for scale in "百千万亿")
    )
