"""What a run gives: files with what was found in them, and the report on all of them."""

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from msgspec import Struct, field

from declint.finding import Finding, Place, Related, Severity, Stretch
from declint.finding.suppression import Suppression
from declint.run.packing import Held, Sealed, data_of, opened, outlined
from declint.settings import Settings

if TYPE_CHECKING:
    from declint.declaration.origin import Origin
    from declint.declaration.reading import Reading
    from declint.declaration.source import Source
    from declint.declaration.tree import Node
    from declint.rules.card import Known
    from declint.rules.kit import AnyRule
    from declint.rules.selecting import Recall
    from declint.run.checked import Checked, Found, Outline
    from declint.run.keeping import Kept

_OPEN = 8
"""How many files are held read; what is looked at again later is read again from its bytes."""


class Terms(Struct, frozen=True, dict=True):
    """What a file is checked by: its settings, and the rules that run on it.

    ``given`` are those rules where it is not the settings that select them. ``recall`` is as in
    ``rules.selecting``. Whoever asks for ``rules`` or what is ``known`` of them meets
    UnknownRuleError and PluginError.
    """

    given: "tuple[AnyRule, ...] | None" = None
    settings: Settings = field(default_factory=Settings)
    recall: "Recall | None" = None

    @cached_property
    def rules(self) -> "tuple[AnyRule, ...]":
        """The rules that run, by code."""
        if self.given is not None:
            return self.given
        from declint.rules.registry import selected

        return selected(self.settings)

    @cached_property
    def known(self) -> "dict[str, Known]":
        """The rules that run, by code, as far as a report needs to know them."""
        if self.recall is None or self.given is not None:
            return {rule.code: rule for rule in self.rules}
        from declint.rules.selecting import chosen

        return {card.code: card for card in chosen(self.recall(self.settings), self.settings)}


class Result(Struct, frozen=True, gc=False):
    """A finding of a rule in a file. ``severity`` is the one in force.

    ``start`` and ``end`` are the offsets of the primary place in the file's text, ``line`` and ``column``
    count from 1. ``suppression`` is the comment that accepts it; such a result is none of
    ``Report.results``. The finding is the file's ``number``-th, or ``said`` where that is set.
    ``is_crash`` tells that it is about a rule which did not come to its end.
    """

    rule: "Known"
    severity: Severity
    file: "FileResult"
    start: int
    end: int
    line: int
    column: int
    number: int = 0
    suppression: Suppression | None = None
    said: Finding | None = None
    is_crash: bool = False

    @property
    def finding(self) -> Finding:
        """The finding."""
        return self.said or self.file.one_found(self.number).finding

    @property
    def span(self) -> tuple[int, int]:
        """Offsets of the primary place in the file's text."""
        return self.start, self.end

    @property
    def where(self) -> str:
        """``path:line:column``; of a document the path, for its cells are named in the message."""
        return self.file.where(self.line, self.column)

    @property
    def order(self) -> tuple[str, int, int, str]:
        """What results are sorted by: file, place, code."""
        return (self.file.path, self.start, self.end, self.rule.code)


