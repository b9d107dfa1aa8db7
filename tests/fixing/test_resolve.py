"""Fixes as edits of the text: what they mean to change changes, every other character stays."""

import pytest

from declint.declaration.model import Declaration
from declint.declaration.reading import Reading, read_bytes
from declint.finding import Edit, Fix, Move, Safety, Words
from declint.fixing.resolve import TextEdit, resolve
from declint.settings import Limits
from declint.testing import BASE

TITLE = Words("改", "mend")


def read(text: str) -> Reading:
    return read_bytes("a.yaml", text.encode(), Limits())


def declaration(text: str) -> Declaration:
    found = read(text)
    assert not found.problems
    assert not found.violations
    assert found.declaration
    return found.declaration


def applied(text: str, edits: tuple[TextEdit, ...]) -> str:
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def moved(text: str, name: str, level1: str, level2: str) -> str | None:
    row = next(each for each in declaration(text).indicators if each.name == name)
    found = read(text)
    edits = resolve(Fix(TITLE, Safety.UNSAFE, (Move(row.path, level1, level2),)), found.source, found.tree)
    return applied(text, edits) if edits else None


def rows(text: str) -> list[tuple[str, str, str, str]]:
    return sorted(
        (row.category.level1, row.category.level2, row.name, row.target.raw)
        for row in declaration(text).indicators
    )


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("name", "level1", "level2"),
    [
        ("读者满意度", "产出指标", "时效指标"),
        ("图书编目准确率", "产出指标", "时效指标"),
        ("新书上架及时率", "效益指标", "可持续影响指标"),
        ("单场读书活动成本", "产出指标", "时效指标"),
        ("新增注册读者人数", "产出指标", "数量指标"),
    ],
)
def test_a_row_is_moved_and_nothing_else(name: str, level1: str, level2: str, line_end: str) -> None:
    text = BASE.replace(f"      {name}", f"      # 说明\n      {name}").replace("\n", line_end)
    result = moved(text, name, level1, level2)
    assert result
    expected = [(level1, level2, row[2], row[3]) if row[2] == name else row for row in rows(text)]
    assert rows(result) == sorted(expected)
    assert result.count("# 说明") == 1


def test_rows_of_flow_style_are_not_moved() -> None:
    text = BASE.replace("      读者满意度: ≥90.00(%)\n", "").replace(
        "服务对象满意度指标:\n", "服务对象满意度指标: {读者满意度: ≥90.00(%)}\n"
    )
    assert moved(text, "读者满意度", "产出指标", "时效指标") is None


@pytest.mark.parametrize("written", ["≥90.00(%)", "'≥90.00(%)'", '"\\u226590.00(%)"', "|\n        ≥90.00(%)"])
def test_an_operator_is_replaced_in_every_style(written: str) -> None:
    text = BASE.replace("读者满意度: ≥90.00(%)", f"读者满意度: {written}")
    row = next(each for each in declaration(text).indicators if each.name == "读者满意度")
    _, edit = row.with_operator("=")
    found = read(text)
    (resolved,) = resolve(Fix(TITLE, Safety.SAFE, (edit,)), found.source, found.tree)
    result = declaration(applied(text, (resolved,)))
    assert (
        next(each for each in result.indicators if each.name == "读者满意度").target.raw.strip()
        == "=90.00(%)"
    )


def test_an_edit_of_a_whole_value() -> None:
    row = next(each for each in declaration(BASE).indicators if each.name == "读者满意度")
    found = read(BASE)
    edits = resolve(Fix(TITLE, Safety.SAFE, (Edit(row.value, "=90.00(%)"),)), found.source, found.tree)
    assert applied(BASE, edits) == BASE.replace("≥90.00(%)", "=90.00(%)")
