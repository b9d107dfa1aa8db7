"""CST: costs against funds, quantities and standards, in wordings from several fields."""

from decimal import Decimal

import pytest

from declint.rules.cst import cost_over_budget, cost_times_quantity, cost_without_limit, standard_exceeded
from declint.rules.kit import AnyRule
from declint.run import Result, check_files
from declint.settings import Settings, Standard
from declint.testing import complete

RULES: tuple[AnyRule, ...] = (
    cost_over_budget.check,
    cost_times_quantity.check,
    cost_without_limit.check,
    standard_exceeded.check,
)


def findings(
    *costs: str,
    request: str = "800000.00",
    rows: tuple[str, ...] = (),
    goals: str = "",
    standards: tuple[Standard, ...] = (),
) -> list[Result]:
    text = (
        f"年度: 2026\n年度资金:\n  年度资金申请总额: {request}\n  当年财政拨款: {request}\n"
        "  上年结转资金: 0.00\n  其他资金: 0.00\n"
    )
    if goals:
        text += f"绩效目标:\n  年度总体目标: {goals}\n"
    text += "绩效指标:\n  成本指标:\n    经济成本指标:\n" + "".join(f"      {cost}\n" for cost in costs)
    if rows:
        text += "  产出指标:\n    数量指标:\n" + "".join(f"      {row}\n" for row in rows)
    report = check_files([("a.yaml", complete(text).encode())], RULES, Settings(standards=standards))
    assert not report.crashed
    return report.results


def codes(*costs: str, rows: tuple[str, ...] = (), standards: tuple[Standard, ...] = ()) -> list[str]:
    return [result.rule.code for result in findings(*costs, rows=rows, standards=standards)]


@pytest.mark.parametrize(
    "cost",
    [
        "项目总成本: ≤820000.00(元)",
        "养护项目成本控制额: ≤82(万元)",
        "设备采购总成本: ≤900,000元",
        "总投资: 不超过 95 万元",
        "大修项目成本控制数: {指标性质: ≤, 指标值: 81, 度量单位: 万元}",
    ],
)
def test_a_total_above_the_funds(cost: str) -> None:
    (result,) = findings(cost)
    assert result.rule.code == "CST001"
    assert result.finding.arguments["budget"] == "800,000.00"
    assert len(result.finding.related) == 1


@pytest.mark.parametrize(
    "cost",
    [
        "项目总成本: ≤800000.00(元)",
        "项目总成本: ≤80(万元)",
        "单台设备采购成本: ≤900000.00(元/台)",
        "人均培训成本: ≤550.00(元/人)",
        "节约总成本: ≥900000.00(元)",
        "带动社会总投资: ≥5000.00(万元)",
    ],
)
def test_totals_within_the_funds_and_other_costs_are_silent(cost: str) -> None:
    assert codes(cost) == []


@pytest.mark.parametrize(
    ("cost", "row", "product"),
    [
        ("护林员培训人均成本: ≤900.00(元/人)", "护林员培训人数: ≥1000(人)", "900,000.00"),
        ("护林员培训人均成本: ≤900.00(元)", "护林员培训人次: ≥1000(人次)", "900,000.00"),
        ("防汛沙袋每条采购成本: ≤4.5(元/条)", "防汛沙袋采购数量: ≥20(万条)", "900,000.00"),
    ],
)
def test_price_times_quantity_above_the_funds(cost: str, row: str, product: str) -> None:
    (result,) = findings(cost, rows=(row,))
    assert result.rule.code == "CST002"
    assert result.finding.arguments["product"] == product
    message = result.finding.message.say("zh", result.finding.arguments)
    assert "×" in message
    assert "=" in message


