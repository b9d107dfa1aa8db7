"""没有填指标值
A target is missing

## 查什么
指标有名称，指标值是空的。表格留下的空行（名称是“无”“不适用”“指标3”）不报。

## What
An indicator with a name and no target. Rows that the form left empty (无, 不适用, 指标3) are not reported.

## 为什么
没有指标值，这一行等于没有填：预算批复后没法监控，年底没法评价。

## Why
A row without a target can be neither monitored nor evaluated.

## 错误示例 Wrong
```yaml
绩效指标:
  产出指标:
    数量指标:
      新建村级卫生室数量:
```
---
```yaml
绩效指标:
  产出指标:
    质量指标:
      灌溉渠道防渗合格率: {指标性质: ≥, 指标值: '', 度量单位: '%'}
```

## 正确示例 Right
```yaml
绩效指标:
  产出指标:
    数量指标:
      新建村级卫生室数量: ≥6.00(个)
  效益指标:
    社会效益指标:
      惠及乡村居民人数: ≥5000.00(人)
    生态效益指标:
      不适用:
```

## 依据 Source
财预〔2021〕101号、财预〔2015〕88号：绩效指标应当细化、量化，有明确的指标值。
"""

from collections.abc import Iterator

from declint.declaration.model import Indicator
from declint.declaration.target import TargetKind
from declint.finding import Argument, Finding, Words
from declint.rules.kit import ERROR, row_rule
from declint.rules.tgt.rows import is_empty_row, sample

_MESSAGE = Words("“{name}”没有填指标值", "“{name}” has no target")
_ADVICE = Words(
    "补上指标值，如“{sample}”；这一项今年不考核，就整行删去",
    "fill in a target, such as “{sample}”; delete the row where it does not apply this year",
)


@row_rule(
    "TGT004",
    "target-missing",
    severity=ERROR,
    concerns=lambda sort: sort.target is TargetKind.MISSING,
)
def check(indicator: Indicator) -> Iterator[Finding]:
    """Yield each named row without a target."""
    if not is_empty_row(indicator):
        arguments: dict[str, Argument] = {"name": indicator.name, "sample": sample(indicator)}
        yield Finding(indicator.key, _MESSAGE, _ADVICE, arguments)
