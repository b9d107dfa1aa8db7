"""What earlier runs gave, known by what it follows from: the bytes, the settings, the rules."""

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec import DecodeError, Struct, msgpack
from msgspec.json import encode
from msgspec.structs import replace

from declint.cache import BODY, HEAD, Entry, Store
from declint.digests import blake2b
from declint.run.outcome import FileResult, Terms
from declint.run.packing import Fresh, joined_in, outlined, pack, pack_cards, unpack_cards
from declint.run.recent import KEY, MARK, Past, Recent
from declint.settings import Settings

if TYPE_CHECKING:
    from declint.rules.card import Card
    from declint.run.comparing import Said
    from declint.run.running import Task

_LENGTH = KEY
_CHECKED, _READ, _PLACE, _CARDS = b"checked", b"read", b"place", b"cards"


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
        self._cards: dict[bytes, Sequence[Card]] = {}

    def origin(self, data: bytes | OSError, terms: Terms) -> Origin | None:
        """What the result of a file follows from, None where that can't be told."""
        if isinstance(data, OSError) or terms.given is not None:
            return None
        content = blake2b(data, digest_size=_LENGTH, person=_CHECKED).digest()
        return Origin(content, self._terms_of(terms.settings), self._program)

    def _terms_of(self, settings: Settings) -> bytes:
        if settings not in self._terms:
            self._terms[settings] = _terms_digest(settings)
        return self._terms[settings]

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
            if not outlined(fresh.sealed).crashes
            and (origin := self.origin(task.data, task.terms))
            and (entry := _entry_of(task, origin, fresh))
        )

    def cards(self, settings: Settings) -> "Sequence[Card]":
        """The cards of all rules that there are, own rules of the settings among them. Raises PluginError."""
        key = _digest(_CARDS, self._program, *_own_rules(settings))
        if key not in self._cards:
            self._cards[key] = self._cards_by(key, settings)
        return self._cards[key]

    def _cards_by(self, key: bytes, settings: Settings) -> "Sequence[Card]":
        packed = self._store.find([key]).get(key)
        cards = unpack_cards(packed) if packed else None
        if cards is None:
            from declint.rules.card import card_of
            from declint.rules.registry import every_rule

            cards = tuple(card_of(rule) for rule in every_rule(settings.own_rules))
            self._store.put([Entry(key, pack_cards(cards), "", b"", b"", self._program)])
        return cards

    def heads(self, files: Sequence[FileResult]) -> list[bytes | None]:
        """The heads of files, packed, as far as they are known."""
        return self.heads_of([file.key for file in files])

    def heads_of(self, keys: Sequence[bytes]) -> list[bytes | None]:
        """The heads of files by their keys, packed, as far as they are known."""
        return self._beside(keys, HEAD)

    def bodies(self, files: Sequence[FileResult]) -> list[bytes | None]:
        """The bodies of files, packed, as far as they are known."""
        return self._beside([file.key for file in files], BODY)

    def _beside(self, keys: Sequence[bytes], piece: str) -> list[bytes | None]:
        found = self._store.find([key for key in keys if key], piece)
        lacking = {_digest(key, _READ): key for key in keys if key and key not in found}
        found |= {lacking[key]: value for key, value in self._store.find(list(lacking), piece).items()}
        return [found.get(key) for key in keys]

    def past(self, files: Sequence[FileResult]) -> Past | None:
        """What is known of comparing these files; None where one of them is not known by what it says."""
        marks = []
        for file in files:
            key = bytes(KEY) if isinstance(file.held, OSError) else file.key
            if not key:
                return None
            path = file.path.encode("utf-8", "surrogatepass")
            marks.append(key + blake2b(path, digest_size=MARK - KEY).digest())
        return Past(self._recent(files), marks)

    def joined(self, past: Past) -> "list[Said] | None":
        """What comparing gave before where nothing has changed: what some of the files say of each other."""
        if not past.holds:
            return None
        known = self.said([mark for mark, _ in past.recent.spoken])
        said: list[Said] = []
        for mark, members in past.recent.spoken:
            joined = joined_in(known.get(mark))
            if joined is None:
                return None
            said.append((members, joined))
        return said

    def said(self, groups: Sequence[bytes]) -> dict[bytes, bytes]:
        """What the members of groups say of each other, packed, by the marks of the groups."""
        return self._store.find(groups)

    def keep_said(self, news: "Mapping[bytes, bytes]") -> None:
        """Remember what the members of groups say of each other."""
        self._store.put(Entry(mark, packed, "", b"", b"", self._program) for mark, packed in news.items())

    def _recent(self, files: Sequence[FileResult]) -> Recent:
        place = self._place(files)
        packed = self._store.find([place]).get(place)
        try:
            return msgpack.decode(packed, type=Recent) if packed else Recent()
        except DecodeError:
            return Recent()

    def keep_recent(self, files: Sequence[FileResult], recent: Recent) -> None:
        """Remember what was compared."""
        self._store.put([Entry(self._place(files), msgpack.encode(recent), "", b"", b"", self._program)])

    def _place(self, files: Sequence[FileResult]) -> bytes:
        """What stands for the folder that holds these files, and their terms."""
        paths = [file.path for file in files]
        try:
            folder = Path(os.path.commonpath([min(paths), max(paths)])).absolute()
        except ValueError:
            folder = Path().absolute()
        terms = {id(file.terms): file.terms for file in files}.values()
        digests = sorted({self._terms_of(each.settings) for each in terms})
        return _digest(_PLACE, self._program, str(folder).encode("utf-8", "surrogatepass"), *digests)


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
    return Entry(key, packed, shown, *parts, kept.fetched_head(), kept.body)


def _terms_digest(settings: Settings) -> bytes:
    """A digest of what of the settings bears on findings, the contents of own rules among it."""
    bearing = replace(settings, language="", fail_on="", baseline="", severity=())
    return _digest(encode(bearing), *_own_rules(settings))


def _own_rules(settings: Settings) -> Iterator[bytes]:
    """The contents of the files of own rules, or why they can't be read; a pipe is not waited for."""
    for path in settings.own_rules:
        try:
            yield Path(path).read_bytes() if Path(path).is_file() else b""
        except OSError as error:
            yield str(error.errno).encode()


def _digest(*parts: bytes) -> bytes:
    digest = blake2b(digest_size=_LENGTH)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()
