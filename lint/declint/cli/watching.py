"""``declint check --watch``: check again after every change.

The files are looked at twice a second rather than through the system's notices, which shared folders of
an office network do not send.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from declint import files
from declint.cli import USAGE
from declint.cli.console import complain
from declint.cli.language import say

_BESIDE = ("declint*", ".declint*", "pyproject.toml")
"""What a check may depend on, here and in the folders above: configuration, own rules, baseline."""
_PAUSE = 0.5

Stamps = dict[Path, tuple[int, int] | None]
"""When each file was last changed and how long it is, None where it is not there."""


def repeat(paths: Sequence[str], check: Callable[[], int], pause: float = _PAUSE) -> int:
    """Check now and after every change, until Ctrl-C; a change counts once the files hold still.

    Returns only where there is nothing to watch: USAGE for standard input.
    """
    if files.STDIN in paths:
        complain(say("标准输入不能监视；请给出文件或文件夹", "standard input can't be watched; name files"))
        return USAGE
    checked: Stamps | None = None
    before: Stamps | None = None
    while True:
        now = stamps(paths)
        if checked is None or (now != checked and now == before):
            _clear()
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


def _clear() -> None:
    """Wipe the screen where standard output is one."""
    if not sys.stdout.isatty() or os.environ.get("TERM") == "dumb":
        return
    if sys.platform == "win32":
        import colorama

        colorama.just_fix_windows_console()
    sys.stdout.write("\x1b[2J\x1b[3J\x1b[H")


def stamps(paths: Sequence[str]) -> Stamps:
    """The state of the files that a check of these paths depends on."""
    return {path: _stamp(path) for path in _watched(paths)}


def _watched(paths: Sequence[str]) -> Iterator[Path]:
    yield from (path for _, path in files.find(paths))
    here = Path.cwd()
    for folder in (here, *here.parents):
        yield from (path for pattern in _BESIDE for path in folder.glob(pattern))


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size
