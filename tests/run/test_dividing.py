"""Groups that copies of this process are asked about say what they say here, whatever becomes of a copy."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from declint.cache import Store
from declint.declaration.facts import Facts
from declint.finding import Argument, Finding, Severity, Stretch, Words
from declint.rules.kit import CrossRule, Scope
from declint.run import Means, Report, Terms, check_files, dividing, running
from declint.run.memory import Memory
from declint.run.pool import CAN_COPY
from declint.settings import Settings
from declint.testing import BASE

pytestmark = pytest.mark.skipif(not CAN_COPY, reason="this system can't copy a process")
_HERE = os.getpid()
_SEEN = Words("由 {who} 看到 {others}", "{who} saw {others}")
_NAMES = [f"{letter}{number}.yaml" for letter in "abc" for number in range(7)]
FILES = [(name, BASE.replace("社区图书馆运行", f"社区图书馆{name[0]}", 1).encode()) for name in _NAMES]
Check = Callable[[Sequence[Facts]], None]


@pytest.fixture(autouse=True)
def _few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dividing, "PAYS", 2)
    monkeypatch.setattr(dividing, "_AT_ONCE", 2)
    for name in ("_READY", "_ROOM"):
        monkeypatch.setattr(running, name, 1)


def run(monkeypatch: pytest.MonkeyPatch, jobs: int, first: Check, file: Path | None = None) -> Report:
    """Check with one rule that tells of each declaration who saw it with which, ``here`` or ``there``."""

    def check(facts: Sequence[Facts], _settings: Settings) -> Iterator[tuple[str, Finding]]:
        first(facts)
        who = "here" if os.getpid() == _HERE else "there"
        arguments: dict[str, Argument] = {"who": who, "others": " ".join(each.path for each in facts)}
        assert all(each.goals for each in facts)
        yield facts[0].path, Finding(Stretch(0, 1), _SEEN, _SEEN, arguments)

    rule = CrossRule("ZZZ001", "seen", severity=Severity.NOTE, check=check, scope=Scope.ALIKE)
    monkeypatch.setattr(Terms, "rules", (rule,))
    monkeypatch.setattr(Terms, "known", {rule.code: rule})
    return check_files(FILES, means=Means(jobs, Memory(Store(file), b"1") if file else None))


def seen(report: Report) -> list[tuple[object, ...]]:
    return [(each.file.path, each.span, each.finding.arguments.get("others")) for each in report.results]


def by_whom(report: Report) -> set[object]:
    return {each.finding.arguments.get("who") for each in report.results}


def nothing(_: Sequence[Facts]) -> None:
    """Do nothing first."""


@pytest.mark.parametrize("jobs", [2, 3])
def test_copies_say_what_is_said_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, jobs: int) -> None:
    alone = run(monkeypatch, 1, nothing)
    assert len(alone.results) == len(FILES)
    assert by_whom(alone) == {"here"}
    shared = run(monkeypatch, jobs, nothing)
    assert by_whom(shared) == {"here", "there"}
    assert seen(shared) == seen(alone)
    for _ in range(2):
        remembered = run(monkeypatch, jobs, nothing, tmp_path / "c")
        assert by_whom(remembered) == {"here", "there"}
        assert seen(remembered) == seen(alone)


def test_what_a_copy_ended_over_is_asked_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def ends(facts: Sequence[Facts]) -> None:
        if os.getpid() != _HERE and facts[0].path == "b3.yaml":
            os.kill(os.getpid(), signal.SIGKILL)

    report = run(monkeypatch, 2, ends)
    assert seen(report) == seen(run(monkeypatch, 1, nothing))
    assert not report.crashed


def test_a_rule_that_fails_in_a_copy_is_told_of_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(facts: Sequence[Facts]) -> None:
        if facts[0].path[0] == "b":
            raise ZeroDivisionError

    alone, shared = (run(monkeypatch, jobs, fails) for jobs in (1, 2))
    assert alone.crashed
    assert shared.crashed
    assert [(each.file.path, each.is_crash) for each in shared.results] == [
        (each.file.path, each.is_crash) for each in alone.results
    ]


def test_what_a_copy_can_not_send_is_asked_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dividing, "pack", lambda _: None)
    report = run(monkeypatch, 2, nothing)
    assert by_whom(report) == {"here"}
    assert seen(report) == seen(run(monkeypatch, 1, nothing))


def test_few_groups_are_asked_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dividing, "PAYS", len(FILES) + 1)
    assert by_whom(run(monkeypatch, 2, nothing)) == {"here"}
