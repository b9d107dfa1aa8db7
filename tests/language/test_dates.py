"""Years and dates in prose and in targets."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declint.language.dates import calendar_date, date_mentions, is_date


@pytest.mark.parametrize(
    "text",
    [
        "2026年",
        "2026年6月",
        "2026年6月30日",
        "2026年06月30日前",
        "2026年6月下旬",
        "2026-06-30",
        "2026/6/30",
        "2026.6.30",
        "截至2026年6月底",
        "于2026年年底前完成",
        "6月底前",
        "三季度",
        "第4季度末",
        "上半年",
        "年内",
        "当年",
        "2026年3月1日至2026年5月31日",
        "3月-5月",
        "2020年1月--2020年11月",
        "2023.07-2024.01",
        "2026年12月底前全部完成",
        "2026年12月前竣工验收",
    ],
)
def test_dates_and_deadlines(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "15日",
        "15日内",
        "5个工作日",
        "3年",
        "12个月",
        "100",
        "2026",
        "2026.5元",
        "每月",
        "长期",
        "2026年完成办公楼维修",
        "及时",
        "13月",
        "2026年6月起每月一次",
        "底前",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert not is_date(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026年10月31日", [(2026, 10, 31)]),
        ("2025年较2024年", [(2025, None, None), (2024, None, None)]),
        ("2026年6月至2027年5月", [(2026, 6, None), (2027, 5, None)]),
        ("2026-01-31", [(2026, 1, 31)]),
        ("2026/3/5", [(2026, 3, 5)]),
        ("财预〔2021〕101号", [(2021, None, None)]),
        ("20260.5", []),
        ("12026家", []),
        ("1,985米", []),
    ],
)
def test_mentions(text: str, found: list[tuple[int, int | None, int | None]]) -> None:
    assert [(each.year, each.month, each.day) for each in date_mentions(text)] == found


def test_the_span_of_a_mention_is_what_it_says() -> None:
    text = "计划于 2026 年 10 月底前完成"
    (mention,) = date_mentions(text)
    assert text[mention.start : mention.end] == "2026 年 10 月"


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
def test_every_day_is_a_date(day: datetime.date) -> None:
    assert calendar_date(day.isoformat()) == day
    for text in (day.isoformat(), f"{day.year}年{day.month}月{day.day}日前", f"{day:%Y/%m/%d}"):
        assert is_date(text)
        (mention,) = date_mentions(text)
        assert (mention.year, mention.month, mention.day) == (day.year, day.month, day.day)


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    is_date(text)
    for mention in date_mentions(text):
        assert 0 <= mention.start < mention.end <= len(text)
