"""Where something stands, said symbolically; lines and columns come at the very end."""

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

Path = tuple[int, ...]
"""An entry of the file: its number, from 0, in each mapping on the way down.

Numbers and not keys, because a key may stand twice and both entries are checked.
"""


class Part(StrEnum):
    """The half of an entry that is meant."""

    KEY = "key"
    VALUE = "value"


class Place(Struct, frozen=True, array_like=True, tag="place", gc=False):
    """A key, a value, or a stretch of either. ``start`` and ``end`` count characters of its text, from 0."""

    path: Path
    part: Part = Part.VALUE
    start: int | None = None
    end: int | None = None

    def within(self, start: int, end: int) -> "Place":
        """The stretch from ``start`` to ``end`` (characters of the whole text, from 0)."""
        return replace(self, start=start, end=end)


class Stretch(Struct, frozen=True, array_like=True, tag="stretch", gc=False):
    """Characters of the file itself, from 0, for what never became a key or a value."""

    start: int
    end: int
