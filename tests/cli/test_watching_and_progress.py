"""``--watch`` and the progress line: seen by people, never in a pipe."""

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from declint.cli import progress
from declint.testing import BASE

Run = Callable[..., "subprocess.CompletedProcess[str]"]
WRONG = BASE.replace("图书编目准确率: ≥98.00(%)", "图书编目准确率: ≥100.00(%)")
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and pseudo-terminals are POSIX")


class Screen(io.StringIO):
    """A terminal, or with ``terminal`` False a pipe."""

    def __init__(self, *, terminal: bool = True) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


def ticking(seconds: float) -> Callable[[], float]:
    """A clock on which every look takes so many seconds."""
    now = iter(range(10**6))
    return lambda: next(now) * seconds


@pytest.fixture(autouse=True)
def _outside_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("TERM", "xterm")


def test_long_work_shows_how_far_it_is_and_leaves_nothing_behind() -> None:
    screen = Screen()
    assert list(progress.shown("abcdef", 6, screen, ticking(0.4))) == list("abcdef")
    assert "2/6" in screen.getvalue()
    assert "0/6" not in screen.getvalue()
    assert screen.getvalue().endswith("\r\x1b[K")


def test_short_work_shows_nothing() -> None:
    screen = Screen()
    assert list(progress.shown("abcdef", 6, screen, ticking(0.01))) == list("abcdef")
    assert screen.getvalue() == ""


@pytest.mark.parametrize(
    ("terminal", "variables"), [(False, {}), (True, {"CI": "true"}), (True, {"TERM": "dumb"})]
)
def test_pipes_and_ci_see_nothing(
    terminal: bool, variables: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    screen = Screen(terminal=terminal)
    assert list(progress.shown("abc", 3, screen, ticking(5))) == list("abc")
    assert screen.getvalue() == ""


@pytest.fixture
def watching(tmp_path: Path) -> Iterator["subprocess.Popen[bytes]"]:
    (tmp_path / "declarations").mkdir()
    (tmp_path / "declarations" / "a.yaml").write_text(BASE, encoding="utf-8")
    with (tmp_path / "out").open("wb") as out, (tmp_path / "err").open("wb") as err:
        process = subprocess.Popen(
            [sys.executable, "-m", "declint", "check", "--watch", "--output-format", "concise"],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            cwd=tmp_path,
            env={**os.environ, "DECLINT_LANG": "zh", "PYTHONIOENCODING": "utf-8"},
        )
    yield process
    process.kill()
    process.wait()


def wait_for(path: Path, text: str, times: int) -> str:
    """What a file says once it has a text so often."""
    for _ in range(300):
        said = path.read_text("utf-8", errors="replace")
        if said.count(text) >= times:
            return said
        time.sleep(0.1)
    raise AssertionError(said)


@posix
def test_a_change_a_new_file_and_a_deleted_one_are_each_checked_at_once(
    watching: "subprocess.Popen[bytes]", tmp_path: Path
) -> None:
    first, second = tmp_path / "declarations/a.yaml", tmp_path / "declarations/b.yaml"
    wait_for(tmp_path / "err", "检查完毕", 1)
    first.write_text(WRONG, encoding="utf-8")
    wait_for(tmp_path / "err", "检查完毕", 2)
    second.write_text(WRONG.replace("社区图书馆", "少儿图书馆"), encoding="utf-8")
    wait_for(tmp_path / "err", "检查完毕", 3)
    second.unlink()
    wait_for(tmp_path / "err", "检查完毕", 4)
    (tmp_path / "declint.toml").write_text("", encoding="utf-8")
    wait_for(tmp_path / "err", "检查完毕", 5)
    watching.send_signal(signal.SIGINT)
    assert watching.wait(20) == 130
    said = (tmp_path / "out").read_text("utf-8")
    assert [line for line in said.splitlines() if line.startswith("检查了")] == [
        "检查了 1 份申报表，没有发现问题。",
        "检查了 1 份申报表：错误 1 处，警告 0 处，提示 0 处。",
        next(line for line in said.splitlines() if line.startswith("检查了 2 份")),
        *["检查了 1 份申报表：错误 1 处，警告 0 处，提示 0 处。"] * 2,
    ]
    assert "\x1b" not in said
    assert "Traceback" not in (tmp_path / "err").read_text("utf-8")


def test_standard_input_cannot_be_watched(declint: Run) -> None:
    done = declint("check", "-", "--watch")
    assert done.returncode == 2
    assert "标准输入不能监视" in done.stderr
