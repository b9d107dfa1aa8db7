"""增长的指标值没有说明和什么比
A growth target does not say from what base

## 查什么
增长率、提升率这类指标，或者指标值写“增长 5%以上”“提高 40%”，名称和指标值都没有说和哪一年、哪个数比。
写了“较上年”“同比”“比2025年”“年均”“环比”“由 60%提高到 75%”的不报；名称本身说明了的（年增长率、增速）不报。

## What
Growth or rise in per cent against a base that neither name nor value states. “Over last year”, 同比, 年均,
“from 60 % to 75 %” and names that imply a base (年增长率, 增速) are not reported.

## 为什么
同样“增长 5%”，和上年比、和基期比、和计划比，结果可以完全不同；年底评价时没法核对。

## Why
Five per cent over last year, over a base year or over the plan are different targets; without the
base none can be checked.

## 错误示例 Wrong
```yaml
绩效指标:
  效益指标:
    经济效益指标:
      民宿接待收入增长率: ≥5.00(%)
```
---
```yaml
绩效指标:
  效益指标:
    社会效益指标:
      带动乡村就业: 就业人数增长 5%以上
```

## 正确示例 Right
```yaml
绩效指标:
  效益指标:
    经济效益指标:
      民宿接待收入同比增长率: ≥5.00(%)
      冷链物流收入年增长率: ≥6.00(%)
    社会效益指标:
      带动乡村就业: 就业人数较2025年增长 5%以上
      农村自来水普及情况: 由 80%提高到 85%
```

## 依据 Source
填报惯例 · filing practice：增长类指标写明比较的基期。
"""

import re
from collections.abc import Iterator
from functools import cache

from declint.declaration.model import Indicator
from declint.finding import Argument, Finding, Words
from declint.language.lexicon import words
from declint.language.names import core
from declint.language.quantity import OPERATOR_PATTERN
from declint.language.width import half
from declint.pattern import pattern
from declint.rules.kit import NOTE, row_rule

_MESSAGE = Words(
    "“{name}”的指标值“{target}”没有说明和什么比", "“{name}”: “{target}” doesn't say compared with what"
)
_ADVICE = Words(
    "在名称或指标值里写明基期，如“较上年{target}”“同比”",
    "state the base in the name or in the target, such as 较上年 or 同比",
)
_BASE_YEAR = pattern(r"(?:19|20)[0-9]{2}")


@row_rule(
    "TGT011",
    "baseline-missing",
    severity=NOTE,
    concerns=lambda sort: sort.is_text or sort.is_percentage,
    gives_way_to=("TGT004", "TGT005", "TGT007", "DUP001", "DUP008"),
)
def check(indicator: Indicator) -> Iterator[Finding]:
    """Yield each growth in per cent whose base is stated nowhere in the row."""
    grows = _number_grows(indicator) or (indicator.target.is_text and _text_grows(indicator.target.raw))
    if grows and not _has_base(f"{indicator.name} {indicator.target.raw}"):
        arguments: dict[str, Argument] = {"name": indicator.name, "target": indicator.target.shown}
        yield Finding(indicator.value, _MESSAGE, _ADVICE, arguments)


def _number_grows(indicator: Indicator) -> bool:
    number = indicator.target.number
    grows = core(indicator.name).endswith(words("targets", "增长的尾词"))
    return grows and number is not None and number > 0


def _text_grows(text: str) -> bool:
    return _growth().search(half(text)) is not None


@cache
def _growth() -> re.Pattern[str]:
    growth = "|".join(words("targets", "增长的说法"))
    return pattern(
        rf"(?:{growth})(?:率|幅度)? *+(?:{OPERATOR_PATTERN}|达)? *+[0-9]+(?:\.[0-9]+)? *+(?:%|个?百分点)"
    )


def _has_base(text: str) -> bool:
    text = half(text)
    return any(word in text for word in words("targets", "基期的说法")) or bool(_BASE_YEAR.search(text))
