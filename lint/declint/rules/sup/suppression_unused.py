"""忽略注释已经用不着
A suppression that suppresses nothing

## 查什么
“# declint: ignore[…]”所指的行没有这条规则的问题：问题已经改好，或者注释写错了地方。注释管它所在的行；
单独一行的注释管它下面一行。没有运行的规则不算。

## What
Where the comment points there is no such finding: it has been repaired, or the comment stands in the wrong
place. A comment speaks of its own line; on a line of its own, of the next one. Rules that did not run don't
count.

## 为什么
留着用不着的忽略注释，以后同样的错误会被悄悄放过。

## Why
A suppression left behind lets the next mistake of its kind pass unseen.

## 错误示例 Wrong
```yaml
绩效指标:
  产出指标:
    质量指标:
      # declint: ignore[TGT001] 理由：上级下达的统一口径
      图书编目准确率: ≥98.00(%)
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

from declint.finding import Finding, Stretch, Words
from declint.finding.suppression import Judged
from declint.rules.kit import WARNING, suppression_rule

_MESSAGE = Words(
    "这里没有 {word} 的问题，忽略注释用不着了",
    "there is no finding of {word} here, so the suppression is not needed",
)
_ADVICE = Words(
    "删去“{word}”；如果问题在别的行，把注释移到那一行或它的上一行",
    "remove “{word}”, or move the comment to the line of the finding or the line above it",
)


_UNHEEDED = Words(
    "{word} 不能用注释忽略，这条注释不起作用", "{word} can't be suppressed; the comment has no effect"
)
_REMOVE = Words("改正所指的问题，删去“{word}”", "repair the finding and remove “{word}”")


@suppression_rule("SUP003", "suppression-unused", severity=WARNING)
def check(judged: Judged) -> Iterator[Finding]:
    """Yield each word that met no finding, unless the suppression is out of force anyway."""
    for word in judged.unused:
        yield Finding(Stretch(word.start, word.end), _MESSAGE, _ADVICE, {"word": word.text})
    for word in judged.unheeded:
        yield Finding(Stretch(word.start, word.end), _UNHEEDED, _REMOVE, {"word": word.text})
