"""同一栏目写了两次
A label stands twice

## 查什么
同一级里同一个栏目、同一个一级或二级指标写了两次。三级指标重名由 DUP003 报告。

## What
The same label, level 1 or level 2 twice in one place. Indicators with one name are DUP003's.

## 为什么
重复的栏目只有一个会被当作申报内容，另一个容易被漏看；两处不一致时无法判断以哪个为准。

## Why
Only one of the two counts, and where they differ nobody knows which.

## 错误示例 Wrong
```yaml
实施单位: 示例市第一人民医院
项目类别: 其他运转类
实施单位: 示例市人民医院
```
---
```yaml
绩效指标:
  产出指标:
    数量指标:
      免费体检人数: ≥2000.00(人)
    质量指标:
      体检报告准确率: ≥99.00(%)
    数量指标:
      健康讲座场次: ≥12.00(场)
```
---
```yaml
主管部门: 示例市卫生健康委员会
实施单位: 示例市人民医院
主管部门: 示例市卫生健康委员会
```

## 正确示例 Right
```yaml
项目资金:
  其他资金:
年度资金:
  年度资金申请总额: 500000.00
  当年财政拨款: 500000.00
  其他资金: 0.00
绩效指标:
  产出指标:
    数量指标:
      免费体检人数: ≥2000.00(人)
      健康讲座场次: ≥12.00(场)
```

## 依据 Source
填报惯例 · filing practice
"""

from collections.abc import Iterator

from declint.declaration.reading import Reading
from declint.declaration.tree import Entry, Mapping, Scalar
from declint.finding import Drop, Finding, Fix, Part, Path, Place, Related, Words
from declint.rules.kit import ERROR, SAFE, reading_rule

_SAME = Words("“{key}”写了两次，内容相同", "“{key}” stands twice with the same value")
_SAME_ADVICE = Words("删去其中一行", "remove one of the two lines")
_TITLE = Words("删去重复的这一行", "remove this line, which repeats the first")
_DIFFERENT = Words(
    "“{key}”写了两次：先是“{first}”，这里又是“{second}”",
    "“{key}” stands twice: first “{first}”, here “{second}”",
)
_DIFFERENT_ADVICE = Words(
    "核对原表，留下正确的一行，删去另一行",
    "compare with the original, keep the right line and remove the other",
)
_LEVEL = Words("“{key}”在同一级里出现了两次", "“{key}” stands twice in one place")
_LEVEL_ADVICE = Words(
    "把这里的各行并到前一个“{key}”下面，删去这一行",
    "move the rows below to the first “{key}” and remove this line",
)
_FIRST = Words("前一个“{key}”", "the first “{key}”")
_ROWS_AT = 3
_INDICATORS = "绩效指标"


@reading_rule("SYN003", "duplicate-key", severity=ERROR, fix=SAFE)
def check(reading: Reading) -> Iterator[Finding]:
    """Yield each key that its mapping has already, except the names of indicators."""
    if isinstance(reading.tree, Mapping):
        yield from _duplicates(reading.tree, (), "")


def _duplicates(mapping: Mapping, path: Path, top: str) -> Iterator[Finding]:
    first: dict[str, int] = {}
    names_indicators = top == _INDICATORS and len(path) == _ROWS_AT
    repeats = not names_indicators and len({each.key.text for each in mapping.entries}) < len(mapping.entries)
    for number, entry in enumerate(mapping.entries):
        if repeats and (earlier := first.setdefault(entry.key.text, number)) != number:
            yield _finding((*path, number), entry, (*path, earlier), mapping.entries[earlier])
        if isinstance(entry.value, Mapping):
            yield from _duplicates(entry.value, (*path, number), top or entry.key.text)


def _finding(path: Path, entry: Entry, earlier_path: Path, earlier: Entry) -> Finding:
    related = (Related(Place(earlier_path, Part.KEY), _FIRST),)
    arguments = {"key": entry.key.text}
    if not (isinstance(entry.value, Scalar) and isinstance(earlier.value, Scalar)):
        return Finding(Place(path, Part.KEY), _LEVEL, _LEVEL_ADVICE, arguments, related)
    arguments |= {"first": _shown(earlier.value), "second": _shown(entry.value)}
    same = entry.value.text.strip() == earlier.value.text.strip()
    texts = (_SAME, _SAME_ADVICE) if same else (_DIFFERENT, _DIFFERENT_ADVICE)
    fixes = (Fix(_TITLE, SAFE, (Drop(path),)),) if same else ()
    return Finding(Place(path, Part.KEY), *texts, arguments, related, fixes)


def _shown(value: Scalar) -> str:
    text = " ".join(value.text.split())
    return text if len(text) <= 40 else text[:39] + "…"
