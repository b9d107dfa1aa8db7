"""Which files a run checks, their bytes, and writing files whole or not at all."""

import glob
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

SUFFIXES = (".yaml", ".yml")
_SKIPPED = {"node_modules", "__pycache__", "venv", "site-packages"}
STDIN = "-"


def find(arguments: Iterable[str]) -> Iterator[tuple[str, Path]]:
    """Each file that the arguments mean, once: as the user knows it (forward slashes) and as a path.

    A folder means the YAML files in it and below, hidden ones aside; a pattern is expanded where the shell
    has not; anything else is taken as it is, so that a wrong path is reported when it is read.
    """
    seen: set[Path] = set()
    for argument in arguments:
        for path in _expand(argument):
            identity = Path(os.path.abspath(path))  # noqa: PTH100  (resolve() would follow links)
            if identity not in seen:
                seen.add(identity)
                yield path.as_posix(), path


def _expand(argument: str) -> Iterator[Path]:
    path = Path(argument)
    if path.is_dir():
        yield from _below(path)
    elif not path.exists() and glob.has_magic(argument):
        for match in sorted(glob.glob(argument, recursive=True)):  # noqa: PTH207  (absolute patterns too)
            found = Path(match)
            if found.is_dir():
                yield from _below(found)
            else:
                yield found
    else:
        yield path


def _below(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in _SKIPPED and not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                yield Path(parent, name)


def read(path: Path) -> bytes | OSError:
    """The bytes of a file, or the error that the system gave instead."""
    try:
        if path.exists() and not path.is_file():
            return OSError(0, "not a file")
        return path.read_bytes()
    except OSError as error:
        return error
    except ValueError as error:
        return OSError(0, str(error))


def create(path: Path, text: str) -> bool:
    """Write a new file, folders included; False where something of that name is there already.

    What is there is never touched. Raises OSError where the system refuses; then no part of it stays.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            try:
                file.write(text)
            except OSError:
                file.close()
                path.unlink()
                raise
    except FileExistsError:
        return False
    return True


def replace(path: Path, text: str) -> None:
    """Write a file in place of what is there: at every moment the old or the new one is whole.

    Raises OSError where the system refuses; then the old one stays.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        beside.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_mask())
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def _mask() -> int:
    """What the system takes off the rights of new files; there is no way to ask but to set it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
