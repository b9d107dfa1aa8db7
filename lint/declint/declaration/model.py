"""What a declaration is, apart from how it is written down."""

import datetime
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any, TypeVar

from msgspec import Struct, field

from declint.declaration.amount import read_amount
from declint.declaration.edition import Edition, Kind
from declint.declaration.target import Target
from declint.finding import Edit, Part, Path, Place
from declint.language.dates import calendar_date
from declint.language.measures import Measure, measure_of
from declint.language.names import bare

T = TypeVar("T")


class Field(Struct, frozen=True, array_like=True, tag="field"):
    """One labelled value of the form; ``text`` is '' where it is blank."""

    label: str
    text: str
    path: Path

    @property
    def key(self) -> Place:
        """The place of the label."""
        return Place(self.path, Part.KEY)

    @property
    def value(self) -> Place:
        """The place of the value, or of the label where there is none."""
        return Place(self.path, Part.VALUE if self.text else Part.KEY)

    @property
    def date(self) -> datetime.date | None:
        """The day that the value names, or None."""
        return calendar_date(self.text)


class Amount(Field, frozen=True, dict=True, tag="amount"):
    """A sum of money; ``unit`` is the file's 金额单位."""

    unit: str = "元"

    @cached_property
    def yuan(self) -> Decimal | None:
        """The sum in 元, or None where it is blank or no amount."""
        return read_amount(self.text, self.unit) if self.text else None


class Category(Struct, frozen=True, array_like=True, gc=False):
    """A level-2 label under its level-1 label, with or without indicators."""

    level1: str
    level2: str
    path: Path
    kind: Kind | None


class Indicator(Struct, frozen=True, dict=True, array_like=True):
    """One row: the third-level indicator and its target, under the category it stands in."""

    name: str
    target: Target
    category: Category
    path: Path
    target_path: Path
    columns: dict[str, Field] = field(default_factory=dict)

    @property
    def kind(self) -> Kind | None:
        """What its category holds, or None for a category no edition has."""
        return self.category.kind

    @cached_property
    def bare(self) -> str:
        """The name for comparing."""
        return bare(self.name)

    @cached_property
    def measure(self) -> Measure | None:
        """What the name says is measured, or None where it names no known measure."""
        return measure_of(self.name)

    @property
    def key(self) -> Place:
        """The place of the name."""
        return Place(self.path, Part.KEY)

    @property
    def value(self) -> Place:
        """The place of the target, or of the name where the target is missing."""
        return Place(self.target_path) if self.target.raw.strip() else self.key

    @property
    def operator(self) -> Place | None:
        """The place of the operator, where it is written in the target."""
        span = self.target.operator_span
        return Place(self.target_path).within(*span) if span else None

    @property
    def number(self) -> Place | None:
        """The place of the number."""
        span = self.target.number_span
        return Place(self.target_path).within(*span) if span else None

    @property
    def unit(self) -> Place:
        """The place of the unit, or of the whole target where it has none."""
        span = self.target.unit_span
        if span:
            return Place(self.target_path).within(*span)
        column = self.columns.get("度量单位")
        return column.value if column else self.value

    @property
    def operator_text(self) -> str:
        """The operator as it is written, in the target or in a column of its own; '' where there is none."""
        span = self.target.operator_span
        if span:
            return self.target.raw[span[0] : span[1]]
        column = self.columns.get("指标性质")
        return column.text if column else ""

    def with_operator(self, sign: str) -> tuple[str, Edit]:
        """The target as it reads with another operator, and the smallest edit that makes it so."""
        raw, span, number = self.target.raw, self.target.operator_span, self.target.number_span
        if span and number and span[0] < number[0]:
            return raw[: span[0]] + sign + raw[span[1] :], Edit(Place(self.target_path).within(*span), sign)
        if span and number:
            start = min(number[0], (self.target.unit_span or number)[0])
            text = sign + raw[start : span[0]] + raw[span[1] :]
            return text, Edit(Place(self.target_path), text)
        if column := self.columns.get("指标性质"):
            return sign + raw, Edit(column.value, sign)
        return sign + raw, Edit(Place(self.target_path), sign + raw)

    def with_unit(self, unit: str) -> tuple[str, Edit]:
        """The target as it reads with another unit, and the smallest edit that makes it so."""
        raw, span = self.target.raw, self.target.unit_span
        if span:
            return raw[: span[0]] + unit + raw[span[1] :], Edit(Place(self.target_path).within(*span), unit)
        if column := self.columns.get("度量单位"):
            return f"{raw}({unit})", Edit(column.value, unit)
        text = f"{raw.rstrip()}({unit})"
        return text, Edit(Place(self.target_path), text)


def goals_among(fields: Mapping[str, Field]) -> tuple[Field, ...]:
    """The goal texts that are not blank: 项目总目标 and 年度总体目标."""
    found = (fields.get("绩效目标/项目总目标"), fields.get("绩效目标/年度总体目标"))
    return tuple(each for each in found if each and each.text.strip())


class Declaration(Struct, frozen=True, dict=True):
    """One form. ``fields`` holds the labels of the head, of both funding blocks and of the goals as
    ``项目名称`` or ``年度资金/其他资金``; a label that the file leaves out is not in it. ``assumed_year``
    holds where 年度 is no year."""

    fields: dict[str, Field]
    categories: tuple[Category, ...]
    indicators: tuple[Indicator, ...]
    indicators_path: Path | None
    edition: Edition
    assumed_year: int | None = None

    @cached_property
    def _done(self) -> dict[Any, Any]:
        return {}

    def once(self, work: "Callable[[Declaration], T]") -> T:
        """What ``work`` makes of this declaration, worked out once however many rules ask for it."""
        done = self._done
        if work not in done:
            done[work] = work(self)
        found: T = done[work]
        return found

    def text(self, label: str) -> str:
        """The text of a field, '' where it is blank or left out; blanks around it removed."""
        found = self.fields.get(label)
        return found.text.strip() if found else ""

    def amount(self, label: str) -> Amount | None:
        """An amount such as ``年度资金/当年财政拨款``, or None where the file leaves it out."""
        found = self.fields.get(label)
        return found if isinstance(found, Amount) else None

    def field(self, label: str) -> Field | None:
        """A field by its label, or None where the file leaves it out."""
        return self.fields.get(label)

    @property
    def name(self) -> str:
        """项目名称."""
        return self.text("项目名称")

    @cached_property
    def year(self) -> int | None:
        """年度, or the assumed year where it is no year, which may be None."""
        text = self.text("年度")
        return int(text) if len(text) == 4 and text.isascii() and text.isdigit() else self.assumed_year

    @cached_property
    def period(self) -> tuple[datetime.date, datetime.date] | None:
        """First and last planned day, or None where one of them is missing or no day."""
        start, end = self.fields.get("计划开始日期"), self.fields.get("计划完成日期")
        if start and end and start.date and end.date:
            return start.date, end.date
        return None

    @property
    def spans_years(self) -> bool:
        """Whether it is one project over several years; routine work that goes on for ever is none."""
        period = self.period
        return (
            period is not None and period[0].year < period[1].year and "经常性" not in self.text("项目性质")
        )

    @cached_property
    def goals(self) -> tuple[Field, ...]:
        """The goal texts that are not blank: 项目总目标 and 年度总体目标."""
        return goals_among(self.fields)

    @property
    def request(self) -> Decimal | None:
        """年度资金申请总额 in 元, or None."""
        amount = self.amount("年度资金/年度资金申请总额")
        return amount.yuan if amount else None
