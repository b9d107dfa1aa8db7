"""满意度指标里放了不是满意度的指标
An indicator under 满意度指标 that is not satisfaction

## 查什么
使用率、完成率、合格率、覆盖率、知晓率，人数、次数、面积，金额、年限、增长率、占比、影响因子这类与人的感受无关的指标，
放在了满意度指标里。
认可度、好评率、获得感、安全感、支持率、投诉率、评价结果等说的是人的感受，不报；只写了人群（服务对象、学生家长、干警）的，
意思是他们的满意度，不报；指标值空着的不报。

## What
Rates of use, completion, quality, coverage or awareness, counts, areas, sums, shares, growth or an
impact factor under satisfaction. Whatever tells people's opinion (approval, praise, sense of
safety, complaints), names that are only a group of people, and blank values are not reported.

## 为什么
满意度指标考核服务对象是否满意，要靠调查得来；使用率、完成率是另一回事，不能代替。

## Why
Satisfaction is asked of the people served; use or completion says something else and can't stand for it.

## 错误示例 Wrong
```yaml
绩效指标:
  满意度指标:
    服务对象满意度指标:
      便民服务终端使用率: ≥80.00(%)
```
---
```yaml
绩效指标:
  满意度指标:
    服务对象满意度指标:
      受益村民人数: ≥1200.00(人)
      受益村民满意度: ≥90.00(%)
```
---
```yaml
绩效指标:
  满意度指标:
    服务对象满意度指标:
      垃圾分类政策知晓率: ≥90.00(%)
```
---
```yaml
绩效指标:
  满意度指标:
    服务对象满意度指标:
      道路绿化工程验收合格率: =100.00(%)
```

## 正确示例 Right
```yaml
绩效指标:
  满意度指标:
    服务对象满意度指标:
      受益村民满意度: ≥90.00(%)
      家长认可率: ≥90.00(%)
      群众安全感: ≥95.00(%)
      游客投诉率: ≤2.00(%)
      学生家长: ≥90.00(%)
```

## 依据 Source
财预〔2021〕101号、财预〔2015〕88号 把服务对象满意度单列为一类；具体归类是 填报惯例 · filing practice。
"""

from collections.abc import Iterator, Sequence

from declint.declaration.edition import Kind
from declint.declaration.model import Category, Declaration, Indicator
from declint.declaration.rows import about, rows_with
from declint.finding import Argument, Finding, Words
from declint.language.lexicon import words
from declint.language.measures import (
    BAD_RATE,
    CAPPED_RATE,
    COUNTS,
    DECREASE,
    GROWTH,
    OPEN_RATE,
    OTHER_RATE,
    SHARE,
    SUM_OF_MONEY,
)
from declint.language.names import core
from declint.language.units import MONEY, plain, unit_class
from declint.rules.cat.neighbours import borders, fitting, shown, with_slip
from declint.rules.cat.places import better, homes, is_placed
from declint.rules.kit import ERROR, rule

_MESSAGE = Words(
    "“{name}”（“{target}”）不是满意度，却放在“{here}”里",
    "“{name}” (“{target}”) is not satisfaction, but stands under “{here}”",
)
_MOVE = Words(
    "移到合适的栏目（{better}）；要考核满意度，另填一行，写明是谁的满意度，例如“服务对象满意度 ≥90(%)”",
    "move it where it belongs ({better}); to ask for satisfaction, add a row that says whose",
)
_ELSEWHERE = Words(
    "按内容移到产出或效益里合适的栏目；要考核满意度，另填一行，写明是谁的满意度，例如“服务对象满意度 ≥90(%)”",
    "move it to the output or benefit it measures; to ask for satisfaction, add a row that says whose",
)
_AMOUNTS = COUNTS | {SUM_OF_MONEY, "年限"}
_THINGS = frozenset({MONEY, "人", "次", "人次", "户", "机构", "个", "面积", "长度", "体积", "重量"})
_RATES = frozenset({BAD_RATE, CAPPED_RATE, DECREASE, OPEN_RATE, OTHER_RATE, SHARE})
_GROWTH_PROPER = ("增长率", "增长", "增幅", "增长幅度", "增速")


@rule("CAT004", "not-satisfaction", severity=ERROR, gives_way_to=("CAT001", "CAT007"))
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each row under satisfaction whose name measures something else."""
    found = {row.path: row for row, _ in rows_with(declaration, _is_other) if is_placed(declaration, row)}
    sides = borders(declaration, found)
    for row in found.values():
        yield _finding(declaration, row, sides.get(row.path, ()))


@about(lambda sort: sort.kind is Kind.SATISFACTION and (sort.is_number or sort.is_text))
def _is_other(row: Indicator) -> bool:
    measure, target, name = row.measure, row.target, core(row.name)
    if any(word in text for word in words("places", "感受词") for text in (name, target.raw)):
        return False
    if measure is None or (measure.name == GROWTH and unit_class(target.unit) == MONEY):
        return target.is_number and unit_class(plain(target.unit)) in _THINGS
    if measure.name in _AMOUNTS:
        return target.is_number and bool(target.unit) and not target.is_percentage
    if measure.name == GROWTH:
        return measure.head in _GROWTH_PROPER
    return (
        measure.name in _RATES
        or measure.head in words("places", "不是感受的指数")
        or name.endswith(words("places", "质量的比率"))
    )


def _finding(declaration: Declaration, row: Indicator, sides: Sequence[Category]) -> Finding:
    kinds = homes(row)
    neighbour = fitting(sides, kinds)
    places = better(declaration, kinds, neighbour)
    arguments: dict[str, Argument] = {
        "name": row.name,
        "target": row.target.shown,
        "here": row.category.level2,
        "better": places,
    }
    if neighbour:
        arguments["beside"] = neighbour.level2
    return Finding(
        row.key,
        with_slip(_MESSAGE) if neighbour else _MESSAGE,
        _MOVE if places else _ELSEWHERE,
        arguments,
        related=(shown(neighbour),) if neighbour else (),
    )
