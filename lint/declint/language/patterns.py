"""Patterns and lists of words that are quick to search for."""

import re
from collections.abc import Iterable
from functools import cache

from declint.language.lexicon import words
from declint.pattern import pattern


def beginning(characters: str, text: str) -> str:
    """The pattern, tried only where one of these characters (a character class without brackets) stands.

    A pattern that begins with options or alternatives is otherwise tried in full at every character.
    """
    return f"(?=[{characters}])(?:{text})"


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of these words, the first that fits."""
    listed = list(words)
    return beginning(firsts(listed), "|".join(map(re.escape, listed)))


def firsts(words: Iterable[str]) -> str:
    """The characters that these words begin with, for a character class."""
    return re.escape("".join(sorted({word[0] for word in words})))


def says(text: str, name: str, key: str) -> bool:
    """Whether any word of a list of a lexicon stands in a text."""
    return _any_word(name, key).search(text) is not None


@cache
def _any_word(name: str, key: str) -> re.Pattern[str]:
    return pattern("|".join(map(re.escape, words(name, key))) or "(?!)")
