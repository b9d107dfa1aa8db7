"""文字没有写完，半句话就断了
Text stops in mid-sentence

## 查什么
总体目标、指标名称、文字指标值在半句话处结束：以“、”“，”“（”或“和”“与”“以及”“的”这类后面必须有话的词结尾，总
体目标以“：”结尾，或者停在一个词的中间（……科普宣传活）。总体目标中间的段落断在“、”“，”、下一段又从新的序号开
始的，也查。只是末尾少一个句号的、以分号结尾的不报。

## What
Goals, names or descriptive targets that end in mid-sentence: at “、”, “，”, an opening bracket, a
conjunction or particle that needs something behind it, goals that end at “：”, or a text cut inside a word;
also a paragraph of the goals that stops at “、” or “，” before a new numbered item. A missing full stop is
not reported.

## 为什么
多半是复制时漏了一截，或超过系统的字数限制被截断。后半句里的任务和数量没有报上来，评价时就没有依据。

## Why
Usually a part was lost in copying or cut by a length limit, and the promises in it with it.

## 错误示例 Wrong
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    完成 3 座水库除险加固，清淤河道 12 公里，修复水毁渠道、
```
---
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    一、为全县 600 名乡村医生提供业务培训，
    二、为 12 个卫生室配备常用设备，保障群众就近看病。
```
---
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    为全市 260 座公厕配备保洁人员，做好日常保洁以及
```
---
```yaml
绩效指标:
  效益指标:
    社会效益指标:
      农产品质量安全追溯体系: 建立从田间到市场的全程追溯机制，实现来源可查、

```
---
```yaml
绩效指标:
  产出指标:
    数量指标:
      开展食品安全宣传周等科普宣传活: ≥4.00(次)
```

## 正确示例 Right
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    一、为全县 600 名乡村医生提供业务培训；
    二、为 12 个卫生室配备常用设备，做到公众广泛参与
```
---
```yaml
绩效指标:
  效益指标:
    社会效益指标:
      农产品质量安全追溯体系: 建立从田间到市场的全程追溯机制，实现来源可查、去向可追
```

## 依据 Source
填报惯例 · filing practice；财预〔2021〕101号 要求绩效目标指向明确、具体细化。
"""

from collections.abc import Iterator
from functools import cache

from declint.declaration.model import Declaration
from declint.finding import Finding, Words
from declint.language.lexicon import lexicon, words
from declint.pattern import pattern
from declint.rules.kit import WARNING, rule
from declint.rules.txt.passages import Passage, Source, passages_with

_MARK = Words(
    "文字停在“{tail}”，后面没有了：以“{end}”结尾的半句话没有说完",
    "the text stops at “{tail}”: nothing follows “{end}”, the sentence is unfinished",
)
_WORD = Words(
    "文字停在“{tail}”，一个词只写了一半（应当是“{whole}”？）",
    "the text stops at “{tail}”, inside a word (“{whole}”?)",
)
_ADVICE = Words(
    "对照原件补上漏掉的部分；如果后面确实没有内容，把“{end}”删掉或改成句号",
    "add what is missing from the original; if nothing is, delete “{end}” or end the sentence",
)
_NEW_ITEM = pattern(
    r"\s*(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.．)）](?!\d)|[一二三四五六七八九十]是)"
)
_PARAGRAPH_CUT = pattern(r"[、，,][^\S\n]*(?=\n)")
_CLAUSE = pattern(r"[，。；：！？,;:!?\n]")


@rule("TXT001", "text-truncated", severity=WARNING, gives_way_to=("TGT005",))
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each text that stops in mid-sentence."""
    for _, found in passages_with(declaration, _cuts):
        yield from found


def _cuts(passage: Passage) -> list[Finding]:
    return [found for end in _ends(passage) if (found := _cut(passage, end))]


def _ends(passage: Passage) -> Iterator[int]:
    """Where the text ends, and each paragraph of the goals before a new numbered item."""
    text = passage.text
    if passage.source is Source.GOALS:
        for match in _PARAGRAPH_CUT.finditer(text):
            if _NEW_ITEM.match(text, match.end()):
                yield match.start() + 1
    if text.strip():
        yield len(text.rstrip())


def _cut(passage: Passage, end: int) -> Finding | None:
    """The finding where the text up to ``end`` is unfinished."""
    text = passage.text[max(end - 200, 0) : end]
    if not text.endswith(_unfinished()):
        return None
    for stem, rest in lexicon("unfinished")["断词"].items():
        if text.endswith(stem):
            return _finding(passage, _WORD, end - len(stem), end, whole=stem + rest)
    mark = next((mark for mark in words("unfinished", "标点") if text.endswith(mark)), "")
    if mark and (passage.source is Source.GOALS or mark not in words("unfinished", "只在目标")):
        return _finding(passage, _MARK, end - len(mark), end)
    if mark or passage.source is Source.PROJECT:
        return None
    word = next((word for word in words("unfinished", "虚词") if text.endswith(word)), "")
    return _finding(passage, _MARK, end - len(word), end) if word and _needs_more(text, word) else None


@cache
def _unfinished() -> tuple[str, ...]:
    """Every end that an unfinished text may have; most texts have none of them."""
    return (*lexicon("unfinished")["断词"], *words("unfinished", "标点"), *words("unfinished", "虚词"))


def _needs_more(text: str, word: str) -> bool:
    """Whether a conjunction or particle at the end is one, and not the end of a word."""
    if text.endswith(words("unfinished", "完整的词")) or len(text.strip()) <= len(word) + 3:
        return False
    if word != "的":
        return True
    clause = _CLAUSE.split(text)[-1]
    return not any(part in clause for part in words("unfinished", "的字句"))


def _finding(passage: Passage, message: Words, start: int, end: int, whole: str = "") -> Finding:
    line = passage.text[max(end - 12, 0) : end].rpartition("\n")[2]
    return Finding(
        passage.at(start, end),
        message,
        _ADVICE,
        {"tail": line.strip(), "end": passage.text[start:end], "whole": whole},
    )
