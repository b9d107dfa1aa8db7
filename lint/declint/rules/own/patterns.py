"""Words with * (any characters) and ? (one character): matched in linear steps, never by backtracking."""

from msgspec import Struct

from declint.language.names import bare, kept
from declint.language.width import half

Span = tuple[int, int]


class Pattern(Struct, frozen=True):
    """One pattern as it was written, cut at its stars."""

    written: str
    pieces: tuple[str, ...]

    def matches(self, text: str) -> bool:
        """Whether the pattern means the whole of a text that has been made comparable."""
        first, *rest = self.pieces
        if not rest:
            return len(first) == len(text) and _at(first, text, 0)
        *middle, last = rest
        if len(first) + len(last) > len(text) or not _at(first, text, 0):
            return False
        end = len(text) - len(last)
        if not _at(last, text, end):
            return False
        return _walk(middle, text, len(first), end) is not None

    def found(self, text: str) -> Span | None:
        """The first stretch of a text that the pattern means, or None."""
        pieces = [piece for piece in self.pieces if piece]
        start = _search(pieces[0], text, 0, len(text)) if pieces else None
        if start is None:
            return None
        end = _walk(pieces[1:], text, start + len(pieces[0]), len(text))
        return None if end is None else (start, end)


def _at(piece: str, text: str, at: int) -> bool:
    if "?" not in piece:
        return text.startswith(piece, at)
    return len(text) - at >= len(piece) and all(
        char in ("?", text[at + number]) for number, char in enumerate(piece)
    )


def _search(piece: str, text: str, at: int, end: int) -> int | None:
    if "?" not in piece:
        found = text.find(piece, at, end)
        return found if found >= 0 else None
    return next((start for start in range(at, end - len(piece) + 1) if _at(piece, text, start)), None)


def _walk(pieces: list[str], text: str, at: int, end: int) -> int | None:
    """Where the last of the pieces ends, each taken at the first place behind the one before it."""
    for piece in pieces:
        start = _search(piece, text, at, end)
        if start is None:
            return None
        at = start + len(piece)
    return at


def name_pattern(written: str) -> Pattern:
    """A pattern for names: punctuation, blanks and width aside."""
    return Pattern(written, tuple(_joined(piece) for piece in half(written).split("*")))


def _joined(piece: str) -> str:
    return "?".join(kept(part) for part in piece.split("?"))


def text_pattern(written: str) -> Pattern:
    """A pattern for prose: only width and case aside."""
    return Pattern(written, tuple(half(written).lower().split("*")))


def comparable_text(text: str) -> str:
    """A text as ``text_pattern`` sees it, with the same number of characters."""
    return "".join(char if len(low := char.lower()) != 1 else low for char in half(text))


class Names(Struct, frozen=True):
    """Patterns of which one must mean a name; without any, every name will do."""

    patterns: tuple[Pattern, ...] = ()

    def allow(self, name: str) -> bool:
        """Whether one of the patterns means the name."""
        return not self.patterns or self.mean(name)

    def mean(self, name: str) -> bool:
        """Whether there is a pattern that means the name."""
        text = bare(name)
        return any(pattern.matches(text) for pattern in self.patterns)


ANY = Names()
"""No pattern at all."""
