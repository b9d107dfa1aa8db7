"""A short run of the fuzzer, and every input that it has ever found."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest
from tests.fuzz import guided
from tests.fuzz.kinds import ROOT
from tests.fuzz.run import CASES, Run
from tests.fuzz.targets import TARGETS

FOUND = sorted(CASES.glob("*.bin"))


@pytest.mark.parametrize("case", FOUND, ids=lambda case: case.stem)
def test_what_was_found_stays_mended(case: Path) -> None:
    target, _, _ = case.stem.partition("-")
    TARGETS[target].check(case.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_a_short_run(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tests.fuzz.run.CASES", tmp_path)
    run = Run(20260101, [name])
    for _ in range(TARGETS[name].share // 150 + 5):
        run.one(TARGETS[name], run.makers[TARGETS[name].kind].any(), followed=False)
    assert run.broken == {}
    assert sum(run.counts.values()) > 5


def test_without_atheris_it_is_said_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    monkeypatch.setattr(sys, "argv", ["guided"])
    assert guided.main() == 2
    said = capsys.readouterr().err
    assert "declint[fuzz]" in said
    assert "tests.fuzz.run" in said


@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="needs atheris")
def test_a_short_guided_run(tmp_path: Path) -> None:
    words = ["--runs", "600", "--targets", "slips", "--corpus", str(tmp_path)]
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.guided", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "600 executions" in done.stdout
    assert "lines of functions" in done.stdout
    assert any((tmp_path / "slips").iterdir())
