"""Where a declaration was read from, when that was a document: each stretch leads back to a cell."""

from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from declint.declaration.source import Source
from declint.pattern import pattern


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


_INDENTED_BREAK = pattern(r"\n *")


class Origin(Struct, frozen=True, dict=True):
    """The document a declaration was read from. ``path`` is how the user knows it."""

    path: str
    pieces: tuple[Piece, ...]

    def piece(self, offset: int) -> Piece | None:
        """The piece that an offset of the text lies in, or the last one before it."""
        found = bisect_right(self._starts, offset) - 1
        return self.pieces[found] if found >= 0 else (self.pieces[0] if self.pieces else None)

    def excerpt(self, text: str, start: int, end: int) -> tuple[Source, int, int]:
        """The text of the cell that a stretch of the declaration leads back to, and the stretch within it.

        Where the cell writes it otherwise (an amount with commas), the whole cell is meant.
        """
        piece = self.piece(start)
        if piece is None:
            return Source(self.path, ""), 0, 0
        meant = _INDENTED_BREAK.sub("\n", text[start:end])
        found = -1
        for _ in range(text[self._begin(piece) : start].count(meant) + 1 if meant else 0):
            found = piece.text.find(meant, found + 1)
        stretch = (found, found + len(meant)) if found >= 0 else (0, len(piece.text))
        return Source(self.path, piece.text), *stretch

    def _begin(self, piece: Piece) -> int:
        """Where the text that comes from a piece's cell begins, which may be several pieces before."""
        place = bisect_right(self._starts, piece.start) - 1
        while place > 0 and self.pieces[place - 1].address == piece.address:
            place -= 1
        return self.pieces[place].start

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.start for piece in self.pieces]
