"""Asking many things the same questions, and none that was passed before.

The same names, targets and rows come again in thousands of declarations. What said the very same before, and
had nothing to answer then, is not asked again: it is remembered, with one bit for each question.
"""

from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar

from msgspec import Struct

Subject = TypeVar("Subject")
T = TypeVar("T")
Question = Callable[[Subject], T | None]
_MOST = 5_000


class Record(Struct, gc=False):
    """What is remembered of something that was asked: the questions that it has passed."""

    passed: int = 0


class Memory(dict[Hashable, Record]):
    """Records by what a subject says; ``cache_clear`` forgets them when other words come in force."""

    def cache_clear(self) -> None:
        """Forget all."""
        self.clear()

    def of(self, said: Iterable[Hashable | None]) -> "Asked":
        """The records of these subjects; one that says None is asked every time."""
        if len(self) > _MOST:
            self.clear()
        records, unknown, passed = [], [], -1
        for number, key in enumerate(said):
            if key is None:
                record = Record()
                unknown.append(number)
            else:
                record = self.get(key) or self.setdefault(key, Record())
                passed &= record.passed
            records.append(record)
        return Asked(tuple(records), tuple(unknown), passed)


class Asked(Struct, gc=False):
    """Records in the order of the subjects, which of them are new each time, what all others have passed."""

    records: tuple[Record, ...]
    unknown: tuple[int, ...]
    passed: int


_bits: dict[Callable[[Any], object], int] = {}


def answers(
    subjects: tuple[Subject, ...], asked: Asked, question: Question[Subject, T]
) -> list[tuple[Subject, T]]:
    """The subjects that have an answer, with the answer.

    ``question`` is a function of a module, and looks at nothing but what its subject says.
    """
    bit = _bits.get(question) or _bits.setdefault(question, 1 << len(_bits))
    found = []
    for number in asked.unknown if asked.passed & bit else range(len(subjects)):
        record = asked.records[number]
        if not record.passed & bit:
            if answer := question(subjects[number]):
                found.append((subjects[number], answer))
            else:
                record.passed |= bit
    return found
