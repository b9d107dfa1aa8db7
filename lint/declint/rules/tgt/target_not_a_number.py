"""名称要求数字，指标值却是文字
A name that promises a number has text

## 查什么
名称以“率、数、次数、人数、占比、面积、满意度、知晓度……”结尾，指标值却是文字（提高、全覆盖、优）；或者数字埋在
句子里（受益人数: 惠及群众 500 人以上）。
不报：值里的数字只带了期间或口径（每年≥4次、较上年提高5%）；比值（1:20）；坏事的“无”“未发生”；
名称没有要求数字的（优秀项目: 评选出 100 个）。

## What
A name whose head promises a number (率, 数, 次数, 人数, 占比, 面积, 满意度 …) with text, or with the number
hidden in a sentence. Numbers with a period or a base (每年≥4次, 较上年提高5%) and ratios are not reported.

## 为什么
率、数、满意度只有写成数字才能衡量；埋在句子里的数字，预算系统读不出来，也没法自动比对。

## Why
A rate or a count can be measured only as a number; one hidden in a sentence can't be read or compared.

## 错误示例 Wrong
```yaml
绩效指标:
  效益指标:
    社会效益指标:
      健康素养知晓率: 有所上升
```
---
```yaml
绩效指标:
  满意度指标:
    服务对象满意度指标:
      村民满意度: 满意
```
---
```yaml
绩效指标:
  产出指标:
    质量指标:
      重点人群体检覆盖率: 全覆盖
```
---
```yaml
绩效指标:
  效益指标:
    社会效益指标:
      农田水利受益人数: 惠及群众 500 人以上
```

## 正确示例 Right
```yaml
绩效指标:
  产出指标:
    数量指标:
      水质监测次数: 每月≥2次
      优秀调解员: 评选出 100 个先进典型
    质量指标:
      重点人群体检覆盖率: =100.00(%)
  效益指标:
    社会效益指标:
      健康素养知晓率: 较上年提高5%
      农田水利受益人数: ≥500.00(人)
      医疗事故发生数: 无
  满意度指标:
    服务对象满意度指标:
      村民满意度: ≥90.00(%)
```

## 依据 Source
财预〔2015〕88号、财预〔2021〕101号：绩效指标应当细化、量化、可以衡量。
"""

import re
from collections.abc import Iterator
from functools import cache

from declint.declaration.model import Indicator
from declint.finding import Argument, Finding, Words
from declint.language.lexicon import words
from declint.language.measures import PERSONS, PUNCTUALITY, Direction
from declint.language.names import core
from declint.language.quantity import OPERATOR_PATTERN, Operator, read_quantity
from declint.language.units import PERCENT, bare_unit_pattern, unit_class
from declint.language.width import half
from declint.pattern import pattern
from declint.rules.kit import ERROR, row_rule
from declint.rules.tgt.rows import sample

_TEXT = Words(
    "“{name}”是{head}，应当填数字，指标值却是文字“{target}”",
    "“{name}” promises a number, but its target is text: “{target}”",
)
_HIDDEN = Words(
    "“{name}”是{head}，数字却埋在文字里：“{target}”",
    "“{name}” promises a number, but it is hidden in a sentence: “{target}”",
)
_ADVICE = Words(
    "只写符号、数字和单位，如“{right}”", "write operator, number and unit only, such as “{right}”"
)
_ALL_DUE = pattern(r"(?:应[一-鿿]尽[一-鿿][、,，;；。]?)+")
_STARTS_WITH_NUMBER = pattern(rf" *+(?:{OPERATOR_PATTERN})? *+[±+-]?[0-9]|[0-9.]+ *+[:/] *+[0-9]")
_LONGEST = 200
_DIGIT = pattern(r"[0-9]")
_AT_LEAST = pattern(r"不少于|不低于|至少|以上|最少|≥")
_RELATIVE = pattern(r"较|比|同比|环比|增长|提高|提升|增加|上升|降低|减少|下降|缩短")


@row_rule(
    "TGT007",
    "target-not-a-number",
    severity=ERROR,
    gives_way_to=("TGT004", "TGT005", "DUP001", "DUP008", "CST004"),
)
def check(indicator: Indicator) -> Iterator[Finding]:
    """Yield each text value under a name that promises a number."""
    if not indicator.target.is_text:
        return
    head = _promise(indicator)
    found = _reason(indicator) if head else None
    if head and found:
        message, right = found
        arguments: dict[str, Argument] = {
            "name": indicator.name,
            "head": head,
            "target": indicator.target.shown,
            "right": right,
        }
        yield Finding(indicator.value, message, _ADVICE, arguments)


def _promise(indicator: Indicator) -> str | None:
    """The words of the name that promise a number, or None."""
    measure, name = indicator.measure, core(indicator.name)
    if measure is None or (name.endswith(words("targets", "不是数字")) and not measure.capped):
        return None
    if measure.name == PUNCTUALITY and not measure.head.endswith("率"):
        return None
    if name.endswith(words("targets", "应为数字")) and measure.head.endswith(words("targets", "应为数字")):
        return measure.head
    return None


def _reason(indicator: Indicator) -> tuple[Words, str] | None:
    """What is wrong with the text and what to write instead, or None where the text will do."""
    text = half(indicator.target.raw).strip()
    measure = indicator.measure
    if not _DIGIT.search(text):
        if measure and measure.direction is Direction.LESS and text.startswith(words("targets", "等于没有")):
            return None
        if measure and measure.name == PERSONS and _ALL_DUE.fullmatch(text):
            return None
        all_of_it = text.startswith(words("targets", "等于全部")) and measure and measure.is_rate
        return _TEXT, "=100.00(%)" if all_of_it else sample(indicator)
    if (
        len(text) > _LONGEST
        or _STARTS_WITH_NUMBER.match(text)
        or text.startswith(words("targets", "期间口径"))
    ):
        return None
    return _hidden(indicator, text)


def _hidden(indicator: Indicator, text: str) -> tuple[Words, str] | None:
    """The one number of the name's own kind that a sentence holds; other numbers don't answer a rate."""
    measure = indicator.measure
    assert measure
    mentions = [match[0].strip() for match in _mention().finditer(text)]
    quantities = [quantity for mention in mentions if (quantity := read_quantity(mention))]
    classes = {unit_class(quantity.unit) for quantity in quantities}
    if measure.is_rate:
        if PERCENT not in classes and quantities and not _RELATIVE.search(text):
            return _TEXT, sample(indicator)
        wanted: frozenset[str] = frozenset({PERCENT})
    else:
        wanted = measure.units
    own = [quantity for quantity in quantities if unit_class(quantity.unit) in wanted]
    if len(own) != 1 or len(quantities) != 1 or _RELATIVE.search(text):
        return None
    quantity = own[0]
    operator = quantity.operator or Operator.EXACTLY
    if operator is Operator.ABOUT or _AT_LEAST.search(text):
        operator = Operator.AT_LEAST
    return _HIDDEN, f"{operator}{quantity.number.normalize():f}({quantity.unit})"


@cache
def _mention() -> re.Pattern[str]:
    """A number with its unit inside a sentence."""
    unit = bare_unit_pattern()
    return pattern(
        rf"(?:{OPERATOR_PATTERN} *+)?(?<![0-9])[0-9]++(?:\.[0-9]++)? *+[万亿]?(?:余|多)? *+"
        rf"(?:{unit})(?:及?以上|以内|以下)?"
    )
