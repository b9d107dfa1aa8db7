"""A short run of the fuzzer, and every input that it has ever found."""

from pathlib import Path

import pytest
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
