"""WGT: weights, in the editions that have them."""

import pytest

from declint.rules.wgt import weights_sum
from declint.run import Result, check_files
from declint.settings import Settings

ROWS_2021 = (
    ("成本指标", "经济成本指标", "每公里养护成本"),
    ("产出指标", "数量指标", "养护里程"),
    ("产出指标", "质量指标", "养护验收合格率"),
    ("产出指标", "时效指标", "养护任务按时完成率"),
    ("效益指标", "社会效益指标", "受益行政村数量"),
    ("满意度指标", "服务对象满意度指标", "沿线群众满意度"),
)
ROWS_2015 = (
    ("产出指标", "数量指标", "养护里程"),
    ("产出指标", "质量指标", "养护验收合格率"),
    ("产出指标", "时效指标", "养护任务按时完成率"),
    ("产出指标", "成本指标", "养护总成本"),
    ("效益指标", "社会效益指标", "受益行政村数量"),
    ("满意度指标", "服务对象满意度指标", "沿线群众满意度"),
)


def form(rows: tuple[tuple[str, str, str], ...], weights: list[str | None]) -> str:
    text, level1, level2 = "年度: 2026\n项目名称: 县道养护\n绩效指标:\n", "", ""
    for (first, second, name), weight in zip(rows, weights, strict=True):
        if first != level1:
            text, level1 = f"{text}  {first}:\n", first
        if second != level2:
            text, level2 = f"{text}    {second}:\n", second
        column = "" if weight is None else f", 权重: {weight}"
        text += f"      {name}: {{指标值: '90'{column}}}\n"
    return text


def results(text: str, settings: Settings | None = None) -> list[Result]:
    report = check_files([("a.yaml", text.encode())], (weights_sum.check,), settings or Settings())
    assert not report.crashed
    return report.results


@pytest.mark.parametrize(
    ("rows", "weights"),
    [
        (ROWS_2021, ["20", "20", "10", "10", "20", "10"]),
        (ROWS_2021, ["20", "20", "10", "10", "30", "10"]),
        (ROWS_2015, ["20", "10", "10", "10", "30", "10"]),
        (ROWS_2015, ["12.5", "12.5", "12.5", "12.5", "30", "10"]),
        (ROWS_2015, ["20%", "10%", "10%", "10%", "30%", "10%"]),
        (ROWS_2015, ["20分", "10分", "10分", "10 分", "３０分", "10分"]),
        (ROWS_2015, ["0.2", "0.1", "0.1", "0.1", "0.3", "0.2"]),
        (ROWS_2015, ["40", "20", "20", "20", "100", "100"]),
        (ROWS_2015, ["100", "100", "100", "100", "100", "100"]),
        (ROWS_2015, ["20", "5", None, None, None, None]),
        (ROWS_2015, [None] * 6),
        (ROWS_2015, ["20", "10", "见附件", "10", "30", "10"]),
        (ROWS_2015, ["30", "10", "10", "''", "30", "10"]),
    ],
)
def test_weights_that_add_up_or_can_not_be_judged(
    rows: tuple[tuple[str, str, str], ...], weights: list[str | None]
) -> None:
    assert results(form(rows, weights)) == []


@pytest.mark.parametrize(
    ("rows", "weights", "total"),
    [
        (ROWS_2021, ["20", "20", "10", "10", "25", "10"], "95"),
        (ROWS_2015, ["20", "10", "10", "10", "30", "15"], "95"),
        (ROWS_2015, ["20.1", "10", "10", "10", "30", "10"], "90.1"),
        (ROWS_2015, ["0.2", "0.1", "0.1", "0.1", "0.3", "0.15"], "0.95"),
        (ROWS_2015, ["40", "30", "20", "20", "30", "10"], "150"),
        (ROWS_2015, ["20", "10", "10", "10", "30", "-10"], "70"),
    ],
)
def test_weights_that_do_not_add_up(
    rows: tuple[tuple[str, str, str], ...], weights: list[str | None], total: str
) -> None:
    (found,) = results(form(rows, weights))
    assert found.rule.code == "WGT001"
    assert found.finding.arguments["total"] == total
    assert found.file.field(found.finding.at) == ["绩效指标"]


def test_the_one_level_that_is_wrong_is_named() -> None:
    (found,) = results(form(ROWS_2015, ["40", "20", "20", "15", "100", "100"]))
    assert found.file.field(found.finding.at) == ["绩效指标", "产出指标"]
    assert found.finding.arguments["total"] == "95"


def test_missing_weights_are_named() -> None:
    (found,) = results(form(ROWS_2015, ["20", "10", "''", "10", "25", "10"]))
    assert found.finding.arguments["missing"] == ("养护任务按时完成率",)
    assert len(found.finding.related) == 1


def test_the_total_can_be_configured() -> None:
    text = form(ROWS_2015, ["20", "10", "10", "10", "30", "10"])
    assert results(text, Settings(weights_total=(90,))) == []
    (found,) = results(text, Settings(weights_total=(100,)))
    assert found.finding.arguments["right"] == "100"
    text = form(ROWS_2015, ["20", "10", "10", "10", "20", "10"])
    assert results(text, Settings(weights_total=(80,))) == []
    assert len(results(text)) == 1
