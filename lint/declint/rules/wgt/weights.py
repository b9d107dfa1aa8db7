"""The weights of a form: what each row carries, and in which way they should add up."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from declint.declaration.facts import Facts
from declint.declaration.model import Indicator
from declint.finding import Path
from declint.language.width import half
from declint.pattern import pattern

COLUMN = "权重"
FULL = Decimal(100)
_WEIGHT = pattern(r"\s*(-?\d{1,4}(?:\.\d{1,6})?)\s*(?:分|%|百分比)?\s*")


def weight_of(indicator: Indicator) -> Decimal | None:
    """The weight of a row (``10``, ``10分``, ``10%``), or None where it has none that can be read."""
    column = indicator.columns.get(COLUMN)
    match = _WEIGHT.fullmatch(half(column.text)) if column else None
    return Decimal(match[1]) if match else None


class Weights(Struct, frozen=True):
    """The weights of one declaration: each row's, and the rows that have none."""

    rows: tuple[tuple[Indicator, Decimal], ...]
    missing: tuple[Indicator, ...]
    unreadable: bool

    @property
    def total(self) -> Decimal:
        """The sum of all weights."""
        return sum((weight for _, weight in self.rows), Decimal(0))

    def by_level(self, depth: int) -> dict[Path, Decimal]:
        """The sum under each level-1 (depth 2) or level-2 (depth 3) entry, in the order of the form."""
        sums: dict[Path, Decimal] = {}
        for indicator, weight in self.rows:
            path = indicator.path[:depth]
            sums[path] = sums.get(path, Decimal(0)) + weight
        return sums

    def adds_up(self, totals: Sequence[int]) -> bool:
        """Whether the whole, or every level by itself, adds up; fractions (0.05) count as per cent."""
        accepted = {Decimal(total) for total in totals} | {Decimal(total) / FULL for total in totals}
        return self.total in accepted or any(
            all(value in (FULL, Decimal(1)) for value in self.by_level(depth).values()) for depth in (2, 3)
        )

    def odd_level(self) -> tuple[Path, Decimal] | None:
        """The one level that does not make 100 where at least two others do, each by itself."""
        for depth in (2, 3):
            sums = self.by_level(depth)
            odd = [(path, value) for path, value in sums.items() if value != FULL]
            if len(odd) == 1 and len(sums) >= 3:
                return odd[0]
        return None


def weights_of(facts: Facts) -> Weights | None:
    """The weights of a declaration, or None where most of its rows carry none."""
    if COLUMN not in facts.rows.columns:
        return None
    rows = [(indicator, weight_of(indicator)) for indicator in facts.indicators]
    weighed = tuple((indicator, weight) for indicator, weight in rows if weight is not None)
    if not weighed or len(weighed) * 2 <= len(rows):
        return None
    without = [indicator for indicator, weight in rows if weight is None]
    written = [indicator for indicator in without if _text(indicator)]
    missing = tuple(indicator for indicator in without if not _text(indicator))
    return Weights(weighed, missing, bool(written))


def _text(indicator: Indicator) -> str:
    column = indicator.columns.get(COLUMN)
    return column.text.strip() if column else ""
