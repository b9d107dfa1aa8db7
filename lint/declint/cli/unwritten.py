"""What to say where a file can't be written."""

from pathlib import Path

from declint.cli import USAGE
from declint.cli.console import complain
from declint.cli.language import say


def no_access(path: Path, error: OSError) -> int:
    """Say that a file can't be written; the exit code."""
    why = error.strerror or type(error).__name__
    complain(
        say(
            f"不能写文件 {path.as_posix()}（{why}）。请核对文件夹是否存在、能否写入、文件是否正被打开",
            f"can't write {path.as_posix()} ({why}). Check that the folder can be written to",
        )
    )
    return USAGE
