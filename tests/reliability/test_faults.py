"""Files and disks that fail: each ends in a clear finding or message, and hides nothing else."""

import errno
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from tests.reliability.running import (
    CLEAN,
    SECONDS,
    WRONG,
    bystander,
    command,
    declint,
    environment,
)

from declint import files

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_loop(path: Path) -> None:
    path.symlink_to(path.name)


def a_dangling_link(path: Path) -> None:
    path.symlink_to("nowhere.yaml")


def a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def a_link_to_an_endless_device(path: Path) -> None:
    path.symlink_to("/dev/urandom")


@posix
@pytest.mark.parametrize(
    "make", [a_pipe, a_loop, a_dangling_link, a_device, a_link_to_an_endless_device], ids=lambda f: f.__name__
)
def test_what_is_no_file_is_a_finding_and_hides_no_other(make: object, tmp_path: Path) -> None:
    assert callable(make)
    make(tmp_path / "a.yaml")
    bystander(tmp_path)
    done = declint(tmp_path, "check", ".", "--output-format", "concise")
    assert done.returncode == 1
    assert "a.yaml:1:1: error SYN001" in done.stdout
    assert "TGT001" in done.stdout
    assert declint(tmp_path, "check", "a.yaml").returncode == 3


@posix
@pytest.mark.parametrize("make", [a_pipe, a_loop], ids=lambda f: f.__name__)
@pytest.mark.parametrize(
    "words",
    [
        *(("fix", "."), ("export", ".", "-o", "out"), ("check", "*.yaml"), ("annotate", "a.yaml")),
        *(("import", "a.yaml", "-o", "out"), ("check", ".", "--rules", "a.yaml")),
    ],
    ids=" ".join,
)
def test_no_command_waits_for_what_is_no_file(make: object, words: tuple[str, ...], tmp_path: Path) -> None:
    assert callable(make)
    make(tmp_path / "a.yaml")
    bystander(tmp_path)
    done = declint(tmp_path, *words)
    assert done.returncode in (0, 1, 2, 3)
    assert "a.yaml" in done.stdout + done.stderr


@posix
def test_a_folder_that_is_its_own_child_is_walked_once(tmp_path: Path) -> None:
    (tmp_path / "below").symlink_to(tmp_path)
    bystander(tmp_path)
    done = declint(tmp_path, "check", ".", "--output-format", "concise")
    assert done.stdout.count("TGT001") == 1


def test_a_folder_named_like_a_file_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").mkdir()
    bystander(tmp_path)
    assert "TGT001" in declint(tmp_path, "check", ".").stdout
    assert declint(tmp_path, "check", "x.yaml").returncode == 3


@pytest.mark.parametrize("code", [errno.EACCES, errno.ENOENT, errno.EIO, errno.ESTALE, errno.EISDIR])
def test_the_system_may_refuse_a_file(code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Forbidden, gone, a broken disk, a share that has been taken away."""

    def refuse(path: str, flags: int) -> int:
        raise OSError(code, os.strerror(code))

    (tmp_path / "a.yaml").write_text(CLEAN, encoding="utf-8")
    monkeypatch.setattr(files, "_opened", refuse)
    found = files.read(tmp_path / "a.yaml")
    assert isinstance(found, OSError)
    assert found.errno == code


def test_a_file_that_changes_while_it_is_read_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    tries = []

    def once(asked: Path) -> tuple[bytes, bool]:
        tries.append(asked)
        return (b"torn", False) if len(tries) == 1 else (b"whole", True)

    monkeypatch.setattr(files, "_read_once", once)
    assert files.read(path) == b"whole"
    monkeypatch.setattr(files, "_read_once", lambda _: (b"torn", False))
    assert isinstance(files.read(path), OSError)


def test_a_torn_read_is_seen(tmp_path: Path) -> None:
    """A writer that never stops: what is read is one of its versions, or refused."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a" * 10)
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            number = number % 9 + 1
            files.write_atomically(path, str(number).encode() * 200_000)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(50):
            data = files.read(path)
            assert isinstance(data, OSError) or len(set(data)) == 1
    finally:
        stop.set()
        writer.join()


def test_of_a_huge_file_only_so_much_is_read_that_it_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MOST_BYTES", 1000)
    (tmp_path / "a.yaml").write_bytes(b"x" * 5000)
    data = files.read(tmp_path / "a.yaml")
    assert isinstance(data, bytes)
    assert len(data) == 1001


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace", "pathlib.Path.chmod"])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(step, full)
    with pytest.raises(OSError, match="No space"):
        files.write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.yaml"]


INTERRUPTED = """
import os, runpy, signal, sys
from declint import files
name = sys.argv[1]
calls, before = [], getattr(files, name)
def interrupted(*given):
    calls.append(given)
    if len(calls) == 5:
        os.kill(os.getpid(), signal.SIGINT)
    return before(*given)
setattr(files, name, interrupted)
sys.argv = ["declint", *sys.argv[2:]]
runpy.run_module("declint", run_name="__main__")
"""


@posix
@pytest.mark.parametrize("moment", ["read_found", "write_atomically"])
def test_ctrl_c_ends_with_130_and_leaves_every_file_whole(moment: str, tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"{number}.yaml").write_text(WRONG, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-P", "-X", "utf8", "-c", INTERRUPTED, moment, "fix", "."],
        cwd=tmp_path,
        capture_output=True,
        timeout=SECONDS,
        env=environment(),
        check=False,
    )
    assert done.stderr == b"declint: interrupted\n"
    assert done.returncode == 130
    assert {path.suffix for path in tmp_path.iterdir()} == {".yaml"}
    texts = [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()]
    fixed = WRONG.replace("≥100.00(%)", "=100.00(%)")
    assert set(texts) <= {WRONG, fixed}
    assert texts.count(fixed) == (4 if moment == "write_atomically" else 0)


def test_a_reader_that_leaves_is_no_crash(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number}.yaml").write_text(WRONG, encoding="utf-8")
    running = subprocess.Popen(
        command("check", "."), cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )
    assert running.stdout
    running.stdout.close()
    assert running.stderr
    assert b"Traceback" not in running.stderr.read()
    running.stderr.close()
    assert running.wait(SECONDS) in (0, 1)


@posix
@pytest.mark.parametrize("name", ["declint.toml", "rules.yaml", "known.txt"])
def test_a_pipe_for_a_configuration_is_not_waited_for(name: str, tmp_path: Path) -> None:
    bystander(tmp_path)
    os.mkfifo(tmp_path / name)
    if name != "declint.toml":
        key = {"rules.yaml": 'rules = ["rules.yaml"]', "known.txt": 'baseline = "known.txt"'}[name]
        (tmp_path / "declint.toml").write_text(key, encoding="utf-8")
    done = declint(tmp_path, "check", ".")
    assert done.returncode == (1 if name == "declint.toml" else 2)
    if name == "declint.toml":
        assert declint(tmp_path, "check", ".", "--config", name).returncode == 2
