"""Counts in place of findings: true, ordered, after their schema."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from declint.declaration.resources import schema_text
from declint.finding import Severity
from declint.report import statistics_json
from declint.report.statistics import render
from declint.report.terminal import View, width
from declint.rules.registry import selected
from declint.run import Report, check_files
from declint.settings import Settings
from declint.testing import BASE

WRONG = BASE.replace("图书编目准确率: ≥98.00(%)", "图书编目准确率: ≥100.00(%)")
VERY_WRONG = WRONG.replace("新书上架及时率: ≥95.00(%)", "新书上架及时率:").replace("社区", "少儿")


@pytest.fixture(scope="module")
def report() -> Report:
    files = {"b.yaml": WRONG, "a.yaml": VERY_WRONG, "c.yaml": BASE.replace("社区", "流动")}
    settings = Settings(select=("TGT001", "TGT004", "TXT"))
    inputs = [(name, text.encode()) for name, text in files.items()]
    return check_files(inputs, selected(settings), settings)


def data(report: Report) -> Any:
    found = json.loads("\n".join(statistics_json.render(report, View())))
    Draft202012Validator(json.loads(schema_text("statistics"))).validate(found)
    return found


def test_every_finding_is_counted_once_by_rule_family_and_file(report: Report) -> None:
    found = data(report)
    counts = Counter(result.rule.code for result in report.results)
    assert counts == {"TGT001": 2, "TGT004": 1}
    assert [(row["code"], row["findings"], row["files"]) for row in found["rules"]] == [
        ("TGT001", 2, 2),
        ("TGT004", 1, 1),
    ]
    assert found["families"] == [{"family": "TGT", "errors": 3, "warnings": 0, "notes": 0, "total": 3}]
    assert [(row["path"], row["total"]) for row in found["files"]] == [("a.yaml", 2), ("b.yaml", 1)]
    assert found["summary"] == {"files": 3, "errors": 3, "warnings": 0, "notes": 0, "total": 3}
    assert report.count(Severity.ERROR) == 3


def test_the_text_tells_the_same(report: Report) -> None:
    assert list(render(report, View())) == [
        "按规则",
        "  2  错误 TGT001 百分比指标值写成“≥100%”",
        "  1  错误 TGT004 没有填指标值",
        "",
        "按类别",
        "   错误   警告   提示   合计",
        "      3      0      0      3  TGT 指标值",
        "",
        "按文件",
        "   错误   警告   提示   合计",
        "      2      0      0      2  a.yaml",
        "      1      0      0      1  b.yaml",
        "",
        "检查了 3 份申报表：错误 3 处，警告 0 处，提示 0 处。",
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_rules_fit_the_width(report: Report, language: str) -> None:
    view = View(language, 40)
    assert all(width(line, view) <= 40 for line in render(report, view) if "TGT0" in line)


def test_nothing_found_is_one_line() -> None:
    clean = check_files([("a.yaml", BASE.encode())], selected(Settings()), Settings())
    assert list(render(clean, View("en"))) == ["Files checked: 1. Nothing found."]
    assert data(clean)["rules"] == []


def test_the_exit_code_is_that_of_the_findings(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(WRONG, encoding="utf-8")
    codes = [
        subprocess.run(
            [sys.executable, "-m", "declint", "check", "a.yaml", "--statistics", *more],
            cwd=tmp_path,
            capture_output=True,
            check=False,
            timeout=60,
        ).returncode
        for more in ([], ["--output-format", "json"], ["--fail-on", "never"])
    ]
    assert codes == [1, 1, 0]


def test_a_format_that_cannot_count_is_refused(tmp_path: Path) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "declint",
            "check",
            "--statistics",
            "--output-format",
            "sarif",
            "--lang",
            "zh",
        ],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert done.returncode == 2
    assert "--statistics 只有 text 和 json 格式" in done.stderr.decode()
