"""Asking every row of a declaration the same question."""

from typing import TypeVar

from declint.declaration.asking import Asked, Memory, Question, answers
from declint.declaration.model import Declaration, Indicator

T = TypeVar("T")
_memory = Memory()


def rows_with(declaration: Declaration, question: Question[Indicator, T]) -> list[tuple[Indicator, T]]:
    """The rows for which ``question`` has an answer, with the answer.

    It may look at nothing of a row but its name, target and category.
    """
    return answers(declaration.indicators, declaration.once(_asked), question)


def _asked(declaration: Declaration) -> Asked:
    return _memory.of(_said(indicator) for indicator in declaration.indicators)


def _said(indicator: Indicator) -> tuple[str, ...] | None:
    """All that a row says; None for one with columns of its own."""
    if indicator.columns:
        return None
    category = indicator.category
    return indicator.name, indicator.target.raw, category.level1, category.level2
