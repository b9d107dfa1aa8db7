"""The few things of a declaration that rules across declarations need.

A bureau has a hundred thousand declarations, and all of them are compared: of each a small head is at hand,
by which those are found that belong together; its body is fetched where somebody looks at it.
"""

import zlib
from collections.abc import Callable, Mapping
from functools import lru_cache

from msgspec import Raw, Struct
from msgspec.msgpack import Decoder, Encoder

from declint.declaration.edition import Edition, editions
from declint.declaration.model import Amount, Declaration, Field, Indicator, goals_among
from declint.language.clauses import beginnings

_FAST = 1
_OPEN = 512
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


class Body(Struct, frozen=True, array_like=True):
    """All else that rules across declarations look at."""

    fields: dict[str, Field | Amount]
    indicators: tuple[Indicator, ...]

    @classmethod
    def of(cls, declaration: Declaration) -> "Body":
        """The body of a declaration."""
        return cls(declaration.fields, declaration.indicators)


class Facts(Struct, frozen=True, weakref=True):
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
        body = self.body()
        return body.fields if isinstance(body, Body) else _fields(body)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """As ``Declaration.indicators``."""
        body = self.body()
        return body.indicators if isinstance(body, Body) else _indicators(body)

    @property
    def goals(self) -> tuple[Field, ...]:
        """As ``Declaration.goals``."""
        return goals_among(self.fields)

    @property
    def edition(self) -> Edition:
        """The edition of the form."""
        return next(each for each in editions() if each.name == self.head.edition)


_encode = Encoder().encode
_head_in = Decoder(Head | None)
_parts_in = Decoder(tuple[Raw, Raw])
_fields_in = Decoder(dict[str, Field | Amount])
_indicators_in = Decoder(tuple[Indicator, ...])


def pack_head(head: Head | None) -> bytes:
    """A head as bytes; None for a file that is no declaration."""
    return _encode(head)


def unpack_head(packed: bytes) -> Head | None:
    """What ``pack_head`` packed. Raises msgspec.DecodeError for other bytes."""
    head: Head | None = _head_in.decode(packed)
    return head


def pack_body(body: Body) -> bytes:
    """A body as bytes."""
    return zlib.compress(_encode(body), _FAST)


@lru_cache(maxsize=_OPEN)
def _parts(packed: bytes) -> tuple[Raw, Raw]:
    parts: tuple[Raw, Raw] = _parts_in.decode(zlib.decompress(packed))
    return parts


@lru_cache(maxsize=_OPEN)
def _fields(packed: bytes) -> Mapping[str, Field]:
    found: Mapping[str, Field] = _fields_in.decode(_parts(packed)[0])
    return found


@lru_cache(maxsize=_OPEN)
def _indicators(packed: bytes) -> tuple[Indicator, ...]:
    found: tuple[Indicator, ...] = _indicators_in.decode(_parts(packed)[1])
    return found
