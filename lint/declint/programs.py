"""Compiled patterns, kept for the next start.

Python keeps modules compiled but not patterns, and to compile ours takes longer than to check a declaration.
What is kept are numbers that the matcher proves before it runs them; where it refuses them, or where this
Python has no such matcher, ``re`` compiles the pattern.
"""

import contextlib
import json
import re
from array import array
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import NamedTuple

from declint import kept

_MOST = 2_000
"""How many programs are kept; words of configurations make ever new ones."""
_UNUSABLE = (OSError, ImportError, AttributeError, LookupError, TypeError, ValueError, RuntimeError)


_Index = dict[str, tuple[int, int, Mapping[str, int], int, int]]
"""For each pattern its flags, groups and their names, and where its code begins and ends."""


class Program(NamedTuple):
    """What the matcher of ``re`` runs for a pattern: flags, number of groups, their names, and the code."""

    flags: int
    groups: int
    names: Mapping[str, int]
    code: list[int]

    def pattern(self, text: str) -> re.Pattern[str]:
        """The compiled pattern of a text. Raises RuntimeError where the matcher refuses the code."""
        by_number: list[str | None] = [None] * (self.groups + 1)
        for name, number in self.names.items():
            by_number[number] = name
        made: re.Pattern[str] = import_module("_sre").compile(
            text, self.flags, self.code, self.groups, dict(self.names), tuple(by_number)
        )
        return made


def program(text: str, flags: int) -> Program:
    """The program of a pattern, as ``re.compile`` makes it before it hands it to the matcher."""
    tree = import_module("re._parser").parse(text, flags)
    code: list[int] = vars(import_module("re._compiler"))["_code"](tree, flags)
    return Program(flags | tree.state.flags, tree.state.groups - 1, dict(tree.state.groupdict), code)


_new: dict[str, Program] = {}


def compiled(text: str, flags: int) -> re.Pattern[str]:
    """The pattern by its kept program, else by a new one, else as ``re`` itself compiles it."""
    key = f"{int(flags)} {text}"
    try:
        found = _kept().get(key)
        if found is None:
            found = _new[key] = program(text, flags)
        return found.pattern(text)
    except _UNUSABLE:
        return re.compile(text, flags)


class _Kept:
    """The programs of earlier runs: an index, and the codes of all of them one behind the other."""

    def __init__(self, index: _Index, codes: bytes) -> None:
        self.index = index
        self._codes = memoryview(codes).cast("I")

    def get(self, key: str) -> Program | None:
        if key not in self.index:
            return None
        flags, groups, names, start, end = self.index[key]
        return Program(flags, groups, names, self._codes[start:end].tolist())


@cache
def _kept() -> _Kept:
    """What is kept for this Python; nothing where it can't be read."""
    with contextlib.suppress(*_UNUSABLE):
        if body := kept.load(__file__, _state()):
            index, _, codes = body.partition(b"\n")
            return _Kept(json.loads(index), codes)
    return _Kept({}, b"")


def keep() -> None:
    """Keep the programs that this run has made, beside those that were kept before."""
    if not _new:
        return
    before = _kept()
    programs = {key: found for key in before.index if (found := before.get(key))}
    programs = {**programs, **_new} if len(programs) + len(_new) <= _MOST else _new
    codes = array("I")
    index: _Index = {}
    for key, each in programs.items():
        index[key] = (each.flags, each.groups, each.names, len(codes), len(codes) + len(each.code))
        codes.extend(each.code)
    kept.save(__file__, _state(), json.dumps(index).encode() + b"\n" + codes.tobytes())


def _state() -> str:
    return f"matcher {import_module('_sre').MAGIC}"
