"""Numbers in digits and in characters."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declint.language.numerals import chinese_number, number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("1234.50", "1234.50"),
        ("1,234,567.8", "1234567.8"),
        ("1.2万", "12000"),
        ("1.25 亿", "125000000"),
        ("3千", "3000"),
        ("5百万", "5000000"),
        ("2千万", "20000000"),
        ("十", "10"),
        ("十二", "12"),
        ("二十", "20"),
        ("三十五", "35"),
        ("一百零八", "108"),
        ("一百二十", "120"),
        ("两千", "2000"),
        ("三万", "30000"),
        ("十万", "100000"),
        ("一万二千", "12000"),
        ("二〇二六", "2026"),
        ("两", "2"),
        ("零", "0"),
        ("百", "100"),
    ],
)
def test_numbers(text: str, value: str) -> None:
    assert number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "多", "1,23", "1.2.3", "九成", "1万万", "约三", "３", "1 200"])
def test_no_numbers(text: str) -> None:
    assert number(text) is None


@given(st.decimals(min_value=0, max_value=10**15, places=3))
def test_digits_are_read_exactly(value: Decimal) -> None:
    assert number(f"{value:f}") == value
    assert number(f"{value:,f}") == value


@given(st.integers(min_value=0, max_value=99_999_999))
def test_characters_spell_every_number(value: int) -> None:
    assert chinese_number(spell(value)) == value


def spell(value: int) -> str:
    """Write a number below 10^8 as Chinese does."""
    digits = "零一二三四五六七八九"

    def section(part: int) -> str:
        text, pending = "", False
        for unit, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
            digit, part = divmod(part, size)
            if digit:
                text += ("零" if pending and text else "") + digits[digit] + unit
                pending = False
            else:
                pending = True
        return text

    if value == 0:
        return "零"
    high, low = divmod(value, 10**4)
    return (section(high) + "万" if high else "") + ("零" if high and 0 < low < 1000 else "") + section(low)


@given(st.text(max_size=60))
def test_any_text_is_a_number_or_none(text: str) -> None:
    found = number(text)
    assert found is None or found >= 0
