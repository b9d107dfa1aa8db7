"""What a run of many files needs again only later, laid aside in a temporary file that goes with the run."""

import os
from bisect import bisect_right
from typing import IO

from msgspec import Struct

_BLOCK = 1 << 18
"""How many bytes are gathered before they are written; and how many are read ahead where reading goes on."""


class Laid(Struct, frozen=True, eq=False, gc=False):
    """Bytes that were laid aside; ``first`` is the first of them."""

    shelf: "Shelf"
    at: int
    length: int
    first: int

    @property
    def data(self) -> bytes:
        """The bytes. Raises OSError where the temporary file has been harmed."""
        return self.shelf.take(self.at, self.length)


class Shelf:
    """A place for bytes: blocks in a file, or in memory where that can't be, as on a full disk."""

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None
        self._starts: list[int] = []
        self._blocks: list[bytes | None] = []
        self._last = bytearray()
        self._written = 0
        self._window, self._window_at = b"", 0

    def lay(self, data: bytes) -> Laid:
        """Lay bytes aside."""
        laid = Laid(self, self._written + len(self._last), len(data), data[0])
        self._last += data
        if len(self._last) >= _BLOCK:
            self._starts.append(self._written)
            self._blocks.append(None if self._is_written(self._last) else bytes(self._last))
            self._written += len(self._last)
            self._last = bytearray()
        return laid

    def take(self, at: int, length: int) -> bytes:
        """Bytes that were laid aside. Raises OSError where they are no longer there."""
        if at >= self._written:
            return bytes(self._last[at - self._written : at - self._written + length])
        number = bisect_right(self._starts, at) - 1
        block = self._blocks[number]
        if block is not None:
            return block[at - self._starts[number] : at - self._starts[number] + length]
        return self._read(at, length)

    def _is_written(self, block: bytearray) -> bool:
        import tempfile
        import weakref

        try:
            if self._file is None:
                self._file = tempfile.TemporaryFile(prefix="declint-", buffering=0)  # noqa: SIM115
                # Closed, and with that removed, when nobody holds the shelf any more.
                weakref.finalize(self, self._file.close)
            self._file.seek(self._written)
            return self._file.write(block) == len(block)
        except OSError:
            return False

    def _read(self, at: int, length: int) -> bytes:
        """Bytes of the file; where they follow what was read before, those behind them are read as well."""
        start = at - self._window_at
        if not 0 <= start <= len(self._window) - length:
            assert self._file
            follows = 0 <= start <= len(self._window) + _BLOCK
            self._window = _read(self._file, at, max(length, _BLOCK if follows else 0))
            self._window_at, start = at, 0
            if len(self._window) < length:
                message = "the temporary file of this run has been cut short"
                raise OSError(message)
        return self._window[start : start + length]


def _read(file: IO[bytes], at: int, length: int) -> bytes:
    """Bytes of a file, wherever another process that has it open has come to."""
    if hasattr(os, "pread"):
        return os.pread(file.fileno(), length, at)
    file.seek(at)
    return file.read(length)
