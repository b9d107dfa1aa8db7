"""What one start has worked out, kept for the next, as Python keeps what it has compiled of a module.

It lies beside the compiled module that it was worked out by and is that module's in every way: for this very
Python, written where and when Python writes such files, and made anew where it is missing, damaged or of
another state of its sources. A start reads no more than the parts that it uses.
"""

import contextlib
import os
import sys
from collections.abc import Mapping
from importlib.util import cache_from_source, source_hash
from io import FileIO
from pathlib import Path

from msgspec import msgpack

from declint.version import __version__

_AT_FIRST = 65_536
"""How many bytes are read to see what there is: the list of parts is seldom longer."""
_NUMBER = 8
"""The bytes of a number, and of a digest."""


class Kept:
    """What a module (its ``__file__``) has kept of this state of its sources: parts by name."""

    def __init__(self, module: str, state: str) -> None:
        self._file: FileIO | None = None
        self._path = Path(cache_from_source(module)).with_suffix(".kept")
        self._head = ascii(f"declint {__version__} {sys.version} {sys.byteorder} {state}").encode() + b"\n"
        self._places: dict[str, tuple[int, int, bytes]] = {}
        self._parts_at = 0
        with contextlib.suppress(OSError, ValueError):
            self._file = FileIO(self._path)
            self._open(self._file)

    def __del__(self) -> None:
        self._close()

    def get(self, name: str) -> bytes | None:
        """A part; None where it is not kept, or damaged."""
        if self._file is None or name not in self._places:
            return None
        at, length, digest = self._places[name]
        try:
            part = _read(self._file, self._parts_at + at, length)
        except OSError:
            return None
        return part if source_hash(part) == digest else None

    def add(self, parts: Mapping[str, bytes], *, most: int) -> None:
        """Keep these parts beside the others, or in their place where there would be more than ``most``."""
        if sys.dont_write_bytecode:
            return
        before = {name: part for name in self._places if (part := self.get(name)) is not None}
        every = {**before, **parts} if len(before) + len(parts) <= most else parts
        self._close()
        temporary = self._path.with_suffix(f".{os.getpid()}")
        try:
            temporary.write_bytes(self._head + _packed(every))
            temporary.replace(self._path)
        except OSError:
            with contextlib.suppress(OSError):
                temporary.unlink()

    def _open(self, file: FileIO) -> None:
        """Read where in the file each part begins, how long it is, and its digest."""
        first = file.read(_AT_FIRST)
        digest_at = len(self._head)
        length_at = digest_at + _NUMBER
        list_at = length_at + _NUMBER
        parts_at = list_at + int.from_bytes(first[length_at:list_at], "big")
        if not first.startswith(self._head) or parts_at > os.fstat(file.fileno()).st_size:
            return
        listed = first[list_at:parts_at] + _read(file, len(first), parts_at - len(first))
        if source_hash(listed) == first[digest_at:length_at]:
            self._places, self._parts_at = msgpack.decode(listed), parts_at

    def _close(self) -> None:
        """Let go of the file: Windows replaces none that is open."""
        if self._file:
            self._file.close()
        self._file, self._places = None, {}


def _packed(parts: Mapping[str, bytes]) -> bytes:
    places = {}
    end = 0
    for name, part in parts.items():
        places[name] = (end, len(part), source_hash(part))
        end += len(part)
    listed = msgpack.encode(places)
    return b"".join((source_hash(listed), len(listed).to_bytes(_NUMBER, "big"), listed, *parts.values()))


def _read(file: FileIO, at: int, length: int) -> bytes:
    """Bytes of a file; processes that share it do not disturb each other where the system knows how."""
    if length <= 0:
        return b""
    if hasattr(os, "pread"):
        return os.pread(file.fileno(), length, at)
    file.seek(at)
    return file.read(length)
