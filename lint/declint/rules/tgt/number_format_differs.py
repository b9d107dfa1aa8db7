"""数字的写法与本表多数指标值不一致
A number written differently from the rest of the file

## 查什么
- 本表“数字(单位)”写法的指标值里，四分之三以上（至少 3 个）用同一种小数位数，个别的不一样：
  多数是“100.00(%)”，这里是“100(%)”；
- 指标值里有全角的数字、“％”“＝”。
数值本身不变，可以自动修改。

## What
A bracketed number with other decimals than three quarters (and at least three) of the file's, as `100(%)`
among `100.00(%)`; full-width digits, ％ or ＝ in a target. The value itself stays; the fix is safe.

## 为什么
表格从系统里导出时小数位数是统一的，不一样的那一行往往是手工改过、没有回填系统的。

## Why
The system prints every number alike; a row that differs was probably typed by hand afterwards.

## 错误示例 Wrong
```yaml
绩效指标:
  产出指标:
    数量指标:
      巡回义诊场次: ≥24(场)
      义诊药品发放种类: ≥15.00(种)
```
---
```yaml
绩效指标:
  产出指标:
    质量指标:
      校舍维修合格率: ＝１００.00(％)
```

## 正确示例 Right
```yaml
绩效指标:
  产出指标:
    数量指标:
      巡回义诊场次: ≥24.00(场)
      流动图书车: 3辆
```

## 依据 Source
填报惯例 · filing practice：同一张表的数字写法一致。
"""

from collections.abc import Iterator

from declint.declaration.model import Declaration
from declint.declaration.target import Target
from declint.finding import Argument, Edit, Finding, Fix, Place, Stretch, Words
from declint.language.width import half
from declint.pattern import pattern
from declint.rules.decimals import is_bracketed, usual_decimals, with_decimals
from declint.rules.kit import NOTE, SAFE, rule

_DECIMALS = Words(
    "“{name}”的指标值写成“{target}”，本表其余 {count} 个数字大多写 {decimals} 位小数",
    "“{target}” of “{name}”: most of the other {count} numbers of this file have {decimals} decimals",
)
_WIDTH = Words(
    "“{name}”的指标值“{target}”里有全角字符“{characters}”",
    "“{target}” of “{name}” has full-width characters: “{characters}”",
)
_ADVICE = Words("写成“{right}”", "write “{right}”")
_FULL_WIDTH = "０１２３４５６７８９％＝．＞＜"
_WIDE = pattern(f"[{_FULL_WIDTH}]")


@rule("TGT009", "number-format-differs", severity=NOTE, fix=SAFE, gives_way_to=("TGT004", "TGT005", "TGT010"))
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each number that is written differently, once a row."""
    numbers = [each for each in declaration.indicators if each.target.is_number]
    if _are_alike([each.target for each in numbers]):
        return
    bracketed = [each for each in numbers if is_bracketed(each)]
    usual = usual_decimals([each.target.decimals for each in bracketed])
    for indicator in numbers:
        target = indicator.target
        if target.decimals == usual and not _WIDE.search(target.raw):
            continue
        edits = [
            Edit(Place(indicator.target_path).within(at, at + 1), half(char))
            for at, char in enumerate(target.raw)
            if char in _FULL_WIDTH
        ]
        message = _WIDTH if edits else None
        if usual is not None and is_bracketed(indicator) and target.decimals != usual:
            number = with_decimals(target, usual)
            if number and indicator.number and target.number_span:
                start, end = target.number_span
                edits = [each for each in edits if not _lies_within(each.at, start, end)]
                edits.append(Edit(indicator.number, number))
                message = _DECIMALS
        if message:
            arguments: dict[str, Argument] = {
                "name": indicator.name,
                "target": target.shown,
                "count": len(bracketed) - 1,
                "decimals": usual or 0,
                "characters": "".join(dict.fromkeys(char for char in target.raw if char in _FULL_WIDTH)),
                "right": _edited(target.raw, edits),
            }
            fix = Fix(_ADVICE, SAFE, tuple(edits))
            yield Finding(indicator.number or indicator.value, message, _ADVICE, arguments, fixes=(fix,))


def _are_alike(targets: list[Target]) -> bool:
    """Whether all are written with as many decimals, and none in full width."""
    decimals = {each.decimals for each in targets}
    return len(decimals) <= 1 and not _WIDE.search("".join([each.raw for each in targets]))


def _lies_within(place: Place | Stretch, start: int, end: int) -> bool:
    return place.start is not None and start <= place.start < end


def _edited(text: str, edits: list[Edit]) -> str:
    for edit in sorted(edits, key=lambda edit: edit.at.start or 0, reverse=True):
        text = text[: edit.at.start] + edit.text + text[edit.at.end :]
    return text
