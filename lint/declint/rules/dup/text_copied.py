"""两个指标的指标值是同一段文字
Two indicators with the same descriptive text

## 查什么
两个不同指标的指标值是同一段文字（8 个字以上，标点、空格和“的、和、及”不论；长的文字个别字有出入也算）。
每抄一次报一次，报在后面的一行。
“按合同约定完成验收”“长期有效”“2026年12月底前”这类人人都用的说法不报；两段文字里编号、地名、期次
不同的是两件事，不报；几样同类的东西照同一个标准或状态要求（教学楼修缮质量、宿舍楼修缮质量），不报。
满意度抄了别的指标，由 DUP001 报告。

## What
Two indicators share one text of eight characters or more, punctuation and empty words aside; in a long text
a slip is allowed. One finding a copy, on the later row. Stock values and dates are not reported, nor texts
that differ in a number, a place or an ordinal, nor one standard or state for several things of a kind.

## 为什么
不同的指标衡量不同的事，指标值也应当不同；两处一字不差，多半是复制粘贴后忘了改，其中一个指标等于没有指标值。

## Why
Different indicators measure different things. Where both have one text, one was most likely pasted and never
changed, so it has no target of its own.

## 错误示例 Wrong
```yaml
绩效指标:
  效益指标:
    社会效益指标:
      村卫生室诊疗能力: 每个行政村配齐一名合格村医，常见病在村里看得上
      群众就医负担: 每个行政村配齐一名合格村医，常见病在村里看得上
```
---
```yaml
绩效指标:
  产出指标:
    质量指标:
      庭审录像存档: 庭审录像刻盘两份，分别由立案庭和档案室保管
  效益指标:
    可持续影响指标:
      诉讼档案利用: 庭审录像刻盘两份；分别由立案庭、档案室保管。
```

## 正确示例 Right
```yaml
绩效指标:
  产出指标:
    质量指标:
      校舍屋面防水工程: 达到合同约定的质量验收标准
      校舍电路改造工程: 达到合同约定的质量验收标准
  效益指标:
    社会效益指标:
      东片灌区用水秩序: 东片灌区十二个村轮灌，无抢水纠纷
      西片灌区用水秩序: 西片灌区十二个村轮灌，无抢水纠纷
```

## 依据 Source
填报惯例 · filing practice；评审常见意见“指标重复”。
"""

from collections.abc import Iterator

from declint.declaration.model import Declaration
from declint.finding import Finding, Related, Words
from declint.rules.dup.texts import copies
from declint.rules.kit import WARNING, rule

_MESSAGE = Words(
    "“{name}”和“{other}”的指标值是同一段文字：“{target}”",
    "“{name}” and “{other}” have the same text as their value: “{target}”",
)
_ADVICE = Words(
    "对照原表，看哪一个是抄来的，改成它自己要达到的结果；如果两个指标说的是同一件事，只留一个",
    "find out which one was copied and give it a target of its own, or keep only one indicator",
)
_OTHER = Words("“{other}”的指标值是“{text}”", "the value of “{other}” is “{text}”")


@rule("DUP002", "text-copied", severity=WARNING)
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each row whose text stands in an earlier one; what DUP001 reports is left out."""
    for row, other in copies(declaration):
        yield Finding(
            row.indicator.value,
            _MESSAGE,
            _ADVICE,
            {
                "name": row.indicator.name,
                "target": row.indicator.target.shown,
                "other": other.indicator.name,
                "text": other.indicator.target.shown,
            },
            (Related(other.indicator.value, _OTHER),),
        )
