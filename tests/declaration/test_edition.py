"""Editions: which one a declaration follows, and how their labels are understood."""

import pytest

from declint.declaration.edition import Edition, Kind, detect, edition_named, editions, kind_of


def edition(short: str) -> Edition:
    found = edition_named(short)
    assert found
    return found


@pytest.mark.parametrize(
    ("labels", "year", "short"),
    [
        ([("成本指标", "经济成本指标"), ("产出指标", "数量指标")], 2022, "2021"),
        ([("产出指标", "数量指标"), ("产出指标", "成本指标")], 2026, "2015"),
        ([("产出指标", "产出成本")], 2026, "2015"),
        ([("产出指标", "数量指标"), ("效益指标", "社会效益指标")], 2022, "2015"),
        ([("产出指标", "数量指标"), ("效益指标", "社会效益指标")], 2024, "2021"),
        ([("产出指标", "数量指标")], None, "2021"),
        ([("项目完成指标", "数量指标"), ("项目完成指标", "成本指标")], 2021, "四川"),
        ([("投入目标", "财务管理"), ("产出目标", "数量目标")], 2020, "江苏"),
        ([("产出", "数量"), ("结果", "社会效益")], 2020, "江苏"),
        ([("产出目标", "数量目标"), ("效益目标", "社会效益目标")], 2025, "福建"),
        ([("实施效果指标", "产出指标"), ("过程管理指标", "资金管理指标")], 2025, "中央预算内投资"),
        ([("产出指标", "数量指标"), ("效果指标", "社会效益指标")], 2019, "河北"),
        ([("一、产出指标", "（一）数量指标"), ("二、成本指标", "1.经济成本指标")], 2020, "2021"),
    ],
)
def test_detection(labels: list[tuple[str, str]], year: int | None, short: str) -> None:
    assert detect(labels, year).short == short


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("数量指标", Kind.QUANTITY),
        ("数量", Kind.QUANTITY),
        ("数量目标", Kind.QUANTITY),
        ("产出数量", Kind.QUANTITY),
        ("1.数量指标", Kind.QUANTITY),
        ("（一）质量指标", Kind.QUALITY),
        ("三、时效指标", Kind.TIMELINESS),
        ("时效指标（工期指标）", Kind.TIMELINESS),
        ("社会效益 指标", Kind.SOCIAL_BENEFIT),
        ("环境效益", Kind.ECOLOGICAL_BENEFIT),
        ("可持续影响", Kind.LASTING_INFLUENCE),
        ("满意度", Kind.SATISFACTION),
        ("社会公众或服务对象满意度", Kind.SATISFACTION),
        ("生态环境成本", Kind.ECOLOGICAL_COST),
        ("成本", Kind.COST),
        ("产出指标", None),
        ("指标", None),
        ("社会、经济、生态效益指标", None),
    ],
)
def test_the_kind_that_a_label_names(label: str, kind: Kind | None) -> None:
    assert kind_of(label) is kind


@pytest.mark.parametrize(
    ("short", "level1", "level2", "has"),
    [
        ("2021", "产出指标", "时效指标", True),
        ("2021", "效益指标", "时效指标", False),
        ("2021", "产出指标", "成本指标", False),
        ("2021", "成本指标", "成本指标", True),
        ("2015", "产出指标", "成本", True),
        ("2015", "效益指标", "服务对象满意度", True),
        ("四川", "项目效益", "环境效益指标", True),
        ("福建", "产出指标", "数量指标", True),
        ("江苏", "影响力目标", "长效管理", True),
        ("河北", "效果指标", "满意度指标", True),
        ("2021", "决策指标", "数量指标", False),
    ],
)
def test_what_an_edition_has(short: str, level1: str, level2: str, *, has: bool) -> None:
    assert edition(short).has(level1, level2) is has


@pytest.mark.parametrize(
    ("short", "label", "known"),
    [
        ("2021", "产出", "产出指标"),
        ("2021", "项目产出", "产出指标"),
        ("2015", "预期效益指标", "效益指标"),
        ("福建", "一、产出指标", "产出目标"),
        ("四川", "项目效益", "项目效益指标"),
        ("2021", "过程指标", None),
    ],
)
def test_a_level_1_by_another_name(short: str, label: str, known: str | None) -> None:
    assert edition(short).level1(label) == known


def test_where_an_edition_files_time() -> None:
    places = {
        each.short: (each.level1_of(Kind.TIMELINESS), each.level2_of(Kind.TIMELINESS)) for each in editions()
    }
    assert places["2021"] == ("产出指标", "时效指标")
    assert places["江苏"] == ("产出目标", "时效目标")
    assert places["四川"] == ("项目完成指标", "时效指标")
    assert places["中央预算内投资"] == (None, None)


def test_an_edition_by_its_name() -> None:
    assert edition_named("财预〔2015〕88号") is edition_named("2015")
    assert edition_named("某地自定") is None
