"""What a project's name says, apart from whose it is, of which year, and that it is a project."""

import re
from functools import cache

from declint.language.lexicon import words
from declint.language.names import bare
from declint.language.organisations import place_and_own
from declint.pattern import pattern

SHORTEST = 4
"""A name of fewer characters says too little to be compared."""
_YEAR = pattern(r"^(?:(?:19|20)[0-9]{2}年?度?)+|(?:19|20)[0-9]{2}年?度?$|^本?年度")


def bodies(*names: str) -> tuple[str, ...]:
    """The bodies that names of projects and indicators may start with, comparable."""
    return tuple(body for name in names if len(body := bare(name)) >= SHORTEST)


def subject(name: str, around: tuple[str, ...]) -> str:
    """A name without the body and the place in front, the year, and the words that every project ends in."""
    rest = _YEAR.sub("", bare(name))
    for body in around:
        rest = rest.removeprefix(body)
    while (shorter := _suffix().sub("", _YEAR.sub("", rest))) != rest and len(shorter) >= SHORTEST:
        rest = shorter
    place, own = place_and_own(rest)
    is_place = place and not place.endswith(words("copies", "不是地名"))
    return own if is_place and len(own) >= SHORTEST else rest


@cache
def _suffix() -> re.Pattern[str]:
    return pattern(f"(?:{'|'.join(words('copies', '项目尾词'))})$")
