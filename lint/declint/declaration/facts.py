"""The few things of a declaration that rules across declarations need.

A bureau has a hundred thousand declarations, and all of them are compared: of each a small head is at hand,
by which those are found that belong together; its body is fetched where somebody looks at it.
"""

import zlib
from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from itertools import chain
from zlib import crc32

from msgspec import Raw, Struct
from msgspec.msgpack import Decoder, Encoder

from declint.declaration.edition import Edition, editions
from declint.declaration.model import Amount, Declaration, Field, Indicator, goals_among
from declint.language.clauses import beginnings
from declint.language.names import sameness

_FAST = 1
_OPEN = 128
"""How many bodies are unpacked at a time; more than one unit files in a year."""


class Head(Struct, frozen=True, array_like=True):
    """What tells which others a declaration is compared with."""

    year: int | None
    spans_years: bool
    edition: str
    unit: Field | None
    supervisor: Field | None
    project: Field | None
    beginnings: tuple[int, ...]

    @property
    def name(self) -> str:
        """项目名称, '' where it is blank."""
        return self.project.text.strip() if self.project else ""

    @classmethod
    def of(cls, declaration: Declaration) -> "Head":
        """The head of a declaration."""
        return cls(
            declaration.year,
            declaration.spans_years,
            declaration.edition.name,
            declaration.field("实施单位"),
            declaration.field("主管部门"),
            declaration.field("项目名称"),
            beginnings(declaration.goals[-1].text) if declaration.goals else (),
        )


class Body(Struct, frozen=True, dict=True):
    """All else that rules across declarations look at."""

    fields: dict[str, Field | Amount]
    indicators: tuple[Indicator, ...]

    @classmethod
    def of(cls, declaration: Declaration) -> "Body":
        """The body of a declaration."""
        return cls(declaration.fields, declaration.indicators)

    @property
    def goals(self) -> tuple[Field, ...]:
        """The goal texts that are not blank."""
        return goals_among(self.fields)

    @cached_property
    def rows(self) -> "Rows":
        """What the rows are found by."""
        return Rows(
            tuple(crc32(sameness(each.bare).encode()) for each in self.indicators),
            tuple(dict.fromkeys(chain.from_iterable(each.columns for each in self.indicators))),
        )

    def indicator(self, number: int) -> Indicator:
        """One of the indicators, counted from 0."""
        return self.indicators[number]


class Rows(Struct, frozen=True, array_like=True):
    """What rows are found by: a number for each name (see ``names.sameness``), and the columns there are.

    Rows of one name have one number; those of one number may have different names.
    """

    names: tuple[int, ...]
    columns: tuple[str, ...]


class Facts(Struct, frozen=True, eq=False, weakref=True):
    """One declaration among others; ``path`` is its file as the user knows it.

    ``body`` fetches its body, packed or ready for use.
    """

    path: str
    head: Head
    body: Callable[[], bytes | Body]

    @property
    def name(self) -> str:
        """项目名称, '' where it is blank."""
        return self.head.name

    @property
    def year(self) -> int | None:
        """年度, or the assumed year."""
        return self.head.year

    @property
    def spans_years(self) -> bool:
        """Whether it is one project over several years."""
        return self.head.spans_years

    @property
    def unit(self) -> Field | None:
        """实施单位."""
        return self.head.unit

    @property
    def supervisor(self) -> Field | None:
        """主管部门."""
        return self.head.supervisor

    @property
    def project(self) -> Field | None:
        """The field 项目名称."""
        return self.head.project

    @property
    def beginnings(self) -> tuple[int, ...]:
        """What the clauses of the last goal text begin with; see ``language.clauses``."""
        return self.head.beginnings

    @property
    def fields(self) -> Mapping[str, Field]:
        """As ``Declaration.fields``."""
        return _opened(self).fields

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """As ``Declaration.indicators``."""
        return _opened(self).indicators

    def indicator(self, number: int) -> Indicator:
        """One of the indicators, counted from 0."""
        return _opened(self).indicator(number)

    @property
    def rows(self) -> Rows:
        """What its rows are found by."""
        return _opened(self).rows

    @property
    def goals(self) -> tuple[Field, ...]:
        """As ``Declaration.goals``."""
        return _opened(self).goals

    @property
    def edition(self) -> Edition:
        """The edition of the form."""
        return next(each for each in editions() if each.name == self.head.edition)


class _Goals(Struct, rename={"total": "绩效目标/项目总目标", "year": "绩效目标/年度总体目标"}):
    """The goals among the fields, read without the others."""

    total: Field | None = None
    year: Field | None = None


class _PackedBody:
    """A body that is unpacked as far as it is looked at."""

    def __init__(self, packed: bytes) -> None:
        self._fields, self._rows, self._indicators = _parts_in.decode(zlib.decompress(packed))

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        found: Mapping[str, Field] = _fields_in.decode(self._fields)
        return found

    @cached_property
    def goals(self) -> tuple[Field, ...]:
        found = _goals_in.decode(self._fields)
        return tuple(each for each in (found.total, found.year) if each and each.text.strip())

    @cached_property
    def rows(self) -> Rows:
        return _rows_in.decode(self._rows)

    @cached_property
    def _each(self) -> list[Raw | Indicator]:
        return [*_raw_in.decode(self._indicators)]

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        return tuple(map(self.indicator, range(len(self._each))))

    def indicator(self, number: int) -> Indicator:
        found = self._each[number]
        if isinstance(found, Raw):
            self._each[number] = found = _indicator_in.decode(found)
        return found


_encode = Encoder().encode
_head_in = Decoder(Head | None)
_parts_in = Decoder(tuple[Raw, Raw, Raw])
_fields_in = Decoder(dict[str, Field | Amount])
_goals_in = Decoder(_Goals)
_rows_in = Decoder(Rows)
_raw_in = Decoder(list[Raw])
_indicator_in = Decoder(Indicator)


def pack_head(head: Head | None) -> bytes:
    """A head as bytes; None for a file that is no declaration."""
    return _encode(head)


def unpack_head(packed: bytes) -> Head | None:
    """What ``pack_head`` packed. Raises msgspec.DecodeError for other bytes."""
    head: Head | None = _head_in.decode(packed)
    return head


def pack_body(body: Body) -> bytes:
    """A body as bytes."""
    return zlib.compress(_encode((body.fields, body.rows, body.indicators)), _FAST)


@lru_cache(maxsize=_OPEN)
def _opened(facts: Facts) -> Body | _PackedBody:
    body = facts.body()
    return body if isinstance(body, Body) else _PackedBody(body)
