"""Running whole processes and measuring them: wall time, processor time, memory of all of the tree."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import psutil

_NOT_FOR_CHILDREN = ("PYTHONDONTWRITEBYTECODE", "PYTHONHASHSEED", "PYTHONPROFILEIMPORTTIME")
_SOON, _LATER = 0.002, 0.02
"""Seconds between two looks at the memory, in the first second and then."""
_FAMILY = 0.05
"""Seconds between two looks for new children."""


class FailedError(Exception):
    """A measured command did not do its work."""


@dataclass(frozen=True)
class Timing:
    """Seconds of the clock, seconds of all processors for the process and its children, exit code."""

    wall: float
    cpu: float
    code: int


def environment(**more: str) -> dict[str, str]:
    """The environment of every measured process: byte code may be kept, no setting of the user counts."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in _NOT_FOR_CHILDREN and not name.startswith("DECLINT")
    }
    return {**kept, "NO_COLOR": "1", "CI": "1", **more}


def timed(command: Sequence[str], folder: Path, variables: Mapping[str, str]) -> Timing:
    """Run a command to its end, its output thrown away. Not on Windows, which has no account of children."""
    import resource

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    process = _started(command, folder, variables)
    code = process.wait()
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Timing(wall, cpu, code)


def peak(command: Sequence[str], folder: Path, variables: Mapping[str, str]) -> int:
    """The most memory, in bytes, that the process and its children held together.

    Pages that several processes share count once where the system tells (PSS), else in each (RSS).
    """
    import psutil

    process = _started(command, folder, variables)
    root, most = psutil.Process(process.pid), 0
    tree, due, start = [root], 0.0, time.monotonic()
    while process.poll() is None:
        now = time.monotonic()
        if now >= due:
            tree, due = _tree(root), now + _FAMILY
        most = max(most, sum(map(_memory, tree)))
        time.sleep(_SOON if now < start + 1 else _LATER)
    return most


def _tree(root: "psutil.Process") -> "list[psutil.Process]":
    import psutil

    try:
        return [root, *root.children(recursive=True)]
    except psutil.NoSuchProcess:
        return [root]


def _memory(process: "psutil.Process") -> int:
    import psutil

    try:
        held = process.memory_full_info()
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return 0
    return int(getattr(held, "pss", 0) or held.rss)


def _started(command: Sequence[str], folder: Path, variables: Mapping[str, str]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603  (the tools that were asked for)
        command,
        cwd=folder,
        env=dict(variables),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
