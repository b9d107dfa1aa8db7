"""What earlier runs gave, known by what it follows from: the bytes, the settings, the rules."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.json import encode
from msgspec.structs import replace

from declint.cache import Entry, Store
from declint.run.outcome import FileResult, Terms
from declint.run.packing import Fresh, opened, pack
from declint.settings import Settings

if TYPE_CHECKING:
    from declint.run.checked import Joined
    from declint.run.running import Task

_LENGTH = 16
_READ, _CHECKED, _JOINED = b"read", b"checked", b"joined"


class Origin(Struct, frozen=True):
    """What a result follows from: digests of the bytes, of the settings with their files, of the program."""

    content: bytes
    terms: bytes
    program: bytes

    @property
    def key(self) -> bytes:
        """What the result is found by."""
        return _digest(self.content, self.terms, self.program)


class Memory:
    """The results of earlier runs in a store. ``program`` stands for the rules and all that they use.

    What can't be known for certain is not remembered: a file that could not be read, a check that did not
    come to its end, terms that are not told by settings.
    """

    def __init__(self, store: Store, program: bytes) -> None:
        self._store = store
        self._program = program
        self._terms: dict[Settings, bytes] = {}

    def origin(self, data: bytes | OSError, terms: Terms, kind: bytes = _CHECKED) -> Origin | None:
        """What the result of a file follows from, None where that can't be told."""
        if isinstance(data, OSError) or terms.given is not None:
            return None
        if terms.settings not in self._terms:
            self._terms[terms.settings] = _terms_digest(terms.settings)
        content = hashlib.blake2b(data, digest_size=_LENGTH, person=kind).digest()
        return Origin(content, self._terms[terms.settings], self._program)

    def known(self, tasks: Sequence["Task"]) -> list[bytes | None]:
        """What each task gave before, packed; None where that is not known."""
        keys = [origin.key if (origin := self._of(task)) else None for task in tasks]
        found = self._store.find([key for key in keys if key])
        return [found.get(key) if key else None for key in keys]

    def knows(self, origin: Origin) -> bool:
        """Whether the result that follows from this is known."""
        return bool(self._store.find([origin.key]))

    def keep(self, news: Sequence[tuple["Task", Fresh]]) -> None:
        """Remember what tasks gave."""
        self._store.put(
            entry
            for task, checked in news
            if not opened(checked).crashes
            and (origin := self._of(task))
            and (entry := _entry(origin, checked, str(Path(task.path).absolute())))
        )

    def joined(self, files: Sequence[FileResult]) -> bytes | None:
        """What comparing these very files gave before, packed."""
        origin = self._of_all(files)
        return self._store.find([origin.key]).get(origin.key) if origin else None

    def keep_joined(self, files: Sequence[FileResult], joined: "Joined") -> None:
        """Remember what comparing files gave."""
        origin = self._of_all(files)
        if origin and not joined.crashes and (entry := _entry(origin, joined, "")):
            self._store.put([entry])

    def _of(self, task: "Task") -> Origin | None:
        return self.origin(task.data, task.terms, _CHECKED if task.is_checked else _READ)

    def _of_all(self, files: Sequence[FileResult]) -> Origin | None:
        digest = hashlib.blake2b(digest_size=_LENGTH, person=_JOINED)
        for file in files:
            if isinstance(file.data, OSError):
                digest.update(b"unreadable")
                continue
            origin = self.origin(file.data, file.terms)
            if origin is None:
                return None
            digest.update(_digest(origin.key, file.path.encode("utf-8", "surrogatepass")))
        return Origin(digest.digest(), b"", self._program)


def _entry(origin: Origin, result: "Fresh | Joined", path: str) -> Entry | None:
    packed = result if isinstance(result, bytes) else pack(result)
    shown = path.encode("utf-8", "replace").decode()
    if packed is None:
        return None
    return Entry(origin.key, packed, shown, origin.content, origin.terms, origin.program)


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
