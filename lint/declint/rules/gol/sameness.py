"""When two phrases of the goals name one thing."""

from functools import lru_cache

from declint.language.lexicon import words
from declint.language.topics import in_other_words, topic

_SHORTEST, _ALIKE = 4.0, 0.8


def same_subject(one: str, other: str) -> bool:
    """Whether one phrase is the other, or has a few words more that divide nothing."""
    first, second = topic(_still(one)), topic(_still(other))
    lengths = len(first.text), len(second.text)
    if 2 * min(lengths) < _ALIKE * sum(lengths):
        return False
    # No more characters can match than the other phrase has at all: most pairs of phrases end here.
    if 2 * sum(map(frozenset(second.text).__contains__, first.text)) < _ALIKE * sum(lengths):
        return False
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, first.text, second.text, autojunk=False)
    for kind, start, end, from_, to in matcher.get_opcodes():
        if kind == "replace" or (kind != "equal" and _divides(first.text[start:end] + second.text[from_:to])):
            return False
    return matcher.ratio() >= _ALIKE


@lru_cache(maxsize=1_000)
def same_telling_subject(one: str, other: str) -> bool:
    """Whether two phrases name one thing in enough words to be sure of it."""
    least = min(topic(in_other_words(one)).total, topic(in_other_words(other)).total)
    return least >= _SHORTEST and same_subject(one, other)


@lru_cache(maxsize=1_000)
def _still(phrase: str) -> str:
    """The phrase without words of rising and reaching, in the first word of each line of synonyms."""
    for word in (*words("prose", "变化"), *words("prose", "到达")):
        phrase = phrase.replace(word, "")
    return in_other_words(phrase)


def _divides(text: str) -> bool:
    """Whether words that only one phrase has may make it another thing: numbers, letters, 新增, 线上 …"""
    return any(char.isascii() or char in "一二三四五六七八九十甲乙丙东南西北" for char in text) or any(
        word in text for word in words("prose", "区别")
    )
