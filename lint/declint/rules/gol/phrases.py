"""The words of a promise that name what is promised."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from declint.language.coverage import told
from declint.language.lexicon import words
from declint.language.patterns import any_of
from declint.language.promises import Promise
from declint.language.prose import AND
from declint.language.topics import in_other_words, told_apart
from declint.pattern import pattern

_SECTION, _ALL, _MOSTLY = 0.55, 0.9, 0.7
_LONGEST_TAIL = 60
_UP_TO_THE_PART = pattern(r"^.*其中")
_JOINED = pattern(rf"[、/]|{AND}")


def own_words(promise: Promise) -> tuple[tuple[str, float], ...]:
    """What the clause of a figure says, and the heading above it, with the credit that each earns."""
    return (promise.subject, 1.0), (promise.section, _SECTION)


def focus_of(promise: Promise) -> str:
    """The words nearest to the figure that name what is promised."""
    near, behind = focus_words(promise.before), _head_of(promise.after)
    return f"{near} {behind}" if len(near) > 1 or not behind else behind


def _head_of(text: str) -> str:
    """The words behind a figure up to the next verb: 失能老人 of 失能老人提供上门服务."""
    first = lead().split(text, maxsplit=1)[0].strip()
    return first if len(first) > 1 else text


@lru_cache(maxsize=1_000)
def focus_words(text: str) -> str:
    """What stands behind the last verb that only leads up to a figure (开展, 完成 …), its own tail aside."""
    text = without_reaching(text)
    ends = [match.end() for match in lead().finditer(text)]
    return text[ends[-1] :].strip() if ends else text.strip()


@lru_cache(maxsize=1_000)
def without_reaching(text: str) -> str:
    """The words in front of a figure without 力争达到, 保持在, 均为 at their end."""
    match = _tail().search(text, max(len(text) - _LONGEST_TAIL, 0))
    return text[: match.start()].strip() if match else text.strip()


@cache
def _tail() -> re.Pattern[str]:
    tails = sorted((*words("prose", "到达"), *words("prose", "尾词")), key=len, reverse=True)
    return pattern(f"(?:{'|'.join(map(re.escape, tails))}| )++$")


@cache
def lead() -> re.Pattern[str]:
    """The verbs that only lead up to what is promised: 开展, 完成."""
    return pattern(f"(?:{any_of(words('prose', '领起'))})(?![率度量数情时])")


def head_phrase(promise: Promise) -> str:
    """What stands in front of the figure, or behind it where nothing telling does."""
    text = without_reaching(promise.before)
    return text if len(focus_words(text)) > 1 else promise.after


def names_the_part(promise: Promise, name: str) -> bool:
    """Whether a row's name speaks of the very part that 其中 leads up to: 其中食用农产品 1200 批次."""
    focus = _UP_TO_THE_PART.sub("", focus_of(promise)).strip()
    return "其中" in promise.subject and told(focus, name) >= _ALL


def told_apart_here(promise: Promise, name: str, but_for: Iterable[str]) -> bool:
    """Whether a dividing word of the promise is not in the name, or one of the name not in the promise."""
    said = promise.subject, f"{promise.context} {promise.subject}"
    return all(told_apart(each, name, but_for) for each in said)


def leaves_one_out(promise: Promise, name: str) -> bool:
    """Whether a figure for several things in one (困难党员、老党员 150 名) meets a name of only some."""
    parts = [part for part in _JOINED.split(focus_of(promise)) if len(part) > 1]
    return len(parts) > 1 and any(
        told(in_other_words(part), in_other_words(name)) < _MOSTLY for part in parts
    )
