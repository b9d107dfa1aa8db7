"""What a command is given to work on: words of an option, paths, and the bytes of files."""

import sys
from pathlib import Path

from declint import files
from declint.cli.language import say


def split(words: list[str] | None) -> tuple[str, ...]:
    """The words of an option that is given several times or with commas."""
    return tuple(part.strip() for word in words or () for part in word.split(",") if part.strip())


def default_path() -> str:
    """Where declarations are looked for without a path."""
    return "declarations" if Path("declarations").is_dir() else "."


def inputs(paths: list[str] | None, stdin_filename: str) -> list[tuple[str, bytes | OSError]]:
    """Each file that the paths mean: its path as the user knows it, with its bytes or the error instead."""
    paths = paths or [default_path()]
    found: list[tuple[str, bytes | OSError]] = []
    if files.STDIN in paths:
        found.append((Path(stdin_filename).as_posix(), sys.stdin.buffer.read(files.MOST_BYTES + 1)))
    named = [path for path in paths if path != files.STDIN]
    return [*found, *((shown, files.read_found(path, named)) for shown, path in files.find(named))]


def besides(
    found: list[tuple[str, bytes | OSError]], own_rules: tuple[str, ...]
) -> list[tuple[str, bytes | OSError]]:
    """The files that are none of these files of rules: a folder may hold them beside its declarations."""
    apart = {Path(path).resolve() for path in own_rules}
    return [(path, data) for path, data in found if not apart or Path(path).resolve() not in apart]


def nothing_checked(paths: list[str] | None) -> str:
    """What to say where no file could be read."""
    where = "、".join(paths or [default_path()])
    return say(
        f"没有检查任何申报表：{where} 里没有可读的 .yaml 文件（Word、Excel、PDF 要写出文件名）。请核对路径",
        f"nothing was checked: no readable .yaml file in {where} (name a Word, Excel or PDF file itself). "
        "Check the path",
    )
