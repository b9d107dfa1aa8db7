"""Where a declaration was read from, when that was a document: each stretch of its text leads back to a cell."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Spot(NamedTuple):
    """Where a person finds a cell: ``表 2 第 14 行``, ``Sheet1!E14``, ``第 3 页``."""

    zh: str
    en: str

    def say(self, language: str) -> str:
        """The spot in ``zh`` or ``en``."""
        return self.en if language == "en" else self.zh


class Piece(NamedTuple):
    """A stretch of the declaration's text (offsets from 0) and the cell that it was read from.

    ``text`` is what the cell shows; ``address`` finds it in its document (see ``forms.grid.Cell``).
    """

    start: int
    end: int
    spot: Spot
    text: str
    address: str


@dataclass(frozen=True)
class Origin:
    """The document a declaration was read from. ``path`` is how the user knows it."""

    path: str
    pieces: tuple[Piece, ...]

    def piece(self, offset: int) -> Piece | None:
        """The piece that an offset of the text lies in, or the last one before it."""
        found = bisect_right(self._starts, offset) - 1
        return self.pieces[found] if found >= 0 else (self.pieces[0] if self.pieces else None)

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.start for piece in self.pieces]
