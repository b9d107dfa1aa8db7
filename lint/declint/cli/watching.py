"""``declint check --watch``: check again after every change.

The files are looked at twice a second rather than through the system's notices, which shared folders of
an office network do not send.
"""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NoReturn

from declint import files
from declint.cli.console import clear, complain
from declint.cli.language import say

_CONFIGURATION = ("declint.toml", "pyproject.toml")
_PAUSE = 0.5

Stamps = dict[Path, tuple[int, int] | None]
"""When each file was last changed and how long it is, None where it is not there."""


def repeat(paths: Sequence[str], check: Callable[[], int], pause: float = _PAUSE) -> NoReturn:
    """Check now and after every change, until Ctrl-C. A change counts once the files hold still."""
    checked: Stamps | None = None
    before: Stamps | None = None
    while True:
        now = stamps(paths)
        if checked is None or (now != checked and now == before):
            clear()
            check()
            sys.stdout.flush()
            complain(
                say(
                    f"{time.strftime('%H:%M:%S')} 检查完毕；有改动时自动再查，按 Ctrl-C 结束",
                    f"{time.strftime('%H:%M:%S')} checked; checking again on change, Ctrl-C ends",
                )
            )
            checked = now
        before = now
        time.sleep(pause)


def stamps(paths: Sequence[str]) -> Stamps:
    """The state of the files that a check of these paths depends on."""
    return {path: _stamp(path) for path in _watched(paths)}


def _watched(paths: Sequence[str]) -> Iterator[Path]:
    yield from (path for _, path in files.find(paths))
    here = Path.cwd()
    yield from (folder / name for folder in (here, *here.parents) for name in _CONFIGURATION)


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size
