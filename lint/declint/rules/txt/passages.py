"""The texts of a declaration whose wording is read, and how to point into them."""

from collections.abc import Iterator
from enum import Enum
from functools import cached_property
from typing import TypeVar

from msgspec import Struct

from declint.declaration.asking import Asked, Memory, Question, answers
from declint.declaration.model import Declaration
from declint.finding import Place
from declint.pattern import pattern

T = TypeVar("T")
_memory = Memory()
_SHORT = 60
"""How long a passage is at most that may well come again."""
_CHINESE = pattern(r"[\u3400-\u9fff]")


class Source(Enum):
    """Where a text stands."""

    GOALS = "goals"
    NAME = "name"
    TARGET = "target"
    PROJECT = "project"


class Passage(Struct, frozen=True, dict=True):
    """One text as it is written, and its place."""

    source: Source
    text: str
    place: Place

    @cached_property
    def characters(self) -> frozenset[str]:
        """The characters that the text has; most slips have one that most texts have not."""
        return frozenset(self.text)

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


def passages_with(declaration: Declaration, question: Question[Passage, T]) -> list[tuple[Passage, T]]:
    """The passages for which ``question`` has an answer, with the answer.

    It may look at nothing of a passage but its text and where that stands.
    """
    return answers(passages(declaration), declaration.once(_asked), question)


def _asked(declaration: Declaration) -> Asked:
    return _memory.of(
        (each.source, each.text) if len(each.text) <= _SHORT else None for each in passages(declaration)
    )


def is_chinese(character: str) -> bool:
    """Whether a character is a Chinese one; '' is none."""
    return _CHINESE.match(character) is not None
