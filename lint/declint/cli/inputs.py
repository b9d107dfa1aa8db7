"""What a command is given to work on: words of an option, paths, and the bytes of files."""

import sys
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from declint import files
from declint.cli.language import say


def split(words: list[str] | None) -> tuple[str, ...]:
    """The words of an option that is given several times or with commas."""
    return tuple(part.strip() for word in words or () for part in word.split(",") if part.strip())


def default_path() -> str:
    """Where declarations are looked for without a path."""
    return "declarations" if files.is_folder("declarations") else "."


Input = tuple[str, bytes | OSError]


class Files(Struct, frozen=True):
    """Files that are read one by one as they are asked for, and what was read already.

    Each is its path as the user knows it, with its bytes or the error instead.
    """

    named: list[str]
    found: list[tuple[str, Path]]
    read: tuple[Input, ...] = ()

    def __len__(self) -> int:
        return len(self.read) + len(self.found)

    def __iter__(self) -> Iterator[Input]:
        yield from self.read
        for shown, path in self.found:
            yield shown, files.read_found(path, self.named)

    def besides(self, own_rules: tuple[str, ...]) -> "Files":
        """Those that are none of these files of rules: a folder may hold them beside its declarations."""
        if not own_rules:
            return self
        apart = {files.real(path) for path in own_rules}
        read = tuple(each for each in self.read if files.real(each[0]) not in apart)
        return Files(self.named, [each for each in self.found if files.real(each[1]) not in apart], read)


def inputs(paths: list[str] | None, stdin_filename: str) -> Files:
    """The files that paths mean."""
    paths = paths or [default_path()]
    read: tuple[Input, ...] = ()
    if files.STDIN in paths:
        read = ((Path(stdin_filename).as_posix(), sys.stdin.buffer.read(files.MOST_BYTES + 1)),)
    named = [path for path in paths if path != files.STDIN]
    return Files(named, list(files.find(named)), read)


def nothing_checked(paths: list[str] | None) -> str:
    """What to say where no file could be read."""
    where = "、".join(paths or [default_path()])
    return say(
        f"没有检查任何申报表：{where} 里没有可读的 .yaml 文件（Word、Excel、PDF 要写出文件名）。请核对路径",
        f"nothing was checked: no readable .yaml file in {where} (name a Word, Excel or PDF file itself). "
        "Check the path",
    )
