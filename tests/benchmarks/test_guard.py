"""The regression guard: more work is found, less is told, and what can't be compared is said."""

import copy
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from benchmarks.measuring.attributing import owner_of
from benchmarks.measuring.comparing import BETTER, SAME, WORSE, IncomparableError, compare, table

REFERENCE: dict[str, Any] = {
    "python": "3.11",
    "files": "abc",
    "runs": {
        "one file": {
            "stages": {"start-up": 1_000_000, "reading": 400_000},
            "rules": {"TGT001": 200_000, "TGT002": 100},
            "modules": ["yaml", "yaml.loader", "declint.run"],
        }
    },
    "ratios": {"100 files / libyaml load": 4.0},
}


@pytest.fixture
def now() -> dict[str, Any]:
    return copy.deepcopy(REFERENCE)


def verdicts(now: dict[str, Any]) -> dict[str, str]:
    return {change.what: change.verdict for change in compare(REFERENCE, now)}


def test_the_same_work_is_the_same(now: dict[str, Any]) -> None:
    assert set(verdicts(now).values()) == {SAME}
    assert table(compare(REFERENCE, now)) == "5 figures within their tolerances"


def test_a_rule_that_does_more_is_worse(now: dict[str, Any]) -> None:
    now["runs"]["one file"]["rules"]["TGT001"] = 211_000
    assert verdicts(now) == {**verdicts(REFERENCE), "one file: TGT001": WORSE}


def test_little_more_is_within_the_tolerance(now: dict[str, Any]) -> None:
    now["runs"]["one file"]["rules"] = {"TGT001": 209_000, "TGT002": 5_000}
    now["runs"]["one file"]["stages"]["start-up"] = 1_090_000
    assert set(verdicts(now).values()) == {SAME}


def test_a_stage_that_does_less_is_better(now: dict[str, Any]) -> None:
    now["runs"]["one file"]["stages"]["reading"] = 200_000
    assert verdicts(now)["one file: reading"] == BETTER
    assert "better  one file: reading" in table(compare(REFERENCE, now))
    assert "-50.0%" in table(compare(REFERENCE, now))


def test_a_rule_that_is_new_counts(now: dict[str, Any]) -> None:
    now["runs"]["one file"]["rules"]["XYZ001"] = 50_000
    assert verdicts(now)["one file: XYZ001"] == WORSE
    assert "new" in table(compare(REFERENCE, now))


def test_a_package_more_is_worse_and_one_less_better(now: dict[str, Any]) -> None:
    now["runs"]["one file"]["modules"] = ["yaml", "rich.console", "declint.more"]
    assert verdicts(now)["one file: imports rich"] == WORSE
    assert "one file: imports declint" not in verdicts(now)
    now["runs"]["one file"]["modules"] = []
    assert verdicts(now)["one file: imports yaml"] == BETTER


def test_a_ratio_may_waver_and_not_grow(now: dict[str, Any]) -> None:
    now["ratios"]["100 files / libyaml load"] = 4.9
    assert set(verdicts(now).values()) == {SAME}
    now["ratios"]["100 files / libyaml load"] = 5.1
    assert verdicts(now)["100 files / libyaml load"] == WORSE


@pytest.mark.parametrize(("key", "value"), [("python", "3.14"), ("files", "def")])
def test_another_python_or_other_files_are_not_compared(now: dict[str, Any], key: str, value: str) -> None:
    now[key] = value
    with pytest.raises(IncomparableError, match=value):
        compare(REFERENCE, now)


def test_work_is_booked_to_the_rule_or_the_room_it_is_done_in() -> None:
    def code(path: str, name: str) -> Any:
        return compile(f"def {name}(): pass", path, "exec").co_consts[0]

    reading = owner_of(code("/x/declint/declaration/tree.py", "compose"), "start-up")
    assert reading == "reading"
    assert owner_of(code("/y/yaml/loader.py", "load"), reading) == "reading"
    rule = owner_of(code("/x/declint/rules/tgt/target_missing.py", "check"), "collecting")
    assert rule == "tgt/target_missing.py:1"
    assert owner_of(code("/x/declint/declaration/model.py", "rows"), rule) == rule
    assert owner_of(code("/x/declint/rules/kit.py", "check"), "collecting") == "collecting"
    assert owner_of(code("/x/declint/cache/store.py", "get"), "collecting") == "cache"
    late = owner_of(code("<frozen importlib._bootstrap>", "_find_and_load"), "collecting")
    assert owner_of(code("/x/declint/declaration/tree.py", "compose"), late) == late


def test_counts_are_the_same_on_every_run(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("年度: 2026\n项目名称: 一\n", encoding="utf-8")
    counts = []
    for number in range(3):  # the first may leave behind what it compiled
        out = tmp_path / f"{number}.json"
        words = [
            "-m",
            "benchmarks.measuring.counted",
            str(out),
            "check",
            "--no-cache",
            str(tmp_path / "a.yaml"),
        ]
        environment = {"PYTHONHASHSEED": "0", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        root = Path(__file__).parents[2]
        subprocess.run([sys.executable, *words], check=True, cwd=root, env=environment)
        counts.append(json.loads(out.read_text(encoding="utf-8")))
    del counts[0]
    starts = [each["stages"].pop("start-up") for each in counts]
    assert starts[0] == pytest.approx(starts[1], rel=0.01)
    assert counts[0] == counts[1]
    assert counts[0]["stages"]["reading"] > 1_000
    assert "declint.cli" in counts[0]["modules"]
