"""Which files a run checks, their bytes, and how a file is written."""

import contextlib
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path

SUFFIXES = (".yaml", ".yml")
_SKIPPED = {"node_modules", "__pycache__", "venv", "site-packages"}
STDIN = "-"
_MAGIC = frozenset("*?[")
MOST_BYTES = 100_000_000
"""The largest file that a configuration may allow."""
_TRIES = 3


def is_there(path: str | Path) -> bool:
    """Whether there is such a file or folder; False also where the system does not let us look."""
    return os.path.exists(path)  # noqa: PTH110  (Path raises where it may not look or a name is too long)


def is_file(path: str | Path) -> bool:
    """Whether a path leads to a file; False also where the system does not let us look."""
    return os.path.isfile(path)  # noqa: PTH113  (as above)


def is_folder(path: str | Path) -> bool:
    """Whether a path leads to a folder; False also where the system does not let us look."""
    return os.path.isdir(path)  # noqa: PTH112  (as above)


def real(path: str | Path) -> Path:
    """The absolute path without links; of a loop of links as far as it leads."""
    return Path(os.path.realpath(path))


def is_pattern(path: str) -> bool:
    """Whether a path may stand for several: ``*.yaml``, ``2025/**``."""
    return not _MAGIC.isdisjoint(path)


def find(arguments: Iterable[str]) -> Iterator[tuple[str, Path]]:
    """Each file that the arguments mean, once: as the user knows it (forward slashes) and as a path.

    A folder means the YAML files in it and below, hidden ones aside; a pattern is expanded where the shell
    has not; anything else is taken as it is, so that a wrong path is reported when it is read. So is a folder
    that can't be looked into.
    """
    seen: set[Path] = set()
    for argument in arguments:
        for path in _expand(argument):
            identity = Path(os.path.abspath(path))  # noqa: PTH100  (resolve() would follow links)
            if identity not in seen:
                seen.add(identity)
                yield path.as_posix(), path


def is_meant(path: Path, arguments: Iterable[str]) -> bool:
    """Whether ``find`` would take an absolute path for one of the arguments, if it were in the work tree."""
    return any(_means(argument, path) for argument in arguments)


def _means(argument: str, path: Path) -> bool:
    named = Path(os.path.abspath(argument))  # noqa: PTH100  (as above)
    if path == named or (is_pattern(argument) and fnmatch(str(path), str(named))):
        return True
    if not path.is_relative_to(named) or not _is_declaration(path.name):
        return False
    return not any(part in _SKIPPED or part.startswith(".") for part in path.relative_to(named).parts)


def _expand(argument: str) -> Iterator[Path]:
    path = Path(argument)
    if is_folder(path):
        yield from below(path, _is_declaration)
    elif not is_there(path) and is_pattern(argument):
        import glob

        for match in sorted(glob.glob(argument, recursive=True)):  # noqa: PTH207  (absolute patterns too)
            found = Path(match)
            if is_folder(found):
                yield from below(found, _is_declaration)
            else:
                yield found
        yield from _closed_to(argument)
    else:
        yield path


def _closed_to(argument: str) -> Iterator[Path]:
    """The folders that a pattern leads into and that can't be looked into."""
    start, closed = _unmagic(Path(argument)), list[str]()
    steps = Path(argument).parts[len(start.parts) :]
    for parent, folders, _ in os.walk(start, onerror=lambda error: closed.append(error.filename)):
        here = Path(parent).relative_to(start).parts
        folders[:] = sorted(name for name in folders if _leads_into((*here, name), steps))
    yield from (Path(each) for each in closed)


def _leads_into(names: tuple[str, ...], steps: tuple[str, ...]) -> bool:
    """Whether something in a folder may match a pattern, both given step by step."""
    if not names or len(steps) < 2:
        return not names
    if steps[0] == "**":
        return not any(name.startswith(".") for name in names)
    shown = not names[0].startswith(".") or steps[0].startswith(".")
    return shown and fnmatch(names[0], steps[0]) and _leads_into(names[1:], steps[1:])


