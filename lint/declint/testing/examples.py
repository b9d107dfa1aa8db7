"""A rule's own examples, completed to whole declarations and checked."""

import tomllib
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from declint.configuration.reading import read_table
from declint.declaration.edition import detect, editions, kind_of
from declint.declaration.tree import Entry, Mapping, UnreadableError, read_tree
from declint.rules.kit import AnyRule
from declint.rules.text import Example
from declint.run import Report, check_files
from declint.settings import Settings

BASE = """\
年度: 2026
项目名称: 社区图书馆运行
项目性质: 经常性项目
项目类别: 其他运转类
主管部门: 示例市文化和旅游局
实施单位: 示例市图书馆
计划开始日期: 2026-01-01
计划完成日期: 2026-12-31
项目资金:
  项目资金总额:
  财政资金:
  其他资金:
年度资金:
  年度资金申请总额: 500000.00
  当年财政拨款: 500000.00
  上年结转资金: 0.00
  其他资金: 0.00
绩效目标:
  项目总目标:
  年度总体目标: |
    全年举办读书活动不少于 12 场，读者满意度达到 90% 以上。
绩效指标:
  成本指标:
    经济成本指标:
      单场读书活动成本: ≤800.00(元/场)
  产出指标:
    数量指标:
      读书活动场次: ≥12.00(场)
    质量指标:
      图书编目准确率: ≥98.00(%)
    时效指标:
      新书上架及时率: ≥95.00(%)
  效益指标:
    社会效益指标:
      新增注册读者人数: ≥300.00(人)
  满意度指标:
    服务对象满意度指标:
      读者满意度: ≥90.00(%)
"""
"""A declaration without a mistake; what an example leaves out is taken from it."""

PLAIN_GOALS = """\
绩效目标:
  项目总目标:
  年度总体目标: |
    举办读书活动，上架新书，编印馆藏目录，办理读者证。
"""
"""The goals of a fragment that gives indicators but no goals: deeds without a number."""

COMPARING = ("GOL001", "GOL002", "GOL003", "GOL004")
"""Rules that compare goals with indicators: left out where an example gives goals but no indicators."""

WHOLE = "# 整份"
"""An example whose first line starts with this is a whole file and is not completed."""


class Case(Struct, frozen=True):
    """One example of a rule; ``wrong`` tells whether the rule must speak."""

    rule: AnyRule
    number: int
    wrong: bool
    example: Example

    def __str__(self) -> str:
        return f"{self.rule.code}-{'wrong' if self.wrong else 'right'}-{self.number}"


def example_cases(rules: Sequence[AnyRule]) -> Iterator[Case]:
    """Every example in the text of every rule."""
    for rule in rules:
        for number, example in enumerate(rule.text.wrong, 1):
            yield Case(rule, number, True, example)
        for number, example in enumerate(rule.text.right, 1):
            yield Case(rule, number, False, example)


def check_example(example: Example, rules: Sequence[AnyRule]) -> Report:
    """Check the files of an example, completed, with the settings it gives."""
    files, settings = example_inputs(example)
    return check_files(files, example_rules(example, rules), settings)


def example_inputs(example: Example) -> tuple[list[tuple[str, bytes]], Settings]:
    """The files of an example, completed, as (path, bytes), and the settings it gives.

    ``encoding`` among the settings says how the files are encoded.
    """
    stated: dict[str, Any] = tomllib.loads(example.settings)
    encoding = stated.pop("encoding", "utf-8")
    files = [
        (f"{number}.yaml", complete(text).encode(encoding)) for number, text in enumerate(example.files, 1)
    ]
    return files, read_table(stated).settings


def example_rules(example: Example, rules: Sequence[AnyRule]) -> Sequence[AnyRule]:
    """The rules that can judge an example: not ``COMPARING`` where it is about the goals' wording alone."""
    if any(_only_goals(text) for text in example.files):
        return [rule for rule in rules if rule.code not in COMPARING]
    return rules


def _only_goals(fragment: str) -> bool:
    """Whether a fragment speaks of the goals' wording alone: its indicators are those of ``BASE``."""
    return "绩效目标:" in fragment and "绩效指标:" not in fragment


def complete(fragment: str) -> str:
    """A fragment with everything that it leaves out taken from ``BASE``; what is no YAML stays as it is."""
    if fragment.startswith(WHOLE):
        return fragment
    try:
        root = read_tree(fragment, Settings().limits)
    except UnreadableError:
        return fragment
    if not isinstance(root, Mapping):
        return fragment
    text = _with_categories(fragment, root)
    has_rows = bool(root.find("绩效指标"))
    missing = [
        PLAIN_GOALS if key == "绩效目标" and has_rows else section
        for key, section in _sections(BASE)
        if not root.find(key)
    ]
    return text + "".join(missing)


def _sections(text: str) -> Iterator[tuple[str, str]]:
    """The top-level entries of a text, each with its lines."""
    root = read_tree(text, Settings().limits)
    assert isinstance(root, Mapping)
    starts = [entry.key.start for entry in root.entries] + [len(text)]
    for entry, start, end in zip(root.entries, starts, starts[1:], strict=False):
        yield entry.key.text, text[start:end]


def _with_categories(text: str, root: Mapping) -> str:
    """Put the categories of ``BASE`` that a fragment lacks behind their level 1, or at the end."""
    found = root.find("绩效指标")
    if not found or not isinstance(found[1].value, Mapping) or found[1].value.flow:
        return text
    levels = found[1].value
    labels = [(level1.key.text, level2.key.text) for level1, level2 in _categories(levels)]
    if detect(labels, 2026) is not editions()[0]:
        return text
    present = {kind_of(level2) for _, level2 in labels}
    lacking = [row for row in _base_categories() if kind_of(row[1]) not in present]
    end = _end_of_section(text, levels)
    insertions: list[tuple[int, str]] = []
    for level1 in dict.fromkeys(row[0] for row in lacking):
        rows = "".join(lines for first, _, lines in lacking if first == level1)
        at = levels.find(level1)
        if not at:
            insertions.append((end, f"  {level1}:\n{rows}"))
        elif level1 == "产出指标" and isinstance(at[1].value, Mapping):
            insertions.append((_after_line(text, at[1].key.end), rows))
    for position, rows in sorted(insertions, reverse=True):
        text = text[:position] + rows + text[position:]
    return text


def _categories(levels: Mapping) -> Iterator[tuple[Entry, Entry]]:
    for level1 in levels.entries:
        if isinstance(level1.value, Mapping):
            for level2 in level1.value.entries:
                yield level1, level2


def _base_categories() -> Iterator[tuple[str, str, str]]:
    root = read_tree(BASE, Settings().limits)
    assert isinstance(root, Mapping)
    found = root.find("绩效指标")
    assert found
    assert isinstance(found[1].value, Mapping)
    for level1, level2 in _categories(found[1].value):
        assert isinstance(level2.value, Mapping)
        start = BASE.rindex("\n", 0, level2.key.start) + 1
        end = _after_line(BASE, level2.value.entries[-1].value.end)
        yield level1.key.text, level2.key.text, BASE[start:end]


def _after_line(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end + 1


def _end_of_section(text: str, levels: Mapping) -> int:
    node: Entry = levels.entries[-1]
    while isinstance(node.value, Mapping) and node.value.entries:
        node = node.value.entries[-1]
    return _after_line(text, max(node.key.end, node.value.end - 1))
