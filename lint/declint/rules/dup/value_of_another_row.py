"""指标值说的是另一个指标的事
A text value that speaks of another indicator

## 查什么
指标值是一段文字，大半是同一个一级指标下另一个指标的完整名称（6 个字以上），却没有说到自己的事：
很可能是填串了行。
名称互相包含的、名称是“社会效益”“可持续影响”这类笼统说法的、指标值里也说到自己的，不报；
整段抄来的由 DUP001、DUP002 报告。

## What
A text value is mostly the whole name of another indicator (six characters or more) of the same level 1
and has no word of its own: the values have probably slipped by a row. Not reported: names that contain
each other, general names (社会效益), values that speak of their own indicator as well. Whole copies are
DUP001's and DUP002's.

## 为什么
这样的指标值回答的是另一个指标，自己的指标就没有目标值；往往是转录时上下行错了位。

## Why
Such a value answers another indicator and leaves its own without a target; most often rows slipped when the
form was copied.

## 错误示例 Wrong
```yaml
绩效指标:
  效益指标:
    社会效益指标:
      就诊等候情况: 通过带教提升村医常见病诊疗能力
      村医常见病诊疗能力: 村医独立接诊常见病，疑难病例一小时内转诊
```

## 正确示例 Right
```yaml
绩效指标:
  效益指标:
    社会效益指标:
      群众就医便利程度: 通过提升村医常见病诊疗能力，群众在村里就医更便利
      村医常见病诊疗能力: 村医独立接诊常见病，疑难病例一小时内转诊
    可持续影响指标:
      可持续影响: 村医常见病诊疗能力的培训每年延续
```

## 依据 Source
填报惯例 · filing practice；评审常见意见“指标与目标不匹配”。
"""

from collections.abc import Iterator

from declint.declaration.model import Declaration, Indicator
from declint.finding import Finding, Related, Words
from declint.language.likeness import grams
from declint.rules.dup.sameness import is_nameless
from declint.rules.dup.texts import Text, copies, satisfaction_copies, texts
from declint.rules.kit import WARNING, rule

_SHORTEST = 6

_MESSAGE = Words(
    "“{name}”的指标值“{target}”说的是另一个指标“{other}”，没有说到“{name}”",
    "the value of “{name}” (“{target}”) speaks of another indicator, “{other}”, and not of its own",
)
_ADVICE = Words(
    "对照原表，看是不是上下行填串了，把“{name}”自己的指标值填回来",
    "compare with the original: the rows may have slipped; give “{name}” its own target",
)
_OTHER = Words("另一个指标在这里", "the other indicator")


@rule("DUP008", "value-of-another-row", severity=WARNING)
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each text value that names another indicator and has no word of its own."""
    rows = [row for row in texts(declaration) if not _speaks_of_itself(row)]
    if not rows:
        return
    copied = {id(row) for row, _ in (*satisfaction_copies(declaration), *copies(declaration))}
    names = _Names(declaration.indicators)
    for row in rows:
        indicator = row.indicator
        if id(row) in copied or is_nameless(indicator.name):
            continue
        if other := names.in_text(row):
            yield Finding(
                indicator.value,
                _MESSAGE,
                _ADVICE,
                {"name": indicator.name, "target": indicator.target.shown, "other": other.name},
                (Related(other.key, _OTHER),),
            )


class _Names:
    """The names of a declaration's indicators, found in texts by how they begin."""

    def __init__(self, indicators: tuple[Indicator, ...]) -> None:
        self._by_start: dict[str, list[Indicator]] = {}
        for indicator in indicators:
            name = indicator.bare
            if len(name) >= _SHORTEST and not is_nameless(name):
                known = self._by_start.setdefault(name[:_SHORTEST], [])
                if len(known) < 5:
                    known.append(indicator)

    def in_text(self, row: Text) -> Indicator | None:
        """The indicator of another name that the text names."""
        own = row.indicator.bare
        for at, start in enumerate(grams(row.plain, _SHORTEST)):
            for other in self._by_start.get(start, ()):
                if (
                    row.plain.startswith(other.bare, at)
                    and len(other.bare) * 2 >= len(row.plain)
                    and other.category.level1 == row.indicator.category.level1
                    and other.bare not in own
                ):
                    return other
        return None


def _speaks_of_itself(row: Text) -> bool:
    """Whether a text has two characters in a row of the indicator's own name."""
    own = set(grams(row.indicator.bare, 2))
    return any(gram in own for gram in grams(row.plain, 2))
