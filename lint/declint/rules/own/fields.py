"""The labels of the form that own rules may speak of, and what stands behind them."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Protocol

from msgspec import Struct

from declint.declaration.edition import Edition
from declint.declaration.model import Field, Indicator
from declint.declaration.schema import schema
from declint.finding import Place

TARGET, NAME, GOALS = "指标值", "指标名称", "绩效目标"
"""What ``在`` may say besides the labels of fields."""


class Form(Protocol):
    """What own rules see of a declaration, by itself or among others."""

    @property
    def fields(self) -> Mapping[str, Field]: ...
    @property
    def indicators(self) -> tuple[Indicator, ...]: ...
    @property
    def goals(self) -> tuple[Field, ...]: ...
    @property
    def year(self) -> int | None: ...
    @property
    def edition(self) -> Edition: ...
    @property
    def name(self) -> str: ...


class Passage(Struct, frozen=True):
    """A text of the form that a rule looks at, and what a message calls it."""

    label: str
    text: str
    at: Place
    indicator: Indicator | None = None


@cache
def labels() -> tuple[str, ...]:
    """Every field of the form: 项目名称, 年度资金/其他资金 …"""
    return tuple(_labels())


def _labels() -> Iterator[str]:
    for label, spec in schema()["properties"].items():
        if label == "绩效指标":
            continue
        inner = spec.get("properties", {})
        yield from (f"{label}/{each}" for each in inner) if inner else (label,)


def amounts() -> tuple[str, ...]:
    """The fields that hold a sum of money."""
    return tuple(label for label in labels() if label.startswith(("项目资金/", "年度资金/")))


def dates() -> tuple[str, ...]:
    """The fields that hold a day."""
    return tuple(label for label in labels() if label.endswith("日期"))


def head(form: Form) -> Place:
    """Where a finding stands that speaks of what is not there: the project's name, or the first entry."""
    field = form.fields.get("项目名称")
    return field.value if field else Place((0,))


def passages(form: Form, where: str, indicators: tuple[Indicator, ...]) -> Iterator[Passage]:
    """The texts that ``在`` means; blank ones are left out."""
    if where in (TARGET, NAME):
        for each in indicators:
            passage = (
                Passage(TARGET, each.target.raw, each.value, each)
                if where == TARGET
                else Passage(NAME, each.name, each.key, each)
            )
            if passage.text.strip():
                yield passage
        return
    fields = form.goals if where == GOALS else (form.fields.get(where),)
    for field in fields:
        if field and field.text.strip():
            yield Passage(field.label, field.text, field.value)
