"""指标值看不懂：模板残留、符号重复、有符号没有数字
A target that can't be read

## 查什么
- 模板里的占位符号没有换成数字：“≥**%”“≥XX”“≥__%”“待定”；
- 有符号、有单位，没有数字：“≥(家)”“≥%”；
- 两个符号打架：“≥≥90%”“≤90%以上”“=不低于90%”；
- 网页或公式的代码混了进来：“&ge;90%”“≥90<br>”；
- 数字外面又套了引号；
- 只有一条横线或斜线。
正常的文字（有效实现、达标）不报，“5*8小时”“7×24小时”不报。

## What
Template remnants (`**`, `XX`, `__`), an operator or unit without a number, two operators, markup, a number in
quotes, or a mere dash. Honest text is not reported.

## 为什么
预算系统按“符号、数字、单位”读指标值，读不懂的会被退回，也没法评价。

## Why
The budget system reads operator, number and unit; what it can't read is sent back.

## 错误示例 Wrong
```yaml
绩效指标:
  产出指标:
    数量指标:
      农村公路改造里程: ≥**公里
```
---
```yaml
绩效指标:
  产出指标:
    质量指标:
      冬小麦种植保险覆盖率: ≥(%)
```
---
```yaml
绩效指标:
  产出指标:
    质量指标:
      庭审直播成功率: ≥≥95.00(%)
```
---
```yaml
绩效指标:
  满意度指标:
    服务对象满意度指标:
      学生家长满意度: '&ge;90%'
```
---
```yaml
绩效指标:
  产出指标:
    数量指标:
      文物修复数量: ——
```

---
```yaml
绩效指标:
  满意度指标:
    服务对象满意度指标:
      听证参加人满意度: “≥90.00(%)”
```

## 正确示例 Right
```yaml
绩效指标:
  产出指标:
    数量指标:
      农村公路改造里程: ≥35.00(公里)
    质量指标:
      急救电话值守: 7×24小时
      校园供水水质: 达标
```

## 依据 Source
填报惯例 · filing practice：预算管理一体化系统按“符号、数值、计量单位”录入指标值。
"""

from collections.abc import Iterator

from declint.declaration.model import Indicator
from declint.declaration.target import Flaw, TargetKind, unquoted
from declint.finding import Edit, Finding, Fix, Place, Words
from declint.rules.kit import ERROR, SAFE, row_rule
from declint.rules.tgt.rows import is_empty_row, sample

_MESSAGES = {
    Flaw.REMNANT: Words(
        "“{name}”的指标值“{target}”里还留着模板的占位符号“{piece}”，没有换成数字",
        "the target of “{name}”, “{target}”, still has the template's “{piece}” where a number belongs",
    ),
    Flaw.PLACEHOLDER: Words(
        "“{name}”的指标值只有“{piece}”，没有内容", "the target of “{name}” is nothing but “{piece}”"
    ),
    Flaw.TWO_OPERATORS: Words(
        "“{name}”的指标值“{target}”里有两个符号（“{piece}”），看不出要大还是要小",
        "the target of “{name}”, “{target}”, has two operators (“{piece}”)",
    ),
    Flaw.NO_NUMBER: Words(
        "“{name}”的指标值“{target}”有符号或单位，没有数字",
        "the target of “{name}”, “{target}”, has an operator or unit but no number",
    ),
    Flaw.QUOTED: Words(
        "“{name}”的指标值 {piece} 外面多了引号，会被当成文字",
        "the target of “{name}”, {piece}, stands in quotes, which make it text",
    ),
    Flaw.MARKUP: Words(
        "“{name}”的指标值“{target}”里混进了网页或公式的代码“{piece}”",
        "the target of “{name}”, “{target}”, has markup in it: “{piece}”",
    ),
}
_UNQUOTE = Words("去掉引号，写成“{sample}”", "remove the quotes: “{sample}”")
_TITLE = Words("去掉引号", "remove the quotes")
_ADVICE = Words("按“符号、数字、单位”写，如“{sample}”", "write operator, number and unit, such as “{sample}”")


@row_rule(
    "TGT005",
    "target-unreadable",
    severity=ERROR,
    fix=SAFE,
    concerns=lambda sort: sort.target is TargetKind.UNREADABLE,
    gives_way_to=("TGT004",),
)
def check(indicator: Indicator) -> Iterator[Finding]:
    """Yield each target that says nothing readable, with what is wrong."""
    target = indicator.target
    if target.flaw is None or target.flaw_span is None or is_empty_row(indicator):
        return
    start, end = target.flaw_span
    column = indicator.columns.get("指标性质") if target.flaw is Flaw.TWO_OPERATORS else None
    inner = unquoted(target.raw) if target.flaw is Flaw.QUOTED else None
    place = Place(indicator.target_path)
    yield Finding(
        place.within(start, end),
        _MESSAGES[target.flaw],
        _UNQUOTE if inner else _ADVICE,
        {
            "name": indicator.name,
            "target": target.shown,
            "piece": (column.text.strip() if column else "") + target.raw[start:end],
            "sample": inner or sample(indicator),
        },
        fixes=(Fix(_TITLE, SAFE, (Edit(place, inner),)),) if inner else (),
    )
