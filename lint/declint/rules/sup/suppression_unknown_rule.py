"""忽略注释里没有这条规则
A suppression that names no rule

## 查什么
“# declint: …”注释看不懂，或者方括号里的代码、名称不是任何规则。这样的注释不起作用。

## What
A comment “# declint: …” that can't be understood, or whose brackets name no rule. It has no effect.

## 为什么
写错一个字，以为已经忽略的问题其实没有忽略。

## Why
With one character wrong, nothing is suppressed.

## 错误示例 Wrong
```yaml
绩效指标:
  产出指标:
    质量指标:
      图书编目准确率: =98.00(%)  # declint: ignore[TGT01X] 理由：上级下达的统一口径
```
---
```yaml
实施单位: 示例市图书馆  # declint: ignore ORG001 理由：登记名称
```

## 正确示例 Right
```yaml
绩效指标:
  产出指标:
    质量指标:
      # declint: ignore[TGT001] 理由：上级下达的统一口径写作“≥100%”
      图书编目准确率: ≥100.00(%)
```

## 依据 Source
填报惯例 · filing practice
"""

from collections.abc import Iterator

from declint.finding import Edit, Finding, Fix, Stretch, Words
from declint.finding.suppression import Judged, Unknown
from declint.rules.kit import UNSAFE, WARNING, suppression_rule

_UNREADABLE = Words(
    "看不懂这条 declint 注释，所以它不起作用",
    "this declint comment can't be understood, so it has no effect",
)
_FORM = Words(
    "写成“# declint: ignore[TGT001] 理由：…”，方括号里是规则的代码或名称",
    "write “# declint: ignore[TGT001] reason: …” with the code or name of a rule in the brackets",
)
_UNKNOWN = Words("没有规则“{word}”，这里没有忽略任何问题", "there is no rule “{word}”; nothing is suppressed")
_MEANT = Words("是不是“{meant}”？", "did you mean “{meant}”?")
_LOOK = Words("全部规则见 declint rules", "see declint rules for all of them")
_TITLE = Words("改成“{meant}”", "write “{meant}”")


@suppression_rule("SUP002", "suppression-unknown-rule", severity=WARNING, fix=UNSAFE)
def check(judged: Judged) -> Iterator[Finding]:
    """Yield each word that names no rule, and a comment that names none at all."""
    suppression = judged.suppression
    if not suppression.words:
        yield Finding(Stretch(suppression.start, suppression.end), _UNREADABLE, _FORM)
    for unknown in judged.unknown:
        yield _finding(unknown)


def _finding(unknown: Unknown) -> Finding:
    at = Stretch(unknown.word.start, unknown.word.end)
    arguments = {"word": unknown.word.text, "meant": unknown.meant}
    if not unknown.meant:
        return Finding(at, _UNKNOWN, _LOOK, arguments)
    fix = Fix(_TITLE, UNSAFE, (Edit(at, unknown.meant),))
    return Finding(at, _UNKNOWN, _MEANT, arguments, fixes=(fix,))
