"""The clauses of a text, by what they begin with."""

from zlib import crc32

from declint.language.names import bare_of_half
from declint.language.width import half
from declint.pattern import pattern

CLAUSE_ENDS = pattern(r"[,;:。!?\n]")
_LONG, _SHORTEST = 16, 8


def beginnings(text: str) -> tuple[int, ...]:
    """A number for the beginning of each clause of some length, in their order and each once.

    Texts that share a longer passage share such a number; those that share one may have nothing in common.
    """
    long = (bare_of_half(clause) for clause in CLAUSE_ENDS.split(half(text)) if len(clause) >= _SHORTEST)
    return tuple(dict.fromkeys(crc32(clause[:_LONG].encode()) for clause in long if len(clause) >= _SHORTEST))
