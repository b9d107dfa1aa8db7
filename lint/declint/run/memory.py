"""What earlier runs gave, known by what it follows from: the bytes, the settings, the rules."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct
from msgspec.json import encode
from msgspec.structs import replace

from declint.cache import BODY, HEAD, Entry, Store
from declint.run.outcome import FileResult, Terms
from declint.run.packing import Fresh, opened, pack
from declint.settings import Settings

if TYPE_CHECKING:
    from declint.run.checked import Joined
    from declint.run.running import Task

_LENGTH = 16
_CHECKED, _JOINED, _UNIT, _READ = b"checked", b"joined", b"unit", b"read"


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
        content = hashlib.blake2b(data, digest_size=_LENGTH, person=_CHECKED).digest()
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
            for task, fresh in news
            if not opened(fresh.sealed).crashes
            and (origin := self.origin(task.data, task.terms))
            and (entry := _entry_of(task, origin, fresh))
        )

    def heads(self, files: Sequence[FileResult]) -> list[bytes | None]:
        """The heads of files, packed, as far as they are known."""
        return self._beside(files, HEAD)

    def bodies(self, files: Sequence[FileResult]) -> list[bytes | None]:
        """The bodies of files, packed, as far as they are known."""
        return self._beside(files, BODY)

    def _beside(self, files: Sequence[FileResult], piece: str) -> list[bytes | None]:
        keys = [file.key for file in files]
        found = self._store.find([key for key in keys if key], piece)
        lacking = {_digest(key, _READ): key for key in keys if key and key not in found}
        found |= {lacking[key]: value for key, value in self._store.find(list(lacking), piece).items()}
        return [found.get(key) for key in keys]

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
            Entry(origin.key, packed, "", origin.content, origin.terms, origin.program)
            for files, joined in compared
            if not joined.crashes and (origin := self._of_all(files, kind)) and (packed := pack(joined))
        )

    def _of_all(self, files: Sequence[FileResult], kind: bytes) -> Origin | None:
        digest = hashlib.blake2b(digest_size=_LENGTH, person=kind)
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
    return key if task.is_checked else _digest(key, _READ)


def _entry_of(task: "Task", origin: Origin, fresh: Fresh) -> Entry | None:
    sealed, kept = fresh.sealed, fresh.kept.packed
    packed = sealed if isinstance(sealed, bytes) else pack(sealed)
    if packed is None or not isinstance(kept.body, bytes):
        return None
    shown = str(Path(task.path).absolute()).encode("utf-8", "replace").decode()
    key, parts = _sought(origin.key, task), (origin.content, origin.terms, origin.program)
    return Entry(key, packed, shown, *parts, kept.head, kept.body)


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
    digest = hashlib.blake2b(digest_size=_LENGTH)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()
