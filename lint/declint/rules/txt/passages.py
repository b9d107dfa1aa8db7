"""The texts of a declaration whose wording is read, and how to point into them."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from enum import Enum
from itertools import accumulate

from msgspec import Struct

from declint.declaration.model import Declaration, Field, Indicator
from declint.finding import Place
from declint.pattern import pattern

_BETWEEN = "\n\0\n"
"""What stands between two passages where they are read as one text: no word or title reaches over it."""
_CHINESE = pattern(r"[\u3400-\u9fff]")


class Source(Enum):
    """Where a text stands."""

    GOALS = "goals"
    NAME = "name"
    TARGET = "target"
    PROJECT = "project"


class Passage(Struct, frozen=True):
    """One text as it is written, and the field or row that it stands in."""

    source: Source
    text: str
    stands_in: Field | Indicator

    @property
    def place(self) -> Place:
        """The place of the whole text."""
        return self.stands_in.key if self.source is Source.NAME else self.stands_in.value

    def at(self, start: int, end: int) -> Place:
        """The stretch from ``start`` to ``end`` (characters of the text, from 0)."""
        return self.place.within(start, end)

    def around(self, start: int, end: int) -> str:
        """A stretch with a few characters of its line on both sides, for a message."""
        return _around(self.text, start, end)


class Wording(Struct, frozen=True):
    """All passages of a declaration, and their texts as one; ``starts`` tells where each begins in that.

    A rule that looks at lines or words reads the one text, since to search it is much quicker than each.
    """

    passages: tuple[Passage, ...]
    text: str
    starts: tuple[int, ...]

    def at(self, start: int, end: int) -> Place:
        """A stretch of the whole (characters from 0) in the passage in which it begins."""
        number = self._number(start)
        before = self.starts[number]
        return self.passages[number].at(start - before, end - before)

    def around(self, start: int, end: int) -> str:
        """A stretch of the whole with a few characters of its line on both sides, for a message."""
        return _around(self.text, start, end)

    def behind(self, end: int, most: int) -> str:
        """What follows a stretch in its passage, at most so many characters."""
        last = self.starts[self._number(end) + 1] - len(_BETWEEN)
        return self.text[end : min(end + most, last)]

    def having(self, *marks: re.Pattern[str]) -> list[Passage]:
        """The passages in which any of these marks stands: most slips have one that most texts have not."""
        numbers = {number for mark in marks for number in self._marked(mark)}
        return [self.passages[number] for number in sorted(numbers)]

    def _marked(self, mark: re.Pattern[str]) -> Iterator[int]:
        at = 0
        while found := mark.search(self.text, at):
            number = self._number(found.start())
            yield number
            at = self.starts[number + 1]

    def _number(self, at: int) -> int:
        return bisect_right(self.starts, at) - 1


def wording(declaration: Declaration) -> Wording:
    """The wording of a declaration; every rule of the family reads it."""
    return declaration.once(_wording)


def _wording(declaration: Declaration) -> Wording:
    passages = tuple(_passages(declaration))
    texts = [passage.text + _BETWEEN for passage in passages]
    return Wording(passages, "".join(texts), tuple(accumulate(map(len, texts), initial=0)))


def _passages(declaration: Declaration) -> Iterator[Passage]:
    """The project's name, both goals, every indicator's name and every descriptive target."""
    project = declaration.field("项目名称")
    if project and project.text.strip():
        yield Passage(Source.PROJECT, project.text, project)
    for field in declaration.goals:
        yield Passage(Source.GOALS, field.text, field)
    for indicator in declaration.indicators:
        yield Passage(Source.NAME, indicator.name, indicator)
        if indicator.target.is_text:
            yield Passage(Source.TARGET, indicator.target.raw, indicator)


def _around(text: str, start: int, end: int, width: int = 6) -> str:
    before = text[max(start - width, 0) : start].rpartition("\n")[2]
    after = text[end : end + width].partition("\n")[0]
    return (before + text[start:end] + after).strip()


def is_chinese(character: str) -> bool:
    """Whether a character is a Chinese one; '' is none."""
    return _CHINESE.match(character) is not None
