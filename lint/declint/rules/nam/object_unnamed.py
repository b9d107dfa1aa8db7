"""指标名称没有说明是什么的率
A rate of nothing in particular

## 查什么
名称只有“验收合格率”“质量达标率”“完成率”几个字，而这份表的数量指标有三样以上不同的东西，看不出说的是哪一样。
只有一两样的、写明对象的（救灾帐篷验收合格率）、说整体进度的（完成及时率）不报。

## What
A name that is only “验收合格率”, “质量达标率” or “完成率” in a declaration whose quantity rows count three
or more different things. With one or two things, or where the object is named, nothing is reported.

## 为什么
说不清是哪一样的合格率，就不知道该拿什么数据来证明，也容易漏掉真正要验收的东西。

## Why
Without its object nobody knows which data prove the rate.

## 错误示例 Wrong
```yaml
绩效指标:
  产出指标:
    数量指标:
      新建公厕数量: ≥6.00(座)
      购置清扫车数量: ≥4.00(辆)
      更换果皮箱数量: ≥200.00(个)
    质量指标:
      验收合格率: =100.00(%)
```
---
```yaml
绩效指标:
  产出指标:
    数量指标:
      抗旱水源井数量: ≥15.00(眼)
      节水灌溉面积: ≥900.00(亩)
      购置水泵数量: ≥30.00(台)
    质量指标:
      质量达标率: ≥95.00(%)
```

## 正确示例 Right
```yaml
绩效指标:
  产出指标:
    数量指标:
      新建公厕数量: ≥6.00(座)
      购置清扫车数量: ≥4.00(辆)
      更换果皮箱数量: ≥200.00(个)
    质量指标:
      新建公厕验收合格率: =100.00(%)
    时效指标:
      各项工作完成及时率: =100.00(%)
```
---
```yaml
绩效指标:
  产出指标:
    数量指标:
      购置救护车数量: ≥3.00(辆)
    质量指标:
      验收合格率: =100.00(%)
```

## 依据 Source
填报惯例 · filing practice：指标名称写明对象。
"""

from collections.abc import Iterator, Sequence

from declint.declaration.edition import Kind
from declint.declaration.model import Declaration, Indicator
from declint.declaration.rows import about, rows_with
from declint.finding import Finding, Related, Words
from declint.language.lexicon import vocabulary
from declint.language.names import core
from declint.rules.kit import NOTE, rule
from declint.rules.nam.rows import in_brief, is_row

_MESSAGE = Words(
    "“{name}”没有说明是什么的{name}；数量指标里有 {count} 样东西（{things}），看不出指哪一样",
    "“{name}” does not say of what; there are {count} things it could mean ({things})",
)
_ADVICE = Words(
    "写明对象，如“{example}{name}”；几样都要考核的，各写一行",
    "name the object, such as “{example}{name}”; one row for each thing to be judged",
)
_THING = Words("可能指的是这一项", "it could mean this one")


@rule("NAM002", "object-unnamed", severity=NOTE, gives_way_to=("TGT004", "TGT005"))
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each rate without an object where there are several things it could mean."""
    found = rows_with(declaration, _is_rate_of_nothing)
    things = _things(declaration.indicators) if found else []
    if len(things) < 3:
        return
    for indicator, _ in found:
        yield Finding(
            indicator.key,
            _MESSAGE,
            _ADVICE,
            {
                "name": core(indicator.name),
                "count": len(things),
                "things": tuple(in_brief(each.name) for each in things[:3]),
                "example": _object(things[0]),
            },
            related=tuple(Related(each.key, _THING) for each in things[:3]),
        )


@about(lambda sort: sort.kind is not Kind.SATISFACTION)
def _is_rate_of_nothing(indicator: Indicator) -> bool:
    return core(indicator.name) in vocabulary("indicator_names", "没有对象的率")


def _things(indicators: Sequence[Indicator]) -> list[Indicator]:
    """The rows that count something: different names, no rates."""
    found: dict[str, Indicator] = {}
    for indicator in indicators:
        counts = indicator.target.is_number and not indicator.target.is_percentage
        if indicator.kind is Kind.QUANTITY and counts and is_row(indicator):
            found.setdefault(_object(indicator), indicator)
    return list(found.values())


def _object(indicator: Indicator) -> str:
    """What a row counts, without the measuring word at the end of its name."""
    name = core(indicator.name)
    measure = indicator.measure
    return name.removesuffix(measure.head) or name if measure else name
