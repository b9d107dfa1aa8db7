"""常见的错别字
A commonly miswritten word

## 查什么
词表 data/miswritten.yaml 里的错别字：帐户（账户）、按排（安排）、布署（部署）、报导（报道）、研究报（研究报
告）……有歧义的写法只在前后文能确定时才报：“一站式便携化服务”报，“便携化检测设备”不报；“截止到”之类有争议的不
报。

## What
Slips that the lexicon data/miswritten.yaml lists. An ambiguous one is reported only where the words around
it make it certain; usages that are merely disputed are not reported.

## 为什么
申报表要公开，错别字影响严肃性，有的还会改变意思（拔款、即使发放）。

## Why
The form is published; some slips change its sense.

## 错误示例 Wrong
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    按排 12 个村开展高标准农田建设。
```
---
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    推进不动产登记窗口服务便携化，全年受理不少于 2 万件。
```
---
```yaml
绩效指标:
  产出指标:
    数量指标:
      禁毒宣传报导: ≥20.00(篇)
```
---
```yaml
绩效指标:
  产出指标:
    数量指标:
      土壤普查研究报编制份数: =2.00(份)
```

## 正确示例 Right
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    配备便携化水质检测设备 12 套，以经营主体为重点，研究报销流程，即使发生故障也能 2 小时内恢复；
    截止年底，完成研究报告 2 份，扶持专业合作社，支付主任医师讲课费。
```

## 依据 Source
《现代汉语词典》、《第一批异形词整理表》推荐的写法；填报惯例 · filing practice。
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from declint.declaration.model import Declaration
from declint.finding import Edit, Finding, Fix, Words
from declint.language.lexicon import lexicon
from declint.language.patterns import Vocabulary
from declint.pattern import pattern
from declint.rules.kit import NOTE, SAFE, rule
from declint.rules.txt.passages import Wording, wording

_MESSAGE = Words("“{wrong}”应为“{right}”（……{near}……）", "“{wrong}” should be “{right}” (… {near} …)")
_ADVICE = Words("改成“{right}”", "write “{right}”")
_SENTENCE = pattern(r"[。；;！？!?\n]")


@rule("TXT007", "word-miswritten", severity=NOTE, fix=SAFE)
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each miswritten word."""
    every = wording(declaration)
    for start, wrong in _slips().found_in(every.text):
        end, entry = start + len(wrong), lexicon("miswritten")["错别字"][wrong]
        if isinstance(entry, str):
            yield _finding(every, (start, end), entry)
        elif _is_certain(entry, every.text, (start, end)):
            yield _finding(every, (start, end), entry["应为"])


@cache
def _slips() -> Vocabulary:
    return Vocabulary(lexicon("miswritten")["错别字"])


def _is_certain(entry: dict[str, Any], text: str, span: tuple[int, int]) -> bool:
    """Whether the words around a slip leave no other reading."""
    start, end = span
    before, after = text[max(start - 200, 0) : start], text[end : end + 200]
    if before.endswith(tuple(entry.get("前不", ()))) or after.startswith(tuple(entry.get("后不", ()))):
        return False
    if "后是" in entry and not after.startswith(tuple(entry["后是"])):
        return False
    sentence = _SENTENCE.split(before)[-1] + text[start:end] + _SENTENCE.split(after, maxsplit=1)[0]
    if "同句有" in entry and not any(word in sentence for word in entry["同句有"]):
        return False
    return not any(word in sentence for word in entry.get("同句无", ()))


def _finding(every: Wording, span: tuple[int, int], right: str) -> Finding:
    place = every.at(*span)
    return Finding(
        place,
        _MESSAGE,
        _ADVICE,
        {"wrong": every.text[slice(*span)], "right": right, "near": every.around(*span)},
        fixes=(Fix(_ADVICE, SAFE, (Edit(place, right),)),),
    )
