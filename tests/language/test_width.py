"""Half and full width: one character for one character, whatever the text."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from declint.language.width import half, half_lines

_TEXTS = st.text(st.sampled_from("年１２３％（），：；　\t\r\n\u00a0～—〔〕≧＜ab。、项目"), max_size=120)


@given(_TEXTS)
def test_every_character_is_replaced_by_itself(text: str) -> None:
    assert half(text) == "".join(map(half, text))


@given(_TEXTS)
def test_line_ends_are_all_that_tells_the_two_apart(text: str) -> None:
    assert half_lines(text).replace("\n", " ") == half(text)
    assert [at for at, char in enumerate(half_lines(text)) if char == "\n"] == [
        at for at, char in enumerate(text) if char == "\n"
    ]


@given(st.text(st.characters(min_codepoint=0xFF01, max_codepoint=0xFF5E), max_size=80))
def test_full_width_signs_become_what_unicode_says(text: str) -> None:
    assert half(text) == unicodedata.normalize("NFKC", text)
