"""Units: classes, spellings, malformed ones, and what a name says about them."""

import pytest

from declint.language.per_unit import due_unit, per_what
from declint.language.units import (
    canonical,
    denominator,
    is_known,
    plain,
    scale_free_class,
    unit_class,
    unit_in_name,
    wellformed,
)


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("元/人", "金额"),
        ("％", "百分比"),
        ("人次", "人次"),
        ("盏", "个"),
        ("㎡", "面积"),
        ("公里", "长度"),
        ("次/月", "次"),
        ("没见过", None),
        ("", None),
    ],
)
def test_class(unit: str, expected: str | None) -> None:
    assert unit_class(unit) == expected


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("人/次", "人次"),
        ("百分比", "%"),
        ("次／场", "场次"),
        ("元/人", None),
        ("人次", None),
        ("圆/人", "元/人"),
    ],
)
def test_wellformed(unit: str, expected: str | None) -> None:
    assert wellformed(unit) == expected


def test_parts_of_a_compound() -> None:
    assert (plain("元/人·天"), denominator("元/人·天"), denominator("元")) == ("元", "人·天", None)


def test_known_needs_every_part() -> None:
    assert is_known("元/人")
    assert not is_known("元/没见过")


def test_one_kind_in_comparing() -> None:
    assert scale_free_class("万元") == scale_free_class("元")
    assert scale_free_class("家") == scale_free_class("个")
    assert scale_free_class("人") != scale_free_class("人次")
    assert scale_free_class("家次") != scale_free_class("家")
    assert canonical("场次") == canonical("次")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("投资额（万元）", "万元"),
        ("人数（单位：人）", "人"),
        ("人数(计量单位:名)", "名"),
        ("报告（含附件）", None),
        ("培训人数", None),
    ],
)
def test_unit_in_name(name: str, expected: str | None) -> None:
    assert unit_in_name(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("人均培训成本", ("人均", "人")),
        ("单个系统运营平均成本", ("单个", "个")),
        ("每公里养护成本", ("每公里", "公里")),
        ("审稿单位成本", ("单位成本", "")),
        ("设备平均维修成本", ("平均", "")),
        ("参展单位成本", None),
        ("培训总成本", None),
        ("每年运行成本", None),
    ],
)
def test_per_what(name: str, expected: tuple[str, str] | None) -> None:
    assert per_what(name) == expected


def test_due_unit() -> None:
    assert due_unit("人均培训成本", "万元") == "万元/人"
    assert due_unit("人均培训成本", "元/人次") is None
    assert due_unit("培训成本", "元") is None
