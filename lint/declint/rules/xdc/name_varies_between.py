"""同一个赛事、刊物、系统在两份申报表里名称不一
One event, journal or system has two names in two declarations

## 查什么
同一单位、同一年度的申报表里，带引号或书名号的名称，后面跟的词一样，引号里只差一个字。
届次、年份、数字不同的，是不同的名称，不报。

## What
A quoted or titled name that differs by one character between two declarations of one unit and year, while the
words behind it are the same. Names that differ in a number, a year or an ordinal are different names.

## 为什么
同一件事写成两个名称，汇总时会当成两件事。

## Why
Under two names one thing counts as two.

## 错误示例 Wrong
```yaml
项目名称: “书香满城”全民阅读大赛
```
```yaml
项目名称: 宣传经费
绩效目标:
  年度总体目标: |
    办好“书香漫城”全民阅读大赛的宣传，发布报道不少于 12 场，读者满意度达到 90% 以上。
```

## 正确示例 Right
```yaml
项目名称: “第一届”全民阅读大赛
```
```yaml
项目名称: “第二届”全民阅读大赛
```

## 依据 Source
填报惯例 · filing practice
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from declint.declaration.facts import Facts
from declint.finding import Argument, Finding, Place, Related, Words
from declint.language.likeness import is_one_off
from declint.language.names import bare
from declint.pattern import pattern
from declint.rules.kit import WARNING, Scope, cross_rule
from declint.rules.xdc.groups import unit_years
from declint.settings import Settings

_NAMED = pattern(r"[“《](?P<name>[^“”《》\n]{2,30})[”》](?P<tail>[\u4e00-\u9fff]{0,12})")
_TAIL, _SHORTEST = 4, 4
_MESSAGE = Words(
    "“{name}”在《{project}》里写作“{other}”，后面都是“{tail}”，应当是同一个名称",
    "“{name}” is “{other}” in “{project}”; “{tail}” follows both, so one name is meant",
)
_ADVICE = Words(
    "核对全称，各份申报表用同一种写法", "check the full name and use one spelling in all declarations"
)
_OTHER = Words("《{project}》写作“{other}”", "“{project}” writes “{other}”")


class _Name(Struct, frozen=True):
    facts: Facts
    text: str
    tail: str
    at: Place


@cross_rule("XDC002", "name-varies-between", severity=WARNING, scope=Scope.UNIT)
def check(facts: Sequence[Facts], _settings: Settings) -> Iterator[tuple[str, Finding]]:
    """Yield the first use of a name in each declaration that writes it unlike an earlier one."""
    for group in unit_years(facts):
        by_tail: dict[str, list[_Name]] = {}
        for name in _names(group):
            by_tail.setdefault(name.tail, []).append(name)
        for names in by_tail.values():
            yield from _varying(names)


def _names(group: Sequence[Facts]) -> Iterator[_Name]:
    """The first use of each name in each declaration."""
    for facts in group:
        seen: set[tuple[str, str]] = set()
        fields = (*((facts.project,) if facts.project else ()), *facts.goals)
        for field in fields:
            for match in _NAMED.finditer(field.text):
                key = bare(match["name"]), match["tail"][:_TAIL]
                if len(match["tail"]) >= _TAIL and len(match["name"]) >= _SHORTEST and key not in seen:
                    seen.add(key)
                    yield _Name(facts, match["name"], key[1], field.value.within(*match.span("name")))


def _varying(names: list[_Name]) -> Iterator[tuple[str, Finding]]:
    first: dict[str, _Name] = {}
    for name in names:
        key = bare(name.text)
        other = next((first[known] for known in first if _near(known, key)), None)
        if other and other.facts is not name.facts:
            yield name.facts.path, _finding(name, other)
        elif other is None:
            first.setdefault(key, name)


def _near(one: str, other: str) -> bool:
    """Whether two names differ by one character that is no number, ordinal or part of the day or year."""
    if not is_one_off(one, other):
        return False
    differing = set(one) ^ set(other)
    return not any(
        char in "0123456789一二三四五六七八九十上下东西南北春夏秋冬甲乙丙前后新老" for char in differing
    )


def _finding(name: _Name, other: _Name) -> Finding:
    arguments: dict[str, Argument] = {
        "name": name.text,
        "other": other.text,
        "project": other.facts.name,
        "tail": name.tail,
    }
    related = (Related(other.at, _OTHER, other.facts.path),)
    return Finding(name.at, _MESSAGE, _ADVICE, arguments, related)