def below(folder: Path, is_wanted: Callable[[str], bool]) -> Iterator[Path]:
    """The files in a folder and below whose names are wanted, hidden ones aside.

    A folder that can't be looked into is given itself, for the error when it is read.
    """
    closed: list[str] = []
    for parent, folders, names in os.walk(folder, onerror=lambda error: closed.append(error.filename)):
        folders[:] = sorted(name for name in folders if name not in _SKIPPED and not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and is_wanted(name):
                yield Path(parent, name)
    yield from (Path(each) for each in closed)


def _is_declaration(name: str) -> bool:
    return name.lower().endswith(SUFFIXES)


def read(path: Path) -> bytes | OSError:
    """The bytes of a file, or the error that the system gave instead.

    What is no file, such as a pipe or a device, is not waited for. A file that another program writes
    meanwhile is read again. Of a file larger than any limit only so much is read that it shows.
    """
    try:
        kind = os.stat(path).st_mode  # noqa: PTH116  (``Path`` takes several times as long)
        if stat.S_ISDIR(kind):
            os.scandir(path).close()
        if not stat.S_ISREG(kind):
            return OSError(0, "not a file")
        for _ in range(_TRIES):
            data, is_settled = _read_once(path)
            if is_settled:
                return data
    except OSError as error:
        return error
    except ValueError as error:
        return OSError(0, str(error))
    return OSError(0, "another program is writing to it")


def read_found(path: Path, arguments: Iterable[str]) -> bytes | OSError:
    """As ``read``, for what ``find`` has found: a link that leads out of the folder it was found in is not
    followed. Who means it names it.
    """
    if _leads_out(path, arguments):
        return OSError(0, "a link out of the folder; to check it, name it")
    return read(path)


def _leads_out(path: Path, arguments: Iterable[str]) -> bool:
    is_link = os.path.islink(path)  # noqa: PTH114  (as above)
    if not is_link and not any(is_pattern(argument) for argument in arguments):
        return False
    named = [Path(argument) for argument in arguments]
    if path in named:
        return False
    folders = [_unmagic(each) for each in named if path.is_relative_to(_unmagic(each))]
    return not any(real(path).is_relative_to(real(folder)) for folder in folders)


def _unmagic(path: Path) -> Path:
    """The folder that a pattern starts from; a path without a pattern is itself."""
    while is_pattern(str(path)):
        path = path.parent
    return path


def _read_once(path: Path) -> tuple[bytes, bool]:
    """The bytes of a file, and whether it was the same file from the first byte to the last."""
    with open(path, "rb", opener=_opened) as file:
        before = os.fstat(file.fileno())
        if not stat.S_ISREG(before.st_mode):
            raise OSError(0, "not a file")
        data = file.read(MOST_BYTES + 1)
        after = os.fstat(file.fileno())
    return data, (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)


def _opened(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def write_atomically(path: Path, data: bytes) -> None:
    """Put ``data`` in a file so that it is whole at every moment: the old bytes or the new ones.

    A symbolic link is followed and stays one; mode and, where the system lets us, owner are kept. Nothing is
    left behind where writing fails. What is no file, such as a pipe or ``/dev/null``, has no content to keep
    and is written to as it is.

    Raises OSError, also for a file that may not be written.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    target = real(path)
    old = target.stat() if target.exists() else None
    if old and not os.access(target, os.W_OK):
        raise PermissionError(13, "Permission denied", str(target))
    temporary = _beside(target)
    try:
        _write(temporary, data)
        if old:
            _keep(old, temporary)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _settle(target.parent)


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is whole from the moment there is one. What has its name already is never touched.

    Raises FileExistsError, and OSError; then nothing is left behind.
    """
    temporary = _beside(path)
    try:
        _write(temporary, data)
        _name(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
    _settle(path.parent)


def _beside(path: Path) -> Path:
    import secrets

    return path.with_name(f".{secrets.token_hex(8)}.tmp")


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _name(temporary: Path, path: Path) -> None:
    """Give a file its name unless something has it: by a second name where the system knows such."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:
        path.open("xb").close()
        temporary.replace(path)


def _keep(old: os.stat_result, temporary: Path) -> None:
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):
            os.chown(temporary, old.st_uid, old.st_gid)
    temporary.chmod(old.st_mode & 0o7777)


def _settle(folder: Path) -> None:
    """Make the new name last, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
