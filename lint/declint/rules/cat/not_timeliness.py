"""时效指标里放了与时间无关的指标
An indicator under 时效指标 that is not about time

## 查什么
数量、人数、家数、面积、金额，使用率、转化率、知晓率、覆盖率、合格率，稳定性、准确性这类与“什么时候、多快、多久一次”
无关的指标，放在了时效指标里。
完成率、执行率、到位率、支付率、发放率、结项率放在时效指标里很常见，不报；频次（每月 1 次、4 次/年）、
时长（3 年、180 天）、工期、周期、期限、进度不报；名称里有时间词（按期、当年、年底前、24 小时内）的不报；
看不出衡量什么的不报；满意度和成本另有规则。

## What
A count, a sum, a rate of use, awareness, coverage or quality, or a state such as stability, under
时效指标.
Completion, execution, payment and delivery rates, frequencies, durations, progress, names with a word of
time, and names that tell no measure are not reported; satisfaction and cost have rules of their own.

## 为什么
时效指标考核产出的时间要求：何时完成、多快响应、多久一次。放进别的内容，等于没有时效指标。

## Why
This category asks when, how fast or how often; other measures leave it without a requirement on time.

## 错误示例 Wrong
```yaml
绩效指标:
  产出指标:
    时效指标:
      新增公共停车泊位数量: ≥120.00(个)
      停车场建设按期完成率: =100.00(%)
```
---
```yaml
绩效指标:
  产出指标:
    时效指标:
      非遗展馆开放及时率: =100.00(%)
      惠农政策知晓率: ≥85.00(%)
```
---
```yaml
绩效指标:
  产出指标:
    时效指标:
      水文监测系统稳定性: ≥98.00(%)
```
---
```yaml
绩效指标:
  产出指标:
    时效指标:
      受益农户户数: ≥300.00(户)
```

## 正确示例 Right
```yaml
绩效指标:
  产出指标:
    时效指标:
      灌溉设施改造完成率: =100.00(%)
      农机购置补贴支付率: =100.00(%)
      河道巡查频次: 每月 1 次
      法律援助服务周期: 12个月
      庭审设备质保: 3年
      24小时内急救药品到货率: ≥95.00(%)
      工程进度: ≥80.00(%)
```

## 依据 Source
财预〔2021〕101号、财预〔2015〕88号 把时效指标列为产出指标的一类；具体归类是 填报惯例 · filing practice。
"""

from collections.abc import Iterator, Sequence

from declint.declaration.edition import Kind
from declint.declaration.model import Category, Declaration, Indicator
from declint.declaration.rows import Sort, about, rows_with
from declint.finding import Argument, Finding, Words
from declint.language.lexicon import words
from declint.language.measures import COUNTS, DAYS, DECREASE, GROWTH, LESSONS, SUM_OF_MONEY
from declint.language.names import core
from declint.language.quantity import Operator
from declint.language.units import MONEY, TIME, denominator, unit_class
from declint.rules.cat.neighbours import borders, fitting, shown, with_slip
from declint.rules.cat.places import better, homes, homes_of, is_placed
from declint.rules.kit import WARNING, rule

_MESSAGE = Words(
    "“{name}”（“{target}”）与时间无关，却放在“{here}”里",
    "“{name}” (“{target}”) is not about time, but stands under “{here}”",
)
_ADVICE = Words(
    "移到合适的栏目（{better}）；“{here}”只填何时完成、多快、多久一次，例如“各项工作完成及时率 =100(%)”",
    "move it where it belongs ({better}); “{here}” says when, how fast or how often",
)
_AMOUNTS = COUNTS - {DAYS, LESSONS} | {SUM_OF_MONEY}
_THINGS = frozenset({MONEY, "人", "人次", "户", "机构", "个", "面积", "长度", "体积", "重量"})
_OTHERS_SPEAK = (Kind.TIMELINESS, Kind.SATISFACTION)
"""Categories of rows that are right here, or of which another rule speaks."""
_LIFE = "年限"
_LIMITS = (Operator.AT_MOST, Operator.LESS_THAN)


@rule("CAT002", "not-timeliness", severity=WARNING, gives_way_to=("CAT007",))
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each row under 时效指标 whose name and value have nothing to do with time."""
    found = {row.path: row for row, _ in rows_with(declaration, _is_timeless) if is_placed(declaration, row)}
    sides = borders(declaration, found)
    for row in found.values():
        yield _finding(declaration, row, sides.get(row.path, ()))


def _kinds(row: Indicator) -> tuple[Kind, ...]:
    """Where a row belongs; one that counts things without saying so in its name is a quantity."""
    if known := homes(row):
        return known
    if not _counts_things(row):
        return ()
    return (Kind.ECONOMIC_BENEFIT,) if unit_class(row.target.unit) == MONEY else (Kind.QUANTITY,)


def _counts_things(row: Indicator) -> bool:
    """编印资料 ≥2000册, 举办讲座 ≥10场; 次 may say how often."""
    target = row.target
    if row.measure is not None or not target.is_number or target.operator in _LIMITS:
        return False
    return unit_class(target.unit) in _THINGS or target.unit in ("场", "场次")


def _may_be_timeless(sort: Sort) -> bool:
    """Whether rows of a sort stand here, and their names do not measure time for certain."""
    if sort.kind is not Kind.TIMELINESS or not (sort.is_number or sort.is_text):
        return False
    kinds = homes_of(sort.measure)
    return kinds is None or (kinds != () and kinds[0] not in _OTHERS_SPEAK)


@about(_may_be_timeless)
def _is_timeless(row: Indicator) -> bool:
    measure, target, name = row.measure, row.target, core(row.name)
    kinds = _kinds(row)
    if not kinds or kinds[0] in _OTHERS_SPEAK:
        return False
    if measure and measure.name == _LIFE:
        return target.is_number and measure.head in words("places", "不是时效的年限")
    if _has_time_word(name) or _has_time_word(target.raw) or _is_in_time(target.unit):
        return False
    if measure and measure.name in _AMOUNTS:
        return target.is_number and not target.is_percentage
    return measure is None or measure.name in (GROWTH, DECREASE) or target.is_text or target.is_percentage


def _is_in_time(unit: str) -> bool:
    """天, 次/年."""
    return TIME in (unit_class(unit), unit_class(denominator(unit) or ""))


def _has_time_word(text: str) -> bool:
    for word in words("places", "不是时间词"):
        text = text.replace(word, "□")
    return any(word in text for word in words("places", "时间词"))


def _finding(declaration: Declaration, row: Indicator, sides: Sequence[Category]) -> Finding:
    kinds = _kinds(row)
    neighbour = fitting(sides, kinds)
    arguments: dict[str, Argument] = {
        "name": row.name,
        "target": row.target.shown,
        "here": row.category.level2,
        "better": better(declaration, kinds, neighbour),
    }
    if neighbour:
        arguments["beside"] = neighbour.level2
    return Finding(
        row.key,
        with_slip(_MESSAGE) if neighbour else _MESSAGE,
        _ADVICE,
        arguments,
        related=(shown(neighbour),) if neighbour else (),
    )
