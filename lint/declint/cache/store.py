"""Bytes by key in one SQLite file that several runs use at once and that may be killed at any moment.

A cache never stands in the way: what can't be read is not there, what can't be written is not kept, and a
file that is broken or of another program is begun anew.
"""

import contextlib
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct

from declint.digests import blake2b

MOST_BYTES = 1_000_000_000
"""How large the file may grow before what was not used for longest is removed."""
_KEPT = 0.7
"""How much of that is left after such a removal."""
_LAYOUT = 2
_APPLICATION = 0x6465636C
_PATIENCE = 2.0
_AT_ONCE = 500
_DAY = 86_400
_TABLE = (
    "CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, used INTEGER NOT NULL, proofs BLOB NOT NULL, "
    "path TEXT NOT NULL, content BLOB NOT NULL, terms BLOB NOT NULL, program BLOB NOT NULL, "
    "head BLOB NOT NULL, value BLOB NOT NULL, body BLOB NOT NULL) WITHOUT ROWID"
)
"""What is read by itself stands before what is larger: SQLite reads a row no further than it is asked for."""
HEAD, VALUE, BODY = _PIECES = "head", "value", "body"
_PROOF = 8
T = TypeVar("T")


class Entry(Struct, frozen=True):
    """One result to keep. ``path``, ``content``, ``terms`` and ``program`` tell what the key is made of.

    A small ``head`` and a ``body`` may go with the value; each of the three is read by itself.
    """

    key: bytes
    value: bytes
    path: str
    content: bytes
    terms: bytes
    program: bytes
    head: bytes = b""
    body: bytes = b""


class Known(Struct, frozen=True):
    """What a kept result of a path follows from."""

    content: bytes
    terms: bytes
    program: bytes


class Size(Struct, frozen=True):
    """How many results the cache holds, and how many bytes its file has."""

    results: int
    bytes: int


class Store:
    """The results in a file, which need not exist. Nothing here raises for what the file holds."""

    def __init__(self, file: Path, *, most_bytes: int = MOST_BYTES) -> None:
        self.file = file
        self._most = most_bytes
        self._connection: sqlite3.Connection | None = None

    def find(self, keys: Sequence[bytes], piece: str = VALUE) -> dict[bytes, bytes]:
        """The values of those keys that are known, or another piece of what is kept."""
        return self._try(lambda connection: dict(self._found(connection, keys, piece)), {}) if keys else {}

    def put(self, entries: Iterable[Entry]) -> None:
        """Keep results, all or none of them; the file stays within its bounds."""
        today = _today()
        rows = [
            (e.key, today, _proofs(e), e.path, e.content, e.terms, e.program, e.head, e.value, e.body)
            for e in entries
        ]
        if rows:
            self._try(lambda connection: self._written(connection, rows), None)

    def of_path(self, path: str) -> list[Known]:
        """What the results kept of a path follow from, the latest first."""
        sql = "SELECT content, terms, program FROM results WHERE path = ? ORDER BY used DESC"
        return self._try(lambda connection: [Known(*row) for row in connection.execute(sql, (path,))], [])

    def size(self) -> Size:
        """How much it holds."""
        count = self._try(_count, 0)
        with contextlib.suppress(OSError):
            return Size(count, self.file.stat().st_size)
        return Size(count, 0)

    def close(self) -> None:
        """Let go of the file."""
        if self._connection:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None

    def _try(self, work: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """What ``work`` gives; ``otherwise`` where the file is busy, can't be used, or is broken.

        A broken file is removed, so that the next run has one again.
        """
        try:
            return work(self._open())
        except sqlite3.OperationalError:
            self.close()
        except (sqlite3.DatabaseError, OverflowError, UnicodeError):
            self.close()
            self._discard()
        except OSError:
            self.close()
        return otherwise

    def _open(self) -> sqlite3.Connection:
        if self._connection:
            return self._connection
        self.file.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self.file, timeout=_PATIENCE, isolation_level=None)
        self._connection = connection
        connection.execute("PRAGMA trusted_schema = OFF")
        # Only a loss of power can harm what is not flushed, and every value carries its proof.
        connection.execute("PRAGMA synchronous = OFF")
        if not _is_ours(connection):
            self._begin(connection)
        return connection

    def _begin(self, connection: sqlite3.Connection) -> None:
        """Make the table, in the place of what another version may have left."""
        with _transaction(connection):
            if _is_ours(connection):
                return
            connection.execute("DROP TABLE IF EXISTS results")
            connection.execute(_TABLE)
            connection.execute("CREATE INDEX IF NOT EXISTS by_path ON results (path)")
            connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            connection.execute(f"PRAGMA user_version = {_LAYOUT}")

    def _found(
        self, connection: sqlite3.Connection, keys: Sequence[bytes], piece: str
    ) -> Iterator[tuple[bytes, bytes]]:
        today, stale, at = _today(), [], _PIECES.index(piece)
        in_order = sorted(keys)
        for start in range(0, len(keys), _AT_ONCE):
            some = in_order[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            sql = f"SELECT key, {piece}, proofs, used FROM results WHERE key IN ({marks})"  # noqa: S608
            for key, value, proofs, used in connection.execute(sql, some):
                if value and proofs[at * _PROOF : (at + 1) * _PROOF] == _proof(key, value):
                    yield key, value
                    if used < today:
                        stale.append((today, key))
        if stale:
            with contextlib.suppress(sqlite3.OperationalError), _transaction(connection):
                connection.executemany("UPDATE results SET used = ? WHERE key = ?", stale)

    def _written(self, connection: sqlite3.Connection, rows: list[tuple[Any, ...]]) -> None:
        with _transaction(connection):
            connection.executemany(
                "INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows
            )
        self._prune(connection, rows[-1][6])

    def _prune(self, connection: sqlite3.Connection, program: bytes) -> None:
        """Remove what was not used for longest, where the file has grown too large.

        Of what was last used on one day, that goes first which other programs than this one gave.
        """
        pages = _pragma(connection, "page_count") - _pragma(connection, "freelist_count")
        if pages * _pragma(connection, "page_size") <= self._most:
            return
        count = _count(connection)
        with _transaction(connection):
            connection.execute(
                "DELETE FROM results WHERE key IN "
                "(SELECT key FROM results ORDER BY used, program = ?, key LIMIT ?)",
                (program, int(count * (1 - _KEPT)) + 1),
            )
        connection.execute("VACUUM")

    def _discard(self) -> None:
        with contextlib.suppress(OSError):
            self.clear()

    def clear(self) -> None:
        """Remove everything, and the file. Raises OSError where that can't be."""
        self.close()
        self.file.unlink(missing_ok=True)
        self.file.with_name(self.file.name + "-journal").unlink(missing_ok=True)


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _is_ours(connection: sqlite3.Connection) -> bool:
    return (
        _pragma(connection, "user_version") == _LAYOUT
        and _pragma(connection, "application_id") == _APPLICATION
    )


def _count(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM results").fetchone()[0])


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _proofs(entry: Entry) -> bytes:
    return b"".join(_proof(entry.key, value) for value in (entry.head, entry.value, entry.body))


def _proof(key: bytes, value: bytes) -> bytes:
    return blake2b(value, key=key, digest_size=_PROOF).digest()


def _today() -> int:
    return int(time.time()) // _DAY
