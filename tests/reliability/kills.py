"""Kill declint at random moments while it writes: afterwards every file is the old one or the new one.

python -m tests.reliability.kills --kills 30 --seed 1
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.reliability.running import WRONG, command, declint, environment

FILES = 12
FIXED = WRONG.replace("≥100.00(%)", "=100.00(%)")


@dataclass(frozen=True)
class Work:
    """A command, the files that it writes, and whether what such a file holds is whole."""

    words: tuple[str, ...]
    is_whole: Callable[[Path], bool]


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
}


def kill(name: str, chance: random.Random, longest: float) -> bool:
    """Kill a command at a random moment and try the folder; whether it was still running."""
    work = WORKS[name]
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for number in range(FILES):
            (folder / f"{number}.yaml").write_text(WRONG, encoding="utf-8")
        running = subprocess.Popen(
            command(*work.words),
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment(),
        )
        time.sleep(chance.uniform(0.02, longest))
        was_running = running.poll() is None
        running.kill()
        running.wait()
        assert work.is_whole(folder), f"{name}: half-written"
        assert _declarations(folder), f"{name}: a declaration was harmed"
        again = declint(folder, *work.words)
        assert again.returncode in (0, 1), again.stderr
        assert work.is_whole(folder), f"{name}: the next run is not right"
        if name == "fix":
            assert {each.read_text(encoding="utf-8") for each in folder.glob("*.yaml")} == {FIXED}
        if name == "baseline":
            done = declint(folder, "check", ".", "--baseline", "baseline.txt")
            assert done.returncode == 0, done.stdout
    return was_running


def duration(name: str) -> float:
    """How long a command takes when nobody kills it."""
    with tempfile.TemporaryDirectory() as made:
        for number in range(FILES):
            (Path(made) / f"{number}.yaml").write_text(WRONG, encoding="utf-8")
        start = time.monotonic()
        declint(Path(made), *WORKS[name].words)
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
