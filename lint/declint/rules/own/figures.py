"""Requirements on figures: amounts, days, how many rows, weights."""

import datetime
from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from msgspec import Struct

from declint.declaration.model import Amount, Indicator
from declint.finding import Part, Place, Words
from declint.language.dates import calendar_date
from declint.language.deadlines import deadlines
from declint.rules.own.fields import Form, Passage, head, passages
from declint.rules.own.requirement import FIELD, ROW, Breach, Limits, of_passage, of_row
from declint.rules.own.selection import Selection
from declint.rules.wgt.weights import weight_of


class AmountWithin(Struct, frozen=True):
    """金额: a sum of money must lie within limits, in 元."""

    where: str
    limits: Limits
    placeholders: ClassVar[tuple[str, ...]] = FIELD
    message: ClassVar[Words] = Words(
        "“{栏目}”是 {内容}，不在规定范围内（{要求}）",
        "“{栏目}” is {内容}, outside what is allowed ({requirement})",
    )
    advice: ClassVar[Words] = Words("核对金额：{要求}", "check the amount: {requirement}")

    @property
    def shown(self) -> Words:
        """不高于 5000000 元."""
        return self.limits.shown("元")

    def breaches(self, form: Form, _rows: tuple[Indicator, ...], _selection: Selection) -> Iterator[Breach]:
        """The amount, where it is outside."""
        field = form.fields.get(self.where)
        if isinstance(field, Amount) and field.yuan is not None and not self.limits.allow(field.yuan):
            yield Breach(field.value, {"栏目": self.where, "内容": f"{field.text.strip()} {field.unit}"})


_NOT_BEFORE, _NOT_AFTER = Words("不早于", "not before"), Words("不晚于", "not after")


class Day(Struct, frozen=True):
    """A day of the calendar, or of the declaration's own year where ``year`` is None."""

    month: int
    day: int
    year: int | None = None

    def within(self, year: int) -> datetime.date:
        """The day as it is meant in a declaration of that year; the last of February where it has no 29th."""
        day = 28 if (self.month, self.day) == (2, 29) and not _is_leap(self.year or year) else self.day
        return datetime.date(self.year or year, self.month, day)

    @property
    def shown(self) -> str:
        """12-20 or 2026-12-20."""
        return f"{self.year}-{self.month:02}-{self.day:02}" if self.year else f"{self.month:02}-{self.day:02}"


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


class DateWithin(Struct, frozen=True):
    """日期: a day must lie within limits."""

    where: str
    earliest: Day | None
    latest: Day | None
    placeholders: ClassVar[tuple[str, ...]] = (*FIELD, "日期")
    message: ClassVar[Words] = Words(
        "“{栏目}”的日期“{日期}”不符合规定（{要求}）",
        "the date “{日期}” of “{栏目}” is not allowed ({requirement})",
    )
    advice: ClassVar[Words] = Words("核对日期：{要求}", "check the date: {requirement}")

    @property
    def shown(self) -> Words:
        """不早于 01-01、不晚于 12-20."""
        parts = ((_NOT_BEFORE, self.earliest), (_NOT_AFTER, self.latest))
        return Words(
            "、".join(f"{words.zh} {day.shown}" for words, day in parts if day),
            ", ".join(f"{words.en} {day.shown}" for words, day in parts if day),
        )

    def breaches(self, form: Form, rows: tuple[Indicator, ...], _selection: Selection) -> Iterator[Breach]:
        """Each day that is certainly outside."""
        year = form.year
        for passage in passages(form, self.where, rows) if year else ():
            for earliest, latest, at, written in _days(passage, year or 0):
                too_early = self.earliest and latest < self.earliest.within(year or 0)
                too_late = self.latest and earliest > self.latest.within(year or 0)
                if too_early or too_late:
                    yield Breach(at, of_passage(passage, 日期=written))


