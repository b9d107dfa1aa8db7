"""Fixes as edits of the text: what they mean to change changes, every other character stays."""

import pytest

from declint.declaration.model import Declaration
from declint.declaration.reading import Reading, read_bytes
from declint.finding import Edit, Fix, Safety, Words
from declint.fixing.edits import applied
from declint.fixing.resolve import resolve
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
