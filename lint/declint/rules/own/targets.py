"""Requirements on the target of a row: unit, sign, number, spending standard.

What is missing, unreadable or prose is left to the built-in rules.
"""

import datetime
from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from msgspec import Struct

from declint.declaration.model import Indicator
from declint.finding import Words
from declint.language.quantity import Operator
from declint.language.units import canonical, denominator, plain, yuan
from declint.language.width import half
from declint.rules.own.fields import Form
from declint.rules.own.requirement import ROW, Breach, Limits, of_row
from declint.rules.own.selection import Selection


class UnitIsOneOf(Struct, frozen=True):
    """单位: the unit of a number must be one of these, as it is written."""

    units: tuple[str, ...]
    placeholders: ClassVar[tuple[str, ...]] = (*ROW, "单位")
    message: ClassVar[Words] = Words(
        "“{指标}”的指标值“{指标值}”应以{要求}为单位",
        "the unit of “{指标}”, “{指标值}”, must be {requirement}",
    )
    advice: ClassVar[Words] = Words(
        "把单位改成{要求}，数值按新单位填写", "use {requirement} and give the number in it"
    )

    @property
    def shown(self) -> Words:
        """人次、人."""
        return Words("、".join(self.units), " or ".join(self.units))

    def breaches(self, _form: Form, rows: tuple[Indicator, ...], _selection: Selection) -> Iterator[Breach]:
        """Each number in another unit or in none."""
        allowed = {half(unit).strip() for unit in self.units}
        for row in rows:
            if row.target.is_number and half(row.target.unit).strip() not in allowed:
                yield Breach(row.unit, of_row(row, 单位=row.target.unit))


class SignIsOneOf(Struct, frozen=True):
    """符号: the operator must be one of these, whatever way it is written."""

    signs: tuple[str, ...]
    placeholders: ClassVar[tuple[str, ...]] = (*ROW, "符号")
    message: ClassVar[Words] = Words(
        "“{指标}”的指标值“{指标值}”应使用符号“{要求}”",
        "the target of “{指标}”, “{指标值}”, must use “{requirement}”",
    )
    advice: ClassVar[Words] = Words("把符号改成“{要求}”", "use “{requirement}”")

    @property
    def shown(self) -> Words:
        """≤、<."""
        return Words("、".join(self.signs), " or ".join(self.signs))

    def breaches(self, _form: Form, rows: tuple[Indicator, ...], _selection: Selection) -> Iterator[Breach]:
        """Each number with another operator or with none."""
        for row in rows:
            if row.target.is_number and row.target.operator.value not in self.signs:
                yield Breach(row.operator or row.value, of_row(row, 符号=row.operator_text))


SIGNS = tuple(each.value for each in Operator if each)


class NumberWithin(Struct, frozen=True):
    """数值: the number must lie within limits. Money is compared in 元, other units only with themselves."""

    limits: Limits
    unit: str = ""
    placeholders: ClassVar[tuple[str, ...]] = (*ROW, "数")
    message: ClassVar[Words] = Words(
        "“{指标}”的指标值“{指标值}”不在规定范围内（{要求}）",
        "the target of “{指标}”, “{指标值}”, is outside what is allowed ({requirement})",
    )
    advice: ClassVar[Words] = Words("改到规定范围内：{要求}", "bring it within the limits: {requirement}")

    @property
    def shown(self) -> Words:
        """不高于 210 元/人."""
        return self.limits.shown(self.unit)

    def breaches(self, _form: Form, rows: tuple[Indicator, ...], _selection: Selection) -> Iterator[Breach]:
        """Each number outside."""
        for row in rows:
            numbers = _in_unit(row, self.unit)
            if numbers and not self.limits.allow(*numbers):
                yield Breach(row.number or row.value, of_row(row, 数=f"{row.target.number:f}"))


def _in_unit(row: Indicator, unit: str) -> tuple[Decimal, ...]:
    """The numbers of a target in a unit, none where it is of another kind; '' takes them as they are."""
    target = row.target
    numbers = tuple(each for each in (target.number, target.upper) if each is not None)
    if not target.is_number or not unit or canonical(target.unit) == canonical(unit):
        return numbers if target.is_number else ()
    of_one, per = yuan(Decimal(1), plain(target.unit)), denominator(target.unit)
    of_other, due = yuan(Decimal(1), plain(unit)), denominator(unit)
    if of_one is None or of_other is None or (per is not None and per != due):
        return ()
    return tuple(number * of_one / of_other for number in numbers)


class Standard(Struct, frozen=True):
    """A spending standard: ``limit`` in ``unit``, from a day on (None: always)."""

    limit: Decimal
    unit: str
    since: datetime.date | None = None


class WithinStandard(Struct, frozen=True):
    """支出标准: a cost may not be above the standard that holds in the declaration's year."""

    standards: tuple[Standard, ...]
    placeholders: ClassVar[tuple[str, ...]] = (*ROW, "上限")
    message: ClassVar[Words] = Words(
        "“{指标}”的指标值“{指标值}”高于支出标准 {上限}",
        "the target of “{指标}”, “{指标值}”, is above the spending standard of {上限}",
    )
    advice: ClassVar[Words] = Words("改到 {上限} 以内", "keep it within {上限}")

    @property
    def shown(self) -> Words:
        """210 元/人."""
        shown = [f"{each.limit:f} {each.unit}" for each in self.standards]
        return Words("、".join(shown), ", ".join(shown))

    def breaches(self, form: Form, rows: tuple[Indicator, ...], _selection: Selection) -> Iterator[Breach]:
        """Each cost above the newest standard in force."""
        standard = self._in_force(form.year)
        for row in rows if standard else ():
            numbers = _in_unit(row, standard.unit) if standard else ()
            if standard and numbers and max(numbers) > standard.limit:
                yield Breach(row.value, of_row(row, 上限=f"{standard.limit:f} {standard.unit}"))

    def _in_force(self, year: int | None) -> Standard | None:
        held = [each for each in self.standards if not each.since or (year and each.since.year <= year)]
        return max(held, key=lambda each: each.since or datetime.date.min, default=None)
