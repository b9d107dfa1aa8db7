"""一行指标衡量了两个量
One row measures two things

## 查什么
一个名称里有两个各自能单独衡量的量，却只有一个指标值：培训班次及人数 ≥200 人；A 改造成本控制额，B 改造成本
控制额≤50 万元。两样东西合用一个量的（工资和社保发放及时率、停电/断水次数、模块或接口数量）不报。

## What
A name with two measures, each of which could stand alone, and one target. Two things under one measure (工
资和社保发放及时率, 停电/断水次数) are not reported.

## 为什么
一个数不可能同时是两个量的目标；完成了一个、没完成另一个时无法评分。

## Why
One number can't be the target of two measures, and no score fits where only one was met.

## 错误示例 Wrong
```yaml
绩效指标:
  产出指标:
    数量指标:
      乡村医生培训天数及人数: ≥200.00(人)
```
---
```yaml
绩效指标:
  成本指标:
    经济成本指标:
      县道大修成本控制额，桥梁加固成本控制额: ≤500000.00(元)
```
---
```yaml
绩效指标:
  产出指标:
    质量指标:
      学员出勤率和考核通过率: ≥90.00(%)
```
---
```yaml
绩效指标:
  产出指标:
    数量指标:
      参加普法讲座或人数: ≥300.00(人)
```

## 正确示例 Right
```yaml
绩效指标:
  产出指标:
    数量指标:
      教师和学生受训人数: ≥300.00(人)
      闸门、启闭机检修数量: ≥12.00(台)
    质量指标:
      普及型课程合格率: ≥95.00(%)
      工资和社保发放准确率: =100.00(%)
      计划外停电/断水次数: ≤2.00(次)
      公众参与率: ≥60.00(%)
```

## 依据 Source
填报惯例 · filing practice：一行一个指标、一个指标值。
"""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from declint.declaration.model import Indicator
from declint.declaration.rows import numbers
from declint.finding import Finding, Words
from declint.language.lexicon import words
from declint.language.measures import measure_of
from declint.language.width import half
from declint.pattern import pattern
from declint.rules.kit import NOTE, row_rule
from declint.rules.nam.rows import in_brief, is_row

_MESSAGE = Words(
    "一行里有两个量：“{one}”和“{other}”，却只有一个指标值“{target}”",
    "one row has two measures, “{one}” and “{other}”, and one target “{target}”",
)
_ADVICE = Words("拆成两行，各写各的指标值", "split it into two rows with a target each")
_JOINT = pattern(r"以及|或者|(?<!普)(?<!涉)(?<!惠)及(?![时格早])|(?<!参)与|和(?!谐)|或|[、,;/]|//")
_MAY_JOIN = pattern(r"[及或与和、,;/]")
_INNER = pattern(r"\([^()]*\)")


@row_rule(
    "NAM003",
    "two-measures-in-one",
    severity=NOTE,
    concerns=numbers,
    gives_way_to=("TGT004", "TGT005", "TGT007"),
)
def check(indicator: Indicator) -> Iterator[Finding]:
    """Yield each row with two measures and one number."""
    found = two_measures(indicator.name)
    if found and is_row(indicator):
        start, middle, end = found
        name = indicator.name
        yield Finding(
            indicator.key.within(start, end),
            _MESSAGE,
            _ADVICE,
            {
                "one": in_brief(name[start:middle].rstrip(" 、，,;；/或及和与以者")),
                "other": in_brief(name[middle:end].strip()),
                "target": indicator.target.shown,
            },
        )


def two_measures(name: str) -> tuple[int, int, int] | None:
    """Where the first measure starts, the second starts and ends, or None where there are not two."""
    plain = half(name)
    if not _MAY_JOIN.search(plain):
        return None
    brackets = [(match.start() + 1, match.end() - 1) for match in _INNER.finditer(plain)]
    outside = _INNER.sub(lambda match: "　" * len(match[0]), plain)
    for start, end in [(0, len(plain)), *brackets]:
        text = outside if start == 0 else plain
        cuts = [match.span() for match in _JOINT.finditer(text, start, end)]
        edges = [start, *(edge for cut in cuts for edge in cut), end]
        parts = list(zip(edges[::2], edges[1::2], strict=True))
        for first, second in pairwise(parts):
            if _are_two(_tidy(text[slice(*first)]), _tidy(text[slice(*second)])):
                return first[0], second[0], second[1]
    return None


def _tidy(part: str) -> str:
    return "".join(part.split()).strip("*★")


@cache
def _whole_heads() -> tuple[str, ...]:
    return words("indicator_names", "完整的尾词")


def _are_two(one: str, other: str) -> bool:
    """Whether both parts of a name are measures of their own."""
    if other in words("indicator_names", "独立的量") and len(one) >= 2:
        return one.endswith(_whole_heads()) or (other not in {"质量", "时间"} and not _is_same_kind(one))
    return _is_whole(one) and _is_whole(other) and _same_sort(one, other)


def _is_same_kind(one: str) -> bool:
    """Whether what stands in front of 人数 are people, or the name is only begun: 参训人员及人数."""
    return one.endswith(("人员", "学员", "人", "员", "者", "户", "生", "师", "群众"))


def _is_whole(part: str) -> bool:
    measure = measure_of(part)
    return part.endswith(_whole_heads()) or (measure is not None and measure.head.endswith("率"))


def _same_sort(one: str, other: str) -> bool:
    """Two counts or two rates; a count in front of a rate is what the rate is of (人数和金额完成率)."""
    first, second = measure_of(one), measure_of(other)
    rates = (first is not None and first.is_rate, second is not None and second.is_rate)
    return rates[0] == rates[1] and not (second is not None and second.name in ("增长", "减少"))
