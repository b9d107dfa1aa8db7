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

    def of(self, said: Iterable[Hashable | None], passes: Callable[[int], int] | None = None) -> "Asked":
        """The records of subjects by what they say; one that says None has one of its own.

        ``passes`` tells of the subject of that number, where it is new, which questions are none for it.
        """
        if len(self) > _MOST:
            self.clear()
        records, passed = [], -1
        for number, key in enumerate(said):
            record = self.get(key)
            if record is None:
                record = Record(passes(number) if passes else 0)
                if key is not None:
                    self[key] = record
            passed &= record.passed
            records.append(record)
        return Asked(tuple(records), passed)


class Asked(Struct, gc=False):
    """Records in the order of the subjects, and what all of them have passed."""

    records: tuple[Record, ...]
    passed: int


_bits: dict[Callable[[Any], object], int] = {}


def bit_of(question: Question[Subject, T]) -> int:
    """The bit by which records know a question."""
    return _bits.get(question) or _bits.setdefault(question, 1 << len(_bits))


def answers(
    subjects: tuple[Subject, ...], asked: Asked, question: Question[Subject, T]
) -> list[tuple[Subject, T]]:
    """The subjects that have an answer, with the answer.

    ``question`` is a function of a module, and looks at nothing but what its subject says.
    """
    bit = _bits.get(question) or bit_of(question)
    if asked.passed & bit:
        return []
    found = []
    for subject, record in zip(subjects, asked.records, strict=True):
        if not record.passed & bit:
            if answer := question(subject):
                found.append((subject, answer))
            else:
                record.passed |= bit
    return found
