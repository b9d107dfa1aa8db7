"""A finding: one mistake, one primary place, its evidence, and how to repair it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct, field

from declint.finding.place import Path, Place, Stretch

Argument = str | int | tuple[str, ...]
"""A value that a message shows and that, with the code, is the finding's identity."""


class Severity(StrEnum):
    """How bad it is, by default: wrong, questionable, worth a look."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Severity).index(self)


class Safety(StrEnum):
    """Whether a fix keeps the meaning for certain."""

    SAFE = "safe"
    UNSAFE = "unsafe"


class Words(NamedTuple):
    """A sentence in Chinese and English; ``{name}`` stands for the argument of that name."""

    zh: str
    en: str

    def say(self, language: str, arguments: Mapping[str, Argument]) -> str:
        """The sentence in ``language`` (``zh`` or ``en``) with its arguments filled in."""
        sentence = self.en if language == "en" else self.zh
        if tuple not in map(type, arguments.values()):
            return sentence.format_map(arguments)
        shown = {
            key: "、".join(value) if isinstance(value, tuple) else value for key, value in arguments.items()
        }
        return sentence.format_map(shown)


class Related(Struct, frozen=True, array_like=True, gc=False):
    """Another place that is part of the evidence; ``path`` names another file, None means the same."""

    at: Place | Stretch
    words: Words
    path: str | None = None


class Writing(StrEnum):
    """How the text of an edit gets into the file.

    ``VALUE``: the key or value shall read so; it is quoted and escaped as its place needs. ``QUOTED``: so,
    and in quotes even where it could do without, as a number that is text. ``RAW``: these very characters.
    """

    VALUE = "value"
    QUOTED = "quoted"
    RAW = "raw"


class Edit(Struct, frozen=True, array_like=True, tag="edit", gc=False):
    """Put ``text`` in the place of what stands at ``at``; a stretch of the file is always ``RAW``."""

    at: Place | Stretch
    text: str
    writing: Writing = Writing.VALUE


class Move(Struct, frozen=True, array_like=True, tag="move", gc=False):
    """Carry a whole row (an indicator with its target) to another category."""

    row: Path
    level1: str
    level2: str


class Drop(Struct, frozen=True, array_like=True, tag="drop", gc=False):
    """Take out an entry that another one says already."""

    entry: Path


class Reencode(Struct, frozen=True, array_like=True, tag="reencode"):
    """Write the file in UTF-8 without a mark; its characters stay as they are."""


class Fix(Struct, frozen=True, array_like=True, gc=False):
    """A repair that a program can make."""

    title: Words
    safety: Safety
    edits: tuple[Edit | Move | Drop | Reencode, ...]


class Finding(Struct, frozen=True, array_like=True, gc=False):
    """What a rule says. ``message`` states the mistake with its evidence, ``advice`` how to repair it.

    ``severity`` is set where this finding is milder than its rule's others.
    """

    at: Place | Stretch
    message: Words
    advice: Words
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    related: tuple[Related, ...] = ()
    fixes: tuple[Fix, ...] = ()
    severity: Severity | None = None
