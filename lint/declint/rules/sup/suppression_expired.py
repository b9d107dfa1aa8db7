"""忽略注释已经过期
A suppression that has expired

## 查什么
“至 2026-06-30”的日期已经过去，或者不是一个日期。过期的忽略注释不再起作用；写明的那一天当天仍然有效。

## What
The day of “至 2026-06-30” (or “until 2026-06-30”) is over, or is no date. It holds through that day.

## 为什么
期限是当初忽略的条件；到期以后要改正，或者重新核准。

## Why
The term was a condition for accepting the finding; it has to be repaired now, or accepted anew.

## 错误示例 Wrong
```yaml
绩效指标:
  产出指标:
    质量指标:
      # declint: ignore[TGT001] 理由：上级下达的统一口径 至 2020-06-30 审批：示例市财政局
      图书编目准确率: =98.00(%)
```
---
```yaml
绩效指标:
  产出指标:
    质量指标:
      图书编目准确率: =98.00(%)  # declint: ignore[TGT001] 理由：上级下达的统一口径 至 2020-06-31
```

## 正确示例 Right
```yaml
绩效指标:
  产出指标:
    质量指标:
      # declint: ignore[TGT001] 理由：上级下达的统一口径 至 2099-12-31
      图书编目准确率: ≥100.00(%)
```

## 依据 Source
填报惯例 · filing practice
"""

from collections.abc import Iterator

from declint.finding import Argument, Finding, Stretch, Words
from declint.finding.suppression import Judged
from declint.rules.kit import WARNING, suppression_rule

_MESSAGE = Words(
    "忽略 {words} 的注释已于 {until} 到期，不再起作用",
    "the suppression of {words} expired on {until} and has no effect any more",
)
_ADVICE = Words(
    "改正所指的问题并删去注释；确需继续忽略的，核准后改写日期",
    "repair the finding and remove the comment, or have it accepted anew and change the date",
)
_NO_DAY = Words(
    "忽略注释的期限“{until}”不是一个日期，所以注释不起作用",
    "“{until}” is no date, so the suppression has no effect",
)
_WRITE_DAY = Words("写成“至 2026-06-30”这样的日期", "write a date such as 2026-06-30")


@suppression_rule("SUP004", "suppression-expired", severity=WARNING)
def check(judged: Judged) -> Iterator[Finding]:
    """Yield a suppression whose last day is over or is no day."""
    suppression = judged.suppression
    arguments: dict[str, Argument] = {
        "words": tuple(word.text for word in suppression.words),
        "until": suppression.until_text,
    }
    at = Stretch(suppression.start, suppression.end)
    if suppression.is_dated_wrongly:
        yield Finding(at, _NO_DAY, _WRITE_DAY, arguments)
    elif judged.expired:
        yield Finding(at, _MESSAGE, _ADVICE, arguments)