@pytest.mark.parametrize(
    ("unit", "price", "quantity", "count"),
    [
        ("元/公里", "47000", "20(公里)", "20 公里"),
        ("元/公里", "47000", "20000(米)", "20 公里"),
        ("元/千米", "47000", "20(公里)", "20 公里"),
        ("元/米", "500", "2(公里)", "2000 米"),
        ("元/吨", "900", "1000(吨)", "1000 吨"),
        ("元/吨", "900", "1000000(千克)", "1000 吨"),
        ("元/千克", "9", "100(吨)", "100000 千克"),
        ("元/斤", "5", "100(吨)", "200000 斤"),
        ("元/亩", "600", "100(公顷)", "1500 亩"),
        ("元/公顷", "9000", "1500(亩)", "100 公顷"),
        ("元/万亩", "900000", "1(万亩)", "1 万亩"),
        ("元/万亩", "900000", "10000(亩)", "1 万亩"),
        ("元/平方米", "90", "15(亩)", "10000 平方米"),
        ("元/小时", "450", "2000(小时)", "2000 小时"),
        ("元/小时", "450", "120000(分钟)", "2000 小时"),
        ("元/分钟", "8", "2000(小时)", "120000 分钟"),
        ("元/立方米", "90", "1(万立方米)", "10000 立方米"),
        ("元/万人", "9000", "100(万人)", "100 万人"),
        ("元/人", "9", "10(万人)", "100000 人"),
        ("元/万株", "9000", "100(万株)", "100 万株"),
        ("万元/公里", "4.7", "20(公里)", "20 公里"),
    ],
)
def test_the_quantity_is_counted_in_the_unit_of_the_price(
    unit: str, price: str, quantity: str, count: str
) -> None:
    (result,) = findings(f"山塘清淤单位成本: ≤{price}({unit})", rows=(f"山塘清淤数量: ≥{quantity}",))
    assert result.rule.code == "CST002"
    assert f"× {count}（山塘清淤数量）= " in result.finding.message.say("zh", result.finding.arguments)
    yuan = Decimal(price) * (10_000 if unit.startswith("万元") else 1)
    assert result.finding.arguments["product"] == f"{yuan * Decimal(count.split(maxsplit=1)[0]):,.2f}"


@pytest.mark.parametrize(
    ("unit", "quantity"),
    [
        ("元/公里", "5(公里)"),
        ("元/公里", "5000(米)"),
        ("元/吨", "5(吨)"),
        ("元/公顷", "75(亩)"),
        ("元/小时", "300(分钟)"),
        ("元/万株", "5(万株)"),
        ("元/小时", "100(公里)"),
        ("元/吨", "100(立方米)"),
    ],
)
def test_what_the_funds_pay_for_in_the_unit_of_the_price_is_silent(unit: str, quantity: str) -> None:
    assert codes(f"山塘清淤单位成本: ≤47000.00({unit})", rows=(f"山塘清淤数量: ≥{quantity}",)) == []


def test_what_the_goals_list_one_by_one_is_counted() -> None:
    goals = "完成户籍系统、网上审批系统、视频会议系统和档案系统等各系统的维护"
    (result,) = findings("单个系统维护成本: ≤250000.00(元)", goals=goals)
    assert result.rule.code == "CST002"
    assert result.finding.arguments["count"] == "4"


@pytest.mark.parametrize(
    ("cost", "rows"),
    [
        ("护林员培训人均成本: ≤700.00(元/人)", ("护林员培训人数: ≥1000(人)",)),
        ("护林员培训人均成本: ≤900.00(元/人)", ("防火宣传受众人数: ≥100000(人)",)),
        ("培训人均成本: ≤900.00(元/人)", ("护林员培训人数: ≥600(人)", "防火员培训人数: ≥600(人)")),
        ("护林员培训人均成本: ≤900.00(元/人)", ("护林员培训期数: ≥1000(期)",)),
        ("护林员培训人均成本: ≤900.00(元/人)", ("护林员培训项目或人数: ≥1000(人)",)),
        ("护林员服装购置单位成本: ≤900.00(元/套)", ("护林员服装购置数量及覆盖率: ≥1000(套)",)),
    ],
)
def test_without_a_sure_match_nothing_is_multiplied(cost: str, rows: tuple[str, ...]) -> None:
    assert codes(cost, rows=rows) == []


STANDARD = Standard("人均会议成本", Decimal(450), "元/人", "会议费管理办法", "2025-01-01")


@pytest.mark.parametrize(
    ("cost", "found"),
    [
        ("人均会议成本: ≤500.00(元/人)", ["CST003"]),
        ("各类会议人均成本: ≤500.00(元)", ["CST003"]),
        ("人均会议成本: ≤450.00(元/人)", []),
        ("人均培训成本: ≤500.00(元/人)", []),
    ],
)
def test_a_configured_standard(cost: str, found: list[str]) -> None:
    assert codes(cost, standards=(STANDARD,)) == found


def test_a_standard_of_a_later_year_does_not_hold_yet() -> None:
    later = Standard("人均会议成本", Decimal(450), "元/人", since="2027-01-01")
    assert codes("人均会议成本: ≤500.00(元/人)", standards=(later,)) == []


@pytest.mark.parametrize("text", ["合理", "可控", "严格控制", "节约成本"])
def test_a_cost_that_limits_nothing(text: str) -> None:
    assert codes(f"管护成本: {text}") == ["CST004"]


@pytest.mark.parametrize("text", ["控制在预算批复范围内", "不超过合同价", "按照省级公益林补偿标准执行"])
def test_a_cost_that_names_its_limit(text: str) -> None:
    assert codes(f"管护成本: {text}") == []
