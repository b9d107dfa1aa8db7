"""The few things of a declaration that rules across declarations need."""

from msgspec import Struct, field

from declint.declaration.edition import Edition, editions
from declint.declaration.model import Declaration, Field, Indicator


class Facts(Struct, frozen=True):
    """One declaration among others; ``path`` is its file as the user knows it."""

    path: str
    name: str
    year: int | None
    unit: Field | None
    supervisor: Field | None
    indicators: tuple[Indicator, ...]
    goals: tuple[Field, ...]
    spans_years: bool = False
    project: Field | None = None
    fields: dict[str, Field] = field(default_factory=dict)
    edition: Edition = field(default_factory=lambda: editions()[0])


def facts_of(path: str, declaration: Declaration) -> Facts:
    """The facts of one declaration."""
    return Facts(
        path,
        declaration.name,
        declaration.year,
        declaration.field("实施单位"),
        declaration.field("主管部门"),
        declaration.indicators,
        declaration.goals,
        declaration.spans_years,
        declaration.field("项目名称"),
        declaration.fields,
        declaration.edition,
    )
