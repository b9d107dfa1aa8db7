"""Comments that suppress: how they are written, and what of them is read."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declint.finding.suppression import Suppression, read_suppression

DAY = datetime.date(2026, 6, 30)


def read(comment: str) -> Suppression:
    found = read_suppression(comment, 0)
    assert found
    return found


@pytest.mark.parametrize(
    ("comment", "words", "reason"),
    [
        ("# declint: ignore[TGT001] 理由：统一口径", ["TGT001"], "统一口径"),
        ("# declint: ignore[TGT001,UNT] 理由: 统一口径。", ["TGT001", "UNT"], "统一口径"),
        (
            "#declint：ignore［TGT001，percentage-at-least-100］　理由：甲",
            ["TGT001", "percentage-at-least-100"],
            "甲",
        ),
        ("# declint: 忽略【TGT001、UNT003】理由：甲", ["TGT001", "UNT003"], "甲"),
        ("# DECLINT: Ignore[tgt001] Reason: as told", ["tgt001"], "as told"),
        ("# 见会议纪要 # declint: ignore[TGT001] 理由：统一口径", ["TGT001"], "统一口径"),
        ("# declint: ignore[TGT001] 理由：从 1 月至 3 月都是", ["TGT001"], "从 1 月至 3 月都是"),
        ("# declint: ignore[TGT001]", ["TGT001"], ""),
        ("# declint: ignore[TGT001] 统一口径", ["TGT001"], ""),
        ("# declint: ignore TGT001 理由：甲", [], "甲"),
        ("# declint: ignroe[TGT001] 理由：甲", [], ""),
        ("# declint: ignore[] 理由：甲", [], "甲"),
    ],
)
def test_words_and_reason(comment: str, words: list[str], reason: str) -> None:
    found = read(comment)
    assert [word.text for word in found.words] == words
    assert all(comment[word.start : word.end] == word.text for word in found.words)
    if words:
        assert found.reason == reason


@pytest.mark.parametrize(
    "written", ["2026-06-30", "2026/6/30", "2026年6月30日", "２０２６-06-30", "2026.06.30"]
)
@pytest.mark.parametrize("word", ["至 ", "至", "有效期至：", "until "])
def test_a_term_in_any_usual_form(word: str, written: str) -> None:
    found = read(f"# declint: ignore[TGT001] 理由：统一口径 {word}{written} 审批：示例市财政局")
    assert (found.reason, found.until, found.approval) == ("统一口径", DAY, "示例市财政局")


def test_the_order_of_the_parts_does_not_matter() -> None:
    found = read("# declint: ignore[TGT001] 审批：财政局；至 2026-06-30；理由：统一口径")
    assert (found.reason, found.until, found.approval) == ("统一口径", DAY, "财政局")


def test_it_holds_through_its_last_day() -> None:
    found = read("# declint: ignore[TGT001] 理由：甲 至 2026-06-30")
    assert found.holds(DAY)
    assert not found.holds(DAY + datetime.timedelta(days=1))


def test_a_day_that_is_none_holds_never() -> None:
    found = read("# declint: ignore[TGT001] 理由：甲 至 2026-06-31")
    assert found.is_dated_wrongly
    assert not found.holds(datetime.date(2020, 1, 1))


@pytest.mark.parametrize("comment", ["# 备注", "# declint 很好", "# yaml-language-server: $schema=x"])
def test_other_comments_are_none(comment: str) -> None:
    assert read_suppression(comment, 0) is None


@given(st.text(alphabet=st.characters(exclude_characters="\r\n"), max_size=60), st.integers(0, 9999))
def test_whatever_follows_is_read_without_an_error(rest: str, offset: int) -> None:
    found = read_suppression(f"# declint: ignore[{rest}", offset)
    assert found
    assert found.start == offset
    for word in found.words:
        assert f"# declint: ignore[{rest}"[word.start - offset : word.end - offset] == word.text
