"""Wishes, and names said again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declint.language.wishes import is_wish, says_its_name_again


@pytest.mark.parametrize(
    "text",
    [
        "提升",
        "有所提高",
        "进一步加强",
        "不断完善",
        "有效实现",
        "逐步改善。",
        "得到明显改善",
        "较上年有所上升",
        "有较大提升",
        "农民收入稳步增长",
        "服务能力提升",
        "提升办学水平，改善办学条件",
        "提升群众获得感、幸福感",
        "推动文旅产业高质量发展",
        "效果显著",
        "达 到 预 期 效 果",
        "有力保障",
    ],
)
def test_wishes(text: str) -> None:
    assert is_wish(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "达标",
        "优",
        "良好",
        "长期",
        "正常",
        "未发生",
        "提升5%",
        "提升至三个等次",
        "建立健全管护机制",
        "完善制度并印发实施细则",
        "提升至国家级",
        "满足规范要求",
        "不断完善，形成年度报告",
        "组织巡诊并回访病人",
        "提升，" * 40,
    ],
)
def test_what_can_be_judged(text: str) -> None:
    assert not is_wish(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("档案管理规范性", "规范"),
        ("档案管理规范性", "规范有序"),
        ("结论科学性", "准确"),
        ("报告应用性、专业性", "内容完整，专业性强"),
        ("资金使用合理性", "科学、合理"),
        ("指导乡镇文化站建馆", "指导乡镇文化站建馆"),
    ],
)
def test_names_said_again(name: str, text: str) -> None:
    assert says_its_name_again(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("档案管理", "规范"),
        ("档案管理规范性", "符合国家档案局规范"),
        ("档案管理规范性", "一级"),
        ("档案完整性", "齐全"),
        ("建立管护机制", "建立管护机制"),
        ("档案管理规范性", ""),
    ],
)
def test_answers(name: str, text: str) -> None:
    assert not says_its_name_again(name, text)


@given(st.text(max_size=200), st.text(max_size=30))
def test_any_text_is_judged(text: str, name: str) -> None:
    assert is_wish(text) in (True, False)
    assert says_its_name_again(name, text) in (True, False)
