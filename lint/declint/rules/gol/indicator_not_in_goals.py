"""目标里没有提到这个指标说的事
An indicator that the goals never mention

## 查什么
有数的指标，它说的事在绩效目标里一个字也没有提到。默认不查，需要时用“--select GOL007”打开：许多单位的目标
写得很概括，报得会多。

## What
An indicator with a number whose subject the goals never mention. Off by default, as many goals are written
in general terms; select GOL007 to see it.

## 为什么
指标是目标的细化，目标里没有的事不应该凭空出现在指标里。

## Why
Indicators are the goals in detail; what the goals do not mention should not turn up among them.

## 错误示例 Wrong
```yaml
绩效目标:
  年度总体目标: |
    全年举办读书活动不少于 12 场，上架新书，做好图书编目，新增注册读者 300 人，读者满意度达到 90% 以上。
绩效指标:
  产出指标:
    数量指标:
      读书活动场次: ≥12.00(场)
      消防栓检修数量: ≥36.00(个)
```

## 正确示例 Right
```yaml
绩效目标:
  年度总体目标: |
    全年举办读书活动不少于 12 场，及时上架新书，做好图书编目，新增注册读者 300 人，读者满意度达到 90% 以上。
```

## 依据 Source
填报惯例 · filing practice；评审常见意见“指标与目标不匹配”。
"""

from collections.abc import Iterator

from declint.declaration.model import Declaration
from declint.finding import Finding, Words
from declint.language.coverage import known, phrase
from declint.language.topics import in_other_words, spoken
from declint.rules.kit import NOTE, rule

_UNMENTIONED = 0.2

_MESSAGE = Words("目标里没有提到指标“{name}”说的事", "the goals never mention what “{name}” measures")
_ADVICE = Words(
    "如果这件事属于本项目，在目标里写上；如果不属于，去掉这个指标",
    "if it belongs to the project, say so in the goals; if not, take the indicator out",
)


@rule("GOL007", "indicator-not-in-goals", severity=NOTE, default=False, gives_way_to=("TGT004", "TGT005"))
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each indicator with a number that no words of the goals are about."""
    text = " ".join(field.text for field in declaration.goals)
    if not text:
        return
    mentioned = known((in_other_words(text), 1.0))
    for indicator in declaration.indicators:
        if not indicator.target.is_number:
            continue
        share = phrase(spoken(in_other_words(indicator.name))).alone.told_by(mentioned)
        if share < _UNMENTIONED:
            yield Finding(indicator.key, _MESSAGE, _ADVICE, {"name": indicator.name})
