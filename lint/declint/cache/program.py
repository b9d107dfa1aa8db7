"""What stands for the program in a key: whatever changes a result without being the file or a setting.

That are the rooms of this package that a result comes from, the packages it reads and compares with, the
packages that add rules, and Python. They are known by the sizes and times of their files, as Python knows
what it has compiled: reading all of them would take longer than checking a declaration.
"""

import os
import sys
from collections.abc import Collection, Iterator
from pathlib import Path

from declint.digests import blake2b
from declint.installed import GROUP, metadata_with_rules

_PACKAGE = Path(__file__).parents[1]
_CHECKOUT_SCHEMAS = _PACKAGE.parents[1] / "schemas"
_INSTALLED = (".dist-info", ".egg-info", ".egg-link", ".pth")
_COMPILED = "__pycache__"
_BEFORE = {"files.py", "git.py", "forms", "starting", "configuration", "documents.py"}
_AFTER = {"baseline.py", "fixing", "report", "cli", "testing"}
BEFORE_AND_AFTER = _BEFORE | _AFTER
"""What of this package is at work before a file is checked, or after: no result follows from it."""


def program() -> bytes:
    """A digest of the program."""
    lines = [sys.version]
    _add_files(os.fspath(_PACKAGE), lines, besides=BEFORE_AND_AFTER)
    for root in (os.fspath(_CHECKOUT_SCHEMAS), *_adding_rules()):
        _add_files(root, lines)
    for place in dict.fromkeys(sys.path):
        lines += _packages(place)
    return blake2b("\n".join(lines).encode("utf-8", "surrogateescape"), digest_size=16).digest()


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


def _add_files(root: str, lines: list[str], besides: Collection[str] = ()) -> None:
    """Add a line for each file of a folder: its path, size and time."""
    try:
        with os.scandir(root) as found:
            entries = sorted(found, key=lambda each: each.name)
    except NotADirectoryError:
        lines.append(_line(root, Path(root).stat()))
        return
    except OSError:
        return
    for entry in entries:
        if entry.name in besides:
            continue
        if not entry.is_dir():
            lines.append(_line(entry.path, entry.stat()))
        elif entry.name != _COMPILED:
            _add_files(entry.path, lines)


def _line(path: str, status: os.stat_result) -> str:
    return f"{path}\0{status.st_size}\0{status.st_mtime_ns}"


def _packages(place: str) -> list[str]:
    """A line for each package that a folder of ``sys.path`` has: its metadata bears its version."""
    try:
        with os.scandir(place or ".") as found:
            return sorted(each.name for each in found if each.name.endswith(_INSTALLED))
    except OSError:
        return []
