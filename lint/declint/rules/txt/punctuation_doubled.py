"""标点重复，括号或引号不成对
Doubled punctuation, unpaired brackets or quotes

## 查什么
同一个标点连写两次（；；、; ;、。。、，，），两个不能相连的标点写在一起（，。、、，），括号、书名号、引号只
有一半。省略号“……”、破折号“——”“？！”和“1）”这样的序号不报。

## What
The same mark twice (blanks between them or not), two marks that can't stand together, a bracket, title mark
or quote without its other half. Ellipses, dashes, “？！” and list numbers such as “1）” are not reported.

## 为什么
表格会原样公开，这类笔误影响严肃性；括号不成对还会让人分不清注释到哪里为止。

## Why
The form is published as it is, and an unpaired bracket leaves open where a note ends.

## 错误示例 Wrong
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    新建村级文化广场 6 处；；配备健身器材 40 套。
```
---
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    抽检食品不少于 300 批次; ; 公布抽检结果。
```
---
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    开展禁毒宣传活动 12 场，受益群众满意，。
```
---
```yaml
绩效指标:
  产出指标:
    数量指标:
      社区助餐点（含流动助餐车数量: ≥9.00(个)
```
---
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    开展“送法进校园“活动 12 场。
```

## 正确示例 Right
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    1）开展“敬老月”活动 4 场；2）修订《养老机构服务规范》（试行）——含附录……
    3）老人出行有困难怎么办？！由社区上门服务（每月 2 次）。
```

## 依据 Source
GB/T 15834《标点符号用法》；填报惯例 · filing practice。
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from declint.declaration.model import Declaration
from declint.finding import Edit, Finding, Fix, Words
from declint.language.lexicon import lexicon
from declint.language.patterns import matches
from declint.pattern import pattern
from declint.rules.kit import NOTE, SAFE, rule
from declint.rules.txt.pairs import Unpaired, mark_of_pair, unpaired
from declint.rules.txt.passages import Passage, Wording, wording

_DOUBLED = Words("标点重复：“{found}”（……{near}……）", "doubled punctuation: “{found}” (… {near} …)")
_CLASH = Words(
    "两个标点写在了一起：“{found}”（……{near}……）",
    "two marks that can't stand together: “{found}” (… {near} …)",
)
_HALF = Words("“{found}”没有配对的“{other}”（……{near}……）", "“{found}” lacks its “{other}” (… {near} …)")
_QUOTE = Words(
    "后引号写成了前引号（……{near}……）", "an opening quote stands where one should close (… {near} …)"
)
_KEEP = Words("只留一个：“{right}”", "keep one: “{right}”")
_CHOOSE = Words("只留应当用的那一个标点", "keep the one that is meant")
_PAIR = Words("补上“{other}”，或删掉多余的“{found}”", "add “{other}” or delete “{found}”")
_LINE_END = pattern(r"[^\S\n]*(?:\n|$)")


@rule("TXT003", "punctuation-doubled", severity=NOTE, fix=SAFE, gives_way_to=("TGT005",))
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each doubled mark and each half of a pair."""
    every = wording(declaration)
    yield from _runs(every)
    for passage in every.having(mark_of_pair()):
        for each in unpaired(passage.text):
            yield _half(passage, each)


@cache
def _run() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Two marks in a row, and those that are wrong."""
    data = lexicon("punctuation")
    same = [
        rf"[{marks}](?:[^\S\n]*[{marks}]){{{1 if '。' in marks else '1,'}}}(?!。)"
        for marks in map("".join, data["同一标点"])
    ]
    clash = [r"[^\S\n]*".join(map(re.escape, pair)) for pair in data["不能相连"]]
    marks = re.escape("".join((*chain.from_iterable(data["同一标点"]), *data["不能相连"])))
    return (
        pattern(rf"[{marks}](?=[^\S\n]*[{marks}])"),
        pattern(rf"(?<!。)(?P<same>{'|'.join(same)})|(?P<clash>{'|'.join(clash)})"),
    )


def _runs(every: Wording) -> Iterator[Finding]:
    text = every.text
    for match in matches(*_run(), text):
        marks = "".join(match[0].split())
        last = _LINE_END.match(text, match.end()) is not None
        right = marks[0] if match["same"] else marks[-1] if last and marks[-1] in "。；;" else ""
        place = every.at(*match.span())
        yield Finding(
            place,
            _DOUBLED if match["same"] else _CLASH,
            _KEEP if right else _CHOOSE,
            {"found": match[0], "near": every.around(*match.span()), "right": right},
            fixes=(Fix(_KEEP, SAFE, (Edit(place, right),)),) if right else (),
        )


def _as_wide_as(mark: str, other: str) -> str:
    """The other half in the width of the mark: （ needs ）."""
    if mark in "（）［］｛｝" and other in "()[]{}":
        return chr(ord(other) + 0xFEE0)
    return other


def _half(passage: Passage, each: Unpaired) -> Finding:
    start, end = each.at, each.at + 1
    place = passage.at(start, end)
    arguments = {
        "found": passage.text[start:end],
        "other": _as_wide_as(passage.text[start:end], each.other),
        "near": passage.around(start, end),
        "right": each.instead,
    }
    if not each.instead:
        return Finding(place, _HALF, _PAIR, arguments)
    title = Words("改成“{right}”", "write “{right}”")
    return Finding(place, _QUOTE, title, arguments, fixes=(Fix(title, SAFE, (Edit(place, each.instead),)),))
