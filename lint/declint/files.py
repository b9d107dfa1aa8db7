"""Which files a run checks, their bytes, and how a file is written."""

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


def write_atomically(path: Path, data: bytes) -> None:
    """Put ``data`` into a file so that whoever looks sees the old content or the new, never a part.

    A link is followed; a file that exists keeps its mode.

    Raises OSError, and then the old content stands.
    """
    target = Path(os.path.realpath(path))
    mode = target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _umask() -> int:
    """The process's mask for new files, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
