"""文件读不出来
The file can't be read

## 查什么
文件读不出文字、打不开，或者写法让程序读不下去：冒号、引号、括号、缩进不对。常见的手误会直接点名：中文冒号、
冒号后没有空格、行首用 Tab 或全角空格、内容以 > % * 等符号开头、年度和日期用全角数字。

## What
Bytes that are no text, a file that can't be opened, or a layout that can't be followed. Usual slips are
named: full-width colons, no space behind a colon, tabs or full-width spaces in front of a line, values that
start with a sign such as > % *, years and dates in full-width digits.

## 为什么
读不出来的文件一项也没有检查，不能当作没有问题。

## Why
A file that can't be read has not been checked at all.

## 错误示例 Wrong
```yaml
项目名称：乡村卫生室医疗设备更新
实施单位: 示例县卫生健康局
```
---
```yaml
绩效指标:
  产出指标:
    数量指标:
      更新医疗设备数量：≥60.00(台)
```
---
```yaml
项目名称:校园直饮水改造
实施单位: 示例市教育局
```
---
```yaml
绩效目标:
\u3000项目总目标:
\u3000年度总体目标: 完成 3 所小学直饮水改造。
```
---
```yaml
绩效指标:
  满意度指标:
    服务对象满意度指标:
      就诊群众满意度: >90%
```
---
```yaml
项目名称: 灌区续建: 二期工程
实施单位: 示例县水利局
```
---
```yaml
项目名称: "道路养护
实施单位: 示例县交通运输局
```
---
```yaml
年度: ２０２６
```

## 正确示例 Right
```yaml
项目名称: 乡村卫生室医疗设备更新
绩效目标:
  项目总目标:
  年度总体目标: |
    一、主要任务：更新 60 台医疗设备；
    二、预期效果：就诊群众满意度达到 90% 以上。
```
---
```yaml
绩效指标:
  满意度指标:
    服务对象满意度指标:
      就诊群众满意度: '>90%'
```

## 依据 Source
填报惯例 · filing practice
"""

from collections.abc import Iterator

from declint.declaration.problem import Problem
from declint.declaration.reading import Reading
from declint.finding import Edit, Finding, Fix, Words, Writing
from declint.rules.kit import ERROR, SAFE, reading_rule

_TITLES = {
    "full-width-colon": Words("改成英文冒号", "use a plain colon"),
    "no-space-after-colon": Words("冒号后加空格", "put a space behind the colon"),
    "tab-indent": Words("改成空格缩进", "indent with spaces"),
    "full-width-indent": Words("改成半角空格缩进", "indent with plain spaces"),
    "full-width-digits": Words("改成半角", "write half-width characters"),
}
_QUOTE = Words("加英文单引号", "put it in single quotes")


@reading_rule("SYN001", "unreadable-file", severity=ERROR, fix=SAFE, always=True)
def check(reading: Reading) -> Iterator[Finding]:
    """Yield why the file can't be read, and each slip that keeps it from being read as meant."""
    if not reading.problems:
        return
    from declint.rules.syn.causes import texts_of

    for problem in reading.problems:
        message, advice = texts_of(problem.kind, str(problem.arguments.get("problem", "")))
        yield Finding(problem.at, message, advice, problem.arguments, fixes=_fixes(problem))


def _fixes(problem: Problem) -> tuple[Fix, ...]:
    text = problem.arguments.get("replacement")
    if not text:
        return ()
    return (Fix(_TITLES.get(problem.kind, _QUOTE), SAFE, (Edit(problem.at, str(text), Writing.RAW),)),)
