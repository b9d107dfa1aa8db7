"""成本指标没有限住成本
A cost target that limits nothing

## 查什么
成本指标的值是“合理”“可控”“节约”之类的话，没有金额，也没有写明按什么标准。
写明了依据的（不超预算、按合同价、符合某项标准）不报。

## What
A cost target such as “reasonable” or “under control”, without a sum and without a standard. A value that
names its limit (within the budget, the contract's price, a standard) is not reported.

## 为什么
没有限额的成本指标无法评价，审核意见常写“成本指标未体现成本控制要求”。

## Why
Without a limit a cost can't be evaluated.

## 错误示例 Wrong
```yaml
绩效指标:
  成本指标:
    经济成本指标:
      校舍维修成本: 合理
```

## 正确示例 Right
```yaml
绩效指标:
  成本指标:
    经济成本指标:
      校舍维修成本: ≤480000.00(元)
      课桌椅采购成本: 不超过政府采购预算
```

## 依据 Source
财预〔2021〕101号 要求设置成本指标、加强成本控制；评审常见意见 · filing practice。
"""

from collections.abc import Iterator

from declint.declaration.edition import COSTS
from declint.declaration.model import Indicator
from declint.finding import Finding, Words
from declint.language.lexicon import words
from declint.language.names import bare
from declint.rules.kit import NOTE, row_rule

_MESSAGE = Words(
    "“{name}”的指标值“{target}”没有限住成本", "the target of “{name}”, “{target}”, limits no cost"
)
_ADVICE = Words(
    "写出上限，例如“≤金额(元)”或“≤金额(元/人)”；按标准控制的，写明是什么标准",
    "give a limit, such as “≤sum(元)” or “≤sum(元/人)”; where a standard holds, name it",
)


@row_rule(
    "CST004",
    "cost-without-limit",
    severity=NOTE,
    concerns=lambda sort: sort.kind in COSTS and sort.is_text,
    gives_way_to=("TGT004", "TGT005", "CAT007", "DUP001", "DUP008"),
)
def check(indicator: Indicator) -> Iterator[Finding]:
    """Yield each cost whose text limits nothing."""
    if _says_nothing(indicator.target.raw):
        yield Finding(
            indicator.value,
            _MESSAGE,
            _ADVICE,
            {"name": indicator.name, "target": indicator.target.shown},
        )


def _says_nothing(text: str) -> bool:
    return bare(text) in words("costs", "空话")
