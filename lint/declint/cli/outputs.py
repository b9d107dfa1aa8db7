"""What commands that write files share: nothing is overwritten unasked, nothing is half-written."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from declint import files
from declint.cli import CLEAN, USAGE
from declint.cli.console import complain
from declint.cli.language import say

_EXTRA = "python -m pip install 'declint[forms]'"
_SHOWN = 5


def extra_missing(error: ModuleNotFoundError) -> int:
    """Say which command installs what a form needs; the exit code."""
    complain(
        say(
            f"读写 Word 和 Excel 表格要先安装（缺 {error.name}）：{_EXTRA}",
            f"Word and Excel forms need an extra ({error.name} is missing): {_EXTRA}",
        )
    )
    return USAGE


def refuse_targets(targets: Iterable[Path], force: bool) -> int:
    """Say that a file would be written twice or over another; CLEAN where all may be written."""
    targets = list(targets)
    counted = Counter(target.as_posix().casefold() for target in targets)
    twice = sorted({target.name for target in targets if counted[target.as_posix().casefold()] > 1})
    if twice:
        complain(
            say(
                f"几份申报表会写成同一个文件：{_listed(twice)}。请按文件夹分几次导出",
                f"several declarations would be written to one file: {_listed(twice)}. "
                "Export one folder at a time",
            )
        )
        return USAGE
    present = [target.as_posix() for target in targets if files.is_there(target)]
    if present and not force:
        complain(
            say(
                f"文件已经存在：{_listed(present)}。要覆盖请加 --force，或换一个输出位置；什么都没有写",
                f"already there: {_listed(present)}. Use --force to overwrite, or another place; "
                "nothing was written",
            )
        )
        return USAGE
    return CLEAN


def _listed(names: list[str]) -> str:
    more = say(f" 等 {len(names)} 个", f" and {len(names) - _SHOWN} more") if len(names) > _SHOWN else ""
    return say("、", ", ").join(names[:_SHOWN]) + more


def write(target: Path, data: bytes) -> bool:
    """Write a file whole, its folder made where there is none; where that fails, say why: False."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        files.write_atomically(target, data)
    except OSError as error:
        unwritten(target, error)
        return False
    return True


def unwritten(target: Path, error: OSError) -> None:
    """Say why a file could not be written."""
    reason = error.strerror or type(error).__name__
    complain(
        say(
            f"{target.as_posix()} 写不了（{reason}）。请核对路径和权限；"
            "文件若在 Word 或 Excel 里开着，请先关掉",
            f"can't write {target.as_posix()} ({reason}). Check path and rights; "
            "close it if it is open in Word or Excel",
        )
    )
