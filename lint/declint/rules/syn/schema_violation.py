"""栏目或内容与申报表不符
A label or a value is not as the form has it

## 查什么
多出、写错、缺少或放错位置的栏目；空着的必填栏目；日期、年度、金额写得不规范；指标没有按一级、二级、三级填写。
一个错误只报一次，报在要改的那一行。

## What
Labels that the form does not have, that are misspelt, missing or in the wrong block; required fields left
blank; years, dates and amounts that are none; indicators that lack their level 1 or level 2. One cause
gives one finding, on the line to repair.

## 为什么
栏目不对，后面的检查和汇总都找不到这项内容。

## Why
A value under a wrong label is found by nobody.

## 错误示例 Wrong
```yaml
计划开始日期: 2026/1/1
```
---
```yaml
年度: 2026年
```
---
```yaml
年度资金:
  年度申请总额: 500000.00
  当年财政拨款: 500000.00
```
---
```yaml
年度资金:
  年度资金申请总额: 五十万元
  当年财政拨款: 500000.00
```
---
```yaml
项目名称:
```
---
```yaml
绩效目标:
  项目总目标:
```
---
```yaml
绩效目标:
项目总目标:
年度总体目标: 养护乡村公路不少于 120 公里，群众满意度达到 90% 以上。
```
---
```yaml
绩效指标:
  数量指标:
    养护公路里程: ≥120.00(公里)
```
---
```yaml
绩效指标:
  产出指标:
    数量指标:
      - 养护公路里程: ≥120.00(公里)
```
---
```yaml
绩效指标:
  - 产出指标:
      数量指标:
        养护公路里程: ≥120.00(公里)
```

## 正确示例 Right
```yaml
年度: 2026
计划开始日期: 2026-01-01
计划完成日期: 2026-12-31
实施单位: 示例市公路养护中心
项目资金:
  项目资金总额:
绩效目标:
  项目总目标:
  年度总体目标: 养护乡村公路不少于 120 公里，群众满意度达到 90% 以上。
绩效指标:
  产出指标:
    数量指标:
      养护公路里程: ≥120.00(公里)
      安装护栏长度: {指标性质: ≥, 指标值: 800, 度量单位: 米}
```

## 依据 Source
申报表的栏目；格式见 schemas/declaration.schema.json · the labels of the form, as in the JSON Schema
"""

from collections.abc import Iterator

from declint.declaration.reading import Reading
from declint.finding import Finding
from declint.rules.kit import ERROR, SAFE, reading_rule


@reading_rule("SYN002", "schema-violation", severity=ERROR, fix=SAFE, always=True)
def check(reading: Reading) -> Iterator[Finding]:
    """Yield each cause for which the file is not the form."""
    if not reading.violations:
        return
    from declint.rules.syn.breach import finding_of

    for problem in reading.violations:
        yield finding_of(problem, reading)
