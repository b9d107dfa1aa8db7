"""同一个指标写了两次
The same indicator twice in a declaration

## 查什么
一份申报表里同一个三级指标出现两次以上，不管在不在同一类；空格、标点、“各项、各类”和“数量/数、满意率/满意度”这类写法不同也算。
从第二次起每次报一条。
名称后面括号里的内容不同（门诊楼、住院楼），是不同的指标，不报；“指标1”“无”这类没有填名称的，不报。

## What
One third-level indicator stands twice or more in a declaration, in one category or in several; blanks,
punctuation, words such as 各项 and a few synonyms aside. One finding for each repetition. Names with
different brackets at the end are different; names that the template left empty are not reported.

## 为什么
同一个指标考核两次，要么是复制后忘了改名称，要么是重复计分；两处指标值不同时，更不知道以哪个为准。

## Why
An indicator that stands twice was pasted and never renamed, or counts double. Where the two targets differ,
nobody knows which one holds.

## 错误示例 Wrong
```yaml
绩效指标:
  产出指标:
    数量指标:
      农村公路安防工程里程: ≥42.00(公里)
      农村公路 安防工程里程: ≥42.00(公里)
```
---
```yaml
绩效指标:
  产出指标:
    质量指标:
      各项饮用水水样检测合格率: ≥98.00(%)
      饮用水水样检测合格率: ≥98.00(%)
```
---
```yaml
绩效指标:
  产出指标:
    数量指标:
      开展法治宣讲场次: ≥24.00(场)
      法治宣讲场数: ≥30.00(场)
```

## 正确示例 Right
```yaml
绩效指标:
  产出指标:
    数量指标:
      维修面积（门诊楼）: ≥1200.00(平方米)
      维修面积（住院楼）: ≥900.00(平方米)
      组织法治宣讲场次: ≥24.00(场)
      参加法治宣讲人数: ≥1200.00(人)
    质量指标:
      门诊楼维修验收合格率: =100.00(%)
      住院楼维修验收合格率: =100.00(%)
```

## 依据 Source
填报惯例 · filing practice；评审常见意见“指标重复”。
"""

from collections.abc import Iterator

from declint.declaration.model import Declaration, Indicator
from declint.finding import Finding, Related, Words
from declint.rules.dup.sameness import is_nameless, same_indicator
from declint.rules.kit import ERROR, rule

_SAME = Words(
    "指标“{name}”重复：前面“{category}”里已经有了",
    "the indicator “{name}” stands twice: it is already under “{category}”",
)
_OTHER_WORDS = Words(
    "指标“{name}”和前面“{category}”里的“{other}”是同一个指标",
    "“{name}” is the same indicator as “{other}” under “{category}”",
)
_ADVICE = Words(
    "对照原表：如果衡量的是两件事，把名称写清楚是什么（例如写明是哪一项的数量、合格率或及时率）；如果是同一件事，只留一个",
    "compare with the original: name what each of the two measures, or keep only one",
)
_FIRST = Words("第一次在这里，指标值是“{first}”", "it stands here first, with “{first}”")


@rule("DUP003", "indicator-repeated", severity=ERROR)
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each row whose indicator stands in an earlier row."""
    names = {same_indicator(indicator.name) for indicator in declaration.indicators}
    if len(names) == len(declaration.indicators):
        return
    first: dict[str, Indicator] = {}
    for indicator in declaration.indicators:
        if is_nameless(indicator.name):
            continue
        other = first.setdefault(same_indicator(indicator.name), indicator)
        if other is indicator:
            continue
        yield Finding(
            indicator.key,
            _SAME if indicator.bare == other.bare else _OTHER_WORDS,
            _ADVICE,
            {
                "name": indicator.name,
                "other": other.name,
                "category": other.category.level2,
                "first": other.target.shown,
            },
            (Related(other.key, _FIRST),),
        )
