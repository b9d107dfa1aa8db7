"""Texts that promise nothing one could judge: wishes, directions, the name's own word."""

import re
from functools import cache

from declint.language.lexicon import words
from declint.language.patterns import says
from declint.language.width import half
from declint.pattern import pattern

_CLAUSES = pattern(r"[,;。.!]")
_LISTED = pattern(r"[,;。、.!]")
_NUMBERED = pattern(r"[0-9%‰]|[一二两三四五六七八九十百千万]+(?:个|项|次|家|人|份|场|年|月|成|级|倍|分)")
_PROPERTY = ("性", "度", "程度", "情况", "水平", "效果", "效率")
LONGEST = 60
"""A longer text is prose that a reader has to judge."""


def is_wish(text: str) -> bool:
    """Whether every clause of a short text is a wish, a direction or an empty adjective: 有所提高."""
    plain = _plain(text)
    if not plain or len(plain) > LONGEST or _NUMBERED.search(plain):
        return False
    if says(plain, "vague", "有据") and plain not in words("vague", "空泛的值"):
        return False
    clauses = [clause for clause in _CLAUSES.split(plain) if clause]
    return bool(clauses) and all(_is_wishful(clause) for clause in clauses)


def says_its_name_again(name: str, text: str) -> bool:
    """Whether the text is the name once more, or only grants the property it asks for (规范性: 规范)."""
    name, plain = _plain(name), _plain(text)
    if plain and plain == name:
        return not says(plain, "vague", "有据") and not _NUMBERED.search(plain)
    if not plain or len(plain) > LONGEST or not name.endswith(_PROPERTY):
        return False
    return all(clause in words("vague", "自说自话") for clause in _LISTED.split(plain) if clause)


def _plain(text: str) -> str:
    return "".join(half(text).split())


def _is_wishful(clause: str) -> bool:
    if clause in words("vague", "空泛的值"):
        return True
    degree, wish = _patterns()
    start = degree.match(clause)
    rest = clause[start.end() :] if start else clause
    if wish.fullmatch(rest):
        return True
    opening = wish.match(rest)
    if opening and len(rest) - opening.end() <= 14 and opening[0] != "实现":
        return True
    return _ends_in_wish(clause)


def _ends_in_wish(clause: str) -> bool:
    """Whether a clause ends in a change (服务能力提升), or in a word of degree and a wish (税收适当增长)."""
    if not clause.endswith(words("vague", "愿望词")):
        return False
    for wish in words("vague", "愿望词"):
        if clause.endswith(wish):
            before = clause[: -len(wish)]
            return (len(clause) <= 24 and before.endswith(words("vague", "程度词"))) or (
                len(clause) <= 12 and wish in words("vague", "变化词")
            )
    return False


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    degree = "|".join(words("vague", "程度词"))
    wish = "|".join(words("vague", "愿望词"))
    return pattern(f"(?:{degree})*+"), pattern(f"(?:{wish})")
