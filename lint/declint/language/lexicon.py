"""The word lists under ``data/``: YAML that a budget officer can read and extend.

A configuration may add words of its own. They are in force inside ``extended`` and nowhere else: this is the
one place that holds them.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from declint import data

Extra = tuple[tuple[str, str, tuple[str, ...]], ...]
"""Words to add: triples of lexicon, list and words; a word of a list of pairs is written ``wrong=right``."""
_ROOMS = ("declint.language", "declint.declaration", "declint.rules")
_in_force: list[Extra] = [()]


@cache
def lexicon(name: str) -> Any:
    """The contents of ``data/NAME.yaml`` with the words that are in force besides."""
    loaded = data.contents(name)
    for lexicon_name, key, added in _in_force[-1]:
        if lexicon_name == name:
            loaded = {**loaded, key: _joined(loaded[key], added)}
    return loaded


@cache
def words(name: str, *keys: str) -> tuple[str, ...]:
    """The lists of a lexicon, the longest words first, so that the first match is the most telling."""
    found = dict.fromkeys(str(word) for key in keys for word in lexicon(name)[key])
    return tuple(sorted(found, key=len, reverse=True))


@cache
def vocabulary(name: str, key: str) -> frozenset[str]:
    """One list of a lexicon, for looking up a whole text in it."""
    return frozenset(words(name, key))


def lexicon_names() -> tuple[str, ...]:
    """The names of all lexicons."""
    return data.names()


def extensible(name: str) -> dict[str, bool]:
    """The lists of a lexicon that take more words, and whether each holds pairs (``wrong=right``)."""
    return {
        key: isinstance(values, dict) for key, values in data.contents(name).items() if _takes_words(values)
    }


def _takes_words(values: Any) -> bool:
    if isinstance(values, list):
        return all(isinstance(word, str) for word in values)
    return isinstance(values, dict) and any(isinstance(right, str) for right in values.values())


@contextmanager
def extended(extra: Extra) -> Iterator[None]:
    """Put words in force for what is done inside; what was derived from other words is forgotten."""
    if extra == _in_force[-1]:
        yield
        return
    _in_force.append(extra)
    _forget()
    try:
        yield
    finally:
        _in_force.pop()
        _forget()


def _joined(values: Any, added: tuple[str, ...]) -> Any:
    if isinstance(values, dict):
        pairs = (pair.partition("=") for pair in added)
        return {**values, **{wrong.strip(): right.strip() for wrong, _, right in pairs}}
    return [*values, *added]


def _forget() -> None:
    """Clear every cache of a function of the rooms that read words: what it holds may rest on other words."""
    for name, module in list(sys.modules.items()):
        if name.startswith(_ROOMS):
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear") and not isinstance(value, type):
                    value.cache_clear()
