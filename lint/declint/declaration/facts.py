"""The few things of a declaration that rules across declarations need.

A bureau has a hundred thousand declarations, and all of them are compared: what is kept of each is small, its
rows packed; they are unpacked for as long as somebody looks at them.
"""

import zlib
from collections.abc import Callable, Mapping
from functools import lru_cache

from msgspec import Struct
from msgspec.msgpack import Decoder, Encoder

from declint.declaration.edition import Edition, editions
from declint.declaration.model import Amount, Declaration, Field, Indicator, goals_among

_FAST = 1
_OPEN = 512
"""How many declarations are unpacked at a time; more than one unit files in a year."""


class _Body(Struct, frozen=True, array_like=True):
    fields: Mapping[str, Field | Amount]
    indicators: tuple[Indicator, ...]


class Kept(Struct, frozen=True, array_like=True):
    """What is kept of one declaration, in a form that can be written down; ``body`` is packed."""

    year: int | None
    spans_years: bool
    edition: str
    unit: Field | None
    supervisor: Field | None
    project: Field | None
    body: bytes

    @property
    def name(self) -> str:
        """项目名称, '' where it is blank."""
        return self.project.text.strip() if self.project else ""

    @classmethod
    def of(cls, declaration: Declaration) -> "Kept":
        """Keep a declaration."""
        return cls(
            declaration.year,
            declaration.spans_years,
            declaration.edition.name,
            declaration.field("实施单位"),
            declaration.field("主管部门"),
            declaration.field("项目名称"),
            zlib.compress(_encode(_Body(declaration.fields, declaration.indicators)), _FAST),
        )


class Facts(Struct, frozen=True, weakref=True):
    """One declaration among others; ``path`` is its file as the user knows it."""

    path: str
    kept: Kept

    @property
    def name(self) -> str:
        """项目名称, '' where it is blank."""
        return self.kept.name

    @property
    def year(self) -> int | None:
        """年度, or the assumed year."""
        return self.kept.year

    @property
    def spans_years(self) -> bool:
        """Whether it is one project over several years."""
        return self.kept.spans_years

    @property
    def unit(self) -> Field | None:
        """实施单位."""
        return self.kept.unit

    @property
    def supervisor(self) -> Field | None:
        """主管部门."""
        return self.kept.supervisor

    @property
    def project(self) -> Field | None:
        """The field 项目名称."""
        return self.kept.project

    @property
    def fields(self) -> Mapping[str, Field]:
        """As ``Declaration.fields``."""
        return _unpacked(self.kept.body).fields

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """As ``Declaration.indicators``."""
        return _unpacked(self.kept.body).indicators

    @property
    def goals(self) -> tuple[Field, ...]:
        """As ``Declaration.goals``."""
        return goals_among(self.fields)

    @property
    def edition(self) -> Edition:
        """The edition of the form."""
        return next(each for each in editions() if each.name == self.kept.edition)


_encode: Callable[[_Body], bytes] = Encoder().encode
_decode: Callable[[bytes], _Body] = Decoder(_Body).decode


@lru_cache(maxsize=_OPEN)
def _unpacked(body: bytes) -> _Body:
    return _decode(zlib.decompress(body))
