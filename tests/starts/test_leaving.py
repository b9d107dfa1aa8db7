"""How a process of the command line ends: at once, and yet with all that it has to do and to say."""

import subprocess
import sys
from pathlib import Path

import pytest

from declint.testing import BASE

START = "import sys; from declint.cli import start; sys.argv[0] = 'declint'; "
BYE = "import atexit; atexit.register(print, 'bye'); "
THREAD = "import threading, time; threading.Thread(target=lambda: (time.sleep(0.3), print('late'))).start(); "
END = """
try:
    start()
finally:
    print("taken apart")
"""
CLEAN = "a.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / CLEAN).write_text(BASE, encoding="utf-8")
    (tmp_path / "b.yaml").write_text("项目名称: [", encoding="utf-8")
    return tmp_path


def run(folder: Path, code: str, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", f"{START}{code}{END}", *words],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("words", [("check", CLEAN), ("check", "b.yaml"), ("check", "no.yaml"), ("rules",)])
def test_it_ends_as_any_process_does(folder: Path, words: tuple[str, ...]) -> None:
    usual = subprocess.run(
        [sys.executable, "-m", "declint", *words],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    quick = run(folder, "", *words)
    assert (quick.returncode, quick.stdout, quick.stderr) == (usual.returncode, usual.stdout, usual.stderr)
    assert "taken apart" not in quick.stdout


def test_who_asked_to_be_told_of_the_end_is_told(folder: Path) -> None:
    assert run(folder, BYE, "check", CLEAN).stdout.endswith("bye\n")


def test_others_at_work_are_waited_for(folder: Path) -> None:
    assert run(folder, THREAD, "check", CLEAN).stdout.endswith("taken apart\nlate\n")


@pytest.mark.parametrize("watcher", ["sys.setprofile", "sys.settrace"])
def test_who_watches_the_process_sees_its_end(folder: Path, watcher: str) -> None:
    done = run(folder, f"{watcher}(lambda *_: None); ", "check", CLEAN)
    assert done.stdout.endswith("taken apart\n")
