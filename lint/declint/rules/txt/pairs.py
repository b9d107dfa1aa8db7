"""Brackets and quotes that lack their other half."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from declint.language.lexicon import lexicon
from declint.pattern import pattern

_SAME = str.maketrans("（）［］｛｝〔〕", "()[]{}()")
_LIST_MARK = pattern(r"(?:^|[\s。；;：:，,、）)])(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,3})$")
_STRAIGHT = pattern(r'(?<!\d)"')
_OPENING = "“"


class Unpaired(NamedTuple):
    """A mark without its other half. ``other`` is what lacks, ``instead`` what it should be or ''."""

    at: int
    mark: str
    other: str
    instead: str = ""


def unpaired(text: str) -> Iterator[Unpaired]:
    """Each bracket or quote without its other half, in the order of the text."""
    if _mark().search(text):
        yield from sorted([*_brackets(text.translate(_SAME)), *_straight(text)])


@cache
def _mark() -> re.Pattern[str]:
    """A bracket or quote of any width; most texts have none."""
    marks = {char for pair in lexicon("punctuation")["成对"].items() for char in "".join(pair)}
    return pattern(f'[{re.escape("".join(marks))}"（）［］｛｝〔〕]')


def _brackets(text: str) -> Iterator[Unpaired]:
    pairs: dict[str, str] = lexicon("punctuation")["成对"]
    openers = {closer: opener for opener, closer in pairs.items()}
    waiting: list[tuple[int, str]] = []
    open_now: Counter[str] = Counter()
    last = len(text.rstrip()) - 1
    only_pair = text.count(_OPENING) == 2 and "”" not in text
    for at, mark in enumerate(text):
        if mark in pairs:
            if mark == _OPENING and waiting and waiting[-1][1] == mark:
                yield Unpaired(at, mark, "”", "”" if only_pair else "")
                open_now[waiting.pop()[1]] -= 1
                continue
            waiting.append((at, mark))
            open_now[mark] += 1
        elif mark in openers:
            opener = openers[mark]
            if open_now[opener]:
                while waiting[-1][1] != opener:
                    open_now[waiting[-1][1]] -= 1
                    yield _open(*waiting.pop())
                open_now[waiting.pop()[1]] -= 1
            elif not (mark == ")" and _LIST_MARK.search(text[max(at - 5, 0) : at])):
                yield Unpaired(at, mark, opener)
                if waiting and mark != "”":
                    open_now[waiting.pop()[1]] -= 1
    for at, mark in waiting:
        if at != last:
            yield _open(at, mark)


def _open(at: int, mark: str) -> Unpaired:
    return Unpaired(at, mark, lexicon("punctuation")["成对"][mark])


def _straight(text: str) -> Iterator[Unpaired]:
    """An odd number of straight quotes, inches (5") aside."""
    found = [match.start() for match in _STRAIGHT.finditer(text)]
    if len(found) % 2:
        yield Unpaired(found[-1], '"', '"')
