"""What page and line breaks have split is put together as it was."""

import pytest

from declint.forms.joining import goes_on, one_line, paragraphs, unspaced


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("改造面积\n（万平方米）", "改造面积（万平方米）"),
        ("经济成本 \n 指标", "经济成本指标"),
        ("Innovation &\nEntrepreneurship", "Innovation & Entrepreneurship"),
        ("Asia Pacific\nJournal", "Asia Pacific Journal"),
        ("≥90.00\n(%)", "≥90.00(%)"),
        ("2026-\n2028", "2026-2028"),
        ("打算);\n(5) 次", "打算); (5) 次"),
        ("网页https://a/\nb", "网页https://a/b"),
    ],
)
def test_line_ends(text: str, joined: str) -> None:
    assert one_line(text) == joined


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("内容完整，专业性 强", "内容完整，专业性强"),
        ("载体发展 & 专题分析", "载体发展 & 专题分析"),
        ("2026 年 10 月", "2026 年 10 月"),
        ("投稿 APJIE 数量", "投稿 APJIE 数量"),
    ],
)
def test_blanks_inside_chinese_go_and_others_stay(text: str, kept: str) -> None:
    assert unspaced(text) == kept


def test_paragraph_tags() -> None:
    assert paragraphs("<p>一。</p> <p class='a'>二 三。</p>四<br/>五") == "一。\n二 三。\n四\n五"


@pytest.mark.parametrize(
    ("before", "after", "joins"),
    [
        ("升级、数", "<p>据安全", True),
        ("完成。", "<p>二、", False),
        ("有力保", "障。", True),
        ("", "甲", False),
    ],
)
def test_paragraphs_over_a_page_break(before: str, after: str, joins: bool) -> None:
    assert goes_on(before, after) is joins
