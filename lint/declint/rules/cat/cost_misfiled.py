"""成本放错了栏目，或者成本栏目里放了别的
A cost outside the cost category, or something else inside it

## 查什么
一、以“成本、费用、单价、造价”结尾、以元或万元控制的指标，没有放在成本指标里（2021版是一级指标“成本指标”，2015版是
产出指标下的“成本指标”）。
二、经济成本指标（2015版的成本指标）里放了人数、场次、家数、面积这类与花钱无关的数目，
或者合格率、覆盖率这类与花钱无关的比率。
不报：节约、降低的成本（那是效益），收入、产值、投资、税收，补助标准和发放标准，患者或企业少花的费用，社会平均或市场
价格，成本核算完成率这类不是成本的指标；成本指标里的金额、成本控制率、文字，“≤”的控制数，用工用水用电等消耗，
社会成本和生态环境成本。

## What
A name that ends in cost, expense, unit price or construction price, bounded in money, outside the
edition's cost category; and a plain count of people, events, bodies or area, or a rate of quality
or coverage, inside 经济成本指标 (成本指标 of the 2015 edition). Savings, income, investment, standards of
grants, other people's expenses and market prices are not reported; nor are money, rates of cost
control, texts, upper bounds, use of labour and energy, and social or ecological cost inside it.

## 为什么
评价时按栏目看成本控制得怎样。成本放在别处就看不到，数目放在成本里也说明不了花了多少钱。

## Why
Cost control is judged by its category. A cost elsewhere is overlooked, and a count inside it tells no cost.

## 错误示例 Wrong
```yaml
绩效指标:
  产出指标:
    数量指标:
      校舍加固工程造价: ≤1800.00(元/平方米)
```
---
```yaml
绩效指标:
  产出指标:
    质量指标:
      疫苗冷藏箱采购单价: ≤3200.00(元/台)
```
---
```yaml
绩效指标:
  效益指标:
    经济效益指标:
      河道清淤成本: ≤45.00(元/立方米)
```
---
```yaml
绩效指标:
  成本指标:
    经济成本指标:
      护林员培训人数: ≥120.00(人)
```
---
```yaml
绩效指标:
  产出指标:
    数量指标:
      桥梁检测座数: ≥30.00(座)
    质量指标:
      桥梁检测报告合格率: =100.00(%)
    时效指标:
      桥梁检测及时率: ≥95.00(%)
    成本指标:
      桥梁检测成本: ≤4000.00(元/座)
      检测涉及乡镇数量: =8.00(个)
  效益指标:
    社会效益指标:
      桥梁垮塌事故次数: =0.00(次)
  满意度指标:
    服务对象满意度指标:
      沿线村民满意度: ≥90.00(%)
```

## 正确示例 Right
```yaml
绩效指标:
  成本指标:
    经济成本指标:
      校舍加固工程造价: ≤1800.00(元/平方米)
      低保补助标准: =800.00(元/月)
      编外用工人数: ≤12.00(人)
      成本控制率: ≤100.00(%)
    社会成本指标:
      施工扰民投诉次数: ≤3.00(次)
  产出指标:
    质量指标:
      医院成本核算完成率: =100.00(%)
  效益指标:
    经济效益指标:
      乡镇机关节约办公费用: ≥12.00(万元)
      次均门诊费用: ≤260.00(元/次)
      带动民间投资: ≥300.00(万元)
```

## 依据 Source
财预〔2021〕101号 把成本指标列为一级指标，财预〔2015〕88号 把成本指标列在产出指标下；
具体归类是 填报惯例 · filing practice。
"""

from collections.abc import Iterator

from declint.declaration.edition import BENEFITS, OUTPUTS, Edition, Kind
from declint.declaration.model import Declaration, Indicator
from declint.declaration.rows import Sort, about, rows_with
from declint.finding import Argument, Finding, Words
from declint.language.lexicon import words
from declint.language.measures import (
    AREA,
    ATTENDANCES,
    BODIES,
    COST_MEASURES,
    LENGTH,
    OCCASIONS,
    PERSONS,
    QUANTITY,
    Direction,
)
from declint.language.names import core
from declint.language.quantity import Operator
from declint.language.units import MONEY, plain, unit_class
from declint.rules.cat.places import better, homes, is_placed
from declint.rules.kit import ERROR, rule

