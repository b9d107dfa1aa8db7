"""What stands for the program in a key: whatever changes a result without being the file or a setting.

That are this package with its rules and word lists, the packages it reads and compares with, the packages
that add rules, and Python. They are known by the sizes and times of their files, as Python knows what it has
compiled: reading all of them would take longer than checking a declaration.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from declint.digests import blake2b
from declint.installed import GROUP, metadata_with_rules

_PACKAGE = Path(__file__).parents[1]
_CHECKOUT_SCHEMAS = _PACKAGE.parents[1] / "schemas"
_INSTALLED = (".dist-info", ".egg-info", ".egg-link", ".pth")
_SKIPPED = "__pycache__"


def program() -> bytes:
    """A digest of the program."""
    digest = blake2b(sys.version.encode(), digest_size=16)
    for root in (os.fspath(_PACKAGE), os.fspath(_CHECKOUT_SCHEMAS), *_adding_rules()):
        for line in _files(root):
            digest.update(line)
    for place in dict.fromkeys(sys.path):
        for line in _packages(place):
            digest.update(line)
    return digest.digest()


def _adding_rules() -> Iterator[str]:
    """The folders and files that hold the code of packages which add rules."""
    if not any(metadata_with_rules()):
        return
    from importlib.metadata import entry_points
    from importlib.util import find_spec

    for entry in entry_points(group=GROUP):
        spec = find_spec(entry.module.partition(".")[0])
        if spec:
            yield from spec.submodule_search_locations or ()
            yield spec.origin or ""


def _files(root: str) -> Iterator[bytes]:
    """A line for each file of a folder: its path, size and time."""
    try:
        with os.scandir(root) as found:
            entries = sorted(found, key=lambda each: each.name)
    except NotADirectoryError:
        yield _line(root, Path(root).stat())
        return
    except OSError:
        return
    for entry in entries:
        if entry.is_dir():
            if entry.name != _SKIPPED:
                yield from _files(entry.path)
        else:
            yield _line(entry.path, entry.stat())


def _line(path: str, status: os.stat_result) -> bytes:
    return f"{path}\0{status.st_size}\0{status.st_mtime_ns}\n".encode("utf-8", "surrogateescape")


def _packages(place: str) -> Iterator[bytes]:
    """A line for each package that a folder of ``sys.path`` has: its metadata bears its version."""
    try:
        with os.scandir(place or ".") as found:
            names = sorted(each.name for each in found if each.name.endswith(_INSTALLED))
    except OSError:
        return
    for name in names:
        yield f"{name}\n".encode("utf-8", "surrogateescape")
