"""满意度的指标值是从别的指标抄来的
A satisfaction value that is another indicator's text

## 查什么
满意度指标（二级指标是满意度，或者名称以“满意度”结尾）的指标值是一段文字，而这段文字就是另一个指标的指标值：完全相同、
只差标点空格或个别字词，或者整段包含在另一个里。
“达标”“有效提升”这类人人都用的现成说法不报；文字里说到“满意”的不报。

## What
The value of a satisfaction indicator is the text of another indicator: the same, nearly the same, or
wholly part of it. Stock values (达标, 有效提升) and texts that do speak of being satisfied are not reported.

## 为什么
满意度要写“谁有百分之多少满意”。抄来的文字说的是另一件事，评价时没有办法据此打分，多半是复制粘贴后忘了改。

## Why
Satisfaction is a share of a named group. A text copied from another row speaks of something else and can't be
scored; most often it was pasted and never changed.

## 错误示例 Wrong
```yaml
绩效指标:
  产出指标:
    质量指标:
      家庭医生签约服务规范性: 签约协议完整，随访记录真实；健康档案按季度更新。
  满意度指标:
    服务对象满意度指标:
      签约居民满意度: 签约协议完整，随访记录真实；健康档案按季度更新。
```
---
```yaml
绩效指标:
  产出指标:
    质量指标:
      公路养护作业规范性: 作业区标志齐全、人员着反光服，坑槽修补当日放行
  满意度指标:
    服务对象满意度指标:
      沿线群众满意度: 作业区标志齐全，人员着反光服，坑槽修补当日放行。
```
---
```yaml
绩效指标:
  效益指标:
    社会效益指标:
      学生营养状况: 供餐学校食材统一配送，学生贫血情况得到控制，家长陪餐制度覆盖每所学校
  满意度指标:
    服务对象满意度指标:
      家长满意度: 学生贫血情况得到控制
```

## 正确示例 Right
```yaml
绩效指标:
  产出指标:
    质量指标:
      家庭医生签约服务规范性: 签约协议完整，随访记录真实；健康档案按季度更新。
  满意度指标:
    服务对象满意度指标:
      签约居民满意度: ≥90.00(%)
```

## 依据 Source
填报惯例 · filing practice；满意度是服务对象的认可程度（财预〔2021〕101号）。
"""

from collections.abc import Iterator

from declint.declaration.model import Declaration
from declint.finding import Finding, Related, Words
from declint.rules.dup.texts import satisfaction_copies
from declint.rules.kit import ERROR, rule

_MESSAGE = Words(
    "“{name}”的指标值“{target}”是从“{other}”抄来的，没有说满意的程度",
    "the value of “{name}” (“{target}”) is the text of “{other}”; it says nothing about satisfaction",
)
_ADVICE = Words(
    "对照原表，把“{name}”的指标值改成满意的比例，例如“≥90.00(%)”",
    "compare with the original and give the share that is satisfied, such as “≥90.00(%)”",
)
_OTHER = Words("“{other}”的指标值是“{text}”", "the value of “{other}” is “{text}”")


@rule("DUP001", "satisfaction-copied", severity=ERROR)
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each satisfaction value that is another row's text."""
    for row, other in satisfaction_copies(declaration):
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
