"""项目资金总额不等于各项之和
The project's total is not the sum of its parts

## 查什么
项目资金总额是否等于 财政资金 + 其他资金。空着的项按 0 计；各项全部空着时不报。
金额精确比较；只有以万元为单位的表允许不到 0.01 元的舍入差。

## What
项目资金总额 against 财政资金 + 其他资金. A blank part counts as 0; nothing is reported where all parts are
blank. Amounts are exact; only files in 万元 may differ by less than 0.01 元.

## 为什么
项目总额与来源对不上，无法判断全周期究竟需要多少资金。

## Why
A total that its sources do not make leaves open what the whole project costs.

## 错误示例 Wrong
```yaml
项目资金:
  项目资金总额: 500000.00
  财政资金: 300000.00
  其他资金: 100000.00
```
---
```yaml
项目资金:
  项目资金总额:
  财政资金: 300000.00
  其他资金: 200000.00
```

## 正确示例 Right
```yaml
项目资金:
  项目资金总额: 500000.00
  财政资金: 300000.00
  其他资金: 200000.00
```
---
```yaml
项目资金:
  项目资金总额: 500000.00
  财政资金: 500000.00
  其他资金:
```
---
```yaml
项目资金:
  项目资金总额:
  财政资金:
  其他资金:
```

## 依据 Source
申报表“项目资金总额”由其下各项构成；填报惯例 · the layout of the form, filing practice
"""

from collections.abc import Iterator

from declint.declaration.model import Declaration
from declint.finding import Finding
from declint.rules.fnd.money import PROJECT_PARTS, PROJECT_TOTAL, sum_findings, sum_of
from declint.rules.kit import ERROR, UNSAFE, rule


@rule("FND002", "project-funding-sum", severity=ERROR, fix=UNSAFE, gives_way_to=("FND005",))
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield the project's total where its parts do not make it."""
    found = sum_of(declaration, PROJECT_TOTAL, PROJECT_PARTS)
    if found:
        yield from sum_findings(found)
