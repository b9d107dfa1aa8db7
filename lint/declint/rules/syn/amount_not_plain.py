"""金额没有写成单纯的数字
An amount is not a plain number

## 查什么
金额里带千位分隔符、空格、“元”“万元”或用了全角数字。金额按它的意思读取并参加其他检查，只提示改写法。

## What
Amounts with separators, blanks, full-width digits or a unit. They are understood and checked all the same.

## 为什么
单纯的数字才能直接汇总、比较；“万元”写在数字后面容易与全表的金额单位混淆。

## Why
Plain numbers can be added and compared as they are; a unit behind one number contradicts that of the file.

## 错误示例 Wrong
```yaml
年度资金:
  年度资金申请总额: 1,250,000.00
  当年财政拨款: 1250000.00
```
---
```yaml
年度资金:
  年度资金申请总额: 125万元
  当年财政拨款: 1250000.00
```
---
```yaml
金额单位: 万元
年度资金:
  年度资金申请总额: 125.00
  当年财政拨款: １２５
```

## 正确示例 Right
```yaml
年度资金:
  年度资金申请总额: 1250000.00
  当年财政拨款: '1250000.00'
  其他资金:
```
---
```yaml
金额单位: 万元
年度资金:
  年度资金申请总额: 125.00
  当年财政拨款: 125
```

## 依据 Source
填报惯例 · filing practice
"""

from collections.abc import Iterator

from declint.declaration.amount import is_plain, plain_amount
from declint.declaration.model import Amount, Declaration
from declint.finding import Edit, Finding, Fix, Words
from declint.language.width import half
from declint.pattern import pattern
from declint.rules.kit import NOTE, SAFE, rule

_MESSAGE = Words("“{label}”写成“{text}”，不是单纯的数字", "{label} “{text}” is not a plain number")
_ADVICE = Words(
    "按全表的金额单位（{unit}）写成“{right}”", "write “{right}”, in the unit of the file ({unit})"
)
_ODD = Words(
    "“{label}”写成“{text}”，分隔符不在千位上，可能漏了或多了数字",
    "{label} “{text}”: the separators do not mark thousands; a digit may be missing or too many",
)
_ODD_ADVICE = Words(
    "核对原表；现按 {right} {unit}读取，正确的话写成“{right}”",
    "compare with the original; it is read as “{right}” ({unit})",
)
_TITLE = Words("改成“{right}”", "write “{right}”")
_DIGITS = pattern(r"[0-9][0-9, ]*")
_GROUPS = pattern(
    r"[0-9]{1,3}(?:[, ][0-9]{3})+(?![0-9])|[0-9]{1,4}(?:[, ][0-9]{4})+(?![0-9])|[0-9]+(?![0-9, ])"
)


@rule("SYN005", "amount-not-plain", severity=NOTE, fix=SAFE)
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each amount that is read, but not plain."""
    for field in declaration.fields.values():
        if not isinstance(field, Amount) or field.yuan is None or is_plain(field.text.strip()):
            continue
        right = plain_amount(field.yuan, field.unit)
        arguments = {
            "label": field.label,
            "text": field.text.strip(),
            "right": right,
            "unit": field.unit,
        }
        digits = _DIGITS.search(half(field.text))
        if digits and _GROUPS.fullmatch(digits[0].strip()):
            fix = Fix(_TITLE, SAFE, (Edit(field.value, right),))
            yield Finding(field.value, _MESSAGE, _ADVICE, arguments, fixes=(fix,))
        else:
            yield Finding(field.value, _ODD, _ODD_ADVICE, arguments)
