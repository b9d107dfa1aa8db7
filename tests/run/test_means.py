"""Processes and memory change how long a run takes and nothing else."""

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from declint.cache import Store
from declint.declaration.model import Declaration
from declint.finding import Finding, Severity, Stretch, Words
from declint.rules.kit import DeclarationRule
from declint.run import Means, Report, Terms, check_files, running
from declint.run import pool as pools
from declint.run.memory import Memory
from declint.run.packing import Fresh
from declint.run.running import Task
from declint.settings import Settings
from declint.testing import BASE

ROOT = Path(__file__).parents[2]
FILES = [(path.name, path.read_bytes()) for path in sorted((ROOT / "declarations" / "2026").glob("*.yaml"))]
ODD: list[tuple[str, bytes | OSError]] = [
    ("a/ok.yaml", BASE.encode()),
    ("b/broken.yaml", b"\xff\xfe\0"),
    ("c/gone.yaml", FileNotFoundError(2, "No such file or directory")),
    ("d/gbk.yaml", BASE.encode("gb18030")),
    ("e/empty.yaml", b""),
    (
        "f/suppressed.yaml",
        BASE.replace("≥98.00(%)", "≥100.00(%)  # declint: ignore[TGT] 理由：核定").encode(),
    ),
    ("\udcff.yaml", BASE.replace("≥98.00(%)", "≥100.00(%)").encode()),
]


def said(report: Report) -> list[object]:
    shown = [*report.results, *report.suppressed]
    return [
        report.crashed,
        *((each.file.path, each.rule.code, each.severity, each.span, each.finding) for each in shown),
        *((file.path, file.name, file.ran(whole=True)) for file in report.files),
    ]


def memory(file: Path, program: bytes = b"1") -> "Listening":
    return Listening(Store(file), program)


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_the_report_is_the_same_whatever_is_used(tmp_path: Path, jobs: int) -> None:
    inputs = [*FILES, *ODD]
    plain = said(check_files(inputs))
    kept = memory(tmp_path / "c")
    assert said(check_files(inputs, means=Means(jobs))) == plain
    assert said(check_files(inputs, means=Means(jobs, kept))) == plain
    assert said(check_files(inputs, means=Means(jobs, kept))) == plain
    assert said(check_files(inputs, means=Means(jobs, memory(tmp_path / "c")))) == plain


def test_siblings_are_the_same_from_memory(tmp_path: Path) -> None:
    only = {FILES[2][0], FILES[5][0]}
    plain = said(check_files(FILES, only=only, whole=False))
    for _ in range(2):
        means = Means(memory=memory(tmp_path / "c"))
        assert said(check_files(FILES, only=only, whole=False, means=means)) == plain
    whole = Means(memory=memory(tmp_path / "c"))
    assert said(check_files(FILES, means=whole)) == said(check_files(FILES))


class Listening(Memory):
    """A memory that counts what it is told for the first time."""

    told = 0

    def keep(self, news: Sequence[tuple[Task, Fresh]]) -> None:
        """Count and keep."""
        self.told += len(news)
        super().keep(news)


def checked(inputs: Sequence[tuple[str, bytes]], kept: Listening, settings: Settings | None = None) -> int:
    """How many files a run has really checked."""
    kept.told = 0
    check_files(inputs, settings=settings, means=Means(memory=kept))
    return kept.told


def test_only_what_changed_is_checked_again(tmp_path: Path) -> None:
    kept = memory(tmp_path / "c")
    assert checked(FILES, kept) == len(FILES)
    assert checked(FILES, kept) == 0
    edited = [*FILES[:3], (FILES[3][0], FILES[3][1] + b"\n# \n"), *FILES[4:]]
    assert checked(edited, kept) == 1
    renamed = [(f"x{name}", data) for name, data in FILES]
    assert checked(renamed, kept) == 0


def test_settings_and_program_are_part_of_what_is_known(tmp_path: Path) -> None:
    kept = memory(tmp_path / "c")
    assert checked(FILES, kept) == len(FILES)
    assert checked(FILES, kept, Settings(ignore=("TGT",))) == len(FILES)
    assert checked(FILES, kept, Settings(language="en", fail_on="never")) == 0
    assert checked(FILES, memory(tmp_path / "c", b"2")) == len(FILES)


