"""How alike texts are: as a library for that says."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from declint.language.likeness import is_one_off, ratio

TEXTS = st.text("一二三ab", max_size=12) | st.text(max_size=80)


@given(TEXTS, TEXTS)
def test_texts_that_are_one_off(one: str, other: str) -> None:
    assert is_one_off(one, other) == (Levenshtein.distance(one, other) == 1)


@given(TEXTS, st.characters(), st.data())
def test_a_text_with_one_change(text: str, char: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    for rest in (text[at:], text[at + 1 :]):
        changed = text[:at] + char + rest
        assert is_one_off(text, changed) == is_one_off(changed, text) == (changed != text)


@given(TEXTS, TEXTS)
def test_the_ratio_is_that_of_shared_characters(one: str, other: str) -> None:
    assert ratio(one, other) == fuzz.ratio(one, other)


def test_a_few() -> None:
    assert is_one_off("数量指标", "数量旨标")
    assert not is_one_off("数量指标", "质量旨标")
    assert not is_one_off("", "数量")
    assert ratio("", "") == ratio("数量", "数量") == 100
    assert ratio("数量", "质量") == 50
    assert ratio("", "数量") == 0
