"""Which part of the whole a figure of the goals is for: a place, a body, a stage, a group."""

import re
from functools import cache, lru_cache

from msgspec import Struct

from declint.declaration.model import Declaration
from declint.language.lexicon import words
from declint.language.names import bare
from declint.language.organisations import own_places
from declint.language.patterns import any_of
from declint.language.promises import Promise
from declint.language.topics import in_other_words, in_same_words, topic
from declint.pattern import pattern
from declint.rules.gol.phrases import focus_words, lead, without_reaching
from declint.rules.gol.sameness import said_of

_CLAUSE_END = pattern(r"[,:]")
_LONGEST_PART = 12


def places_of(declaration: Declaration) -> tuple[str, ...]:
    """The places that the declaring bodies are of: the whole that all figures are for."""
    return own_places(*map(declaration.text, ("主管部门", "实施单位")))


def same_part(one: Promise, other: Promise, own_places: tuple[str, ...]) -> bool:
    """Whether two figures are for the same part, or both for the whole, as far as their sentences tell."""
    if _settings(one, own_places) != _settings(other, own_places):
        return False
    mine, yours = _aside(one, own_places), _aside(other, own_places)
    if mine.said == yours.said:
        return True
    return not (mine.said and yours.said) and not (mine if mine.said else yours).is_part


def of_another_place(promise: Promise, name: str, own_places: tuple[str, ...]) -> bool:
    """Whether the words of a promise or a row's name have a 镇, 村 and the like that the other has not."""
    first, second = (_without(in_other_words(bare(each)), own_places) for each in (promise.subject, name))
    if not (_place().search(first) or _place().search(second)):
        return False
    from difflib import SequenceMatcher

    for kind, start, end, from_, to in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        shared = 1 if kind == "replace" else 0  # 镇 itself stands behind 高庙 and 黄岗
        if kind != "equal" and (
            _has_place(first, start, end, shared) or _has_place(second, from_, to, shared)
        ):
            return True
    return False


def _has_place(text: str, start: int, end: int, shared: int) -> bool:
    """Whether the name of a place begins in a stretch and ends in it or so many characters behind it."""
    match = _place().search(text, start, end + shared)
    return match is not None and match.start() < end


def _without(text: str, known: tuple[str, ...]) -> str:
    """The text without known places, and with blanks for words that are no places though they look so."""
    for word in known:
        text = text.replace(word, "")
    return _no_place().sub(lambda match: " " * len(match[0]), text)


@cache
def _no_place() -> re.Pattern[str]:
    found = dict.fromkeys(words("prose", "非部分", "不分别") + words("organisations", "非地名", "非地名头"))
    return pattern(any_of(sorted((word for word in found if len(word) > 1), key=len, reverse=True)))


@cache
def _place() -> re.Pattern[str]:
    """The name of a place, at least two characters in front of 镇, 村 …"""
    return pattern(rf"[^ ]{{2,5}}?(?:{any_of(words('organisations', '地名尾'))})")


def _settings(promise: Promise, own_places: tuple[str, ...]) -> frozenset[str]:
    """The parts that the heading, or clauses of their own, name: 高庙镇: …; 在第一小学, …"""
    clauses = (clause for text in (promise.section, promise.context) for clause in _CLAUSE_END.split(text))
    return frozenset(said for clause in clauses if (said := _setting(clause.strip(), own_places)))


@lru_cache(maxsize=1_000)
def _setting(clause: str, own_places: tuple[str, ...]) -> str:
    if len(clause) > _LONGEST_PART or _does_something().search(clause):
        return ""
    match = _part().fullmatch(clause)
    said = said_of(topic(match["part"]), own_places) if match else ""
    return said if len(said) > 1 else ""


class _Aside(Struct, frozen=True):
    """What stands in front of the words that name the thing: 面向游园市民 of 面向游园市民举办林技推广讲座."""

    said: str
    is_part: bool


def _aside(promise: Promise, own_places: tuple[str, ...]) -> _Aside:
    near, focus = without_reaching(promise.before), focus_words(promise.before)
    return _read_aside(near.removesuffix(focus) if len(focus) > 1 else "", own_places)


@lru_cache(maxsize=1_000)
def _read_aside(text: str, own_places: tuple[str, ...]) -> _Aside:
    text = lead().sub("", text).strip()
    is_part = text.startswith(words("prose", "部分前")) or _part().fullmatch(text) is not None
    return _Aside(said_of(topic(in_same_words(text)), own_places), is_part)


@cache
def _part() -> re.Pattern[str]:
    """A part with what may stand around it: 在高庙镇范围内."""
    before, behind, whole = (any_of(words("prose", key)) for key in ("部分前", "部分后", "整体前"))
    return pattern(
        f"(?:{before})?(?!{whole})(?P<part>.+?(?:{any_of(words('prose', '部分尾'))}))(?:{behind})?"
    )


@cache
def _does_something() -> re.Pattern[str]:
    """Verbs: a clause that has one does something, and is no mere place or stage."""
    return pattern(any_of(words("prose", "实事", "空话", "做面积", "领起")))
