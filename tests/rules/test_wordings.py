"""Rows as other places and fields file them, and rows broken on purpose: every rule at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from declint.finding import Severity
from declint.rules.catalogue import RULES
from declint.run import Result, check_files
from declint.settings import Settings
from declint.testing import complete

FOLDER = Path(__file__).parent / "wordings"
LEVEL1 = {
    "经济成本指标": "成本指标",
    "社会成本指标": "成本指标",
    "生态环境成本指标": "成本指标",
    "数量指标": "产出指标",
    "质量指标": "产出指标",
    "时效指标": "产出指标",
    "服务对象满意度指标": "满意度指标",
}


def lines(name: str) -> Iterator[tuple[str, list[str]]]:
    """Each line of a file with the heading above it, its columns apart."""
    heading = ""
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
        elif not line.startswith("#"):
            yield heading, [column.strip() for column in line.split("|")]


def found(level2: str, name: str, target: str) -> list[Result]:
    value = target if target.startswith("{") else "'" + target.replace("'", "''") + "'"
    level1 = LEVEL1.get(level2, "效益指标")
    fragment = f"绩效指标:\n  {level1}:\n    {level2}:\n      '{name}': {value}\n"
    report = check_files([("1.yaml", complete(fragment).encode())], RULES, Settings())
    assert not report.crashed
    return report.results


@pytest.mark.parametrize(("level2", "row"), list(lines("right.txt")), ids=str)
def test_a_usual_row_has_no_error_and_no_warning(level2: str, row: list[str]) -> None:
    serious = [each.rule.code for each in found(level2, *row) if each.severity is not Severity.NOTE]
    assert serious == []


@pytest.mark.parametrize(("code", "row"), list(lines("wrong.txt")), ids=str)
def test_one_mistake_has_one_finding(code: str, row: list[str]) -> None:
    results = found(row[0], *row[1:])
    told = [each for each in results if each.rule.code == code or each.severity is not Severity.NOTE]
    assert [each.rule.code for each in told] == [code]
    line = told[0].file.source.text[: told[0].span[0]].count("\n")
    assert f"'{row[1]}'" in told[0].file.source.text.splitlines()[line]
