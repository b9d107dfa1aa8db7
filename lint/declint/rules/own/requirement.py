"""What a requirement is: a test of rows or fields, with the words for its breach."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import ClassVar, Protocol

from msgspec import Struct, field

from declint.declaration.model import Indicator
from declint.finding import Argument, Place, Related, Words
from declint.rules.own.fields import Form, Passage
from declint.rules.own.selection import Selection

ROW = ("指标", "指标值")
FIELD = ("栏目", "内容")
COMMON = ("项目", "要求", "requirement")
"""Placeholders: of every finding about a row, about a field, about anything."""

AT_LEAST, AT_MOST = Words("不低于", "at least"), Words("不高于", "at most")


class Breach(Struct, frozen=True):
    """Where a requirement is not met, and what its message shows."""

    at: Place
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    related: tuple[Related, ...] = ()


class Requirement(Protocol):
    """One requirement on one declaration."""

    placeholders: ClassVar[tuple[str, ...]]
    message: ClassVar[Words]
    advice: ClassVar[Words]

    @property
    def shown(self) -> Words:
        """The requirement in a few words, for {要求} and {requirement}."""
        ...

    def breaches(self, form: Form, rows: tuple[Indicator, ...], selection: Selection, /) -> Iterator[Breach]:
        """Each place where it is not met."""
        ...


def of_row(indicator: Indicator, **more: Argument) -> dict[str, Argument]:
    """The arguments of a finding about a row."""
    return {"指标": indicator.name, "指标值": indicator.target.shown, **more}


def of_passage(passage: Passage, **more: Argument) -> dict[str, Argument]:
    """The arguments of a finding about a text, of whatever it belongs to."""
    label = passage.label if passage.indicator is None else f"{passage.indicator.name} · {passage.label}"
    return {"栏目": label, "内容": shortened(passage.text), **more}


def shortened(text: str) -> str:
    """A text as one line of at most 60 characters."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:59] + "…"


class Limits(Struct, frozen=True):
    """A lowest and a highest number, both allowed themselves; None means no limit."""

    lowest: Decimal | None = None
    highest: Decimal | None = None

    def allow(self, *numbers: Decimal) -> bool:
        """Whether all numbers lie within."""
        return all(
            (self.lowest is None or number >= self.lowest)
            and (self.highest is None or number <= self.highest)
            for number in numbers
        )

    def shown(self, unit: str = "", lowest: Words = AT_LEAST, highest: Words = AT_MOST) -> Words:
        """不低于 90、不高于 100."""
        parts = ((lowest, self.lowest), (highest, self.highest))
        return Words(
            "、".join(
                f"{words.zh} {number:f} {unit}".strip() for words, number in parts if number is not None
            ),
            ", ".join(
                f"{words.en} {number:f} {unit}".strip() for words, number in parts if number is not None
            ),
        )