_OUTSIDE = Words(
    "“{name}”（“{target}”）是成本，却放在“{here}”里",
    "“{name}” (“{target}”) is a cost, but stands under “{here}”",
)
_TO_COST = Words(
    "把“{name}”移到“{level1} / {level2}”",
    "move it to “{level1} / {level2}”",
)
_INSIDE = Words(
    "“{here}”里的“{name}”（“{target}”）是{measures}，不是成本",
    "“{name}” (“{target}”) under “{here}” is no cost",
)
_TO_OUTPUT = Words(
    "把“{name}”移到合适的栏目（{better}）；“{here}”写控制的金额，例如“人均培训成本: ≤210.00(元/人)”",
    "move it where it belongs ({better}); “{here}” limits money, as in “人均培训成本: ≤210.00(元/人)”",
)
_ECONOMIC = (Kind.ECONOMIC_COST, Kind.COST)
_HIDDEN = (Kind.SOCIAL_COST, Kind.ECOLOGICAL_COST)
_LIMITS = (Operator.AT_MOST, Operator.LESS_THAN)
_UPPER = (*_LIMITS, Operator.EXACTLY, Operator.NONE, Operator.BETWEEN)
_LOWER = (Operator.AT_LEAST, Operator.MORE_THAN, Operator.EXACTLY, Operator.NONE)
_COUNTS = {
    PERSONS: "人数",
    ATTENDANCES: "人次",
    OCCASIONS: "次数",
    BODIES: "家数",
    AREA: "面积",
    LENGTH: "长度",
    QUANTITY: "数量",
}
_COUNTED = frozenset({"人", "人次", "机构", "户", "次", "面积", "长度", "个"})


@rule(
    "CAT007",
    "cost-misfiled",
    severity=ERROR,
    gives_way_to=("TGT004", "TGT005", "CAT001", "CAT003", "CAT008", "UNT001"),
)
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each cost outside the cost category and each count inside it."""
    kind = _cost_kind(declaration.edition)
    if kind is None:
        return
    for indicator, _ in rows_with(declaration, _is_misfiled):
        if not is_placed(declaration, indicator):
            continue
        if indicator.kind in _ECONOMIC:
            yield _inside(declaration, indicator)
        else:
            yield _outside(declaration.edition, kind, indicator)


def _may_be_misfiled(sort: Sort) -> bool:
    """Whether rows of a sort stand with the costs, or stand elsewhere and may be costs by their names."""
    if not sort.is_number or sort.kind in _HIDDEN:
        return False
    if sort.kind in _ECONOMIC:
        return True
    return sort.measure in COST_MEASURES if sort.measure else sort.kind in OUTPUTS


@about(_may_be_misfiled)
def _is_misfiled(indicator: Indicator) -> bool:
    if indicator.kind in _ECONOMIC:
        return _is_count(indicator) or _is_quality(indicator)
    return _is_cost(indicator)


def _cost_kind(edition: Edition) -> Kind | None:
    """What the edition calls economic cost, or None where it has no cost category."""
    return next((kind for kind in _ECONOMIC if edition.level1_of(kind)), None)


def _is_cost(indicator: Indicator) -> bool:
    """Whether the head of the name is this project's cost and the value bounds it in money."""
    target = indicator.target
    if not indicator.measure and not _names_fee(indicator):
        return False
    if unit_class(plain(target.unit)) != MONEY or not target.number:
        return False
    among_benefits = indicator.kind in BENEFITS
    if target.operator not in (_LIMITS if among_benefits else _UPPER):
        return False
    keys = ("不是本项目的成本", "别人的成本") if among_benefits else ("不是本项目的成本",)
    return not any(word in core(indicator.name) for key in keys for word in words("contents", key))


def _names_fee(indicator: Indicator) -> bool:
    """物业服务费 ≤80万元 among the outputs: a fee that is kept within a limit."""
    return indicator.target.operator in _LIMITS and core(indicator.name).endswith("费")


def _is_count(indicator: Indicator) -> bool:
    """Whether a row counts people, events, bodies or areas, and its name has nothing to do with spending."""
    target, measure, name = indicator.target, indicator.measure, core(indicator.name)
    if not target.number or target.operator not in _LOWER or "/" in target.unit:
        return False
    if measure is not None and (measure.name not in _COUNTS or measure.direction is Direction.LESS):
        return False
    return unit_class(target.unit) in _COUNTED and not any(
        word in name for word in words("contents", "与成本有关")
    )


def _is_quality(indicator: Indicator) -> bool:
    """Whether a row is a rate of quality or effect (验收合格率, 覆盖率), not of spending."""
    name = core(indicator.name)
    return (
        indicator.target.is_percentage
        and name.endswith((*words("places", "质量的比率"), *words("places", "公众的比率")))
        and not any(word in name for word in words("contents", "与成本有关"))
    )


def _outside(edition: Edition, kind: Kind, indicator: Indicator) -> Finding:
    arguments: dict[str, Argument] = {
        "name": indicator.name,
        "target": indicator.target.shown,
        "here": indicator.category.level2,
        "level1": edition.level1_of(kind) or "",
        "level2": edition.level2_of(kind) or "",
    }
    return Finding(indicator.key, _OUTSIDE, _TO_COST, arguments)


def _said(indicator: Indicator) -> str:
    """What a row that is no cost measures."""
    measure = indicator.measure
    return _COUNTS.get(measure.name, measure.head) if measure else "数目"


def _inside(declaration: Declaration, indicator: Indicator) -> Finding:
    kinds = homes(indicator) or (Kind.QUANTITY,)
    arguments: dict[str, Argument] = {
        "name": indicator.name,
        "target": indicator.target.shown,
        "here": indicator.category.level2,
        "measures": _said(indicator),
        "better": better(declaration, kinds, None),
    }
    return Finding(indicator.key, _INSIDE, _TO_OUTPUT, arguments)
