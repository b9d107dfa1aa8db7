"""Funding: sums, totals, amounts in the goals text."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declint.fixing.resolve import resolve
from declint.rules.fnd import (
    amount_implausible,
    amount_in_text_differs,
    annual_funding_sum,
    annual_over_project,
    multi_year_goal_missing,
    one_year_total_differs,
    project_funding_sum,
)
from declint.rules.kit import AnyRule
from declint.run import Result, check_files
from declint.settings import Settings
from declint.testing import BASE, complete

RULES: tuple[AnyRule, ...] = (
    annual_funding_sum.check,
    project_funding_sum.check,
    annual_over_project.check,
    one_year_total_differs.check,
    amount_implausible.check,
    amount_in_text_differs.check,
    multi_year_goal_missing.check,
)


def results(text: str) -> list[Result]:
    report = check_files([("a.yaml", complete(text).encode())], RULES, Settings())
    assert not report.crashed
    assert not report.files[0].reading.violations
    return report.results


def codes(text: str) -> list[str]:
    return [result.rule.code for result in results(text)]


def said(result: Result) -> str:
    finding = result.finding
    return " ".join(words.say("zh", finding.arguments) for words in (finding.message, finding.advice))


def annual(total: Any, *parts: Any, unit: str = "元") -> str:
    rows = zip(("当年财政拨款", "上年结转资金", "其他资金"), parts, strict=False)
    return f"金额单位: {unit}\n年度资金:\n  年度资金申请总额: {total}\n" + "".join(
        f"  {label}: {part}\n" for label, part in rows
    )


def project(total: Any, *parts: Any) -> str:
    rows = zip(("财政资金", "其他资金"), parts, strict=False)
    return f"项目资金:\n  项目资金总额: {total}\n" + "".join(f"  {label}: {part}\n" for label, part in rows)


@pytest.mark.parametrize(
    ("text", "telling"),
    [
        (annual("100.00", "60.00", "30.00", "0.00"), "多了 10.00 元"),
        (annual("100.00", "60.00", "30.00", "10.01"), "少了 0.01 元"),
        (annual("900000.00", "90000.00", "", ""), "零"),
        (annual("860000.00", "680000.00"), "颠倒"),
        (annual("504000.00", "500000.00"), "只差一位"),
        (annual("50.00", "500000.00"), "混用"),
        (annual("500000.00", "500000.00", "0.00", "37000.00"), "没有算上"),
        (annual("504,000.00", "50万元"), "4,000.00 元"),
        (annual("50.40", "50.4", "0.0001", unit="万元"), "0.0001 万元"),
        (annual("0.00", "50.00"), "少了 50.00 元"),
        (annual("", "50.00", "30.00"), "空着"),
    ],
)
def test_annual_sums_that_are_wrong(text: str, telling: str) -> None:
    (result,) = results(text)
    assert result.rule.code == "FND001"
    assert telling in said(result)
    assert len(result.finding.related) == text.count("\n") - 3


@pytest.mark.parametrize(
    "text",
    [
        annual("100.00", "60.00", "30.00", "10.00"),
        annual("100", "100.00"),
        annual("100.00", "", "100.00", ""),
        annual("100.00", "", "", ""),
        annual("", "", "", ""),
        annual("", "0.00", "0.00", "0.00"),
        annual("１００．００", "100.00"),
        annual("0.3", "0.1", "0.2"),
        annual("408.75", "4087500元", unit="万元"),
        annual("100000000000000000.01", "100000000000000000.00", "0.01"),
    ],
)
def test_annual_sums_that_are_right(text: str) -> None:
    assert codes(text) == []


@given(st.lists(st.integers(0, 10**12), min_size=3, max_size=3), st.integers(-3, 3))
def test_sums_are_exact(fen: list[int], off: int) -> None:
    total = max(sum(fen) + off, 1)
    shown = [f"{each // 100}.{each % 100:02}" for each in (total, *fen)]
    assert codes(annual(*shown)) == ([] if total == sum(fen) else ["FND001"])


def test_a_blank_total_is_filled_in() -> None:
    for written in ("", " # 元", " ~"):
        text = complete(annual("0", "50.00", "30.00").replace("总额: 0", f"总额:{written}"))
        (result,) = results(text)
        (fix,) = result.finding.fixes
        assert fix.safety == "unsafe"
        (edit,) = resolve(fix, result.file.source, result.file.reading.tree)
        mended = text[: edit.start] + edit.text + text[edit.end :]
        assert "年度资金申请总额: 80.00" in mended
        assert codes(mended) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (project("500000.00", "300000.00", "100000.00"), ["FND002"]),
        (project("", "300000.00", "200000.00"), ["FND002"]),
        (project("0.00", "500000.00", "0.00"), ["FND002"]),
        (project("500000.00", "500000.00", ""), []),
        (project("500000.00", "", ""), []),
        (project("0.00", "0.00", "0.00"), []),
        (project("", "", ""), []),
        (project("400000.00", "400000.00"), ["FND003"]),
        (project("600000.00", "600000.00"), ["FND004"]),
        (project("50.00", "50.00"), ["FND003"]),
        (project("600000.00", "600000.00") + "计划完成日期:\n", []),
        (project("600000.00", "600000.00") + "年度: 2025\n", []),
        (project("400000.00", "400000.00") + annual("450000.00", "500000.00"), ["FND001"]),
        (project("400000.00", "300000.00") + annual("450000.00", "450000.00"), ["FND002"]),
    ],
)
def test_the_whole_project_and_the_year(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (annual("480000.00", "500000.00", "0.00", "-20000.00"), ["FND005"]),
        (annual("480000.00", "500000.00", "0.00", "20000.00"), ["FND001"]),
        (annual("-5.00", "-5.00"), ["FND005"]),
        (annual("500000.00", "500000.00", "-100.00"), ["FND005"]),
        (annual("0.00", "0.00", "", ""), ["FND005"]),
        (annual("0", "", "", ""), ["FND005"]),
        (annual("5.001", "5.00"), ["FND005"]),
        (annual("5.0010", "5.001"), ["FND005", "FND005"]),
        (annual("5.000", "5.00"), []),
        (annual("0.000001", "0.000001", unit="万元"), []),
        (annual("0.0000011", "0.0000011", unit="万元"), ["FND005", "FND005"]),
    ],
)
def test_amounts_that_can_t_be(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def goals(year: str, whole: str = "") -> str:
    return annual("4087500.00", "4000000.00", "87500.00") + (
        f"绩效目标:\n  项目总目标: {whole}\n  年度总体目标: |\n    {year}\n"
    )


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("项目总预算 500 万元，改造校舍 3 栋。", "500 万元"),
        ("本项目预算总额为498.75万元。", "498.75万元"),
        ("2026年度预算：4,087,000.00元，用于防汛物资更新。", "4,087,000.00元"),
        ("一、本项目2026年申请财政资金 40.875 万元；二、更新泵站 3 座。", "40.875 万元"),
        ("资金总额共计４１８万元", "４１８万元"),
        ("社区图书馆运行项目经费合计 300 万元。", "300 万元"),
        ("项目资金总额0.5亿元", "0.5亿元"),
    ],
)
def test_budgets_in_the_goals_that_differ(text: str, stated: str) -> None:
    (result,) = results(goals(text))
    assert result.rule.code == "FND006"
    start, end = result.span
    assert result.file.source.text[start:end] == stated


@pytest.mark.parametrize(
    "text",
    [
        "项目总预算 408.75 万元，其中财政拨款 400 万元。",
        "项目总预算 409 万元。",
        "资金总额共计４０８万元。",
        "本年度申请财政资金 400 万元，上年结转 8.75 万元。",
        "项目预算总额约 500 万元。",
        "项目预算总额 500 万元左右。",
        "项目预算控制在 500 万元以内。",
        "上年项目预算 300 万元。",
        "2025年度预算 300 万元。",
        "其中申请财政资金 50 万元。",
        "带动社会投资总额 5 亿元，税收 300 万元，产值 20 亿元。",
        "补助标准 2 万元/户，人均经费 500 元。",
        "帮助企业申请专项资金 200 万元。",
        "发放助学资金总额 300 万元。",
        "项目预算 500 元/人。",
        "项目一：展览，项目经费 30 万元；",
        "年度预算 100 万元用于维修。年度预算 30 万元。",
        "年度预算 300 万元；项目经费 108.75 万元。",
        "年度预算执行率 100%，设备采购 30 万元。",
        "融资总额 3000 万元，企业申请贷款 500 万元。",
    ],
)
def test_amounts_of_something_else(text: str) -> None:
    assert codes(goals(text)) == []


def test_the_total_goal_is_compared_with_the_project() -> None:
    head = "计划完成日期: 2027-12-31\n" + project("9000000.00", "9000000.00")
    assert codes(head + goals("更新泵站 3 座。", "项目总预算 900 万元，更新泵站 9 座")) == []
    (result,) = results(head + goals("更新泵站 3 座。", "项目总预算 800 万元，更新泵站 9 座"))
    assert "9,000,000.00 元" in said(result)


WHOLE = project("900000.00", "900000.00")
GOALS = "绩效目标:\n  项目总目标: 三年建成驿站 9 个\n  年度总体目标: 建成驿站 3 个\n"


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("计划完成日期: 2027-01-01\n项目性质: 阶段性项目\n", "项目总目标、项目资金总额"),
        ("计划完成日期: 2028-12-31\n项目性质:\n" + WHOLE, "没有填项目总目标"),
        ("计划完成日期: 2028-12-31\n项目性质: 一次性项目\n" + GOALS, "没有填项目资金总额"),
        ("计划完成日期: 2028-12-31\n项目性质: 一次性项目\n项目资金:\n" + GOALS, "没有填项目资金总额"),
        (
            "计划完成日期: 2028-12-31\n项目性质: 阶段性项目\n" + project("0.00", "0.00") + GOALS,
            "没有填项目资金总额",
        ),
    ],
)
def test_several_years_need_the_left_column(text: str, missing: str) -> None:
    (result,) = results(text)
    assert result.rule.code == "FND007"
    assert missing in said(result)


@pytest.mark.parametrize(
    "text",
    [
        "计划完成日期: 2028-12-31\n项目性质: 阶段性项目\n" + WHOLE + GOALS,
        "计划完成日期: 2028-12-31\n",
        "计划完成日期:\n项目性质: 阶段性项目\n",
        "计划完成日期: 2025-12-31\n项目性质: 阶段性项目\n",
        "项目性质: 阶段性项目\n",
    ],
)
def test_others_do_not(text: str) -> None:
    assert codes(text) == []


def test_a_blank_part_of_the_total_is_the_sum_s_mistake() -> None:
    text = "计划完成日期: 2028-12-31\n项目性质: 阶段性项目\n" + project("", "900000.00", "0.00") + GOALS
    assert codes(text) == ["FND002"]


def test_the_base_is_right() -> None:
    assert codes(BASE) == []
