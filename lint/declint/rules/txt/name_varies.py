"""同一个名称在一份申报表里写法不一
One name is written in two ways within a declaration

## 查什么
同一份申报表里，一个刊物、文件、赛事、机构或缩写有两种写法，只差一个字：《乡村医生学刊》写成“乡镇医生学刊”，
“健步在古城”徒步大会写成“健步再古城”，ABI 学员写成 IBI 学员；或者书名号关在不同的地方（《古城文物》季刊、
《古城文物季刊》）。真正不同的名称（一期/二期、省级/市级、上册/下册、HIS/LIS）不报。

## What
Within one declaration one journal, document, event, body or abbreviation in two spellings that differ by a
single character, or a title whose mark closes in two places. Names that really differ (一期/二期, 省级/市级,
HIS/LIS) are not reported.

## 为什么
名称不一致，评价时无法确定说的是不是同一件事，佐证材料也对不上。

## Why
With two names nobody can tell whether one thing is meant, and the evidence does not match.

## 错误示例 Wrong
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    编辑出版《古城文物保护学刊》4 期，年度影响力稳步扩大。
绩效指标:
  产出指标:
    数量指标:
      古城文化保护学刊出版期数: =4.00(期)
```
---
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    举办“健步在古城”徒步大会 2 场，并为“健步再古城”徒步大会配备医疗保障。
```
---
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    组织 WCTI 教练员培训班，参训 40 人次以上；WCTI教练员培训班学员出勤率达到 90%，
    WCTL教练员培训班学员构成覆盖各区。
```

---
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    编辑出版《古城文物》季刊 4 期，年度影响力稳步扩大。
绩效指标:
  产出指标:
    数量指标:
      《古城文物季刊》出版期数: =4.00(期)
```

## 正确示例 Right
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    修编《省级地名文化丛书》和《市级地名文化丛书》，出版《古村落保护图册（上）》《古村落保护图册（下）》；
    完成 HIS系统升级改造及运维和 LIS系统升级改造及运维；开展“健步走一期”徒步活动、“健步走二期”徒步活动。
```

## 依据 Source
填报惯例 · filing practice：名称用全称，前后一致。
"""

from collections.abc import Iterator

from declint.declaration.model import Declaration
from declint.finding import Finding, Related, Words
from declint.rules.kit import WARNING, rule
from declint.rules.txt.passages import wording
from declint.rules.txt.spellings import varying

_MESSAGE = Words(
    "同一个名称有两种写法：“{one}”（{count} 处）和“{other}”（{others} 处）",
    "one name in two spellings: “{one}” ({count}×) and “{other}” ({others}×)",
)
_ADVICE = Words(
    "核对正式名称，全文统一成一种写法；确实是两个不同的名称就不用改",
    "check the official name and use one spelling throughout, unless two things are meant",
)
_OTHER = Words("这里写的是“{other}”", "here it is “{other}”")


@rule("TXT004", "name-varies", severity=WARNING)
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each name that is written in two ways."""
    for one, other in varying(declaration, wording(declaration)):
        yield Finding(
            one.at,
            _MESSAGE,
            _ADVICE,
            {"one": one.text, "other": other.text, "count": one.times, "others": other.times},
            related=(Related(other.at, _OTHER),),
        )
