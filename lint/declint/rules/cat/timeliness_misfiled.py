"""时效类指标没有放在时效指标里
An indicator about time is filed outside 时效指标

## 查什么
及时率、及时性、按时完成率、准点率、完成时间、竣工日期、响应时间、修复时间、处置时限这类说“什么时候做完”“多快做完”的
指标，放在了数量、质量、成本、效益或满意度里。名称没有时间词，但说的是完成、建成、上线、发放，整个指标值又是一个期限
（2026年10月底前）的，也查。
培训天数、课时、服务时长是做了多少，不报；使用年限、服务期限、等待时间、通行时间不报；办理时间、审批时间放在效益里可能是
便民的成效，不报；系统几秒内响应是性能，不报；及时准确率这样把时间和质量合在一起的，不报；按时毕业率、按期还款率不报。

## What
A row about when or how fast something is done (punctuality, completion date, response or repair time), or
a deed whose whole value is a deadline, outside 时效指标. Amounts of days or lessons, service lives, waiting
times, the speed of a system, mixed names and outcomes such as on-time graduation are not reported.

## 为什么
时效指标考核产出的时间要求。放到别的栏目，时效一栏就空了，别的栏目也考核不到该考核的内容。

## Why
Timeliness has a category of its own; filed elsewhere, that category is empty and the other one says nothing.

## 错误示例 Wrong
```yaml
绩效指标:
  产出指标:
    质量指标:
      养老服务补贴发放及时率: =100.00(%)
```
---
```yaml
绩效指标:
  效益指标:
    社会效益指标:
      供水管网漏点修复时间: ≤24.00(小时)
```
---
```yaml
绩效指标:
  产出指标:
    数量指标:
      村卫生室改造完成时间: 2026年10月底前
```
---
```yaml
绩效指标:
  满意度指标:
    服务对象满意度指标:
      公交线路准点率: ≥95.00(%)
```
---
```yaml
绩效指标:
  产出指标:
    质量指标:
      完成灌区渠系清淤: 2026年5月底前
```
---
```yaml
绩效指标:
  成本指标:
    经济成本指标:
      农田灌溉设施按期完工率: =100.00(%)
```

## 正确示例 Right
```yaml
绩效指标:
  产出指标:
    数量指标:
      法官业务培训天数: ≥5.00(天)
      非遗传承课时: ≥120.00(课时)
    质量指标:
      疫情信息报送及时准确率: ≥98.00(%)
      政务系统平均响应时间: ≤3.00(秒)
    时效指标:
      养老服务补贴发放及时率: =100.00(%)
      村卫生室改造完成时间: 2026年10月底前
  效益指标:
    社会效益指标:
      门诊患者平均等待时间: ≤20.00(分钟)
      研究生按时毕业率: ≥90.00(%)
```
---
```yaml
绩效指标:
  产出指标:
    数量指标:
      疏浚河道长度: ≥3.00(公里)
    质量指标:
      河道疏浚验收合格率: =100.00(%)
    时效指标:
      河道疏浚完成及时率: =100.00(%)
    成本指标:
      疏浚工程总成本: ≤40.00(万元)
  效益指标:
    社会效益指标:
      受益村民人数: ≥800.00(人)
  满意度指标:
    服务对象满意度指标:
      沿岸村民满意度: ≥90.00(%)
```

## 依据 Source
财预〔2021〕101号、财预〔2015〕88号 把时效指标列为产出指标的一类；具体归类是 填报惯例 · filing practice。
"""

from collections.abc import Iterator

from declint.declaration.edition import Kind
from declint.declaration.model import Category, Declaration, Indicator
from declint.declaration.rows import about, rows_with
from declint.finding import Argument, Finding, Fix, Move, Words
from declint.rules.cat.neighbours import borders, fitting, shown, with_slip
from declint.rules.cat.places import is_placed
from declint.rules.cat.timeliness import may_be_timely, time_words
from declint.rules.kit import ERROR, UNSAFE, rule

_MESSAGE = Words(
    "“{name}”（“{target}”）说的是时间（“{words}”），却放在“{here}”里",
    "“{name}” (“{target}”) is about time (“{words}”), but stands under “{here}”",
)
_ADVICE = Words("移到“{level1}”的“{level2}”里", "move it to “{level1}” → “{level2}”")
_TITLE = Words("移到“{level2}”", "move it to “{level2}”")


@rule("CAT001", "timeliness-misfiled", severity=ERROR, fix=UNSAFE, gives_way_to=("TGT004",))
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each row about time that stands in another category than 时效指标."""
    edition = declaration.edition
    level1, level2 = edition.level1_of(Kind.TIMELINESS), edition.level2_of(Kind.TIMELINESS)
    if level1 is None or level2 is None:
        return
    found = {
        row.path: (row, words)
        for row, words in rows_with(declaration, _time_elsewhere)
        if is_placed(declaration, row)
    }
    sides = borders(declaration, found)
    for row, words in found.values():
        neighbour = fitting(sides.get(row.path, ()), (Kind.TIMELINESS,))
        yield _finding(row, words, Move(row.path, level1, level2), neighbour)


@about(lambda sort: sort.kind is not Kind.TIMELINESS and may_be_timely(sort))
def _time_elsewhere(row: Indicator) -> str | None:
    return time_words(row)


def _finding(row: Indicator, words: str, move: Move, neighbour: Category | None) -> Finding:
    arguments: dict[str, Argument] = {
        "name": row.name,
        "target": row.target.shown,
        "words": words,
        "here": row.category.level2,
        "level1": move.level1,
        "level2": move.level2,
    }
    if neighbour:
        arguments["beside"] = neighbour.level2
    return Finding(
        row.key,
        with_slip(_MESSAGE) if neighbour else _MESSAGE,
        _ADVICE,
        arguments,
        related=(shown(neighbour),) if neighbour else (),
        fixes=(Fix(_TITLE, UNSAFE, (move,)),),
    )
