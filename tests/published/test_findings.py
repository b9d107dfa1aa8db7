"""Every finding on the fifteen published declarations, as a snapshot that a person has reviewed."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from declint.report import concise, text
from declint.report.terminal import View
from declint.rules.registry import selected
from declint.run import Report, check_files
from declint.settings import Settings

FILES = sorted((Path(__file__).parents[2] / "declarations" / "2026").glob("*.yaml"))


@pytest.fixture(scope="module")
def report() -> Report:
    return check_files(((path.name, path.read_bytes()) for path in FILES), selected(Settings()), Settings())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_findings(report: Report, language: str, snapshot: SnapshotAssertion) -> None:
    assert "\n".join(concise.render(report, View(language))) == snapshot


@pytest.mark.parametrize(
    "view", [View("zh", 80), View("en", 80), View("zh", 60, wide=True)], ids=["zh-80", "en-80", "zh-60-wide"]
)
def test_the_report_for_people(report: Report, view: View, snapshot: SnapshotAssertion) -> None:
    """Three declarations that show every layout: several places, other files, long lines."""
    shown = [result for result in report.results if result.file.path.startswith(("02", "05", "08"))]
    some = Report(report.files, shown, report.crashed)
    assert "\n".join(text.render(some, view)) == snapshot
