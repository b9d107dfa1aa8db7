"""Kill declint at random moments while it writes: afterwards every file is the old one or the new one.

A process that checks for the others is killed as well: the report is the same as ever. Whoever is killed, no
process is left behind, and the cache gives the next run what is right.

python -m tests.reliability.kills --kills 30 --seed 1
"""

import argparse
import contextlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.reliability.running import WRONG, command, declint, environment

FILES = 12
MANY = 80
"""Enough files for several processes to have something in hand."""
FIXED = WRONG.replace("≥100.00(%)", "=100.00(%)")


@dataclass(frozen=True)
class Work:
    """A command, the files that it writes, and whether what such a file holds is whole.

    ``files`` are checked; ``worker`` tells that not the command but one of its processes is killed.
    """

    words: tuple[str, ...]
    is_whole: Callable[[Path], bool]
    files: int = FILES
    worker: bool = False


def _declarations(folder: Path) -> bool:
    return all(each.read_text(encoding="utf-8") in (WRONG, FIXED) for each in folder.glob("*.yaml"))


def _lines(name: str, last: str) -> Callable[[Path], bool]:
    """A file is not there, or is as the run before wrote it to its last line."""

    def is_whole(folder: Path) -> bool:
        path = folder / name
        if not path.exists():
            return _declarations(folder)
        text = path.read_text(encoding="utf-8-sig")
        return text.rstrip("\n").rpartition("\n")[2].endswith(last) or text == "old\n"

    return is_whole


def _baseline(folder: Path) -> bool:
    path = folder / "baseline.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return path.read_text(encoding="utf-8").endswith("\n") and len(lines) >= FILES if lines else True


WORKS = {
    "check": Work(("check", "."), _declarations),
    "fix": Work(("fix", "."), _declarations),
    "baseline": Work(("baseline", ".", "--output", "baseline.txt"), _baseline),
    "html": Work(("check", ".", "--output", "html=report.html"), _lines("report.html", "</html>")),
    "json": Work(("check", ".", "--output", "json=report.json"), _lines("report.json", "}")),
    "cache": Work(("check", ".", "--jobs", "1"), _declarations, MANY),
    "processes": Work(("check", ".", "--jobs", "2"), _declarations, MANY),
    "worker": Work(("check", ".", "--jobs", "2"), _declarations, MANY, worker=True),
}


def _write(folder: Path, files: int) -> None:
    for number in range(files):
        (folder / f"{number}.yaml").write_text(WRONG, encoding="utf-8")


def _children(parent: int) -> list[int]:
    """The processes that a process has started, where the system tells."""
    try:
        return [int(each) for each in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()]
    except OSError:
        return []


def _is_there(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def _gone(processes: list[int], patience: float = 5.0) -> bool:
    end = time.monotonic() + patience
    while any(map(_is_there, processes)):
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def kill_worker(name: str, chance: random.Random, longest: float) -> bool:
    """Kill a process that checks for the others; whether there was one. The report is the usual one."""
    work = WORKS[name]
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        _write(folder, work.files)
        usual = declint(folder, *work.words, "--no-cache")
        running = subprocess.Popen(
            command(*work.words, "--no-cache"),
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
        )
        end = time.monotonic() + longest
        while not (workers := _children(running.pid)) and time.monotonic() < end:
            time.sleep(0.001)
        time.sleep(chance.uniform(0, 0.1))
        for worker in workers[:1]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(worker, signal.SIGKILL)
        out, errors = running.communicate()
        assert (out.decode(), running.returncode) == (usual.stdout, usual.returncode), errors.decode()
    return bool(workers)


def kill(name: str, chance: random.Random, longest: float) -> bool:
    """Kill a command at a random moment and try the folder; whether it was still running."""
    work = WORKS[name]
    if work.worker:
        return kill_worker(name, chance, longest)
    with tempfile.TemporaryDirectory() as made, tempfile.TemporaryDirectory() as cache:
        folder = Path(made)
        _write(folder, work.files)
        running = subprocess.Popen(
            command(*work.words),
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment(DECLINT_CACHE_DIR=cache),
        )
        time.sleep(chance.uniform(0.02, longest))
        was_running = running.poll() is None
        workers = _children(running.pid)
        running.kill()
        running.wait()
        assert _gone(workers), f"{name}: a process is left behind"
        assert work.is_whole(folder), f"{name}: half-written"
        assert _declarations(folder), f"{name}: a declaration was harmed"
        again = declint(folder, *work.words, DECLINT_CACHE_DIR=cache)
        assert again.returncode in (0, 1), again.stderr
        assert work.is_whole(folder), f"{name}: the next run is not right"
        if work.words[0] == "check":
            assert again.stdout == declint(folder, *work.words, "--no-cache").stdout, (
                f"{name}: another report"
            )
        if name == "fix":
            assert {each.read_text(encoding="utf-8") for each in folder.glob("*.yaml")} == {FIXED}
        if name == "baseline":
            done = declint(folder, "check", ".", "--baseline", "baseline.txt")
            assert done.returncode == 0, done.stdout
    return was_running


def duration(name: str) -> float:
    """How long a command takes when nobody kills it."""
    with tempfile.TemporaryDirectory() as made, tempfile.TemporaryDirectory() as cache:
        _write(Path(made), WORKS[name].files)
        start = time.monotonic()
        declint(Path(made), *WORKS[name].words, DECLINT_CACHE_DIR=cache)
        return time.monotonic() - start


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    chance = random.Random(given.seed)  # noqa: S311
    longest = {name: duration(name) for name in WORKS}
    hit = 0
    for number in range(given.kills):
        name = list(WORKS)[number % len(WORKS)]
        hit += kill(name, chance, longest[name])
    print(
        f"{given.kills} kills, {hit} of them in the middle of the work; nothing half-written, next run right"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
