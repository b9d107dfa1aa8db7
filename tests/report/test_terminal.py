"""The width of texts on a terminal, and which of them are shown as they are."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from declint.report.terminal import View, clean, clean_characters, is_clean, width, wrap

TEXTS = st.text(
    alphabet=st.sampled_from("a中，≥“é\u0301\u200b\u3000\t\x07:#[😀") | st.characters(), max_size=20
)


def columns(char: str, wide: bool) -> int:
    if unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F", *(("A",) if wide else ())) else 1


@given(TEXTS, st.booleans())
def test_a_text_is_as_wide_as_its_characters(text: str, wide: bool) -> None:
    assert width(text, View(wide=wide)) == sum(columns(char, wide) for char in text)


@given(TEXTS | st.sampled_from(["a::b", "##[x]", "##x", "a: :b"]))
def test_what_is_clean_is_shown_as_it_is(text: str) -> None:
    assert clean(text) == "".join(clean_characters(text))
    assert not is_clean(text) or clean(text) == text


WRITTEN = st.text(st.sampled_from("中文字，。；（）“《ab1%. "), max_size=60).map(
    lambda text: " ".join(text.split())
)


@given(WRITTEN, st.integers(2, 30), st.booleans())
def test_lines_hold_the_text_within_their_columns(text: str, most: int, wide: bool) -> None:
    view = View(wide=wide)
    lines = list(wrap(text, most, view))
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    for line in lines:
        assert line == line.strip()
        pieces = list(wrap(line, 1, view))
        assert width(line, view) <= most or len(pieces) == 1
    assert list(wrap(text, width(text, view) or 1, view)) == ([text] if text else [])
