"""Lists in prose that a collective word ends: A系统、B平台和C系统等各相关系统."""

import re
from functools import cache

from msgspec import Struct

from declint.language.lexicon import words
from declint.language.width import half
from declint.pattern import pattern

_START = pattern(r"[,;。:!?\n]")
_JOINED = pattern(r"[和及与]")
_FEWEST = 3


class Enumeration(Struct, frozen=True):
    """The members of a list, the word that sums them up, and the stretch (characters of the text, from 0)."""

    members: tuple[str, ...]
    collective: str
    start: int
    end: int


@cache
def _end() -> re.Pattern[str]:
    """How a list ends: 等各类费用."""
    nouns = "|".join(map(re.escape, words("costs", "统称")))
    return pattern(
        rf"等(?:各|相关|有关|各相关|各类|多个|\d{{1,2}}个|[一二三四五六七八九十]个)*(?P<noun>{nouns})"
    )


def enumerations(text: str) -> list[Enumeration]:
    """Every list of at least three things of one kind, in the order of the text."""
    halved = half(text)
    found = []
    for match in _end().finditer(halved):
        start = max((sep.end() for sep in _START.finditer(halved, 0, match.start())), default=0)
        members = _members(halved[start : match.start()])
        alike = sum(member.endswith(words("costs", "统称")) for member in members)
        if len(members) >= _FEWEST and alike * 2 >= len(members):
            found.append(Enumeration(tuple(members), match["noun"], start, match.end()))
    return found


def _members(text: str) -> list[str]:
    """The parts between 、; the last is divided at 和 where both sides end as members do."""
    *first, last = text.split("、")
    for joint in reversed(list(_JOINED.finditer(last))):
        left, right = last[: joint.start()], last[joint.end() :]
        if left.endswith(words("costs", "统称")) and right.endswith(words("costs", "统称")):
            return [*first, left, right]
    return [*first, last]
