"""What conversion and pasting leave in a text: formulas, markup, stray words, broken blanks."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from declint.language.lexicon import lexicon, words
from declint.pattern import pattern
from declint.rules.txt.passages import is_chinese

_HAN = r"[\u3400-\u9fff]"
_BLANK = r"[ \u3000\u00a0]"
_GAP = pattern(rf"(?<={_HAN}){_BLANK}{{1,4}}(?={_HAN})")
_HYPHENS = pattern(r"(?<=[^\s-])(?P<blank>\s?)(?<!-)-{2,3}(?!-)\s?(?=[^\s-])")
_COMMAND = pattern(r"[\\{}^$_]")
_INVISIBLE = pattern(r"[\u200b-\u200f\u2028-\u202e\u2060\ufeff\ue000-\uf8ff]+")


class Residue(NamedTuple):
    """One piece: what it is, where, and the stretches with what should stand there (None: unsure)."""

    kind: str
    start: int
    end: int
    edits: tuple[tuple[int, int, str], ...] | None


def residues(text: str) -> Iterator[Residue]:
    """Everything that is left over in a text; markup and broken blanks once for the whole text."""
    if any(mark in text for mark in "$\\^"):
        yield from _formulas(text)
    if "<" in text or any(entity[0] in text for entity in words("residue", "实体")):
        yield from _markup(text)
    yield from _foreign(text)
    if "--" in text:
        yield from _hyphens(text)
    yield from _together("空格", [(match.start(), match.end(), "") for match in _gaps(text)])
    hidden = [(match.start(), match.end(), "") for match in _INVISIBLE.finditer(text)]
    yield from _together("看不见的字符", hidden)
    for word in words("residue", "乱码"):
        if (at := text.find(word)) >= 0:
            yield Residue("乱码", at, at + len(word), None)
            break


@cache
def _formula() -> re.Pattern[str]:
    commands = "|".join(re.escape(word) for word in words("residue", "公式") if word.startswith("\\"))
    return pattern(rf"\$[^$\n]{{0,60}}[\\^][^$\n]{{0,60}}\$|(?:{commands})(?![a-zA-Z])|\^\{{?[23]\}}?(?!\d)")


def _formulas(text: str) -> Iterator[Residue]:
    for match in _formula().finditer(text):
        right = match[0].strip("$").strip()
        for word in words("residue", "公式"):
            right = right.replace(word, lexicon("residue")["公式"][word])
        right = "".join(right.split())
        certain = not _COMMAND.search(right)
        yield Residue("公式代码", *match.span(), ((*match.span(), right),) if certain else None)


@cache
def _tag() -> re.Pattern[str]:
    names = "|".join(words("residue", "标签"))
    entities = "|".join(words("residue", "实体"))
    return pattern(
        rf"</?(?:{names})(?:\s[^<>\n]{{0,200}})?/?>|(?:{entities})|&#x?[0-9a-fA-F]{{1,6}};", re.IGNORECASE
    )


def _markup(text: str) -> Iterator[Residue]:
    entities = lexicon("residue")["实体"]
    found = [
        (match.start(), match.end(), entities.get(match[0].lower(), "")) for match in _tag().finditer(text)
    ]
    numbered = any(text[start:end].startswith("&#") for start, end, _ in found)
    for each in _together("网页代码", found):
        yield each._replace(edits=None) if numbered else each


@cache
def _foreign_word() -> re.Pattern[str]:
    return pattern(rf"(?<={_HAN})[^\S\n]?(?P<word>{'|'.join(words('residue', '外文词'))})[^\S\n]?(?={_HAN})")


def _foreign(text: str) -> Iterator[Residue]:
    for match in _foreign_word().finditer(text):
        right = lexicon("residue")["外文词"][match["word"]]
        yield Residue("外文词", *match.span("word"), ((*match.span(), right),) if right else None)


def _hyphens(text: str) -> Iterator[Residue]:
    """``50--100`` is 50～100; between two Chinese words it is a dash."""
    for match in _HYPHENS.finditer(text):
        before, after = text[match.start() - 1], text[match.end()]
        if (before.isdigit() or before in "年月日%") and after.isdigit():
            yield Residue("连字符", *match.span(), ((*match.span(), "～"),))
        elif is_chinese(before) and is_chinese(after):
            yield Residue("连字符", *match.span(), ((*match.span(), "——"),))


def _gaps(text: str) -> Iterator[re.Match[str]]:
    """Blanks inside a word: the characters on both sides are one, and neither ends or begins another."""
    known = frozenset(words("everyday_words", "双字词"))
    for match in _GAP.finditer(text):
        start, end = match.span()
        inside = text[start - 1] + text[end]
        if inside in known and text[start - 2 : start] not in known and text[end : end + 2] not in known:
            yield match


def _together(kind: str, edits: list[tuple[int, int, str]]) -> Iterator[Residue]:
    """Many slips of one kind are one slip: the pasting."""
    if edits:
        yield Residue(kind, edits[0][0], edits[0][1], tuple(edits))
