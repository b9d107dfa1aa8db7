"""Asking every row of a declaration the same question."""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from msgspec import Struct

from declint.declaration.asking import Asked, Memory, Question, answers, bit_of
from declint.declaration.edition import Kind
from declint.declaration.model import Declaration, Indicator
from declint.declaration.target import TargetKind
from declint.language.quantity import Operator
from declint.language.units import is_percent

T = TypeVar("T")


class Sort(Struct, frozen=True, gc=False):
    """What a row is at first sight; thousands of rows are of one sort, and few questions concern it."""

    kind: Kind | None
    target: TargetKind
    operator: Operator
    unit: str
    is_zero: bool
    """Whether the target is the number 0."""
    measure: str
    """The measure that the name states, '' where it states none."""

    @property
    def is_number(self) -> bool:
        """Whether the target is a number."""
        return self.target is TargetKind.NUMBER

    @property
    def is_text(self) -> bool:
        """Whether the target is descriptive text."""
        return self.target is TargetKind.TEXT

    @property
    def is_percentage(self) -> bool:
        """Whether the target is a number in per cent."""
        return self.is_number and is_percent(self.unit)


Concern = Callable[[Sort], bool]
_concerns: dict[Question[Indicator, object], Concern] = {}
_memory = Memory()


@lru_cache(maxsize=2_000)
def _passed(sort: Sort) -> int:
    """The questions that are none for a sort of row."""
    return sum(bit_of(question) for question, concerns in _concerns.items() if not concerns(sort))


def any_sort(_sort: Sort) -> bool:
    """Whatever the row is like."""
    return True


def numbers(sort: Sort) -> bool:
    """Whose target is a number."""
    return sort.is_number


def texts(sort: Sort) -> bool:
    """Whose target is descriptive text."""
    return sort.is_text


def about(concerns: Concern) -> Callable[[Question[Indicator, T]], Question[Indicator, T]]:
    """Declare a question about rows of some sorts only: others are not asked.

    It stands at a function of a module, before any declaration is asked.
    """

    def declare(question: "Question[Indicator, T]") -> "Question[Indicator, T]":
        _concerns[question] = concerns
        _memory.cache_clear()
        _passed.cache_clear()
        return question

    return declare


def rows_with(declaration: Declaration, question: Question[Indicator, T]) -> list[tuple[Indicator, T]]:
    """The rows for which ``question`` has an answer, with the answer.

    It may look at nothing of a row but its name, target and category.
    """
    return answers(declaration.indicators, declaration.once(_asked), question)


def _asked(declaration: Declaration) -> Asked:
    rows = declaration.indicators
    return _memory.of(map(_said, rows), lambda number: _passed(_sort(rows[number])))


def _said(indicator: Indicator) -> tuple[str, ...] | None:
    """All that a row says; None for one with columns of its own."""
    if indicator.columns:
        return None
    category = indicator.category
    return indicator.name, indicator.target.raw, category.level1, category.level2


def _sort(indicator: Indicator) -> Sort:
    target, measure = indicator.target, indicator.measure
    return Sort(
        indicator.category.kind,
        target.kind,
        target.operator,
        target.unit,
        target.number == 0,
        measure.name if measure else "",
    )
