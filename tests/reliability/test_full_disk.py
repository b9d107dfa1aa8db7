"""A disk that takes no more: a message, and every file as it was."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.reliability.running import SECONDS, bystander, command, declint, environment
from tests.reliability.writing import WRITING, fails_whole, filled

LIMITED = """
import resource, runpy, signal, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
sys.argv = ["declint", *sys.argv[1:]]
runpy.run_module("declint", run_name="__main__")
"""
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")


def limited(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """Run declint where the system refuses every byte of a file beyond the first twenty, as a quota does.

    Without bytecode: Python does not see that what it writes of that is cut off.
    """
    done = subprocess.run(
        [sys.executable, "-B", "-X", "utf8", "-c", LIMITED, *words],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        env=environment(),
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done


@posix
@pytest.mark.parametrize("words", WRITING, ids=" ".join)
def test_a_quota(words: tuple[str, ...], tmp_path: Path) -> None:
    filled(tmp_path)
    fails_whole(limited, tmp_path, *words)


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A file system of its own with 200 KB, where this user may mount one."""
    folder = tmp_path_factory.mktemp("disk")
    options = ["-t", "tmpfs", "-o", "size=200k", "declint-test", str(folder)]
    try:
        done = subprocess.run(["mount", *options], capture_output=True, check=False)  # noqa: S607
    except OSError:
        pytest.skip("no mount here")
    if done.returncode:
        pytest.skip("no file system may be mounted here")
    filled(folder)
    yield folder
    subprocess.run(["umount", str(folder)], check=True)  # noqa: S607


@posix
@pytest.mark.parametrize("words", WRITING, ids=" ".join)
def test_a_full_disk(words: tuple[str, ...], disk: Path) -> None:
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(b"x" * 4096):
                pass
        except OSError:
            pass
    fails_whole(declint, disk, *words)
    filler.unlink()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    "words",
    [
        *(("check", "z.yaml"), ("check", "z.yaml", "--output-format", "json"), ("fix", "--diff", "z.yaml")),
        *(("check", "z.yaml", "--output-format", "xlsx"), ("rules",), ("explain", "TGT001"), ("schema",)),
        *(("fix", "-"), ("config",)),
    ],
    ids=" ".join,
)
def test_standard_output_that_takes_no_more(words: tuple[str, ...], tmp_path: Path) -> None:
    bystander(tmp_path)
    with Path("/dev/full").open("wb") as full, (tmp_path / "z.yaml").open("rb") as given:
        done = subprocess.run(
            command(*words),
            cwd=tmp_path,
            stdin=given,
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            timeout=SECONDS,
            env=environment(),
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == (
        f"declint: the output can't be written ({os.strerror(28)}). "
        "Make room on the disk, or choose another place\n"
    )
