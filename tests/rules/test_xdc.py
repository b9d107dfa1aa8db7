"""XDC: declarations of one unit and year against each other."""

import pytest

from declint.rules.kit import AnyRule
from declint.rules.xdc import claimed_twice, name_varies_between, standard_differs
from declint.run import Result, check_files
from declint.settings import Settings
from declint.testing import complete

RULES: tuple[AnyRule, ...] = (standard_differs.check, name_varies_between.check, claimed_twice.check)


def form(
    project: str,
    *rows: str,
    under: tuple[str, str] = ("产出指标", "数量指标"),
    unit: str = "示例县林业站",
    year: int = 2026,
    goals: str = "做好管护工作",
) -> str:
    lines = "".join(f"      {row}\n" for row in rows)
    return complete(
        f"年度: {year}\n项目名称: {project}\n主管部门: 示例县林业局\n实施单位: {unit}\n绩效目标:\n"
        f"  年度总体目标: {goals}\n绩效指标:\n  {under[0]}:\n    {under[1]}:\n{lines}"
    )


def findings(*forms: str) -> list[Result]:
    files = [(f"{number}.yaml", text.encode()) for number, text in enumerate(forms, 1)]
    report = check_files(files, RULES, Settings())
    assert not report.crashed
    return report.results


COSTS, QUALITY = ("成本指标", "经济成本指标"), ("产出指标", "质量指标")


@pytest.mark.parametrize(
    ("one", "other", "under"),
    [
        ("护林员人均装备成本: ≤300(元/人)", "护林员人均装备成本: ≤450(元/人)", COSTS),
        ("各类培训人均成本: ≤0.04(万元/人)", "人均培训成本: ≤300.00(元/人)", COSTS),
        ("新造林苗木成活率: ≥85(%)", "新造林苗木成活率: ≥90(%)", QUALITY),
        ("公益林管护责任落实率: =100(%)", "公益林管护责任落实率: ≥95(%)", QUALITY),
    ],
)
def test_one_standard_in_two_ways(one: str, other: str, under: tuple[str, str]) -> None:
    (result,) = findings(form("造林", one, under=under), form("管护", other, under=under))
    assert (result.rule.code, result.severity) == ("XDC001", "warning")
    assert result.file.path == "2.yaml"
    assert result.finding.related[0].path == "1.yaml"


def test_two_states_of_one_name_are_a_note() -> None:
    one = form("造林", "林区防火隔离带标准: 达标", under=QUALITY)
    other = form("管护", "林区防火隔离带标准: 优良", under=QUALITY)
    (result,) = findings(one, other)
    assert (result.rule.code, result.severity) == ("XDC001", "note")


@pytest.mark.parametrize(
    ("one", "other", "under"),
    [
        ("验收合格率: ≥95(%)", "验收合格率: =100(%)", QUALITY),
        ("参训护林员满意度: ≥85(%)", "参训护林员满意度: ≥90(%)", ("满意度指标", "服务对象满意度指标")),
        ("巡护里程: ≥1200(公里)", "巡护里程: ≥800(公里)", ("产出指标", "数量指标")),
        ("项目总成本: ≤30(万元)", "项目总成本: ≤50(万元)", COSTS),
        ("护林员人均装备成本: ≤300(元/人)", "护林员人均装备成本: ≤0.03(万元/人)", COSTS),
    ],
)
def test_what_belongs_to_each_project_is_silent(one: str, other: str, under: tuple[str, str]) -> None:
    assert findings(form("造林", one, under=under), form("管护", other, under=under)) == []


def test_another_unit_or_year_is_not_compared() -> None:
    cost = "护林员人均装备成本: ≤{}(元/人)"
    first = form("造林", cost.format(300), under=COSTS)
    assert findings(first, form("管护", cost.format(450), under=COSTS, unit="示例县水文站")) == []
    assert findings(first, form("管护", cost.format(450), under=COSTS, year=2025)) == []


def test_most_declarations_tell_which_one_differs() -> None:
    cost = "护林员人均装备成本: ≤{}(元/人)"
    forms = [
        form(name, cost.format(price), under=COSTS)
        for name, price in (("造林", 450), ("管护", 300), ("防火", 300))
    ]
    (result,) = findings(*forms)
    assert result.file.path == "1.yaml"
    assert result.finding.arguments["count"] == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("办好“金秋菊韵”全县菊花展览", "宣传“金秋菊蕴”全县菊花展览"),
        ("编印《林区防火巡护手册》发放工作", "补印《林区防火巡查手册》发放工作"),
    ],
)
def test_one_name_in_two_ways(one: str, other: str) -> None:
    (result,) = findings(form("造林", goals=one), form("管护", goals=other))
    assert result.rule.code == "XDC002"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("办好“第三届”全县菊花展览", "办好“第四届”全县菊花展览"),
        ("办好“金秋菊韵”全县菊花展览", "办好“金秋菊韵”全县菊花展览"),
        ("落实《森林防火条例》宣传工作", "落实《草原防火条例》宣传工作"),
    ],
)
def test_other_names_are_other_things(one: str, other: str) -> None:
    assert findings(form("造林", goals=one), form("管护", goals=other)) == []


def test_one_count_under_two_projects() -> None:
    row = "油茶低产林抚育改造面积: ≥3600(亩)"
    (result,) = findings(form("造林", row), form("管护", row))
    assert (result.rule.code, result.severity) == ("XDC003", "note")
    assert findings(form("造林", row), form("管护", "油茶低产林抚育改造面积: ≥2400(亩)")) == []
