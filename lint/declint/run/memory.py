"""What earlier runs gave, known by what it follows from: the bytes, the settings, the rules."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct
from msgspec.json import encode
from msgspec.structs import replace

from declint.cache import Entry, Store
from declint.digests import blake2b
from declint.run.outcome import FileResult, Terms
from declint.run.packing import Fresh, opened, pack
from declint.settings import Settings

if TYPE_CHECKING:
    from declint.run.checked import Joined
    from declint.run.running import Task

_LENGTH = 16
_CHECKED, _JOINED, _UNIT = b"checked", b"joined", b"unit"


class Origin(Struct, frozen=True):
    """What a result follows from: digests of the bytes, of the settings with their files, of the program."""

    content: bytes
    terms: bytes
    program: bytes

    @property
    def key(self) -> bytes:
        """What the result is found by."""
        return _digest(self.content, self.terms, self.program)


class Recalled(NamedTuple):
    """What is known of a task: the key of its file, b"" where there is none, and the packed result."""

    key: bytes
    packed: bytes | None


class Memory:
    """The results of earlier runs in a store. ``program`` stands for the rules and all that they use.

    What can't be known for certain is not remembered: a file that could not be read, a check that did not
    come to its end, terms that are not told by settings.
    """

    def __init__(self, store: Store, program: bytes) -> None:
        self._store = store
        self._program = program
        self._terms: dict[Settings, bytes] = {}

    def origin(self, data: bytes | OSError, terms: Terms) -> Origin | None:
        """What the result of a file follows from, None where that can't be told."""
        if isinstance(data, OSError) or terms.given is not None:
            return None
        if terms.settings not in self._terms:
            self._terms[terms.settings] = _terms_digest(terms.settings)
        content = blake2b(data, digest_size=_LENGTH, person=_CHECKED).digest()
        return Origin(content, self._terms[terms.settings], self._program)

    def known(self, tasks: Sequence["Task"]) -> list[Recalled]:
        """What is known of each task."""
        keys = [origin.key if (origin := self.origin(task.data, task.terms)) else b"" for task in tasks]
        sought = [key and _sought(key, task) for key, task in zip(keys, tasks, strict=True)]
        found = self._store.find([each for each in sought if each])
        return [Recalled(key, found.get(each)) for key, each in zip(keys, sought, strict=True)]

    def knows(self, origin: Origin) -> bool:
        """Whether the result that follows from this is known."""
        return bool(self._store.find([origin.key]))

    def keep(self, news: Sequence[tuple["Task", Fresh]]) -> None:
        """Remember what tasks gave."""
        self._store.put(
            entry
            for task, checked in news
            if not opened(checked).crashes
            and (origin := self.origin(task.data, task.terms))
            and (entry := _entry(_sought(origin.key, task), origin, checked, str(Path(task.path).absolute())))
        )

    def joined(self, files: Sequence[FileResult]) -> bytes | None:
        """What comparing these very files gave before, packed."""
        origin = self._of_all(files, _JOINED)
        return self._store.find([origin.key]).get(origin.key) if origin else None

    def keep_joined(self, files: Sequence[FileResult], joined: "Joined") -> None:
        """Remember what comparing files gave."""
        self._keep([(files, joined)], _JOINED)

    def joined_units(self, units: Sequence[Sequence[FileResult]]) -> list[bytes | None]:
        """What comparing the files of each unit among themselves gave before, packed."""
        origins = [self._of_all(files, _UNIT) for files in units]
        found = self._store.find([origin.key for origin in origins if origin])
        return [found.get(origin.key) if origin else None for origin in origins]

    def keep_units(self, units: "Sequence[tuple[Sequence[FileResult], Joined]]") -> None:
        """Remember what comparing the files of each unit gave."""
        self._keep(units, _UNIT)

    def _keep(self, compared: "Sequence[tuple[Sequence[FileResult], Joined]]", kind: bytes) -> None:
        self._store.put(
            entry
            for files, joined in compared
            if not joined.crashes
            and (origin := self._of_all(files, kind))
            and (entry := _entry(origin.key, origin, joined, ""))
        )

    def _of_all(self, files: Sequence[FileResult], kind: bytes) -> Origin | None:
        digest = blake2b(digest_size=_LENGTH, person=kind)
        for file in files:
            if isinstance(file.held, OSError):
                digest.update(b"unreadable")
            elif file.key:
                digest.update(_digest(file.key, file.path.encode("utf-8", "surrogatepass")))
            else:
                return None
        return Origin(digest.digest(), b"", self._program)


def _sought(key: bytes, task: "Task") -> bytes:
    """What the result of a task is found by: a file that was only read has not been checked."""
    return key if task.is_checked else _digest(key, b"read")


def _entry(key: bytes, origin: Origin, result: "Fresh | Joined", path: str) -> Entry | None:
    packed = result if isinstance(result, bytes) else pack(result)
    shown = path.encode("utf-8", "replace").decode()
    if packed is None:
        return None
    return Entry(key, packed, shown, origin.content, origin.terms, origin.program)


def _terms_digest(settings: Settings) -> bytes:
    """A digest of what of the settings bears on findings, the contents of own rules among it."""
    bearing = replace(settings, language="", fail_on="", baseline="", severity=())
    parts = [encode(bearing)]
    for path in settings.own_rules:
        try:
            parts.append(Path(path).read_bytes())
        except OSError as error:
            parts.append(str(error.errno).encode())
    return _digest(*parts)


def _digest(*parts: bytes) -> bytes:
    digest = blake2b(digest_size=_LENGTH)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()
