"""The page on performance: what is reached is said as it is, and what is missing is not made up."""

import math
from itertools import pairwise
from typing import Any

import pytest
from benchmarks.measuring.page import page
from benchmarks.measuring.plot import drawing
from benchmarks.measuring.ratios import BARS, ONE, Bar, Figure, figure, ratio
from benchmarks.measuring.series import series
from lxml import etree


def entry(*wall: float, peak: int = 0) -> dict[str, Any]:
    return {"wall": list(wall), "cpu": list(wall), "peak": peak}


@pytest.fixture
def results() -> dict[str, Any]:
    shape = {"mean": 5_500, "median": 4_300, "min": 1_100, "max": 29_000}
    return {
        "date": "2026-11-26",
        "machine": {"system": "Linux", "processor": "x86_64", "cores": 2, "python": "3.11.7"},
        "versions": {"declint": "0.1.0", "ajv": "5.0.0"},
        "missing": [],
        "cases": {
            "one": {
                "files": 1,
                "bytes": shape,
                "entries": {"declint, no cache": entry(0.05, 0.06, 0.04), "yamllint": entry(0.1, 0.1, 0.1)},
            },
            "1000": {
                "files": 1_000,
                "bytes": shape,
                "entries": {ONE: entry(0.5, 0.6, 0.4, peak=64 << 20), "libyaml load": entry(0.25, 0.3, 0.2)},
            },
        },
        "profiles": {"1000": {"runs": 1, "python": 0.01, "stages": {"rules": 0.3}, "rules": {"TGT001": 0.2}}},
        "findings": {"errors": 2.7, "warnings": 5, "notes": 4, "clean": 0.15, "nearly": 0.25},
    }


def test_medians_and_spreads() -> None:
    assert figure([3, 1, 2]) == Figure(2, 1, 3)
    assert figure([]) is None


def test_ratios_are_of_rounds_side_by_side(results: dict[str, Any]) -> None:
    found = ratio(results, ("1000", ONE), ("1000", "libyaml load"))
    assert found
    assert found.middle == pytest.approx(2.0)
    assert found.least == pytest.approx(2.0)
    assert ratio(results, ("1000", ONE), ("1000", "yamllint")) is None


@pytest.mark.parametrize(
    ("value", "verdict"),
    [(0.5, "aim reached"), (0.9, "reached"), (1.2, "**missed**"), (None, "not measured")],
)
def test_verdicts(value: float | None, verdict: str) -> None:
    found = None if value is None else Figure(value, value, value)
    assert Bar("x", lambda _: found, 1.0, 0.6).verdict({}) == verdict


def test_the_page_says_what_was_measured_and_what_was_not(results: dict[str, Any]) -> None:
    lines = page(results, "performance.svg").splitlines()
    name = "one clean file, cold process, no cache / yamllint"
    assert f"| {name} | 0.5 × (0.4–0.6) | ≤ 1 × | ≤ 0.6 × | aim reached |" in lines
    name = "1,000 files, no cache, one process / libyaml load"
    assert f"| {name} | 2 × | ≤ 1.5 × | ≤ 0.8 × | **missed** |" in lines
    assert sum("not measured" in line for line in lines) == len(BARS) - 2
    assert "| declint, no cache, 1 process | 0.5 (0.4–0.6) | 0.5 | 64 | 2.00 | 3 |" in lines
    assert "| TGT001 | 200 | 100.0% |" in lines
    assert any("declint finds 11.7 things a file" in line for line in lines)
    assert not any("{" in line for line in lines)


def test_lines_of_the_drawing_keep_apart(results: dict[str, Any]) -> None:
    lines = {f"tool {number}": [(1.0, 0.1), (100_000.0, 100 + number)] for number in range(9)}
    root = etree.fromstring(drawing("Seconds · 秒", lines).encode())
    labels = [
        each
        for each in root.iter()
        if str(each.tag).endswith("text") and (each.text or "").startswith("tool")
    ]
    heights = sorted(float(each.attrib["y"]) for each in labels)
    assert len(heights) == 9
    assert min(below - above for above, below in pairwise(heights)) >= 14.9
    assert all(0 < height < 520 for height in heights)
    assert all(
        math.isfinite(float(each.attrib["cx"])) for each in root.iter() if str(each.tag).endswith("circle")
    )
    assert series(results) == {"declint, no cache, one process": [(1.0, 0.05), (1000.0, 0.5)]}
