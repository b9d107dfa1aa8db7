"""What a run of many files needs again only later, laid aside in a temporary file that goes with the run."""

import contextlib
import weakref
from typing import IO

from msgspec import Struct


class Laid(Struct, frozen=True, eq=False):
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
    """A place for bytes."""

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None
        self._end = 0

    def lay(self, data: bytes) -> Laid | bytes:
        """Lay bytes aside; the bytes themselves where that can't be done, as on a full disk."""
        import tempfile

        with contextlib.suppress(OSError):
            if self._file is None:
                self._file = tempfile.TemporaryFile(prefix="declint-", buffering=0)  # noqa: SIM115
                # Closed, and with that removed, when nobody holds the shelf any more.
                weakref.finalize(self, self._file.close)
            self._file.seek(self._end)
            if self._file.write(data) == len(data):
                laid = Laid(self, self._end, len(data), data[0])
                self._end += len(data)
                return laid
        return data

    def take(self, at: int, length: int) -> bytes:
        """Bytes that were laid aside. Raises OSError where they are no longer there."""
        assert self._file
        self._file.seek(at)
        data = self._file.read(length)
        if len(data) != length:
            message = "the temporary file of this run has been cut short"
            raise OSError(message)
        return data
