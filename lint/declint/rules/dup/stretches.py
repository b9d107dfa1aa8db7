"""Long stretches of a text that stand in it, or in another text, a second time."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import accumulate

from msgspec import Struct

from declint.language.names import NOISE, kept_at
from declint.language.width import half_lines
from declint.pattern import pattern

_START = pattern(r"[\n,;:。!?、\"“”)】]")
_COMPARED = 1_000
_STOPS = ";。!?"
_END = pattern(rf"[\n{_STOPS}]")
_STOP = pattern(f"[{_STOPS}]")
_KEPT_OR_STOP = pattern(f"[^{NOISE.translate(str.maketrans('', '', _STOPS))}]+")


@lru_cache(maxsize=_COMPARED)
def _sentences(text: str) -> tuple[str, tuple[int, ...]]:
    """A text without blanks and punctuation, and where its sentences end in that."""
    stopped = half_lines(text).lower().replace("\n", _STOPS[0])
    sentences = _STOP.split("".join(_KEPT_OR_STOP.findall(stopped)))
    return "".join(sentences), tuple(dict.fromkeys(accumulate(map(len, sentences))))


class Passage:
    """A text without blanks and punctuation, and the length that its stretches are compared from."""

    def __init__(self, text: str, shortest: int) -> None:
        self.text, self.shortest = text, shortest
        self.plain, self.ends = _sentences(text)

    @cached_property
    def half(self) -> str:
        """The text in half-width characters, with its line ends."""
        return half_lines(self.text)

    @cached_property
    def offsets(self) -> list[int]:
        """Where the characters without blanks and punctuation stand in the text."""
        return kept_at(self.text)

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
    if not _may_share(later, earlier):
        return
    at = 0
    while found := _repeated(later, earlier, at):
        at, source = found
        length = _shared(later, at, earlier, source)
        if copy := _whole_sentences(later, at, earlier, source, length):
            yield copy
        at += length - later.shortest + 1 if copy is None else length


def _may_share(later: Passage, earlier: Passage) -> bool:
    """Whether what stands in front of the end of any sentence stands earlier; every copy ends with one."""
    ours, theirs, shortest = later.plain, earlier.plain, later.shortest
    starts = (end - shortest for end in later.ends if end >= shortest)
    return any(
        theirs.find(ours[at : at + shortest], 0, at if later is earlier else len(theirs)) >= 0
        for at in starts
    )


def _repeated(later: Passage, earlier: Passage, at: int) -> tuple[int, int] | None:
    """The next stretch of the shortest length that stands earlier, and where it stands there first.

    Of any such stretch one block of half its length, counted from the beginning, is part as a whole: where
    that block does not stand earlier, no stretch does that holds it.
    """
    ours, theirs, shortest = later.plain, earlier.plain, later.shortest
    size = (shortest + 1) // 2
    while at <= len(ours) - shortest:
        block = -(-at // size) * size
        end = max(block - shortest + size, 0) if later is earlier else len(theirs)
        known = theirs.find(ours[block : block + size], 0, end)
        if known < 0:
            at = block + 1
            continue
        end = at if later is earlier else len(theirs)
        source = theirs.find(ours[at : at + shortest], max(known - block + at, 0), end)
        if source >= 0:
            return at, source
        at += 1
    return None


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
    longest = min(len(ours) - at, (at if later is earlier else len(theirs)) - source)
    return bisect_left(
        range(longest), True, key=lambda last: not ours.startswith(theirs[source : source + last + 1], at)
    )


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
