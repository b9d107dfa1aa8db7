"""目标里的数字和指标值对不上
The goals promise one number and the indicator another

## 查什么
年度总体目标里写了一个数（不少于 20 场、达到 95% 以上、100 公里），绩效指标里有说同一件事的指标，数却不一样。
目标的数是指标的一部分（其中、上半年、每月）、说的是另一群人、另一个地方（高庙镇、黄岗镇）或另一段时间、目标里的
范围包含指标值的，不报；只是符号不同的由 GOL002 查，目标自己前后矛盾的由 GOL005 查。

## What
The goals of the year give a number, an indicator measures the same thing, and its target is another number.
Parts of a whole, other groups, places or periods, and ranges that contain the target are not reported.

## 为什么
目标和指标应当一致：指标是目标的细化。两处的数不同，评价时不知道按哪个算，通常是改了一处忘了另一处。

## Why
Indicators are the goals in detail. With two numbers nobody knows which one to judge by; most often one was
changed and the other forgotten.

## 错误示例 Wrong
```yaml
绩效目标:
  年度总体目标: |
    全年开展社区健康讲座不少于 60 场，提高居民健康意识。
绩效指标:
  产出指标:
    数量指标:
      社区健康讲座场次: ≥40.00(场)
```
---
```yaml
绩效目标:
  年度总体目标: |
    完成 120 公里的农村公路养护，保障群众出行。
绩效指标:
  产出指标:
    数量指标:
      农村公路养护里程: =96.00(公里)
```
---
```yaml
绩效目标:
  年度总体目标: |
    做好法律援助案件办理，使受援人满意度达到 98% 以上。
绩效指标:
  满意度指标:
    服务对象满意度指标:
      受援人满意度: ≥90.00(%)
```

## 正确示例 Right
```yaml
绩效目标:
  年度总体目标: |
    全年开展社区健康讲座 60 场以上，其中上半年不少于 20 场；培训农技人员 80-120 人；
    农村公路养护 120 公里；受援人满意度达到 90% 以上。
绩效指标:
  产出指标:
    数量指标:
      社区健康讲座场次: ≥60.00(场)
      农技人员培训人数: ≥100.00(人)
      农村公路养护里程: =120.00(公里)
  满意度指标:
    服务对象满意度指标:
      受援人满意度: ≥90.00(%)
```

## 依据 Source
财预〔2015〕88号、财预〔2021〕101号 要求绩效指标是绩效目标的细化和量化；评审常见意见“指标值与目标不一致”。
"""

from collections.abc import Iterator

from declint.declaration.model import Declaration, Indicator
from declint.finding import Finding, Related, Words
from declint.language.promises import Promise
from declint.language.values import value_of
from declint.rules.gol.contradictions import contradicting
from declint.rules.gol.matching import Pledge, Verdict, pledges
from declint.rules.kit import ERROR, rule

_MESSAGE = Words(
    "目标写“{said}”，指标“{name}”却是“{target}”，数字不一样：{promised} 和 {stated}",
    "the goals say “{said}”, but the target of “{name}” is “{target}”: {promised} against {stated}",
)
_MESSAGE_OF_SEVERAL = Words(
    "目标写“{said}”，说同一件事的指标“{name}”和“{others}”却是“{target}”“{targets}”，哪一个都不是 {promised}",
    "the goals say “{said}”, but “{name}” and “{others}” have “{target}” and “{targets}”: none is {promised}",
)
_ADVICE = Words(
    "核对后改成一致：如果目标是对的，指标值写“{right}”；如果指标值是对的，改目标里的数字",
    "make the two agree: if the goals are right, write “{right}” as the target; else change the goals",
)
_ADVICE_OF_SEVERAL = Words(
    "核对后改成一致；如果目标说的是几项合计，把合计怎么来的写清楚",
    "make them agree; if the goals mean a sum of several, say how it comes about",
)
_INDICATOR = Words("指标值在这里", "the target is here")


@rule(
    "GOL001",
    "goal-number-differs",
    severity=ERROR,
    gives_way_to=("DUP001", "DUP004", "DUP008", "TGT004", "TGT005"),
)
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each promise that the indicator of the same thing gives with another number, once a row."""
    found = pledges(declaration)
    told_elsewhere, seen = contradicting(declaration), set[tuple[int, ...]]()
    for pledge in found:
        if (
            pledge.verdict is not Verdict.NUMBER
            or pledge.promise.start in told_elsewhere
            or pledge.rows in seen
        ):
            continue
        seen.add(pledge.rows)
        yield _finding(pledge, [declaration.indicators[row] for row in pledge.rows])


def _finding(pledge: Pledge, indicators: list[Indicator]) -> Finding:
    first, promise, others = indicators[0], pledge.promise, indicators[1:]
    return Finding(
        pledge.place,
        _MESSAGE_OF_SEVERAL if others else _MESSAGE,
        _ADVICE_OF_SEVERAL if others else _ADVICE,
        {
            "said": pledge.said,
            "name": first.name,
            "target": first.target.shown,
            "promised": pledge.figure,
            "stated": f"{first.target.number:f}",
            "right": _right(promise, first),
            "others": tuple(each.name for each in others),
            "targets": tuple(each.target.shown for each in others),
        },
        tuple(Related(each.value, _INDICATOR) for each in indicators),
    )


def _right(promise: Promise, indicator: Indicator) -> str:
    """The target with the promised number, in the form and the scale that the row has."""
    target, one = indicator.target, value_of(promise.operator, promise.number, promise.upper, promise.unit)
    scale = (
        value_of(target.operator, promise.number, None, target.unit).number / promise.number
        if promise.number
        else 1
    )
    number = one.number / scale
    decimals = max(target.decimals, -int(number.normalize().as_tuple().exponent), 0)
    span = target.number_span
    text = f"{number:.{decimals}f}"
    return target.raw[: span[0]] + text + target.raw[span[1] :] if span else text
