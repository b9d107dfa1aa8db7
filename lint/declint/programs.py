"""Compiled patterns, kept for the next start.

Python keeps modules compiled but not patterns, and to compile ours takes longer than to check a declaration.
What is kept are numbers that the matcher proves before it runs them; where it refuses them, or where this
Python has no such matcher, ``re`` compiles the pattern.
"""

import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from msgspec import Struct, msgpack

from declint.kept import Kept

_MOST = 2_000
"""How many programs are kept; words of configurations make ever new ones."""
_UNUSABLE = (OSError, ImportError, AttributeError, LookupError, TypeError, ValueError, RuntimeError)


class Program(Struct, frozen=True, array_like=True, gc=False):
    """What the matcher of ``re`` runs for a pattern: flags, number of groups, their names, and the code."""

    flags: int
    groups: int
    names: Mapping[str, int]
    code: bytes

    def pattern(self, text: str) -> re.Pattern[str]:
        """The compiled pattern of a text. Raises RuntimeError where the matcher refuses the code."""
        by_number: list[str | None] = [None] * (self.groups + 1)
        for name, number in self.names.items():
            by_number[number] = name
        made: re.Pattern[str] = import_module("_sre").compile(
            text,
            self.flags,
            list(memoryview(self.code).cast("I")),
            self.groups,
            dict(self.names),
            tuple(by_number),
        )
        return made


def program(text: str, flags: int) -> Program:
    """The program of a pattern, as ``re.compile`` makes it before it hands it to the matcher."""
    from array import array

    tree = import_module("re._parser").parse(text, flags)
    code = array("I", vars(import_module("re._compiler"))["_code"](tree, flags)).tobytes()
    return Program(flags | tree.state.flags, tree.state.groups - 1, dict(tree.state.groupdict), code)


_new: dict[str, Program] = {}


def compiled(text: str, flags: int) -> re.Pattern[str]:
    """The pattern by its kept program, else by a new one, else as ``re`` itself compiles it."""
    key = f"{int(flags)} {text}"
    try:
        if packed := _kept().get(key):
            return Program(*msgpack.decode(packed)).pattern(text)
        _new[key] = program(text, flags)
        return _new[key].pattern(text)
    except _UNUSABLE:
        return re.compile(text, flags)


@cache
def _kept() -> Kept:
    """The programs that earlier runs have kept."""
    return Kept(__file__, f"matcher {import_module('_sre').MAGIC}")


def keep() -> None:
    """Keep the programs that this run has made, beside those that were kept before."""
    if _new:
        _kept().add({key: msgpack.encode(made) for key, made in _new.items()}, most=_MOST)
