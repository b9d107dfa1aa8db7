"""When two phrases of the goals name one thing."""

from functools import cache, lru_cache
from re import Pattern

from declint.language.lexicon import words
from declint.language.patterns import any_of
from declint.language.topics import Topic, in_other_words, in_same_words, topic
from declint.pattern import pattern

_SHORTEST, _ALIKE, _FAINTEST = 4.0, 0.8, 0.5


def same_subject(one: str, other: str) -> bool:
    """Whether one phrase is the other, or has a few words more that divide nothing."""
    found = _words_more(
        topic(in_other_words(_without_rising(one))), topic(in_other_words(_without_rising(other)))
    )
    return found is not None and not any(_divides(each.text) for side in found for each in side)


def same_telling_subject(one: str, other: str, own_places: tuple[str, ...] = ()) -> bool:
    """Whether two phrases surely name one thing: the same deed, object and whole, in enough words to be sure.

    What only one of them says makes it a part, another head or another deed, unless it is a word that says
    nothing (不分别), a place of the declaring body itself, or the deed that the other leaves out.
    """
    first, second = _subject(one), _subject(other)
    found = _words_more(first, second)
    if found is None or min(topic(in_same_words(each)).total for each in (one, other)) < _SHORTEST:
        return False
    mine, yours = ([told for each in side if (told := said_of(each, own_places))] for side in found)
    if sorted(mine) == sorted(yours):
        return True
    if (mine and yours) or any(_divides(each.text) for side in found for each in side):
        return False
    shorter = second if mine else first
    return all(map(_is_deed, mine or yours)) and not _names_its_deed(shorter.text)


@lru_cache(maxsize=1_000)
def _subject(phrase: str) -> Topic:
    """What a phrase speaks of, without words of rising and reaching."""
    return topic(in_same_words(_without_rising(phrase)))


def said_of(phrase: Topic, own_places: tuple[str, ...]) -> str:
    """What a phrase says beyond set phrases and words for the whole, '' where that is nothing."""
    telling = (
        char if weight > _FAINTEST else " " for char, weight in zip(phrase.text, phrase.weights, strict=True)
    )
    text = "".join(telling)
    for word in (*own_places, *words("prose", "不分别")):
        text = text.replace(word, " ")
    return "".join(text.split())


def _words_more(first: Topic, second: Topic) -> tuple[list[Topic], list[Topic]] | None:
    """The stretches that only the first phrase has and those of the second.

    None where they are not alike, or have different words in one place.
    """
    lengths = len(first.text), len(second.text)
    if 2 * min(lengths) < _ALIKE * sum(lengths):
        return None
    # No more characters can match than the other phrase has at all: most pairs of phrases end here.
    if 2 * sum(map(frozenset(second.text).__contains__, first.text)) < _ALIKE * sum(lengths):
        return None
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, first.text, second.text, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return None
    mine, yours = [], []
    for kind, start, end, from_, to in matcher.get_opcodes():
        if kind == "replace":
            return None
        if kind == "delete":
            mine.append(Topic(first.text[start:end], first.weights[start:end]))
        elif kind == "insert":
            yours.append(Topic(second.text[from_:to], second.weights[from_:to]))
    return mine, yours


def _without_rising(phrase: str) -> str:
    """The phrase without words of rising and reaching."""
    for word in (*words("prose", "变化"), *words("prose", "到达")):
        phrase = phrase.replace(word, "")
    return phrase


def _is_deed(text: str) -> bool:
    return _deeds().fullmatch(text) is not None


def _names_its_deed(text: str) -> bool:
    """Whether a phrase begins or ends with a deed: 检验食品, 食品检验; not 食品检验报告."""
    return any(match.start() == 0 or match.end() == len(text) for match in _deeds().finditer(text))


@cache
def _deeds() -> Pattern[str]:
    """The words for deeds: 维修, 养护."""
    deeds = map(in_same_words, words("prose", "实事", "做面积"))
    return pattern(any_of(sorted(deeds, key=len, reverse=True)))


def _divides(text: str) -> bool:
    """Whether words that only one phrase has may make it another thing: numbers, letters, 新增, 线上 …"""
    return any(char.isascii() or char in "一二三四五六七八九十甲乙丙东南西北" for char in text) or any(
        word in text for word in words("prose", "区别")
    )
