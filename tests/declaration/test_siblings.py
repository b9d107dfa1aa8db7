"""Grouping declarations by the unit that files them."""

from itertools import product

import pytest

from declint.declaration.facts import Body, Facts, Head
from declint.declaration.model import Field
from declint.declaration.siblings import same_unit_groups
from declint.language.organisations import near_variant, whereabouts


def _facts(number: int, supervisor: str, unit: str) -> Facts:
    fields = (Field("实施单位", unit, (5,)), Field("主管部门", supervisor, (4,)))
    return Facts(f"{number}.yaml", Head(2026, False, "", *fields, None, ()), lambda: Body({}, ()))


def _groups(*rows: tuple[str, str]) -> list[str]:
    facts = [_facts(number, *row) for number, row in enumerate(rows)]
    return ["".join(each.path[0] for each in group) for group in same_unit_groups(facts)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("上海市科技创业中心", "上海市科技创新中心"),
        ("上海市科技创新中心", "上海市科技创新创业中心"),
        ("示例市图书馆", "示例市图书管"),
        ("示例市图书馆", "示例市图书馆中心"),
        ("示例市公共资源交易中心", "公共资源交易中心"),
        ("示例市公共资源交易中心", "示例公共资源交易中心"),
        ("示例市公共资源交易中心", "示例市公共源资交易中心"),
        ("示例市科学技术委员会", "示例市科学技木委员会"),
        ("示例县农村经济经营管理站", "示例县农村经济经营管理局"),
        ("示例市疾病预防控制中心", "示例市疾病预防控制 中心（本级）"),
    ],
)
def test_near_variants(one: str, other: str) -> None:
    assert near_variant(one, other)
    assert near_variant(other, one)


PLACES = ("", "示例市", "示例", "示例市东城区", "东城区", "甲省示例市", "示例县", "市")
OWNS = (
    "科技创业中心",
    "科技创新中心",
    "图书馆",
    "图书管",
    "教育局",
    "卫健委",
    "卫生健康委员会",
    "区图书馆",
    "城区馆",
)


def test_names_of_different_places_are_never_near() -> None:
    names = [f"{place}{own}" for place in PLACES for own in OWNS]
    near = [pair for pair in product(names, names) if near_variant(*pair)]
    assert len(near) > 100
    for one, other in near:
        (place, rest), (other_place, other_rest) = whereabouts(one), whereabouts(other)
        assert place == other_place or not (place and other_place) or rest == other_rest


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("示例市第一中学", "示例市第二中学"),
        ("示例市图书馆", "示例市博物馆"),
        ("示例市教育局", "示例市体育局"),
        ("示例市教育局", "示例市教育局考试中心"),
        ("示例市东城区城市管理局", "示例市西城区城市管理局"),
        ("示例县东风镇人民政府", "示例县东升镇人民政府"),
        ("示例县农业技术推广中心", "示例县林业技术推广中心"),
        ("示例县畜牧技术推广站", "示例县水产技术推广站"),
        ("示例市社会保险中心", "示例市社会救助中心"),
        ("示例市育才实验学校", "示例市育英实验学校"),
        ("示例市人民医院", "示例市第二人民医院"),
        ("示例市公安局", "示例市公安局交警支队"),
        ("示例市科技馆", "示例市科技局"),
        ("甲中心", "甲局"),
        ("", ""),
    ],
)
def test_different_units(one: str, other: str) -> None:
    assert not near_variant(one, other)


def test_groups_fold_variants_through_each_other() -> None:
    assert _groups(
        ("市科委", "上海市科技创业中心"),
        ("市科委", "上海市科技创新创业中心"),
        ("市科委", "上海市科技馆"),
        ("市科委", "上海市科技创新中心"),
    ) == ["013", "2"]


def test_a_missing_place_word_is_folded() -> None:
    rows = ("市科委", "上海市科技创新中心"), ("市科委", "上海科技创新中心"), ("市科委", "上海市科技馆")
    assert _groups(*rows) == ["01", "2"]


def test_another_supervisor_is_another_group() -> None:
    assert _groups(("示例市教育局", "示例市考试中心"), ("示例市民政局", "示例市考试中心")) == ["0", "1"]


def test_supervisors_are_folded_too() -> None:
    rows = ("示例市科学技术委员会", "示例市科技馆"), ("示例市科学技木委员会", "示例市科技馆")
    assert _groups(*rows) == ["01"]


def test_blank_units_stand_alone() -> None:
    rows = ("市科委", ""), ("市科委", " "), ("市科委", "市科技馆"), ("市科委", "市科技馆")
    assert _groups(*rows) == ["0", "1", "23"]