def test_own_rules_are_known_by_what_they_say(tmp_path: Path) -> None:
    rules = tmp_path / "rules.yaml"
    text = (ROOT / "docs" / "own-rules.example.yaml").read_text(encoding="utf-8")
    rules.write_text(text, encoding="utf-8")
    settings, kept = Settings(own_rules=(str(rules),)), memory(tmp_path / "c")
    assert checked(FILES, kept, settings) == len(FILES)
    assert checked(FILES, memory(tmp_path / "c"), settings) == 0
    rules.write_text(f"{text}\n# 注\n", encoding="utf-8")
    assert checked(FILES, memory(tmp_path / "c"), settings) == len(FILES)


def test_a_check_that_did_not_end_is_not_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: Declaration) -> list[Finding]:
        raise ZeroDivisionError

    rule = DeclarationRule("ZZZ001", "fails", Severity.ERROR, fails)
    monkeypatch.setattr(Terms, "rules", (rule,))
    monkeypatch.setattr(Terms, "known", {rule.code: rule})
    kept = memory(tmp_path / "c")
    assert checked(FILES[:1], kept) == checked(FILES[:1], kept) == 1


def test_rules_that_settings_do_not_select_are_not_remembered(tmp_path: Path) -> None:
    kept = memory(tmp_path / "c")
    check_files(FILES, (), Settings(), means=Means(memory=kept))
    assert checked(FILES, kept) == len(FILES)


_HERE = os.getpid()


def _ends(declaration: Declaration) -> list[Finding]:
    if declaration.name == "毒" and os.getpid() != _HERE:
        os.kill(os.getpid(), signal.SIGKILL)
    words = Words("看到了", "seen")
    return [Finding(Stretch(0, 1), words, words)]


@pytest.mark.skipif(sys.platform != "linux", reason="the rule is in the processes only where they are forked")
def test_a_file_that_ends_its_process_hides_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "_CHUNK", 3)
    always = DeclarationRule("ZZZ001", "ends", Severity.ERROR, _ends, always=True)
    monkeypatch.setattr(Terms, "rules", (always,))
    monkeypatch.setattr(Terms, "known", {always.code: always})
    monkeypatch.setattr(pools, "_known_terms", {})
    good = BASE.encode()
    poison = BASE.replace("社区图书馆运行", "毒", 1).encode()
    inputs = [(f"{number:02}.yaml", poison if number in {4, 20} else good) for number in range(30)]
    report = check_files(inputs, means=Means(2))
    assert report.crashed
    told = [result.file.path for result in report.results if "意外结束" in result.finding.message.zh]
    assert told == ["04.yaml", "20.yaml"]
    assert len(report.results) == 30


def test_processes_start_only_where_they_pay(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []

    def elsewhere(tasks: Iterator[Task], jobs: int) -> Iterator[Fresh]:
        started.append(jobs)
        return (task.done() for task in tasks)

    monkeypatch.setattr(pools, "elsewhere", elsewhere)
    monkeypatch.setattr(pools, "processors", lambda: 4)
    monkeypatch.setattr(running, "PAYS", len(FILES) + 1)
    check_files(FILES, means=Means(0))
    assert started == []
    monkeypatch.setattr(running, "PAYS", len(FILES))
    check_files(FILES, means=Means(0))
    check_files(FILES, means=Means(1))
    check_files(FILES, means=Means(2))
    assert started == [4, 2]


@pytest.mark.parametrize("jobs", [1, 2])
def test_many_files_are_held_packed_and_say_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    inputs = [*FILES, *ODD]
    plain = said(check_files(inputs))
    monkeypatch.setattr(running, "_ROOM", 2)
    assert said(check_files(inputs, means=Means(jobs))) == plain
    kept = memory(tmp_path / "c")
    for _ in range(2):
        assert said(check_files(inputs, means=Means(jobs, kept))) == plain
