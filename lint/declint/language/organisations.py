"""Names of organisations: whether two of them may be one unit written in two ways."""

import re
from functools import cache, lru_cache

from declint.language.lexicon import lexicon, words
from declint.language.names import bare

_SHORTEST_NAME, _SHORTEST_OWN = 6, 4


@cache
def _place_pattern() -> re.Pattern[str]:
    ends = "|".join(words("organisations", "地名尾"))
    return re.compile(rf"(?:[^（()）]{{2,7}}?(?:{ends}))*")


@lru_cache(maxsize=50_000)
def place_and_own(name: str) -> tuple[str, str]:
    """A name in two parts: 上海市 and 科技创业中心; the first is '' where it names no place."""
    name = bare(name)
    match = _place_pattern().match(name)
    end = match.end() if match and match.end() < len(name) else 0
    return name[:end], name[end:]


@lru_cache(maxsize=50_000)
def near_variant(one: str, other: str) -> bool:
    """Whether two different names are so close that one is probably the other, misspelt or from memory.

    Ordinals, quarters, places and the proper names of schools and hospitals tell units apart.
    """
    one, other = bare(one), bare(other)
    if one == other or min(len(one), len(other)) < _SHORTEST_NAME:
        return False
    if _differ_by_place_word(one, other):
        return True
    (place, own), (other_place, other_own) = place_and_own(one), place_and_own(other)
    if place and other_place and place != other_place:
        return False
    if own == other_own:
        return len(own) >= _SHORTEST_NAME
    return own[:2] == other_own[:2] and _differ_slightly(own, other_own)


def _differ_by_place_word(one: str, other: str) -> bool:
    """上海市科技馆, 上海科技馆: one lacks the 省, 市, 县 or 区 of its place, everything else being equal."""
    short, long = sorted((one, other), key=len)
    at = _common(short, long)
    return long[at : at + 1] in ("省", "市", "县", "区") and at >= 2 and short == long[:at] + long[at + 1 :]


def _differ_slightly(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    start = _common(short, long)
    left, right = short[start:], long[start:]
    end = _common(left[::-1], right[::-1])
    gone, come = left[: len(left) - end], right[: len(right) - end]
    if not gone and not left:
        return come in lexicon("organisations")["附带词"]
    if len(gone) == len(come) == 2 and gone == come[::-1]:
        return True
    if not _may_vary(gone + come) or short.endswith(words("organisations", "专名机构")):
        return False
    if not gone:
        return come in lexicon("organisations")["连词"] or len(come) <= 2 <= len(short) - _SHORTEST_OWN
    if not len(gone) == len(come) == 1:
        return False
    return len(short) >= _SHORTEST_OWN + 2 or _end_misspelt(left, gone, come)


def _common(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    return next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(other)),
    )


def _may_vary(characters: str) -> bool:
    return not any(char in lexicon("organisations")["区别字"] for char in characters)


def _end_misspelt(rest: str, gone: str, come: str) -> bool:
    """The last character differs and only one of the two can end a name: 图书馆, 图书管."""
    ends = lexicon("organisations")["机构尾字"]
    return len(rest) == 1 and (gone in ends) != (come in ends)
