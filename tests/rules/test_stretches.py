"""Stretches that stand twice: the quick search leaves out none that the slow one finds."""

from hypothesis import given
from hypothesis import strategies as st

from declint.rules.dup.stretches import Copy, Passage, copies_between

_TEXTS = st.text(st.sampled_from("甲乙。，\n"), max_size=60)
_SHORTEST = 5


@given(_TEXTS)
def test_a_copy_says_what_stands_further_up(text: str) -> None:
    passage = Passage(text, _SHORTEST)
    for copy in copies_between(passage, passage):
        again, first = _said(text, copy)
        assert again == first
        assert len(again) >= _SHORTEST
        assert copy.first_end <= copy.start


@given(_TEXTS, _TEXTS)
def test_a_sentence_of_another_text_is_found(before: str, behind: str) -> None:
    sentence = "丙丁戊己庚辛"
    later = Passage(f"{before}\n{sentence}。\n{behind}", _SHORTEST)
    earlier = Passage(f"{behind}。\n{sentence}。{before}", _SHORTEST)
    found = [later.text[copy.start : copy.end] for copy in copies_between(later, earlier)]
    assert any(sentence in copy for copy in found)


def _said(text: str, copy: Copy) -> tuple[str, str]:
    stretches = text[copy.start : copy.end], text[copy.first_start : copy.first_end]
    again, first = ("".join(char for char in each if char not in "。，\n") for each in stretches)
    return again, first
