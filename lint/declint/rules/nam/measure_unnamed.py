"""指标名称没有说明衡量什么
The name measures nothing

## 查什么
指标值是百分数，名称却只是一件事或一个愿望，说不出“什么的百分之几”：维护社会稳定 ≥95%、能源供应保障 =100%。
名称里有“率、度、比例、覆盖、完成、达标、及时”等词的，以及数量单位已经说明衡量什么的（义诊活动 ≥10 次、征文≥
30 篇），不报。

## What
A target in per cent on a name that is only a deed or a wish, so that nobody can say per cent of what. Names
with a measuring word, and counts whose unit tells what is counted, are not reported.

## 为什么
没有衡量的量，就没有办法取数，也没有办法判断是否完成。

## Why
Without a measure nothing can be collected, and nobody can tell whether the target was met.

## 错误示例 Wrong
```yaml
绩效指标:
  效益指标:
    社会效益指标:
      维护林区社会稳定: ≥95.00(%)
```
---
```yaml
绩效指标:
  产出指标:
    质量指标:
      法律援助热线服务响应: =100.00(%)
```
---
```yaml
绩效指标:
  效益指标:
    生态效益指标:
      保护湿地生态环境: {指标性质: ≥, 指标值: 90, 度量单位: '%'}
```

## 正确示例 Right
```yaml
绩效指标:
  产出指标:
    数量指标:
      义诊活动: ≥10.00(次)
      征文: ≥30.00(篇)
    质量指标:
      法律援助热线接通率: ≥98.00(%)
      高标准农田建设任务按计划完成: =100.00(%)
      建档立卡学生全面覆盖: =100.00(%)
  效益指标:
    社会效益指标:
      提升林区群众安全感: ≥90.00(%)
```

## 依据 Source
填报惯例 · filing practice；财预〔2021〕101号 要求绩效指标细化、量化。
"""

from collections.abc import Iterator

from declint.declaration.edition import COSTS, Kind
from declint.declaration.model import Indicator
from declint.finding import Finding, Words
from declint.language.lexicon import words
from declint.language.names import core
from declint.language.units import PERCENT, TIME, unit_class
from declint.rules.kit import WARNING, row_rule
from declint.rules.nam.rows import in_brief, is_row

_MESSAGE = Words(
    "指标值是“{target}”，但“{name}”没有说明衡量什么：看不出是什么的百分之几",
    "the target is “{target}”, but “{name}” measures nothing: per cent of what?",
)
_COUNT = Words(
    "指标值是“{target}”，但“{name}”没有说明数的是什么",
    "the target is “{target}”, but “{name}” does not say what is counted",
)
_ADVICE = Words(
    "把名称写成能计算的量，如“{name}”的达标率、及时率、覆盖率（写明分子和分母），或者换一个能取数的指标",
    "name a rate that can be computed (of what, out of what), or take an indicator that can be measured",
)
_ELSEWHERE = COSTS | {Kind.SATISFACTION}
"""Where a category itself tells what is measured."""


@row_rule(
    "NAM001",
    "measure-unnamed",
    severity=WARNING,
    concerns=lambda sort: sort.is_number and not sort.measure and sort.kind not in _ELSEWHERE,
    gives_way_to=("TGT004", "TGT005", "DUP006", "CAT004"),
)
def check(indicator: Indicator) -> Iterator[Finding]:
    """Yield each number on a name that measures nothing."""
    message = _MESSAGE if _is_unnamed_rate(indicator) else _COUNT if _is_unnamed_count(indicator) else None
    if message and is_row(indicator):
        arguments = {"name": in_brief(indicator.name), "target": indicator.target.shown}
        yield Finding(indicator.key, message, _ADVICE, arguments)


def _is_unnamed_rate(indicator: Indicator) -> bool:
    if not indicator.target.is_percentage:
        return False
    name = core(indicator.name)
    if not name.endswith(words("indicator_names", "说不出比率的尾词")):
        return False
    if name.endswith(words("targets", "完成类尾词")):
        return False
    return not any(word in name for word in words("indicator_names", "有比率的词"))


def _is_unnamed_count(indicator: Indicator) -> bool:
    unit = unit_class(indicator.target.unit)
    return unit not in (None, PERCENT, TIME) and core(indicator.name).endswith(
        words("indicator_names", "数不出的尾词")
    )
