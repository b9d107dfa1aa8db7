"""Whether a text says what will be done, in a way that can be checked."""

import re
from functools import cache

from declint.language.lexicon import words
from declint.language.patterns import any_of, beginning, firsts
from declint.language.promises import promises
from declint.language.prose import prose_of
from declint.language.quantity import either
from declint.pattern import pattern

_CLAUSE = pattern(r"[,;:。.!?、\n ]+")
_FIGURE = pattern(r"\d")


def names_a_figure(text: str) -> bool:
    """Whether a text gives any amount or level; dates, titles and list numbers are none."""
    return _FIGURE.search(prose_of(text).figures_only) is not None or bool(promises(text))


def names_a_deed(text: str) -> bool:
    """Whether a clause names a deed with an object: 更换路灯, 编印手册; not 完成相关工作."""
    return any(_is_deed(clause) for clause in _CLAUSE.split(prose_of(text).plain))


def _is_deed(clause: str) -> bool:
    """Whether the first verb of a clause is a deed with an object, in front of it or behind it."""
    match = _verb().search(clause)
    if match is None or match["wish"]:
        return False
    before, after = (
        _empty().sub("", part).strip() for part in (clause[: match.start()], clause[match.end() :])
    )
    led = any(word in clause[: match.start()] for word in (*words("prose", "领起"), "对", "将", "为"))
    return len(after) >= 2 or (led and len(before) >= 2)


@cache
def _verb() -> re.Pattern[str]:
    """The verbs of a clause: those that only wish, and those that name a deed."""
    wish, deed = words("prose", "空话"), words("prose", "实事")
    return pattern(beginning(firsts((*wish, *deed)), f"(?P<wish>{either(wish)})|(?:{either(deed)})"))


@cache
def _empty() -> re.Pattern[str]:
    return pattern(any_of((*words("prose", "空话"), *words("prose", "空泛对象"))))
