"""The few things of a declaration that rules across declarations need.

A bureau has a hundred thousand declarations, and all of them are compared: what is kept of each is small, its
rows packed; they are unpacked for as long as somebody looks at them.
"""

import zlib
from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct
from msgspec.msgpack import Decoder, Encoder

from declint.declaration.edition import Edition, editions
from declint.declaration.model import Amount, Declaration, Field, Indicator, goals_among
from declint.language.clauses import beginnings

_FAST = 1
_OPEN = 512
"""How many declarations are unpacked at a time; more than one unit files in a year."""


class Kept(Struct, frozen=True, array_like=True):
    """What is kept of one declaration, in a form that can be written down: its fields and its rows packed."""

    year: int | None
    spans_years: bool
    edition: str
    unit: Field | None
    supervisor: Field | None
    project: Field | None
    beginnings: tuple[int, ...]
    fields: bytes
    rows: bytes

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
            beginnings(declaration.goals[-1].text) if declaration.goals else (),
            _packed(declaration.fields),
            _packed(declaration.indicators),
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
    def beginnings(self) -> tuple[int, ...]:
        """What the clauses of the last goal text begin with; see ``language.clauses``."""
        return self.kept.beginnings

    @property
    def fields(self) -> Mapping[str, Field]:
        """As ``Declaration.fields``."""
        return _fields(self.kept.fields)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """As ``Declaration.indicators``."""
        return _rows(self.kept.rows)

    @property
    def goals(self) -> tuple[Field, ...]:
        """As ``Declaration.goals``."""
        return goals_among(self.fields)

    @property
    def edition(self) -> Edition:
        """The edition of the form."""
        return next(each for each in editions() if each.name == self.kept.edition)


_encode = Encoder().encode
_fields_in = Decoder(dict[str, Field | Amount])
_rows_in = Decoder(tuple[Indicator, ...])


def _packed(value: object) -> bytes:
    return zlib.compress(_encode(value), _FAST)


@lru_cache(maxsize=_OPEN)
def _fields(packed: bytes) -> Mapping[str, Field]:
    found: Mapping[str, Field] = _fields_in.decode(zlib.decompress(packed))
    return found


@lru_cache(maxsize=_OPEN)
def _rows(packed: bytes) -> tuple[Indicator, ...]:
    return _rows_in.decode(zlib.decompress(packed))
