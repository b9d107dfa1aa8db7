"""Patterns and lists of words that are quick to search for."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from declint.language.lexicon import words
from declint.pattern import pattern


def beginning(characters: str, whole: str) -> str:
    """The pattern, tried only where one of these characters (a character class without brackets) stands.

    A pattern that begins with options is otherwise tried in full at every character; of one that begins with
    words Python itself knows the first characters.
    """
    return f"(?=[{characters}])(?:{whole})"


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of these words, the first that fits."""
    return f"(?:{'|'.join(map(re.escape, words))})"


class Vocabulary:
    """Words that are looked for in texts; of two that begin alike the longer one counts."""

    def __init__(self, words: Iterable[str]) -> None:
        listed = sorted(words, key=len, reverse=True)
        self._head = min(len(listed[-1]), 2)
        self._by_head: dict[str, list[str]] = {}
        for word in listed:
            self._by_head.setdefault(word[: self._head], []).append(word)
        seconds = f"(?=[{firsts(word[1:] for word in listed)}])" if self._head > 1 else ""
        self._mark = pattern(f"[{firsts(listed)}]{seconds}")

    def found_in(self, text: str) -> Iterator[tuple[int, str]]:
        """Where one of the words begins, and which; none begins inside another one."""
        end = 0
        for mark in self._mark.finditer(text):
            at = mark.start()
            for word in self._by_head.get(text[at : at + self._head], ()):
                if at >= end and text.startswith(word, at):
                    yield at, word
                    end = at + len(word)


def matches(begins: re.Pattern[str], whole: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What ``whole.finditer(text)`` gives, tried only where ``begins`` matches, which is quick to search for.

    Python searches quickly for a pattern that begins with one of some characters or with a word.
    """
    at = 0
    while start := begins.search(text, at):
        match = whole.match(text, start.start())
        at = match.end() if match else start.start() + 1
        if match:
            yield match


def firsts(words: Iterable[str]) -> str:
    """The characters that these words begin with, for a character class."""
    return re.escape("".join(sorted({word[0] for word in words})))


def says(text: str, name: str, key: str) -> bool:
    """Whether any word of a list of a lexicon stands in a text."""
    return _any_word(name, key).search(text) is not None


@cache
def _any_word(name: str, key: str) -> re.Pattern[str]:
    return pattern("|".join(map(re.escape, words(name, key))) or "(?!)")