class FileResult(Struct, eq=False):
    """One file and what the rules found in it.

    ``held`` are its bytes, ``sealed`` what checking it gave; both may be packed, so that a hundred thousand
    files find room. ``key`` stands for all that its result follows from, b"" where that can't be told.
    ``kept`` is what is kept of it for comparing, None where earlier runs have kept it. ``joined`` is what
    rules across declarations found in it, ``late`` say which rules did not come to their end after it was
    checked. ``origin`` leads back to the document where the declaration was read from one.
    """

    path: str
    held: "Held"
    terms: Terms
    sealed: "Sealed"
    key: bytes = b""
    kept: "Kept | None" = None
    joined: "tuple[Found, ...]" = ()
    late: "list[Found]" = field(default_factory=list)
    origin: "Origin | None" = None

    @property
    def data(self) -> bytes | OSError:
        """The bytes of the file, or the error that reading them ended in."""
        return data_of(self.held)

    @property
    def checked(self) -> "Checked":
        """What the rules on one file say of it."""
        return opened(self.sealed)

    @property
    def outline(self) -> "Outline":
        """As much of it as it takes to put it in order."""
        return outlined(self.sealed)

    @property
    def found(self) -> "tuple[Found, ...]":
        """Everything that was found in it, what only others speak of among it."""
        return (*self.checked.found, *self.joined)

    def one_found(self, number: int) -> "Found":
        """One of ``found``."""
        own = self.checked.found
        return own[number] if number < len(own) else self.joined[number - len(own)]

    @property
    def crashes(self) -> "tuple[Found, ...]":
        """Which rules did not come to their end."""
        return (*self.outline.crashes, *self.late)

    @property
    def reading(self) -> "Reading":
        """The file as it reads; not kept for long, so that many files need little memory."""
        return _reading(self)

    @property
    def tree(self) -> "Node | None":
        """The tree of the text, for places in it; None where there is none."""
        return _tree(self)

    @property
    def source(self) -> "Source":
        """The text of the file."""
        return _source(self)

    @property
    def name(self) -> str:
        """项目名称, or '' where there is none."""
        return self.checked.project or ""

    def span(self, place: Place | Stretch) -> tuple[int, int]:
        """Offsets of a place in the file's text."""
        from declint.declaration.locate import locate

        if isinstance(place, Stretch):
            return place.start, place.end
        return locate(place, self.source.text, self.tree)

    @property
    def shown_path(self) -> str:
        """The path of the file that the user knows: the document's, where the declaration is from one."""
        return self.origin.path if self.origin else self.path

    def where(self, line: int, column: int) -> str:
        """``path:line:column``; of a document the path, for its cells are named in the message."""
        return self.origin.path if self.origin else f"{self.path}:{line}:{column}"

    def excerpt(self, start: int, end: int) -> "tuple[Source, int, int]":
        """The text to show for a stretch, and the stretch within it: the file's, or the document's cell."""
        if self.origin:
            return self.origin.excerpt(self.source.text, start, end)
        return self.source, start, end

    def field(self, place: Place | Stretch) -> list[str]:
        """The keys on the way to a place, [] for the file as a whole."""
        from declint.declaration.locate import keys_of

        return keys_of(self.tree, place.path) if isinstance(place, Place) else []

    def ran(self, *, whole: bool) -> frozenset[str]:
        """The codes of the rules that could speak of this file.

        Rules across declarations could only where the ``whole`` of what belongs together was read.
        """
        from declint.rules.card import Kind

        outline = self.outline
        crashed = {each.code for each in (*outline.crashes, *self.late)} | outline.unrun
        return frozenset(
            rule.code
            for rule in self.terms.known.values()
            if rule.code not in crashed
            and (
                rule.kind is Kind.READING
                or (outline.project is not None and (whole or rule.kind is not Kind.CROSS))
            )
        )


def read(path: str, data: bytes | OSError, settings: Settings) -> "Reading":
    """A file as it reads under some settings."""
    if isinstance(data, OSError):
        from declint.declaration.reading import unreadable

        return unreadable(path, data)
    return _read(path, data, settings)


@lru_cache(maxsize=_OPEN)
def _read(path: str, data: bytes, settings: Settings) -> "Reading":
    from declint.declaration.reading import read_bytes
    from declint.language.lexicon import extended

    with extended(settings.words):
        return read_bytes(path, data, settings.limits, settings.edition, settings.year)


@lru_cache(maxsize=_OPEN)
def _reading(file: FileResult) -> "Reading":
    return read(file.path, file.data, file.terms.settings)


@lru_cache(maxsize=_OPEN)
def _source(file: FileResult) -> "Source":
    from declint.declaration.source import source_of

    data = file.data
    most = file.terms.settings.limits.file_bytes
    return source_of(file.path, b"" if isinstance(data, OSError) else data, most)


@lru_cache(maxsize=_OPEN)
def _tree(file: FileResult) -> "Node | None":
    from declint.declaration.tree import UnreadableError, read_tree

    try:
        return read_tree(file.source.text, file.terms.settings.limits)
    except UnreadableError:
        return None


class Report(Struct, dict=True, eq=False):
    """What a run found. ``crashed`` tells that a rule failed: exit code 4.

    ``suppressed`` are the findings that a comment accepts, ``baselined`` those that the baseline knows; both
    are none of ``results``. ``repaired`` counts what the baseline knows and is no more. ``siblings`` were
    read for the sake of the others only. ``whole`` tells that all that belongs together was read.
    ``unlisted`` are the findings that ``listed`` has left out.
    """

    files: list[FileResult]
    results: list[Result]
    crashed: bool
    suppressed: list[Result] = field(default_factory=list)
    baselined: list[Result] = field(default_factory=list)
    repaired: int = 0
    siblings: Sequence[FileResult] = ()
    whole: bool = True
    unlisted: list[Result] = field(default_factory=list)

    @property
    def files_read(self) -> int:
        """How many files the system handed out, whatever they hold."""
        return sum(not isinstance(file.held, OSError) for file in self.files)

    def count(self, severity: Severity) -> int:
        """How many findings of a severity, those that are not listed among them."""
        return sum(result.severity is severity for result in (*self.results, *self.unlisted))

    def related(self, result: Result) -> "Iterator[tuple[Related, FileResult, tuple[int, int]]]":
        """The related places of a finding: each with its file, which was read, and its offsets there."""
        spans = () if result.said else result.file.one_found(result.number).beside
        for each, span in zip_longest(result.finding.related, spans):
            file = self.file(each.path) if each.path else result.file
            if file:
                yield each, file, span or file.span(each.at)

    def file(self, path: str) -> FileResult | None:
        """The file of that path, if it was read."""
        return self._by_path.get(path)

    @cached_property
    def _by_path(self) -> dict[str, FileResult]:
        return {file.path: file for file in (*self.siblings, *self.files)}
