"""Long stretches of a text that stand in it, or in another text, a second time."""

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from msgspec import Struct

from declint.language.likeness import grams
from declint.language.names import NOISE, kept
from declint.language.width import half
from declint.pattern import pattern

_START = pattern(r"[\n,;:。!?、\"“”)】]")
_COMPARED = 1_000
_END = pattern(r"[\n;。!?]")


def may_repeat(text: str, shortest: int) -> bool:
    """Whether a stretch of the shortest length may stand in a text twice.

    Of any such stretch one block of half its length, counted from the beginning, is part as a whole.
    """
    plain, size = _plain(text), (shortest + 1) // 2
    return any(plain.find(plain[at : at + size]) < at for at in range(size, len(plain) - size + 1, size))


def shares(one: str, other: str, shortest: int) -> bool:
    """Whether a stretch of the shortest length stands in both texts; blocks are looked for as above."""
    here, there, size = _plain(one), _plain(other), (shortest + 1) // 2
    last = len(here) - shortest
    return any(
        here[start : start + shortest] in there
        for at in range(0, len(here) - size + 1, size)
        if here[at : at + size] in there
        for start in range(max(at + size - shortest, 0), min(at, last) + 1)
    )


@lru_cache(maxsize=_COMPARED)
def _plain(text: str) -> str:
    return NOISE.sub("", half(text).lower())


class Passage:
    """A text without blanks and punctuation; every stretch of it is known by its first place."""

    def __init__(self, text: str, shortest: int) -> None:
        self.shortest = shortest
        self.half = "\n".join(map(half, text.split("\n")))
        self.plain, self.offsets = kept(text)

    @cached_property
    def _first(self) -> dict[str, int]:
        first: dict[str, int] = {}
        for at, gram in enumerate(grams(self.plain, self.shortest)):
            first.setdefault(gram, at)
        return first

    def first(self, gram: str) -> int | None:
        """Where a stretch of the shortest length stands first."""
        return self._first.get(gram)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the text itself."""
        return self.offsets[start], self.offsets[end - 1] + 1


class Copy(Struct, frozen=True):
    """A stretch and the earlier one that it repeats; both count characters of the texts themselves."""

    start: int
    end: int
    first_start: int
    first_end: int


def copies_between(later: Passage, earlier: Passage) -> Iterator[Copy]:
    """The whole sentences of one passage that stand in another one (or further up in the same one)."""
    at, last = 0, len(later.plain) - later.shortest
    while at <= last:
        source = earlier.first(later.plain[at : at + later.shortest])
        if source is None or (later is earlier and source + later.shortest > at):
            at += 1
            continue
        length = _shared(later, at, earlier, source)
        if copy := _whole_sentences(later, at, earlier, source, length):
            yield copy
        at += length - later.shortest + 1 if copy is None else length


def joined(copies: Iterable[Copy], most: int) -> Iterator[Copy]:
    """Copies with the next ones joined to them where at most ``most`` characters between them differ."""
    last: Copy | None = None
    for copy in copies:
        if last and _continues(copy, last, most):
            last = Copy(last.start, copy.end, last.first_start, copy.first_end)
            continue
        if last:
            yield last
        last = copy
    if last:
        yield last


def _continues(copy: Copy, last: Copy, most: int) -> bool:
    gap, first_gap = copy.start - last.end, copy.first_start - last.first_end
    return gap <= most and 0 <= first_gap <= most and copy.first_end <= last.start


def _shared(later: Passage, at: int, earlier: Passage, source: int) -> int:
    """How long the two run alike; a passage never reaches into its own copy."""
    ours, theirs = later.plain, earlier.plain
    end = min(len(ours) - at, (at if later is earlier else len(theirs)) - source)
    steps = range(later.shortest, end)
    return next((step for step in steps if ours[at + step] != theirs[source + step]), end)


def _whole_sentences(later: Passage, at: int, earlier: Passage, source: int, length: int) -> Copy | None:
    """The part of a shared stretch from the beginning of a clause to the end of a sentence."""
    text, offsets = later.half, later.offsets
    start = next((step for step in range(length) if _begins(text, offsets, at + step)), length)
    end = next((step for step in range(length, start, -1) if _ends(text, offsets, at + step)), start)
    if end - start < later.shortest:
        return None
    return Copy(
        *later.span(at + start, at + end),
        *earlier.span(source + start, source + end),
    )


def _begins(text: str, offsets: list[int], at: int) -> bool:
    if at == 0:
        return True
    before, here = offsets[at - 1], offsets[at]
    blank = here > before + 1 and not (text[before].isascii() or text[here].isascii())
    return blank or _START.search(text, before + 1, here) is not None


def _ends(text: str, offsets: list[int], at: int) -> bool:
    return at == len(offsets) or _END.search(text, offsets[at - 1] + 1, offsets[at]) is not None
