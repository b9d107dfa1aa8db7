"""数值没有单位，或者单位写得不规范
A number without a unit, or a malformed unit

## 查什么
名称说的是人数、面积、合格率、成本、响应时间这些要有单位的东西，指标值却只有数字；单位写成“人/次”（应为人次）、
“百分比”（应为 %）一类不规范的样子；绩效目标的文字里“500 人/次”这样的写法也查。
得分、指数、级别、比例（1:20）、年份，以及名称里已经写明单位的（投资额（万元）），都不报。没见过的单位不报。

## What
A bare number for what needs a unit (people, area, rates, cost, response time); a malformed unit such as 人/次
for 人次 or 百分比 for %, in a target or in the goals text. Scores, indices, levels, ratios, years and names
that state the unit are not reported, nor are units that declint does not know.

## 为什么
没有单位，“25”是 25 家还是 25 次无从判断；“人/次”按字面是“每次多少人”，和人次不是一回事。

## Why
A number without a unit means nothing; read literally, 人/次 is people per occasion.

## 错误示例 Wrong
```yaml
绩效指标:
  产出指标:
    质量指标:
      农村公路验收合格率: =100
```
---
```yaml
绩效指标:
  产出指标:
    数量指标:
      渔民技能培训人次: ≥500.00(人/次)
```
---
```yaml
绩效目标:
  年度总体目标: |
    全年组织食品安全科普讲座，覆盖居民不少于 500 人/次，居民知晓率达到 90% 以上。
```

## 正确示例 Right
```yaml
绩效指标:
  产出指标:
    数量指标:
      水质自动监测投资额（万元）: ≤80
      每期技能培训人数: ≤50.00(人/期)
    质量指标:
      空气质量综合指数: ≤4.5
  效益指标:
    生态效益指标:
      行道树补植数量: ≥300.00(株)
```

## 依据 Source
填报惯例 · filing practice（评审常见意见：未明确计量单位）；财预〔2015〕88号 要求指标优先量化。
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from declint.declaration.model import Declaration, Indicator
from declint.declaration.rows import Sort, about, rows_with
from declint.finding import Argument, Edit, Finding, Fix, Place, Words
from declint.language.lexicon import lexicon
from declint.language.units import wellformed
from declint.language.width import half
from declint.pattern import pattern
from declint.rules.decimals import is_bracketed, usual_decimals, with_decimals
from declint.rules.kit import SAFE, UNSAFE, WARNING, rule
from declint.rules.unt.due import units_due

_MISSING = Words(
    "“{name}”的指标值“{target}”只有数字，没有单位",
    "the target of “{name}”, “{target}”, is a number without a unit",
)
_WRITE = Words("补上单位，例如写成“{right}”", "add the unit, as in “{right}”")
_CHOOSE = Words("补上单位（{units}），例如写成“{right}”", "add the unit ({units}), as in “{right}”")
_MALFORMED = Words(
    "“{text}”里的单位“{unit}”不规范，应写“{right_unit}”",
    "the unit “{unit}” in “{text}” is malformed; it is “{right_unit}”",
)
_REPLACE = Words("写成“{right}”", "write “{right}”")
_TITLE = Words("单位改成“{right_unit}”", "change the unit to “{right_unit}”")
_ADD_TITLE = Words("补上单位“{unit}”", "add the unit “{unit}”")
_PER = pattern(r"每|平均|均|单次|单场|单个|单期")
_CLAUSE_END = pattern(r"[，。；、,;\n]")


@rule(
    "UNT005",
    "unit-missing",
    severity=WARNING,
    fix=SAFE,
    gives_way_to=("TGT004", "TGT005", "TGT007", "UNT001"),
)
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each number that lacks its unit, and each malformed unit in targets and goals."""
    for indicator, _ in rows_with(declaration, _may_be_wrong):
        target = indicator.target
        if target.is_number and not target.unit:
            if units := units_due(indicator, declaration.indicators):
                yield _missing(indicator, units, declaration.indicators)
        elif target.is_number:
            if (right := wellformed(target.unit)) and _is_slip(indicator, declaration.indicators):
                yield _malformed_target(indicator, right)
        elif target.is_text:
            yield from _in_text(target.raw, indicator.value)
    for field in declaration.goals:
        yield from _in_text(field.text, field.value)


