"""同一个词连写了两遍
A word is written twice in a row

## 查什么
连写两遍的词：服务服务、进行进行、的的。本来就可以重叠的（家家户户、方方面面、层层、一个一个、研究研究）、两
个词正好碰在一起的（服务服务对象、培训培训师、目的的）、隔着标点的（服务，服务）不报。

## What
A word written twice in a row. Words that double by nature, two words that happen to meet (服务 + 服务对象)
and words on both sides of a punctuation mark are not reported.

## 为什么
多半是修改时没有删掉原来的词，读起来不通，也可能漏了另一个词。

## Why
Usually a leftover of editing; sometimes another word was meant.

## 错误示例 Wrong
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    对 18 座病险水库进行进行加固。
```
---
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    提升全县殡葬公共服务服务，减轻群众负担，全年不少于 300 人次。
```
---
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    为困难家庭的的学生发放助学金 500 人。
```
---
```yaml
绩效指标:
  产出指标:
    数量指标:
      体育场馆体育场馆开放场次: ≥120.00(场)
```

## 正确示例 Right
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    走访家家户户，逐户逐户登记，一个一个核实；组织服务服务对象满意的培训师，培训培训师 30 名；
    层层落实，达到普及法律知识的目的；做好养老服务，服务老人 200 人次。
```

## 依据 Source
填报惯例 · filing practice。
"""

import re
from collections.abc import Iterator
from functools import cache

from declint.declaration.model import Declaration
from declint.finding import Edit, Finding, Fix, Words
from declint.language.lexicon import lexicon, words
from declint.pattern import pattern
from declint.rules.kit import NOTE, UNSAFE, rule
from declint.rules.txt.passages import wording

_MESSAGE = Words("“{word}”连写了两遍（……{near}……）", "“{word}” is written twice in a row (… {near} …)")
_ADVICE = Words(
    "删掉一个“{word}”；如果本来要写别的词，改成那个词", "delete one “{word}”, or put the word that was meant"
)
_TITLE = Words("删掉一个“{word}”", "delete one “{word}”")
_WORD = pattern(r"([\u3400-\u9fff]{2,8})\1")


@rule("TXT006", "word-doubled", severity=NOTE, fix=UNSAFE)
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each word that stands twice in a row."""
    every = wording(declaration)
    for start, end in doubled(every.text):
        word = every.text[start:end]
        yield Finding(
            every.at(start, end + len(word)),
            _MESSAGE,
            _ADVICE,
            {"word": word, "near": every.around(start, end + len(word))},
            fixes=(Fix(_TITLE, UNSAFE, (Edit(every.at(end, end + len(word)), ""),)),),
        )


def doubled(text: str) -> Iterator[tuple[int, int]]:
    """The first copy of each word that is written twice by mistake."""
    for match in _WORD.finditer(text):
        if _is_slip(match[1], text[match.end() : match.end() + 12]):
            yield match.span(1)
    for match in _particles().finditer(text):
        limits = lexicon("doubled_words")["虚词"][match[1]]
        before, after = text[max(match.start() - 4, 0) : match.start()], text[match.end() : match.end() + 4]
        if not before.endswith(tuple(limits["前"])) and not after.startswith(tuple(limits["后"])):
            yield match.span(1)


@cache
def _particles() -> re.Pattern[str]:
    particles = "".join(lexicon("doubled_words")["虚词"])
    return pattern(rf"([{particles}])(?<=[\u3400-\u9fff].)\1(?!\1)(?=[\u3400-\u9fff])")


def _is_slip(word: str, after: str) -> bool:
    """Whether a doubled word is a slip: not one that doubles by nature, nor two words that meet."""
    if len(set(word)) == 1 or word.startswith(words("doubled_words", "数词")):
        return False
    if word in words("doubled_words", "可以重叠"):
        return False
    if word in words("doubled_words", "动词") or len(word) >= 4:
        return not after.startswith("性")
    follows = after.lstrip()[:1]
    return not follows or not follows.isalpha() or after.startswith(words("doubled_words", "名词之后"))
