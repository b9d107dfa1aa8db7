"""满意度没有放在满意度指标里
A satisfaction indicator is filed outside 满意度指标

## 查什么
名称以“满意度”“满意率”“满意程度”结尾的指标，放在了数量、质量、时效、成本或效益里。
有的老表把“服务对象满意度指标”列在“效益指标”下面，填在那里是对的，不报。

## What
An indicator whose name ends in 满意度 or 满意率 in another category than satisfaction. Older forms that file
服务对象满意度指标 under 效益指标 are right.

## 为什么
满意度有自己的栏目。放进效益，效益就只剩下“大家满意”，考核不到真正的效果。

## Why
Satisfaction has a category of its own; as a benefit it takes the place of the real effect.

## 错误示例 Wrong
```yaml
绩效指标:
  效益指标:
    社会效益指标:
      改造小区居民满意度: ≥90.00(%)
```
---
```yaml
绩效指标:
  产出指标:
    质量指标:
      培训学员满意率: ≥95.00(%)
```
---
```yaml
绩效指标:
  产出指标:
    时效指标:
      参保人员满意度: ≥92.00(%)
```

## 正确示例 Right
```yaml
绩效指标:
  满意度指标:
    服务对象满意度指标:
      改造小区居民满意度: ≥90.00(%)
```
---
```yaml
绩效指标:
  产出指标:
    数量指标:
      资助学生人数: ≥500.00(人)
    质量指标:
      资助对象认定准确率: =100.00(%)
    时效指标:
      助学金发放及时率: =100.00(%)
    成本指标:
      助学金总成本: ≤50.00(万元)
  效益指标:
    社会效益指标:
      资助学生毕业率: ≥95.00(%)
    服务对象满意度指标:
      受助学生满意度: ≥90.00(%)
```

## 依据 Source
财预〔2021〕101号、财预〔2015〕88号 把服务对象满意度单列为一类。
"""

from collections.abc import Iterator

from declint.declaration.edition import Kind
from declint.declaration.model import Declaration, Indicator
from declint.declaration.rows import about, rows_with
from declint.finding import Finding, Fix, Move, Words
from declint.language.measures import SATISFACTION
from declint.rules.cat.places import is_placed
from declint.rules.kit import ERROR, UNSAFE, rule

_MESSAGE = Words(
    "“{name}”是满意度，却放在“{here}”里",
    "“{name}” is about satisfaction, but stands under “{here}”",
)
_ADVICE = Words("移到“{level1}”的“{level2}”里", "move it to “{level1}” → “{level2}”")
_TITLE = Words("移到“{level2}”", "move it to “{level2}”")
_WISH = "满意"


@rule("CAT003", "satisfaction-misfiled", severity=ERROR, fix=UNSAFE, gives_way_to=("TGT004",))
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each satisfaction in another category."""
    edition = declaration.edition
    level2 = edition.level2_of(Kind.SATISFACTION)
    levels = [level1 for level1, level2s in edition.levels.items() if level2 in level2s]
    if level2 is None:
        return
    for row, _ in rows_with(declaration, _is_satisfaction):
        if is_placed(declaration, row):
            arguments = {
                "name": row.name,
                "here": row.category.level2,
                "level1": levels[-1],
                "level2": level2,
            }
            fix = Fix(_TITLE, UNSAFE, (Move(row.path, levels[-1], level2),))
            yield Finding(row.key, _MESSAGE, _ADVICE, arguments, fixes=(fix,))


@about(lambda sort: sort.kind is not Kind.SATISFACTION and sort.measure == SATISFACTION)
def _is_satisfaction(row: Indicator) -> bool:
    """Whether the name ends in satisfaction; a bare 满意 needs a percentage (人民满意 is a slogan)."""
    return row.target.is_percentage or (row.measure is not None and row.measure.head != _WISH)
