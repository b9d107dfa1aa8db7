"""The summary workbook: a row a project, a row an indicator, numbers as numbers, nothing that runs."""

import io
from decimal import Decimal
from typing import Any

import openpyxl
import pytest

from declint.declaration.model import Declaration
from declint.declaration.reading import read_bytes
from declint.finding import Severity
from declint.forms.summary import INDICATORS, PROJECTS, Project, write_summary
from declint.settings import Limits
from declint.testing import BASE


def read(text: str) -> Declaration:
    found = read_bytes("a.yaml", text.encode(), Limits()).declaration
    assert found
    return found


def sheets(*projects: Project) -> Any:
    return openpyxl.load_workbook(io.BytesIO(write_summary(projects)))


def rows(sheet: Any) -> list[dict[str, Any]]:
    head, *rest = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rest]


def test_a_row_a_project_with_sums_as_numbers_and_counts() -> None:
    project = Project("b/a.yaml", read(BASE), {Severity.ERROR: 2, Severity.NOTE: 1})
    (row,) = rows(sheets(project)[PROJECTS])
    assert row["项目名称"] == "社区图书馆运行"
    assert (row["年度"], row["计划开始日期"]) == (2026, "2026-01-01")
    assert row["年度资金申请总额（元）"] == 500000
    assert row["项目资金总额（元）"] is None
    assert (row["指标数"], row["错误"], row["警告"], row["提示"]) == (6, 2, 0, 1)
    assert row["文件"] == "b/a.yaml"


def test_a_row_an_indicator_with_its_parts_and_the_rules_that_speak_of_it() -> None:
    declaration = read(BASE)
    first = declaration.indicators[0]
    project = Project("a.yaml", declaration, {}, {first.path: ["TGT001", "UNT001", "TGT001"]})
    found = rows(sheets(project)[INDICATORS])
    assert len(found) == 6
    assert found[0] == {
        "项目名称": "社区图书馆运行",
        "一级指标": "成本指标",
        "二级指标": "经济成本指标",
        "三级指标": "单场读书活动成本",
        "指标值": "≤800.00(元/场)",
        "种类": "数值",
        "符号": "≤",
        "数值": 800,
        "上限": None,
        "单位": "元/场",
        "权重": None,
        "问题": "TGT001、UNT001",
        "文件": "a.yaml",
    }


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("500000.10", Decimal("500000.10")),
        ("1234567890123.45", Decimal("1234567890123.45")),
        ("12345678901234567.89", "12345678901234567.89"),
        ("五十万", "五十万"),
    ],
)
def test_an_amount_is_exact_or_text(written: str, shown: Decimal | str) -> None:
    text = BASE.replace("年度资金申请总额: 500000.00", f"年度资金申请总额: {written}")
    (row,) = rows(sheets(Project("a.yaml", read(text)))[PROJECTS])
    value = row["年度资金申请总额（元）"]
    assert (value if isinstance(value, str) else Decimal(str(value))) == shown


def test_ten_thousands_become_yuan() -> None:
    text = BASE.replace("年度资金:", "金额单位: 万元\n年度资金:")
    (row,) = rows(sheets(Project("a.yaml", read(text)))[PROJECTS])
    assert row["年度资金申请总额（元）"] == 5_000_000_000


@pytest.mark.parametrize("text", ["=cmd|'/c calc'!A1", "+1+1", "-1+1", "@SUM(A1)", "=100.00(%)"])
def test_what_looks_like_a_formula_is_text(text: str) -> None:
    declaration = read(BASE.replace("社区图书馆运行", f'"{text}"').replace("≥98.00(%)", f'"{text}"'))
    workbook = sheets(Project(text, declaration))
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row if cell.value == text]
    assert len(cells) == 15
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in cells)


def test_heads_stay_in_sight_and_filter() -> None:
    workbook = sheets(Project("a.yaml", read(BASE)))
    assert [(sheet.freeze_panes, sheet.auto_filter.ref) for sheet in workbook] == [
        ("C2", "A1:T2"),
        ("B2", "A1:M7"),
    ]


def test_no_declaration_gives_heads_alone() -> None:
    assert [len(rows(sheet)) for sheet in sheets()] == [0, 0]


def test_the_same_declarations_give_the_same_bytes() -> None:
    assert write_summary([Project("a", read(BASE))]) == write_summary([Project("a", read(BASE))])
