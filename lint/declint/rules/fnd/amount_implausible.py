"""金额不合常理
An amount that can't be

## 查什么
金额是负数；年度资金申请总额是零；金额比 0.01 元还细。

## What
Negative amounts, an annual request of zero, amounts finer than 0.01 元.

## 为什么
申请的资金不可能是负数，申请零元不需要申报，人民币没有比分更小的单位。

## Why
A request is never negative, a request of nothing needs no form, and there is no coin below one fen.

## 错误示例 Wrong
```yaml
年度资金:
  年度资金申请总额: 480000.00
  当年财政拨款: 500000.00
  上年结转资金: 0.00
  其他资金: -20000.00
```
---
```yaml
年度资金:
  年度资金申请总额: 0.00
  当年财政拨款: 0.00
  上年结转资金: 0.00
  其他资金: 0.00
```
---
```yaml
年度资金:
  年度资金申请总额: 480000.333
  当年财政拨款: 480000.33
```

## 正确示例 Right
```yaml
年度资金:
  年度资金申请总额: 480000.50
  当年财政拨款: 0.00
  上年结转资金: 480000.50
  其他资金: 0.00
```
---
```yaml
金额单位: 万元
年度资金:
  年度资金申请总额: 48.00005
  当年财政拨款: 48.00005
```

## 依据 Source
填报惯例 · filing practice
"""

from collections.abc import Iterator
from decimal import Decimal

from declint.declaration.model import Amount, Declaration
from declint.finding import Argument, Finding, Words
from declint.rules.fnd.money import ANNUAL_PARTS, CENT, PROJECT_TOTAL, REQUEST, shown
from declint.rules.kit import ERROR, rule

_NEGATIVE = Words("“{label}”是负数：{amount}", "{label} is negative: {amount}")
_NEGATIVE_ADVICE = Words(
    "核对原表，去掉负号或改成正确的金额；没有这笔资金的填 0.00 或空着",
    "compare with the original: remove the sign, or write 0.00 where there is no such money",
)
_ZERO = Words("年度资金申请总额是 0，没有申请任何资金", "the annual request is zero")
_ZERO_ADVICE = Words("填写本年度申请的金额；不申请资金的项目不必申报", "fill in what is applied for")
_FINE = Words("“{label}”是 {amount}，比 0.01 元还细", "{label} is {amount}, finer than 0.01 元")
_FINE_ADVICE = Words("核对原表，写到分为止，例如 {right}", "write no more than fen, such as {right}")


@rule("FND005", "amount-implausible", severity=ERROR)
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each amount that can't be."""
    amounts = {label: field for label, field in declaration.fields.items() if isinstance(field, Amount)}
    negative = {label for label, field in amounts.items() if field.yuan is not None and field.yuan < 0}
    for label, field in amounts.items():
        if field.yuan is None:
            continue
        if label in negative and not _follows(label, negative):
            yield Finding(field.value, _NEGATIVE, _NEGATIVE_ADVICE, _named(field, field.yuan))
        elif label == REQUEST and field.yuan == 0 and not _has_parts(declaration):
            yield Finding(field.value, _ZERO, _ZERO_ADVICE, _named(field, field.yuan))
        elif field.yuan != (cents := field.yuan.quantize(CENT)):
            right = shown(cents, field.unit)
            yield Finding(field.value, _FINE, _FINE_ADVICE, {**_named(field, field.yuan), "right": right})


def _named(field: Amount, yuan: Decimal) -> dict[str, Argument]:
    return {"label": field.label, "amount": shown(yuan, field.unit)}


def _follows(label: str, negative: set[str]) -> bool:
    """Whether a total is negative only as the sum of a negative part."""
    block = label.partition("/")[0]
    return label in (REQUEST, PROJECT_TOTAL) and any(
        each != label and each.startswith(block) for each in negative
    )


def _has_parts(declaration: Declaration) -> bool:
    """Whether a part of the annual request is filled, so that a zero is the sum's mistake."""
    found = [declaration.amount(label) for label in ANNUAL_PARTS]
    return any(amount is not None and amount.yuan for amount in found)
