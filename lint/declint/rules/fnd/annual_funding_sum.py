"""年度资金申请总额不等于各项之和
The annual request is not the sum of its parts

## 查什么
年度资金申请总额是否等于 当年财政拨款 + 上年结转资金 + 其他资金。空着的项按 0 计；各项全部空着时不报。
金额精确比较；只有以万元为单位的表允许不到 0.01 元的舍入差。

## What
年度资金申请总额 against 当年财政拨款 + 上年结转资金 + 其他资金. A blank part counts as 0; nothing is
reported where all parts are blank. Amounts are exact; only files in 万元 may differ by less than 0.01 元.

## 为什么
总额与来源对不上，预算无法批复，也看不出错在总额还是错在某一项。

## Why
A budget whose sources do not make its total can't be approved.

## 错误示例 Wrong
```yaml
年度资金:
  年度资金申请总额: 3250000.00
  当年财政拨款: 3000000.00
  上年结转资金: 200000.00
  其他资金: 0.00
```
---
```yaml
年度资金:
  年度资金申请总额: 320.00
  当年财政拨款: 3200000.00
  上年结转资金: 0.00
  其他资金: 0.00
```
---
```yaml
年度资金:
  年度资金申请总额:
  当年财政拨款: 860000.00
  上年结转资金: 40000.00
  其他资金: 0.00
```

## 正确示例 Right
```yaml
年度资金:
  年度资金申请总额: 3250000.00
  当年财政拨款: 3000000.00
  上年结转资金: 250000.00
  其他资金:
```
---
```yaml
金额单位: 万元
年度资金:
  年度资金申请总额: 325.00
  当年财政拨款: 300
  上年结转资金: 24.9999
  其他资金: 0.0001
```
---
```yaml
年度资金:
  年度资金申请总额: 900000.00
  当年财政拨款:
  上年结转资金:
  其他资金:
```

## 依据 Source
申报表“年度资金申请总额”由其下各项构成；填报惯例 · the layout of the form, filing practice
"""

from collections.abc import Iterator

from declint.declaration.model import Declaration
from declint.finding import Finding
from declint.rules.fnd.money import ANNUAL_PARTS, REQUEST, sum_findings, sum_of
from declint.rules.kit import ERROR, UNSAFE, rule


@rule("FND001", "annual-funding-sum", severity=ERROR, fix=UNSAFE, gives_way_to=("FND005",))
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield the annual request where its parts do not make it."""
    found = sum_of(declaration, REQUEST, ANNUAL_PARTS)
    if found:
        yield from sum_findings(found)
