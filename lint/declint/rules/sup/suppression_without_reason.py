"""忽略注释没有写理由
A suppression without a reason

## 查什么
“# declint: ignore[…]”后面没有“理由：…”。没有理由的忽略注释不起作用。

## What
A comment “# declint: ignore[…]” without “理由：…” or “reason: …”. Without a reason it has no effect.

## 为什么
以后核对的人要知道为什么可以不改；没有理由，就分不清是核准过的还是图省事。

## Why
Whoever looks at it later has to know why the finding was accepted.

## 错误示例 Wrong
```yaml
绩效指标:
  产出指标:
    质量指标:
      图书编目准确率: =98.00(%)  # declint: ignore[TGT002]
```
---
```yaml
实施单位: 示例市图书馆  # declint：ignore［ORG001］ 理由：
```

## 正确示例 Right
```yaml
绩效指标:
  产出指标:
    质量指标:
      # declint: ignore[TGT001] 理由：上级下达的统一口径写作“≥100%”
      图书编目准确率: ≥100.00(%)
```
---
```yaml
绩效指标:
  产出指标:
    质量指标:
      图书编目准确率: ≥100.00(%)  # declint: ignore[percentage-at-least-100] reason: wording of the region
```

## 依据 Source
填报惯例 · filing practice
"""

from collections.abc import Iterator

from declint.finding import Finding, Stretch, Words
from declint.finding.suppression import Judged
from declint.rules.kit import WARNING, suppression_rule

_MESSAGE = Words(
    "忽略 {words} 的注释没有写理由，所以不起作用",
    "the suppression of {words} gives no reason, so it has no effect",
)
_ADVICE = Words(
    "在方括号后面写明“理由：…”；不需要忽略就删去这条注释",
    "write “理由：…” or “reason: …” behind the brackets, or remove the comment",
)


@suppression_rule("SUP001", "suppression-without-reason", severity=WARNING)
def check(judged: Judged) -> Iterator[Finding]:
    """Yield a suppression that gives no reason."""
    suppression = judged.suppression
    if suppression.words and not suppression.reason:
        words = tuple(word.text for word in suppression.words)
        yield Finding(Stretch(suppression.start, suppression.end), _MESSAGE, _ADVICE, {"words": words})
