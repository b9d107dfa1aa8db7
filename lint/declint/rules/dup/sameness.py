"""When two names mean one indicator."""

import re
from functools import cache, lru_cache

from declint.language.lexicon import lexicon, words
from declint.language.names import bare
from declint.pattern import pattern

_TEMPLATE = pattern(r"(?:三级)?指标[0-9一二三四五六七八九十]*|[0-9()/*…%]*")
_DOUBLED = pattern(r"(.{2,6})(?=\1)")


@lru_cache(maxsize=1_000)
def is_nameless(name: str) -> bool:
    """Whether a name is a remnant of the template or says nothing (指标1, 无, /)."""
    name = bare(name)
    return len(name) < 2 or name in words("copies", "空名") or _TEMPLATE.fullmatch(name) is not None


@lru_cache(maxsize=1_000)
def same_indicator(name: str) -> str:
    """What two names have in common only if they surely mean one indicator."""
    synonyms = lexicon("copies")["同一指标"]
    plain = _pattern("同一指标").sub(lambda match: str(synonyms[match[0]]), bare(name))
    return _without_start("举办词", plain) or plain


@lru_cache(maxsize=1_000)
def same_measure(name: str) -> str:
    """What two names of one measure have in common: no general words, 人均 and the like in front."""
    plain = _without("泛指词", same_indicator(name))
    averages = _pattern("平均词").findall(plain)
    return "".join(averages) + _pattern("平均词").sub("", plain)


@lru_cache(maxsize=1_000)
def without_steps(name: str) -> tuple[str, bool]:
    """A measure without the steps of the work and doubled words, and whether it had a doubled word."""
    plain = _without("环节词", same_measure(name))
    single = _DOUBLED.sub("", plain)
    return single, single != plain


def _without(key: str, text: str) -> str:
    """A text without the words of a list, protected ones aside."""
    return _protected(key).sub(lambda match: match["kept"] or "", text)


def _without_start(key: str, text: str) -> str:
    """A text without a word of a list at its beginning."""
    match = _protected(key).match(text)
    return text[match.end() :] if match and not match["kept"] else text


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return pattern("|".join(map(re.escape, words("copies", key))))


@cache
def _protected(key: str) -> re.Pattern[str]:
    return pattern(f"(?P<kept>{_pattern('不拆的词').pattern})|{_pattern(key).pattern}")
