"""The rows of one unit's declarations that are the same indicator, and what their units are worth."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from declint.declaration.facts import Facts
from declint.declaration.model import Indicator
from declint.declaration.recurring import recurring
from declint.language import measures
from declint.language.names import sameness
from declint.language.per_unit import due_unit, per_what
from declint.language.units import canonical, denominator, plain, scale_free_class, unit_class, wellformed

_ACROSS = frozenset(
    {
        measures.PERSONS,
        measures.ATTENDANCES,
        measures.OCCASIONS,
        measures.DAYS,
        measures.LESSONS,
        measures.AREA,
        measures.LENGTH,
        measures.BODIES,
        measures.CAPPED_RATE,
    }
)
"""Measures that have one unit wherever they stand; a 数量 of two projects may well be of two things."""
_EITHER_WAY = frozenset(
    {
        measures.SATISFACTION,
        measures.PUNCTUALITY,
        measures.POINT_IN_TIME,
        measures.GROWTH,
        measures.DECREASE,
        measures.SUM_OF_MONEY,
    }
)
"""Measures that may be given in per cent or otherwise."""


class Row(Struct, frozen=True):
    """An indicator of a declaration; ``due`` is its unit with the denominator that its name asks for."""

    facts: Facts
    indicator: Indicator
    due: str


def same_indicators(group: Sequence[Facts]) -> Iterator[list[Row]]:
    """The rows with a number and a known unit, grouped by what they indicate; groups of one are left out."""
    found: dict[tuple[str, ...], list[Row]] = {}
    for facts, indicator in recurring(group):
        unit = indicator.target.unit
        if not (indicator.target.is_number and unit and unit_class(unit)):
            continue
        row = Row(facts, indicator, due_unit(indicator.name, unit) or wellformed(unit) or unit)
        found.setdefault(_key(row), []).append(row)
    yield from (rows for rows in found.values() if len(rows) > 1)


def _key(row: Row) -> tuple[str, ...]:
    """What must be equal for two rows to be one indicator; a row's own place where names do not suffice."""
    indicator, measure = row.indicator, row.indicator.measure
    name = sameness(indicator.bare)
    if measure and measure.name in _EITHER_WAY:
        return name, row.facts.path, str(indicator.path)
    if (measure and measure.name in _ACROSS) or per_what(indicator.name):
        return (name,)
    return name, row.facts.path, indicator.category.level2


def deviating(rows: Sequence[Row]) -> tuple[str, list[Row]]:
    """The usual unit (the one of most rows, else of the first), and the rows that have another.

    Rows that all have one unit agree, even where their names ask for a denominator.
    """
    count = Counter(_kind(row.due) for row in rows)
    (kind, most), *rest = count.most_common()
    if rest and rest[0][1] == most:
        kind = _kind(rows[0].due)
    usual = next(row.due for row in rows if _kind(row.due) == kind)
    written = [_kind(row.indicator.target.unit) for row in rows]
    if len(set(written)) == 1:
        return usual, []
    return usual, [row for row, unit in zip(rows, written, strict=True) if unit != kind]


def one_of_each(rows: Sequence[Row]) -> list[Row]:
    """The first row with each unit of each declaration."""
    return list({(row.facts.path, row.indicator.target.unit): row for row in reversed(rows)}.values())[::-1]


def same_unit(one: Row, other: Row) -> bool:
    """Whether two rows have one unit, spellings and scales aside."""
    return _kind(one.indicator.target.unit) == _kind(other.indicator.target.unit)


@lru_cache(maxsize=1_000)
def _kind(unit: str) -> str:
    """What a unit is worth in comparing: spellings, scales and near units of one kind are one."""
    unit = wellformed(unit) or unit
    below = denominator(unit)
    head = scale_free_class(plain(unit)) or canonical(plain(unit))
    return f"{head}/{canonical(below)}" if below else head
