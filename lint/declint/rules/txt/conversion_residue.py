"""转换、粘贴留下的代码和空格
Residue of conversion or pasting

## 查什么
公式代码（$\\geq 99\\%$）、网页代码（<br>、&nbsp;）、夹在汉字中间的外文词（企业 and 群众）、用“--”表示“～”或
破折号、把一个词拆开的空格（服 务）、乱码和看不见的字符。名称、缩写、计量单位、括号里的外文名、段首空格、标
题后面的空格不报。

## What
Formula code, HTML tags and entities, stray Latin words between Chinese ones, “--” for a range or a dash,
blanks inside a Chinese word, garbled or invisible characters. Names, abbreviations, units, foreign titles,
indents and the blank behind a heading are not reported.

## 为什么
这些内容来自文件转换或自动翻译，公开后读者看不懂，指标值里的符号也不再能被系统识别。

## Why
They come from converting or translating a file; readers can't make sense of them, nor can a system.

## 错误示例 Wrong
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    保障供水管网稳定运行，水质合格率$\\geq 98\\%$。
```
---
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    改造灌区泵站，为种植户 and 合作社提供用水保障。
```
---
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    培训护理员每期 30--40 人，全年 4 期。
```
---
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    <p>修缮文物建筑 3 处。&nbsp;</p>
```
---
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    为全区老人提供助餐服 务，每日不少于 200 份。
```

## 正确示例 Right
```yaml
绩效目标:
  项目总目标:
  年度总体目标: |
    一、 医疗信息化 完成 HIS 与 LIS 系统（Laboratory Information System）对接，可用率≥99%。
    二、 农业普查 培训普查员 30～40 人，录入 Excel 表 12 张，面积 40000m²——含山地。
```

## 依据 Source
填报惯例 · filing practice。
"""

import re
from collections.abc import Iterator

from declint.declaration.model import Declaration
from declint.finding import Edit, Finding, Fix, Words
from declint.pattern import pattern
from declint.rules.kit import NOTE, SAFE, UNSAFE, rule
from declint.rules.txt.passages import Passage, wording
from declint.rules.txt.residue import Residue, may_be_residue, residues

_MESSAGES = {
    "公式代码": Words("留有公式代码“{found}”", "formula code is left: “{found}”"),
    "网页代码": Words("留有网页代码“{found}”（……{near}……）", "HTML code is left: “{found}” (… {near} …)"),
    "外文词": Words(
        "汉字中间夹着外文词“{found}”（……{near}……）",
        "a stray word “{found}” stands between Chinese words (… {near} …)",
    ),
    "连字符": Words("用“{found}”连接（……{near}……）", "“{found}” is used as a dash (… {near} …)"),
    "空格": Words(
        "词的中间有空格（……{near}……），同样的共 {count} 处",
        "a blank stands inside a word (… {near} …); {count} such places",
    ),
    "看不见的字符": Words(
        "有看不见的字符（……{near}……），共 {count} 处",
        "invisible characters (… {near} …); {count} such places",
    ),
    "乱码": Words("有乱码“{found}”（……{near}……）", "garbled characters “{found}” (… {near} …)"),
}
_WRITE = Words("改成“{right}”", "write “{right}”")
_DELETE = Words("全部删除（共 {count} 处）", "delete them ({count})")
_PRIVATE = pattern(r"[\ue000-\uf8ff]")
_LINE_END = pattern(r"[\u2028\u2029]|</?(?:br|p|div|li|tr|td|h[1-6])\b", re.IGNORECASE)
_ADVICE = Words("对照原件，改成中文的写法", "write it in Chinese as in the original")


@rule("TXT005", "conversion-residue", severity=NOTE, fix=SAFE, gives_way_to=("TGT005",))
def check(declaration: Declaration) -> Iterator[Finding]:
    """Yield each piece that conversion or pasting left."""
    for passage in wording(declaration).having(*may_be_residue()):
        for piece in residues(passage.text):
            yield _finding(passage, piece)


def _finding(passage: Passage, piece: Residue) -> Finding:
    edits = piece.edits or ()
    right = edits[0][2] if len(edits) == 1 else ""
    title = _WRITE if right else _DELETE
    safety = UNSAFE if _may_lose(passage.text, piece) else SAFE
    fix = Fix(title, safety, tuple(Edit(passage.at(start, end), text) for start, end, text in edits))
    return Finding(
        passage.at(piece.start, piece.end),
        _MESSAGES[piece.kind],
        title if edits else _ADVICE,
        {
            "found": passage.text[piece.start : piece.end].strip(),
            "near": passage.around(piece.start, piece.end),
            "right": right,
            "count": len(edits),
        },
        fixes=(fix,) if edits else (),
    )


def _may_lose(text: str, piece: Residue) -> bool:
    """Whether what is deleted may have been a rare character, or the line end between two words."""
    return any(
        not right
        and (
            _PRIVATE.search(text[start:end])
            or (
                _LINE_END.search(text[start:end])
                and (text[start - 1 : start] + text[end : end + 1]).isalnum()
            )
        )
        for start, end, right in piece.edits or ()
    )
