"""Names made comparable: what is noise and what is not."""

import pytest

from declint.language.names import bare, bracketed, core, kept, kept_at


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("指标1：村道硬化里程", "村道硬化里程"),
        ("1、村道硬化里程", "村道硬化里程"),
        ("（2）村道硬化里程", "村道硬化里程"),
        ("三、村道硬化里程", "村道硬化里程"),
        ("1.2026年征文篇数", "2026年征文篇数"),
        ("《文博 月刊》出版期数", "文博月刊出版期数"),
        ("ＡＥＤ设备数", "aed设备数"),
        ("“小候鸟”托管班次", "小候鸟托管班次"),
        ("门诊 、住院人次", "门诊住院人次"),
    ],
)
def test_writings_of_one_name_are_equal(one: str, other: str) -> None:
    assert bare(one) == bare(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("维修面积（门诊楼）", "维修面积（住院楼）"),
        ("12345热线接听量", "热线接听量"),
        ("一期渠道长度", "二期渠道长度"),
        ("1、2号楼外墙面积", "2号楼外墙面积"),
        ("一、二期渠道长度", "二期渠道长度"),
        ("3.5公里河道清淤", "5公里河道清淤"),
    ],
)
def test_different_names_stay_different(one: str, other: str) -> None:
    assert bare(one) != bare(other)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("维修面积（门诊楼）", "维修面积"),
        ("指标2: 培训 人数(含网络)（人）", "培训人数"),
        ("（2025）年报份数", "（2025）年报份数".translate({ord("（"): "(", ord("）"): ")"})),
        ("(全部)", "(全部)"),
    ],
)
def test_core_drops_the_brackets_at_the_end(name: str, wanted: str) -> None:
    assert core(name) == wanted


def test_bracketed_is_what_stands_in_the_last_brackets() -> None:
    assert bracketed("培训人数(含网络)（人）") == "人"
    assert bracketed("（甲）培训人数") is None


def test_kept_characters_know_their_places() -> None:
    text = "改造Ａ区， 亮化 B区。"
    assert kept(text) == "改造a区亮化b区"
    assert [text[at] for at in kept_at(text)] == list("改造Ａ区亮化B区")