def _may_lack_its_unit(sort: Sort) -> bool:
    """Whether a number has no unit or a malformed one, or a text may hold such a one."""
    return sort.is_text or (sort.is_number and (not sort.unit or wellformed(sort.unit) is not None))


@about(_may_lack_its_unit)
def _may_be_wrong(indicator: Indicator) -> bool:
    return indicator.target.is_number or next(_mentions(half(indicator.target.raw)), None) is not None


def _is_slip(indicator: Indicator, rows: Sequence[Indicator]) -> bool:
    """Not where 人/次 means people per occasion, nor where a system prints 百分比 for every %."""
    unit = indicator.target.unit
    if "/" in half(unit) and half(unit).strip() in lexicon("units")["不规范"]:
        return not _PER.search(indicator.name)
    wellwritten = wellformed(unit)
    said = Counter(row.target.unit for row in rows if row.target.is_number)
    return said[unit] <= 2 or any(half(each).strip() == wellwritten for each in said)


def _missing(indicator: Indicator, units: tuple[str, ...], rows: Sequence[Indicator]) -> Finding:
    right, edit = _as_usual(indicator, *indicator.with_unit(units[0]), rows)
    arguments: dict[str, Argument] = {
        "name": indicator.name,
        "target": indicator.target.shown,
        "units": units,
        "unit": units[0],
        "right": right,
    }
    fixes = (Fix(_ADD_TITLE, UNSAFE, (edit,)),) if units == ("%",) else ()
    return Finding(indicator.value, _MISSING, _WRITE if len(units) == 1 else _CHOOSE, arguments, fixes=fixes)


def _as_usual(indicator: Indicator, right: str, edit: Edit, rows: Sequence[Indicator]) -> tuple[str, Edit]:
    """The target with as many decimals as those of the file have that carry their unit in brackets."""
    span = indicator.target.number_span
    usual = usual_decimals([row.target.decimals for row in rows if is_bracketed(row)])
    number = with_decimals(indicator.target, usual) if usual is not None else None
    if number is None or span is None or edit.text != right:
        return right, edit
    text = right[: span[0]] + number + right[span[1] :]
    return text, replace(edit, text=text)


def _malformed_target(indicator: Indicator, right_unit: str) -> Finding:
    right, edit = indicator.with_unit(right_unit)
    arguments = {
        "text": indicator.target.shown,
        "unit": indicator.target.unit,
        "right_unit": right_unit,
        "right": right,
    }
    return Finding(indicator.unit, _MALFORMED, _REPLACE, arguments, fixes=(Fix(_TITLE, SAFE, (edit,)),))


@cache
def _mention() -> re.Pattern[str]:
    slashed = [unit for unit in lexicon("units")["不规范"] if "/" in unit]
    units = "|".join(sorted(map(re.escape, slashed), key=len, reverse=True))
    chinese = "[一二三四五六七八九十百千两]"
    number = rf"(?:(?<![0-9,.])[0-9][0-9,.]*+|(?<!{chinese}){chinese}++)\s*[余多]?\s*[百千万亿]?"
    return pattern(rf"{number}\s*(?P<unit>{units})(?![/·A-Za-z])")


def _mentions(text: str) -> Iterator[re.Match[str]]:
    """Every number with a malformed unit; such units have a slash."""
    return _mention().finditer(text) if "/" in text else iter(())


def _in_text(text: str, place: Place) -> Iterator[Finding]:
    halved = half(text)
    for match in _mentions(halved):
        clause = _CLAUSE_END.split(halved[max(0, match.start() - 30) : match.start()])[-1]
        if _PER.search(clause):
            continue
        right_unit = wellformed(match["unit"]) or ""
        at = place.within(*match.span("unit"))
        written = " ".join(text[match.start() : match.end()].split())
        arguments = {
            "text": written,
            "unit": match["unit"],
            "right_unit": right_unit,
            "right": written[: -len(match["unit"])] + right_unit,
        }
        yield Finding(
            place.within(*match.span()),
            _MALFORMED,
            _REPLACE,
            arguments,
            fixes=(Fix(_TITLE, UNSAFE, (Edit(at, right_unit),)),),
        )
