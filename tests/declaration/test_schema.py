"""The schema: a gate and two validators that agree, and one problem for each cause."""

import random
import re
import textwrap
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from declint.declaration.amount import read_amount
from declint.declaration.gate import gate
from declint.declaration.locate import locate
from declint.declaration.problem import Problem
from declint.declaration.reading import Reading, read_bytes
from declint.declaration.schema import instance, schema
from declint.declaration.tree import Entry, Mapping, Node, Scalar, Sequence, UnreadableError, read_tree
from declint.settings import Limits
from declint.testing import BASE

GATE, OTHER = gate(schema()), jsonschema_rs.validator_for(schema())
SLOW = Draft202012Validator(schema())
LABELS = [*schema()["properties"], "其他资金", "财政资金", "年度总体目标", "数量指标", "甲", ""]
SCALARS = st.one_of(
    st.none(),
    st.integers(-5, 3000),
    st.sampled_from(
        ["", "甲", "2026-01-01", "2026/1/1", "1,000.00", "１００万元", "1.2.3", "元", "万元", "2026"]
    ),
    st.decimals(-10, 10, places=2).map(float),
    st.text(max_size=8).map(lambda text: text.rstrip("\r\n")),
)
DATA = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(LABELS), inner, max_size=4),
    max_leaves=12,
)


def read(text: str) -> Reading:
    return read_bytes("a.yaml", text.encode(), Limits())


def base() -> Any:
    return instance(read_tree(BASE, Limits()))


def tree_of(data: Any) -> Node:
    """A tree that is this data: ``instance`` takes it back."""
    if isinstance(data, dict):
        return Mapping([Entry(Scalar(key, 0, 0), tree_of(value)) for key, value in data.items()], 0, 0, True)
    if isinstance(data, list):
        return Sequence([tree_of(value) for value in data], 0, 0)
    if isinstance(data, str):
        return Scalar(data, 0, 0, "'")
    return Scalar("" if data is None else str(data), 0, 0)


def passes(data: Any) -> bool:
    tree = tree_of(data)
    assert instance(tree) == data
    return GATE(tree)


def mutated(data: Any, choose: random.Random, value: Any) -> Any:
    """The data with the value in the place of some node, or under some key."""
    node = data
    while True:
        key = choose.choice(list(node))
        if not isinstance(node[key], dict) or not node[key] or choose.random() < 0.3:
            break
        node = node[key]
    if choose.random() < 0.3:
        del node[key]
        key = choose.choice(LABELS)
    node[key] = value
    return data


@given(DATA)
@settings(max_examples=300)
def test_validators_agree_on_any_data(data: Any) -> None:
    assert passes(data) == SLOW.is_valid(data) == OTHER.is_valid(data)


@given(st.randoms(use_true_random=False), DATA)
@settings(max_examples=500)
def test_validators_agree_on_mutated_declarations(choose: random.Random, value: Any) -> None:
    data = mutated(base(), choose, value)
    assert passes(data) == SLOW.is_valid(data) == OTHER.is_valid(data)


@given(st.randoms(use_true_random=False), st.integers(1, 3))
@settings(max_examples=300)
def test_validators_agree_on_lines_in_disorder(choose: random.Random, times: int) -> None:
    """Labels that stand twice, out of place or nowhere."""
    lines = BASE.splitlines(keepends=True)
    for _ in range(times):
        line = lines.pop(choose.randrange(len(lines)))
        for _ in range(choose.choice([0, 1, 2])):
            lines.insert(choose.randint(0, len(lines)), line)
    try:
        tree = read_tree("".join(lines), Limits())
    except UnreadableError:
        return
    assert tree is not None
    assert GATE(tree) == SLOW.is_valid(instance(tree))


@pytest.mark.parametrize("keyword", ["not", "items", "oneOf"])
def test_the_gate_refuses_a_schema_that_it_does_not_know(keyword: str) -> None:
    with pytest.raises(KeyError):
        gate({"properties": {"甲": {keyword: {}}}})


@given(st.from_regex(re.compile(schema()["$defs"]["amount"]["pattern"].replace("$", r"\Z"))))
def test_every_amount_that_the_schema_takes_is_read(text: str) -> None:
    assert read_amount(text, "元") is not None


def problems(text: str) -> list[Problem]:
    reading = read(text)
    assert reading.problems == ()
    assert reading.violations
    return list(reading.violations)


def marked(text: str, problem: Problem) -> str:
    start, end = locate(problem.at, text, read(text).tree)
    return text[start:end]


ROW = "  数量指标:\n    养护里程: ≥120(公里)\n    护栏: ≥80(米)\n"
INDICATORS = BASE[BASE.index("绩效指标:") :]
SPLIT = BASE.partition("绩效指标:")
GOALS = BASE[BASE.index("绩效目标:") : BASE.index("绩效指标:")]
REQUEST = "  年度资金申请总额: 500000.00\n"


def with_indicators(text: str) -> str:
    return BASE.replace(INDICATORS, "绩效指标:\n" + text)


