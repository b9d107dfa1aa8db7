"""The counts: the same in every format, and what was set aside is never passed over."""

import io
import json

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from declint.report import github
from declint.report.formats import FORMATS
from declint.report.terminal import View
from declint.run import Report

VIEW = View("zh")


@pytest.fixture
def set_aside(small: Report) -> Report:
    return replace(small, suppressed=small.results[:1] * 27, baselined=small.results[:1] * 31)


@pytest.mark.parametrize("name", ["markdown", "html", "github"])
def test_people_read_what_was_set_aside(set_aside: Report, small: Report, name: str) -> None:
    text = FORMATS[name].encoded(set_aside, VIEW).decode()
    assert "已忽略 27 处" in text
    assert "基线里已有 31 处" in text
    assert "已忽略" not in FORMATS[name].encoded(small, VIEW).decode()


def test_json_counts_what_was_set_aside(set_aside: Report) -> None:
    summary = json.loads(FORMATS["json"].encoded(set_aside, VIEW))["summary"]
    assert summary == {"files": 3, "errors": 3, "warnings": 0, "notes": 0, "suppressed": 27, "baselined": 31}


def test_the_workbook_counts_by_rule_and_in_all(set_aside: Report) -> None:
    sheet = load_workbook(io.BytesIO(FORMATS["xlsx"].encoded(set_aside, VIEW))).worksheets[1]
    rows = [tuple(cell.value for cell in row) for row in sheet.iter_rows(min_row=2)]
    by_rule = {row[1]: row[3] for row in rows if row[1]}
    assert by_rule == {"GOL001": 1, "SYN001": 1, "TGT001": 1}
    totals = {row[0]: row[3] for row in rows if row[0] and not row[1]}
    assert totals == {
        "检查的申报表": 3, "错误": 3, "警告": 0, "提示": 0, "已说明理由": 27, "基线里原有": 31,
    }  # fmt: skip


def test_the_workbook_can_be_filtered_and_keeps_its_titles(small: Report) -> None:
    sheet = load_workbook(io.BytesIO(FORMATS["xlsx"].encoded(small, VIEW))).worksheets[0]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:K{1 + len(small.results)}"
    links = [sheet.cell(line, 1).hyperlink for line in range(2, sheet.max_row + 1)]
    assert {link.target for link in links if link} == {
        "%E7%A4%BA%E4%BE%8B/%E7%94%B2.yaml", "%E7%A4%BA%E4%BE%8B/%E4%B9%99.yaml",
    }  # fmt: skip


def test_links_of_the_workbook_start_where_it_lies(small: Report) -> None:
    view = replace(VIEW, folder="/srv/repo", target="/srv/repo/out/2026")
    sheet = load_workbook(io.BytesIO(FORMATS["xlsx"].encoded(small, view))).worksheets[0]
    link = sheet.cell(2, 1).hyperlink
    assert link
    assert link.target == "../../%E7%A4%BA%E4%BE%8B/%E4%B9%99.yaml"


def test_a_job_summary_that_would_be_too_long_keeps_the_counts(
    small: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = list(github.job_summary(small, VIEW))
    monkeypatch.setattr(github, "_SUMMARY_BYTES", 700)
    short = list(github.job_summary(small, VIEW))
    assert len(short) < len(whole)
    assert short == whole[: len(short)]
    assert any("错误 3 处" in line for line in short)
    assert any("| TGT001 |" in line for line in short)
