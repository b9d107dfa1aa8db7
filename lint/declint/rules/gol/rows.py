"""The rows that promises are compared with, and which of them have a number or count in a measure."""

from collections.abc import Iterable
from decimal import Decimal
from operator import attrgetter

from msgspec import Struct

from declint.declaration.model import Indicator
from declint.declaration.target import Target
from declint.language.names import bare
from declint.language.topics import uncounted
from declint.language.values import Value, equal, value_of


class Row(Struct, frozen=True, gc=False):
    """An indicator, its place among the declaration's indicators, and what it states where it is a number."""

    number: int
    indicator: Indicator
    value: Value | None

    @property
    def name(self) -> str:
        """The name of the indicator."""
        return self.indicator.name

    @property
    def target(self) -> Target:
        """The target of the indicator."""
        return self.indicator.target

    @property
    def thing(self) -> str:
        """What is counted: 疫苗接种 of 疫苗接种剂次, 惠及 of 惠及户数."""
        name = self.indicator.bare
        return uncounted(name.removesuffix(bare(self.target.unit)) or name)


class Rows:
    """All rows of a form, sorted by what promises ask for, so that no promise has to look at each."""

    def __init__(self, indicators: Iterable[Indicator]) -> None:
        self.all = tuple(Row(number, each, _value(each.target)) for number, each in enumerate(indicators))
        self._of_number: dict[Decimal, list[Row]] = {}
        self._stating: dict[Decimal, list[Row]] = {}
        self._of_many: list[tuple[Row, Value]] = []
        self._of_kind: dict[str, list[Row]] = {}
        for row in self.all:
            number, value = row.target.number, row.value
            if number is None or value is None:
                continue
            self._stating.setdefault(number, []).append(row)
            self._of_kind.setdefault(value.kind, []).append(row)
            if value.is_one_number:
                self._of_number.setdefault(value.number, []).append(row)
            else:
                self._of_many.append((row, value))

    def equal_to(self, value: Value) -> list[Row]:
        """The rows that have a number, as ``values.equal`` has it, in their order."""
        if not value.is_one_number:
            return [row for row in self.all if row.value and equal(value, row.value)]
        exact = self._of_number.get(value.number, [])
        loose = [row for row, other in self._of_many if equal(value, other)]
        return sorted(exact + loose, key=_NUMBER) if loose else exact

    def stating(self, number: Decimal) -> list[Row]:
        """The rows whose targets give a number, in whatever unit."""
        return self._stating.get(number, [])

    def in_measure_of(self, value: Value) -> list[Row]:
        """The rows that count in a measure, as ``values.same_measure`` has it, in their order."""
        own = self._of_kind.get(value.kind, [])
        unnamed = self._of_kind.get("", []) if value.is_count else []
        return sorted(own + unnamed, key=_NUMBER) if unnamed else own


_NUMBER = attrgetter("number")


def _value(target: Target) -> Value | None:
    if target.number is None:
        return None
    return value_of(target.operator, target.number, target.upper, target.unit)
