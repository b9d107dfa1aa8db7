"""Suppressions: comments in a file that accept a finding, with the reason why.

``# declint: ignore[TGT001] 理由：上级统一口径 至 2026-06-30 审批：市财政局``
"""

import datetime
import re
from typing import NamedTuple

from msgspec import Struct

from declint.pattern import pattern

_DIRECTIVE = pattern(r"#\s*declint\s*[:：]\s*(?P<verb>[^\s\[［【]*)", re.IGNORECASE)
_WORDS = pattern(r"\s*[\[［【](?P<words>[^\]］】]*)[\]］】]")
_SEPARATED = pattern(r"[^\s,，、;；]+")
_MARK = pattern(
    r"(?:^|(?<=[\s,，;；。\]］】]))"
    r"(?:(?P<reason>理由|原因|reason)\s*[:：]"
    r"|(?P<approval>审批|批准|approved[ -]by|approval)\s*[:：]"
    r"|(?P<until>有效期至|至|until)\s*[:：]?\s*(?=[0-9０-９]))\s*",
    re.IGNORECASE,
)
_DATE = pattern(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?")
_DATE_TEXT = pattern(r"[0-9０-９][0-9０-９\-/.年月日]*")
_HALF = {ord("０") + digit: str(digit) for digit in range(10)}
_TRIMMED = " \t\u3000,，;；。"


class Word(NamedTuple):
    """A code, name or prefix in a suppression; offsets in the text of the file."""

    text: str
    start: int
    end: int


class Unknown(NamedTuple):
    """A word that names no rule, and the code or name that is most like it ('' where none is)."""

    word: Word
    meant: str


class Suppression(Struct, frozen=True, array_like=True):
    """One comment that suppresses; offsets in the text of the file.

    ``words`` is empty where the comment can't be understood. ``until`` is the last day on which it holds,
    None where it holds for ever; ``until_text`` is the date as it is written, which may be no day at all.
    """

    start: int
    end: int
    words: tuple[Word, ...]
    reason: str
    approval: str = ""
    until: datetime.date | None = None
    until_text: str = ""

    @property
    def is_dated_wrongly(self) -> bool:
        """Whether the date is no day of the calendar."""
        return bool(self.until_text) and self.until is None

    def has_expired(self, today: datetime.date) -> bool:
        """Whether its last day is over."""
        return self.until is not None and self.until < today

    def holds(self, today: datetime.date) -> bool:
        """Whether it suppresses anything: it gives a reason and its time is not over."""
        return bool(self.reason) and not self.is_dated_wrongly and not self.has_expired(today)


class Covered(NamedTuple):
    """A suppression and the lines (from 1) that it speaks of."""

    suppression: Suppression
    lines: frozenset[int]


class Judged(Struct, frozen=True):
    """A suppression after the run.

    ``unused`` are the words that met no finding although the rules they name ran, ``unheeded`` those that
    name only rules which no comment suppresses; ``expired`` tells that its time is over.
    """

    suppression: Suppression
    unknown: tuple[Unknown, ...] = ()
    unused: tuple[Word, ...] = ()
    unheeded: tuple[Word, ...] = ()
    expired: bool = False


def read_suppression(comment: str, offset: int) -> Suppression | None:
    """The suppression in a comment that starts at ``offset``; None where the comment says something else."""
    directive = _DIRECTIVE.search(comment)
    if not directive:
        return None
    words: tuple[Word, ...] = ()
    rest = comment[directive.end() :]
    at = directive.end()
    if directive["verb"].lower() in ("ignore", "忽略") and (listed := _WORDS.match(rest)):
        start = offset + at + listed.start("words")
        words = tuple(
            Word(match[0], start + match.start(), start + match.end())
            for match in _SEPARATED.finditer(listed["words"])
        )
        rest = rest[listed.end() :]
    parts = _parts(rest)
    date = _DATE_TEXT.match(parts.get("until", ""))
    return Suppression(
        offset + directive.start(),
        offset + len(comment.rstrip()),
        words,
        parts.get("reason", ""),
        parts.get("approval", ""),
        _day(date[0]) if date else None,
        date[0] if date else "",
    )


def _parts(text: str) -> dict[str, str]:
    """The texts behind 理由, 审批 and 至; the first of each counts."""
    marks = list(_MARK.finditer(text))
    ends = [*(mark.start() for mark in marks), len(text)][1:]
    parts: dict[str, str] = {}
    for mark, end in zip(marks, ends, strict=True):
        if mark.lastgroup:
            parts.setdefault(mark.lastgroup, text[mark.end() : end].strip(_TRIMMED))
    return parts


def _day(text: str) -> datetime.date | None:
    match = _DATE.fullmatch(text.translate(_HALF))
    try:
        return datetime.date(*(int(part) for part in match.groups())) if match else None
    except ValueError:
        return None