def _days(passage: Passage, year: int) -> Iterator[tuple[datetime.date, datetime.date, Place, str]]:
    if day := calendar_date(passage.text):
        yield day, day, passage.at, passage.text.strip()
        return
    for found in deadlines(passage.text, year):
        written = passage.text[found.start : found.end]
        yield found.earliest, found.latest, passage.at.within(found.start, found.end), written


class RowsCounted(Struct, frozen=True):
    """指标个数: how many indicators a declaration must have of those that 适用 means."""

    limits: Limits
    placeholders: ClassVar[tuple[str, ...]] = ("个数",)
    message: ClassVar[Words] = Words(
        "这类指标有 {个数} 个，应有：{要求}", "there are {个数} such indicators, but must be: {requirement}"
    )
    advice: ClassVar[Words] = Words("增减指标，使个数{要求}", "add or remove indicators: {requirement}")

    @property
    def shown(self) -> Words:
        """不少于 1 个."""
        return self.limits.shown("个", Words("不少于", "at least"), Words("不多于", "at most"))

    def breaches(self, form: Form, rows: tuple[Indicator, ...], selection: Selection) -> Iterator[Breach]:
        """The declaration, where it has too few or too many."""
        if not self.limits.allow(Decimal(len(rows))):
            yield Breach(_where(form, rows, selection), {"个数": len(rows)})


def _where(form: Form, rows: tuple[Indicator, ...], selection: Selection) -> Place:
    """The first row too many, else the label of the category they should stand in, else the head."""
    if rows:
        return rows[-1].key
    near = next((each for each in form.indicators if selection.holds(each.category)), None)
    some = near or next(iter(form.indicators), None)
    if some is None:
        return head(form)
    narrowed = selection.level2 or selection.level1
    return Place(some.category.path if near and narrowed else some.category.path[:1], Part.KEY)


class WeightWithin(Struct, frozen=True):
    """权重: the weight of each row must lie within limits; rows without a weight are left alone."""

    limits: Limits
    placeholders: ClassVar[tuple[str, ...]] = (*ROW, "权重")
    message: ClassVar[Words] = Words(
        "“{指标}”的权重是 {权重}，应{要求}", "the weight of “{指标}” is {权重}, but must be: {requirement}"
    )
    advice: ClassVar[Words] = Words("调整权重：{要求}", "change the weight: {requirement}")

    @property
    def shown(self) -> Words:
        """不高于 10."""
        return self.limits.shown()

    def breaches(self, _form: Form, rows: tuple[Indicator, ...], _selection: Selection) -> Iterator[Breach]:
        """Each weight outside."""
        for row in rows:
            weight = weight_of(row)
            if weight is not None and not self.limits.allow(weight):
                yield Breach(row.columns["权重"].value, of_row(row, 权重=f"{weight:f}"))


class WeightsSum(Struct, frozen=True):
    """权重合计: the weights of the rows that 适用 means must add up within limits."""

    limits: Limits
    placeholders: ClassVar[tuple[str, ...]] = ("权重",)
    message: ClassVar[Words] = Words(
        "这类指标的权重合计是 {权重}，应{要求}", "these weights add up to {权重}, but must be: {requirement}"
    )
    advice: ClassVar[Words] = Words(
        "调整权重，使合计{要求}", "change the weights so that their sum is: {requirement}"
    )

    @property
    def shown(self) -> Words:
        """等于 50."""
        if self.limits.lowest is not None and self.limits.lowest == self.limits.highest:
            return Words(f"等于 {self.limits.lowest:f}", f"exactly {self.limits.lowest:f}")
        return self.limits.shown()

    def breaches(self, _form: Form, rows: tuple[Indicator, ...], _selection: Selection) -> Iterator[Breach]:
        """The first weight, where all rows have one and the sum is outside."""
        weights = [weight for row in rows if (weight := weight_of(row)) is not None]
        total = sum(weights, Decimal(0))
        if rows and len(weights) == len(rows) and not self.limits.allow(total):
            yield Breach(rows[0].columns["权重"].value, {"权重": f"{total:f}"})
