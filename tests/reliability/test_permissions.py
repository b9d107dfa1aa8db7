"""What the system does not let us read or write: a finding or a message, and nothing half-done.

Root may read everything; run by root, declint gives up that right first, and closed files are closed to it.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.reliability.running import CLEAN, SECONDS, WRONG, bystander, environment
from tests.reliability.writing import WRITING, fails_whole, filled

UNPRIVILEGED = """
import ctypes, os, runpy, sys
if os.geteuid() == 0:
    libc = ctypes.CDLL(None)
    header, rights = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    libc.capget(header, rights)
    for word in range(3):
        rights[word] &= ~0b111  # chown, dac_override, dac_read_search
    libc.capset(header, rights)
sys.argv = ["declint", *sys.argv[1:]]
runpy.run_module(sys.argv.pop(1), run_name="__main__")
"""
PROBE = "import sys; open(sys.argv[1]).read()"


def run(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """Run declint as somebody to whom closed files are closed."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", UNPRIVILEGED, "declint", *words],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        env=environment(),
        check=False,
    )
    assert "Traceback" not in done.stdout + done.stderr
    assert "internal error" not in done.stderr
    return done


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder, opened again afterwards so that it can be removed; skips where nothing can be closed."""
    if sys.platform == "win32":
        pytest.skip("Windows has no such rights")
    probe = tmp_path / "probe.py"
    probe.write_text("open('closed').read()", encoding="utf-8")
    (tmp_path / "closed").write_text("x", encoding="utf-8")
    (tmp_path / "closed").chmod(0)
    words = [sys.executable, "-c", UNPRIVILEGED.replace("runpy.run_module", "runpy.run_path"), str(probe)]
    if subprocess.run(words, cwd=tmp_path, capture_output=True, check=False).returncode == 0:
        pytest.skip("closed files can be read here")
    here = tmp_path / "here"
    here.mkdir()
    yield here
    for path in (here, *here.rglob("*")):
        path.chmod(0o755)


def closed(path: Path, text: str = CLEAN) -> Path:
    path.write_text(text, encoding="utf-8")
    path.chmod(0)
    return path


def test_a_closed_file_is_a_finding_and_hides_no_other(folder: Path) -> None:
    closed(folder / "a.yaml")
    bystander(folder)
    done = run(folder, "check", ".", "--output-format", "concise")
    assert done.returncode == 1
    assert "a.yaml:1:1: error SYN001" in done.stdout
    assert "may not be read by you" in done.stdout
    assert "TGT001" in done.stdout
    assert run(folder, "check", "a.yaml").returncode == 3


@pytest.mark.parametrize("mode", [0o000, 0o444, 0o111])
def test_a_closed_folder_is_no_false_green(mode: int, folder: Path) -> None:
    """Whatever of a folder is closed: reading, looking into its files, or both."""
    below = folder / "below"
    below.mkdir()
    (below / "a.yaml").write_text(WRONG, encoding="utf-8")
    (folder / "z.yaml").write_text(CLEAN, encoding="utf-8")
    below.chmod(mode)
    done = run(folder, "check", ".", "--output-format", "concise")
    assert done.returncode == 1
    assert "may not be read by you" in done.stdout
    assert run(folder, "check", "below").returncode == 3
    assert run(folder, "check", "below/a.yaml").returncode == (1 if mode == 0o111 else 3)
    assert run(folder, "fix", ".").returncode == 1


@pytest.mark.parametrize("pattern", ["*/*.yaml", "**/*.yaml", "b*/**", "below/*", "[b]elow/deep/?.yaml"])
def test_a_closed_folder_in_a_pattern_is_no_false_green(pattern: str, folder: Path) -> None:
    for name in ("below/deep", "beside"):
        (folder / name).mkdir(parents=True)
        (folder / name / "z.yaml").write_text(CLEAN, encoding="utf-8")
    assert run(folder, "check", "*/z.yaml").returncode == 0
    (folder / "below" / "deep").chmod(0)
    closed_below = run(folder, "check", pattern, "beside/z.yaml", "--output-format", "concise")
    is_led_into = pattern != "*/*.yaml"
    assert closed_below.returncode == is_led_into
    assert ("may not be read by you" in closed_below.stdout) is is_led_into
    (folder / "below").chmod(0)
    assert run(folder, "check", pattern, "beside/z.yaml").returncode == 1


def test_a_closed_folder_is_told_by_an_import(folder: Path) -> None:
    filled(folder)
    below = folder / "below"
    below.mkdir()
    below.chmod(0)
    done = run(folder, "import", ".", "-o", "out")
    assert done.returncode == 1
    assert "below" in done.stderr
    assert list((folder / "out").iterdir())


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("declint.toml", ("check", ".")),
        ("c.toml", ("check", ".", "--config", "c.toml")),
        ("rules.yaml", ("check", ".", "--rules", "rules.yaml")),
        ("known.txt", ("check", ".", "--baseline", "known.txt")),
        ("known.txt", ("baseline", ".", "--output", "known.txt")),
    ],
)
def test_a_closed_configuration_stops_the_run(name: str, words: tuple[str, ...], folder: Path) -> None:
    bystander(folder)
    closed(folder / name, "")
    done = run(folder, *words)
    assert done.returncode == 2
    assert name in done.stderr


@pytest.mark.parametrize("words", WRITING, ids=" ".join)
def test_a_folder_that_takes_no_file(words: tuple[str, ...], folder: Path) -> None:
    filled(folder)
    folder.chmod(0o555)
    fails_whole(run, folder, *words)


def test_a_file_that_may_not_be_written_stays(folder: Path) -> None:
    bystander(folder)
    (folder / "z.yaml").chmod(0o444)
    fails_whole(run, folder, "fix", ".")
    assert (folder / "z.yaml").stat().st_mode & 0o777 == 0o444
