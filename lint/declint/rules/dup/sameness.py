"""When two names mean one indicator."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from declint.language.lexicon import lexicon, words
from declint.language.names import bare
from declint.pattern import pattern

_TEMPLATE = pattern(r"(?:三级)?指标[0-9一二三四五六七八九十]*|[0-9()/*…%]*")
_SHORTEST_WORD = 2
_DOUBLED = pattern(rf"(.{{{_SHORTEST_WORD},6}})(?=\1)")


@lru_cache(maxsize=1_000)
def is_nameless(name: str) -> bool:
    """Whether a name is a remnant of the template or says nothing (指标1, 无, /)."""
    name = bare(name)
    return len(name) < 2 or name in _empty_names() or _TEMPLATE.fullmatch(name) is not None


@lru_cache(maxsize=1_000)
def same_indicator(name: str) -> str:
    """What two names have in common only if they surely mean one indicator."""
    synonyms = lexicon("copies")["同一指标"]
    plain = _pattern("同一指标").sub(lambda match: str(synonyms[match[0]]), bare(name))
    return _without_start("举办词", plain) or plain


class SameMeasure(NamedTuple):
    """What two names of one measure have in common: no general words, 人均 and the like in front.

    ``rest`` is that without the steps of the work and without doubled words; ``doubled`` tells of the latter.
    """

    name: str
    rest: str
    doubled: bool


@lru_cache(maxsize=1_000)
def same_measure(name: str) -> SameMeasure:
    """What a name has in common with others of its measure."""
    plain = _without("泛指词", same_indicator(name))
    averages = _pattern("平均词").findall(plain)
    measure = "".join(averages) + _pattern("平均词").sub("", plain) if averages else plain
    rest = _without("环节词", measure)
    single = _DOUBLED.sub("", rest) if len(rest) - len(set(rest)) >= _SHORTEST_WORD else rest
    return SameMeasure(measure, single, single != rest)


def _without(key: str, text: str) -> str:
    """A text without the words of a list, protected ones aside."""
    either, protected = _protected(key)
    return either.sub(lambda match: match[0] if match[0] in protected else "", text)


def _without_start(key: str, text: str) -> str:
    """A text without a word of a list at its beginning."""
    either, protected = _protected(key)
    match = either.match(text)
    return text[match.end() :] if match and match[0] not in protected else text


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return _either(words("copies", key))


def _either(listed: Iterable[str]) -> re.Pattern[str]:
    return pattern("|".join(map(re.escape, listed)))


@cache
def _protected(key: str) -> tuple[re.Pattern[str], frozenset[str]]:
    """The protected words and those of a list, and which of them are protected."""
    protected = words("copies", "不拆的词")
    return _either((*protected, *words("copies", key))), frozenset(protected)


@cache
def _empty_names() -> frozenset[str]:
    return frozenset(words("copies", "空名"))
