"""One quantity that is the whole of a text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declint.language.quantity import Operator, operators_clash, read_quantity


@pytest.mark.parametrize(
    ("text", "operator"),
    [
        ("不少于3场", Operator.AT_LEAST),
        ("3场以上", Operator.AT_LEAST),
        ("达到3场以上", Operator.AT_LEAST),
        ("控制在3场以内", Operator.AT_MOST),
        ("不迟于3天", Operator.AT_MOST),
        ("达到3场", Operator.EXACTLY),
        ("完成3场", Operator.NONE),
        ("保持3场", Operator.NONE),
        ("3-5场", Operator.BETWEEN),
        ("3场左右", Operator.ABOUT),
        ("超过3场", Operator.MORE_THAN),
        ("不足3场", Operator.LESS_THAN),
    ],
)
def test_operators(text: str, operator: Operator) -> None:
    quantity = read_quantity(text)
    assert quantity
    assert quantity.operator is operator


@pytest.mark.parametrize(
    "text", ["", "场", "组织3场活动", "3场5人", "每年3场", "三好", "3场或5场", "1:3", "A3", "3.场次多"]
)
def test_what_says_more_than_one_quantity_is_none(text: str) -> None:
    assert read_quantity(text) is None


@pytest.mark.parametrize("text", ["≤3场以上", "≥3天内", "=3场以上", "不超过3人以上", ">3天以内"])
def test_operators_that_bind_different_ways_clash(text: str) -> None:
    assert operators_clash(text)
    assert read_quantity(text) is None


@pytest.mark.parametrize(
    "text", ["≥3场以上", "超过3场以上", "≤3天内", "低于3天以内", "约3场以上", "达到3场以上", "3场"]
)
def test_operators_that_agree_do_not_clash(text: str) -> None:
    assert not operators_clash(text)
    assert read_quantity(text)


def test_spans_count_the_characters_of_the_text() -> None:
    text = " 不少于　１２．５　（万元） "
    quantity = read_quantity(text)
    assert quantity
    assert quantity.number == Decimal("12.5")
    assert quantity.operator_span
    assert quantity.unit_span
    spans = (quantity.operator_span, quantity.number_span, quantity.unit_span)
    assert [text[slice(*span)] for span in spans] == ["不少于", "１２．５", "万元"]


@given(st.text(max_size=100))
def test_any_text_is_a_quantity_or_none(text: str) -> None:
    quantity = read_quantity(text)
    if quantity:
        start, end = quantity.number_span
        assert 0 <= start < end <= len(text)


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(["-", "~", "至", "到", "～", "—"]))
def test_ranges(low: int, high: int, between: str) -> None:
    quantity = read_quantity(f"{low}{between}{high}人")
    assert quantity
    assert (quantity.number, quantity.upper) == (Decimal(low), Decimal(high))
    assert quantity.unit == "人"
