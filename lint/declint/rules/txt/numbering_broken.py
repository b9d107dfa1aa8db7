"""列表的序号重复或跳号
List numbers repeat or skip

## 查什么
总体目标和文字指标值里，每一层列表的序号应当从 1 起连续：（5）之后又是（5），1、2、之后是 4、，一、之后是三、
都报。每个列表各自从 1 开始，下一层列表重新编号不算错。“1.0 版”“2-3 个”“2026.1.1”、小数和年份不是序号。

## What
In the goals and in descriptive targets the numbers of every list, at every level, should run on from 1: a
number that comes twice, or one that is skipped, is reported. A list below starts anew. “1.0 版”, “2-3 个”,
decimals and years are no list numbers.

## 为什么
重号、跳号往往说明复制时漏了一条或多贴了一条；评审时按序号引用也会对不上。

## Why
A repeated or skipped number often shows that an item was lost or pasted twice, and makes references
ambiguous.

## 错误示例 Wrong
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    (1) 检修泵站 4 座；(2) 更换闸门 6 扇；(2) 清淤渠道 9 公里。
```
---
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    1、招录调解员 20 名；
    2、开展普法讲座 30 场；
    4、设立法律援助点 5 个。
```
---
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    一、道路养护
    养护县道 85 公里。
    三、桥梁检测
    检测桥梁 16 座。
```

## 正确示例 Right
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    一、学校食堂：1、改造厨房 3 间；2、更换灶具 12 套。
    二、校车：（1）检修校车 8 辆；（2）培训驾驶员 16 名；（3）升级调度软件 2.0 版。
    三、2026 年开展演练 1-2 次，覆盖一、二年级。
```

## 依据 Source
填报惯例 · filing practice：条目分层编号，同一层连续。
"""

from collections.abc import Iterator

from declint.declaration.model import Declaration
from declint.finding import Finding, Related, Words
from declint.rules.kit import WARNING, rule
from declint.rules.txt.numbering import MAY_BE_MARKER, Marker, breaks
from declint.rules.txt.passages import Passage, Source, wording

_REPEATED = Words("序号“{written}”重复：前面已经有一个“{before}”", "list number “{written}” comes twice")
_SKIPPED = Words(
    "序号跳号：“{before}”后面是“{written}”，缺少第 {missing} 项",
    "list numbers skip: “{written}” follows “{before}”, item {missing} is missing",
)
_BACKWARDS = Words(
    "序号倒退：“{before}”后面又是“{written}”", "list numbers go back: “{written}” follows “{before}”"
)
_ADVICE = Words(
    "核对是否漏了或多了一条；没有漏，就把这一条编为第 {right} 项，后面的依次顺延",
    "check whether an item was lost or added; if not, number this one {right} and the rest after it",
)
_BEFORE = Words("前一个序号在这里", "the number before it stands here")


@rule("TXT002", "numbering-broken", severity=WARNING)
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each list number that repeats, skips or goes back."""
    for passage in wording(declaration).having(MAY_BE_MARKER):
        if passage.source in (Source.GOALS, Source.TARGET):
            for before, marker in breaks(passage.text):
                yield _finding(passage, before, marker)


def _finding(passage: Passage, before: Marker, marker: Marker) -> Finding:
    ahead = marker.number - before.number
    message = _REPEATED if ahead == 0 else _SKIPPED if ahead > 0 else _BACKWARDS
    missing = "、".join(str(number) for number in range(before.number + 1, marker.number))
    return Finding(
        passage.at(marker.start, marker.end),
        message,
        _ADVICE,
        {
            "written": passage.text[marker.start : marker.end].strip(),
            "before": passage.text[before.start : before.end].strip(),
            "missing": missing,
            "right": str(before.number + 1),
        },
        related=(Related(passage.at(before.start, before.end), _BEFORE),),
    )
