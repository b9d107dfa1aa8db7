"""The width of texts on a terminal, and which of them are shown as they are."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from declint.report.terminal import View, clean, clean_characters, is_clean, width

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