@pytest.mark.parametrize(
    ("text", "kind", "place", "arguments"),
    [
        (BASE + "备案号: 1\n", "unknown-key", "备案号", {"key": "备案号", "meant": ""}),
        (BASE.replace("项目性质", "项目性值"), "misspelt-key", "项目性值", {"meant": "项目性质"}),
        (BASE.replace("实施单位", "承担单位"), "misspelt-key", "承担单位", {"meant": "实施单位"}),
        (BASE.replace("年度资金:", "年度资全:"), "misspelt-key", "年度资全", {"meant": "年度资金"}),
        (BASE.replace("  当年财政", "  当年财攻"), "misspelt-key", "当年财攻拨款", {"meant": "当年财政拨款"}),
        (BASE.replace("主管部门: 示例市文化和旅游局\n", ""), "missing-key", "", {"keys": ("主管部门",)}),
        (BASE.replace(INDICATORS, ""), "missing-key", "", {"keys": ("绩效指标",)}),
        (BASE.replace(REQUEST, ""), "missing-key", "年度资金", {"keys": ("年度资金申请总额",)}),
        (BASE.replace("项目名称: 社区图书馆运行", "项目名称:"), "wrong-type", "项目名称", {"found": "null"}),
        (BASE.replace("社区图书馆运行", "[甲, 乙]"), "wrong-type", "项目名称", {"found": "array"}),
        (BASE.replace("社区图书馆运行", "{甲: 乙}"), "wrong-type", "项目名称", {"found": "object"}),
        (BASE.replace("社区图书馆运行", "2026"), "wrong-type", "2026", {"found": "number"}),
        (BASE.replace("年度: 2026", "年度: 2026年"), "wrong-type", "2026年", {"value": "2026年"}),
        (BASE.replace("年度: 2026", "年度: 20260"), "bad-value", "20260", {"check": "maximum"}),
        (BASE.replace("2026-01-01", "2026/1/1"), "bad-value", "2026/1/1", {"check": "pattern"}),
        (BASE.replace("年度: 2026", "年度: 2026\n金额单位: 百元"), "bad-value", "百元", {"check": "enum"}),
        (BASE.replace("500000.00", "五十万元", 1), "bad-value", "五十万元", {"check": "pattern"}),
        (BASE.replace("500000.00", "1.2.3", 1), "bad-value", "1.2.3", {"check": "pattern"}),
        (BASE.replace("≥90.00(%)", "{权重: 5}"), "missing-key", "读者满意度", {"keys": ("指标值",)}),
        (BASE.replace("≥90.00(%)", "[甲]"), "wrong-type", "读者满意度", {"found": "array"}),
        (BASE.replace("≥90.00(%)", "{指标值: {甲: 1}}"), "wrong-type", "指标值", {"found": "object"}),
        (with_indicators(""), "wrong-type", "绩效指标", {"found": "null"}),
        (with_indicators("  无\n"), "wrong-type", "无", {"found": "string"}),
        (with_indicators("  - 甲: {乙: {丙: 1}}\n"), "wrong-type", "绩效指标", {"found": "array"}),
        (with_indicators("  产出指标: 无\n"), "rows-expected", "产出指标", {"value": "无"}),
        (with_indicators("  产出指标:\n    数量指标: 5个\n"), "rows-expected", "数量指标", {"value": "5个"}),
        (with_indicators(ROW), "level1-missing", "数量指标", {"home": "产出指标"}),
        (with_indicators("  产出指标:\n    养护里程: 5\n    护栏: 6\n"),
         "level2-missing", "产出指标", {"row": "养护里程"}),
        (BASE.replace("  年度总体目标", "年度总体目标").replace("  项目总目标", "项目总目标"),
         "misplaced-key", "项目总目标", {"keys": ("项目总目标", "年度总体目标"), "home": "绩效目标"}),
        (SPLIT[0] + "产出指标: {数量指标: {甲: 1}}\n",
         "misplaced-key", "产出指标", {"keys": ("产出指标",), "home": "绩效指标"}),
        (SPLIT[0] + "数量指标: {甲: 1}\n",
         "misplaced-key", "数量指标", {"home": "绩效指标/产出指标"}),
        (BASE.replace(GOALS, textwrap.indent(GOALS, "  ")),
         "misplaced-key", "绩效目标", {"keys": ("绩效目标",), "home": "", "block": "年度资金"}),
    ],
)  # fmt: skip
def test_one_cause_one_problem(text: str, kind: str, place: str, arguments: dict[str, Any]) -> None:
    (problem,) = problems(text)
    assert problem.kind == kind
    assert marked(text, problem) == place
    assert {key: problem.arguments.get(key) for key in arguments} == arguments


@pytest.mark.parametrize(
    ("text", "kind"),
    [("", "empty"), ("# 说明\n", "empty"), ("- 甲\n", "not-a-mapping"), ("甲\n", "not-a-mapping")],
)
def test_no_declaration_at_all(text: str, kind: str) -> None:
    assert [problem.kind for problem in problems(text)] == [kind]


def test_two_causes_are_two_problems_in_the_order_of_the_text() -> None:
    text = BASE.replace("年度: 2026", "年度: 2026年").replace("2026-12-31", "年底")
    assert [marked(text, problem) for problem in problems(text)] == ["2026年", "年底"]


def test_the_base_and_its_written_variants_are_right() -> None:
    for text in (
        BASE,
        BASE.replace("500000.00", "500,000.00", 1),
        BASE.replace("500000.00", "５０万元", 1),
        BASE.replace("2026-01-01", "|\n  2026-01-01\n"),
        BASE.replace("≥90.00(%)", "{指标值: ≥90.00(%), 权重: 5, 备注: 无, 责任人: 甲}"),
        BASE.replace("≥90.00(%)", ""),
        BASE + "项目名称: 甲\n",
    ):
        assert read(text).violations == ()


def test_rows_out_of_place_are_judged_by_no_rule() -> None:
    assert read(with_indicators(ROW)).declaration is None
    assert read(BASE.replace("绩效目标:", "绩效目际:")).declaration is None
    assert read(BASE.replace("2026-01-01", "2026/1/1")).declaration is not None
    assert read(BASE + "备案号: 1\n").declaration is not None
