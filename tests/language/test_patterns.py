"""What is quick to search for finds the same as the plain search."""

import re

from hypothesis import given
from hypothesis import strategies as st

from declint.language.patterns import Vocabulary, matches, says

_LETTERS = st.text(st.sampled_from("帐户目账单总"), max_size=30)
_WORDS = st.lists(st.text(st.sampled_from("帐户目账单总"), min_size=1, max_size=4), min_size=1, max_size=6)


@given(_WORDS, _LETTERS)
def test_a_vocabulary_finds_what_an_alternation_finds(words: list[str], text: str) -> None:
    either = "|".join(sorted(words, key=len, reverse=True))
    expected = [(match.start(), match[0]) for match in re.finditer(either, text)]
    assert list(Vocabulary(words).found_in(text)) == expected


@given(st.text(st.sampled_from("，。、 \n次"), max_size=40))
def test_matches_that_begin_so_are_all_matches(text: str) -> None:
    begins, whole = re.compile("[，。](?=[，。 ])"), re.compile("[，。](?: *[，。])+")
    assert [match.span() for match in matches(begins, whole, text)] == [
        match.span() for match in whole.finditer(text)
    ]


def test_a_text_says_a_word_wherever_it_stands() -> None:
    assert says("服务水平有所提高", "vague", "愿望词")
    assert not says("", "vague", "愿望词")
