"""The texts of a declaration whose wording is read, and how to point into them."""

import re
from collections.abc import Iterator
from enum import Enum

from msgspec import Struct

from declint.declaration.model import Declaration
from declint.finding import Place

_CHINESE = re.compile(r"[\u3400-\u9fff]")


class Source(Enum):
    """Where a text stands."""

    GOALS = "goals"
    NAME = "name"
    TARGET = "target"
    PROJECT = "project"


class Passage(Struct, frozen=True):
    """One text as it is written, and its place."""

    source: Source
    text: str
    place: Place

    def at(self, start: int, end: int) -> Place:
        """The stretch from ``start`` to ``end`` (characters of the text, from 0)."""
        return self.place.within(start, end)

    def around(self, start: int, end: int, width: int = 6) -> str:
        """A stretch with a few characters of its line on both sides, for a message."""
        before = self.text[max(start - width, 0) : start].rpartition("\n")[2]
        after = self.text[end : end + width].partition("\n")[0]
        return (before + self.text[start:end] + after).strip()


def passages(declaration: Declaration) -> tuple[Passage, ...]:
    """The project's name, both goals, every indicator's name and every descriptive target."""
    return declaration.once(_passages)


def _passages(declaration: Declaration) -> tuple[Passage, ...]:
    return tuple(_each_passage(declaration))


def _each_passage(declaration: Declaration) -> Iterator[Passage]:
    project = declaration.field("项目名称")
    if project and project.text.strip():
        yield Passage(Source.PROJECT, project.text, project.value)
    for field in declaration.goals:
        yield Passage(Source.GOALS, field.text, field.value)
    for indicator in declaration.indicators:
        yield Passage(Source.NAME, indicator.name, indicator.key)
        if indicator.target.is_text:
            yield Passage(Source.TARGET, indicator.target.raw, indicator.value)


def is_chinese(character: str) -> bool:
    """Whether a character is a Chinese one; '' is none."""
    return _CHINESE.match(character) is not None
