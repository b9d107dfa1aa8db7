"""The numbers in front of the items of a list, in their styles: 一、 （一） 1. （1） ① 一是 项目一：."""

import re
from collections.abc import Iterator

from msgspec import Struct, field

from declint.language.numerals import number
from declint.language.patterns import beginning
from declint.language.width import half_lines
from declint.pattern import pattern

_CN = r"[一二三四五六七八九十]{1,3}"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_STYLES = (
    ("项", rf"(?:项目|目标|任务|指标|工作)\s?(?P<项>\d{{1,2}}|{_CN})\s?[:、.]"),
    ("(1)", r"\(\s?(?P<圆>\d{1,2})\s?\)"),
    ("（一）", rf"\(\s?(?P<括>{_CN})\s?\)"),
    ("一、", rf"(?P<中>{_CN})、"),
    ("一是", rf"(?P<是>{_CN})是"),
    ("第一，", rf"第(?P<第>{_CN})[,、]"),
    ("1)", r"(?P<半>\d{1,2})\)"),
    ("1.", r"(?P<点>\d{1,2})(?:[、.](?!\d)|[、](?=\d))"),
    ("①", rf"(?P<圈>[{_CIRCLED}])"),
)
_MARKER = pattern(
    beginning(rf"项目任指工(\d一二三四五六七八九十第{_CIRCLED}", "|".join(whole for _, whole in _STYLES))
)
MAY_BE_MARKER = pattern(rf"[\d一二三四五六七八九十{_CIRCLED}](?:(?<=[{_CIRCLED}])|\s?[:：、.．,，)）〕﹚是])")
"""The last character of a number and what stands behind it, in whichever style."""
_STYLE_OF = dict(zip("项圆括中是第半点圈", (name for name, _ in _STYLES), strict=True))
_STRONG = pattern(r"(?:^|[\n。;:!?])[\s\"“”]*$")
_WEAK = pattern(r"[\s,、)”\"]$")


class Marker(Struct, frozen=True):
    """One number in front of an item. ``sure`` tells that it can be nothing else."""

    style: str
    number: int
    start: int
    end: int
    sure: bool


def markers(text: str) -> Iterator[Marker]:
    """Every number that stands, or may stand, in front of an item."""
    plain = half_lines(text)
    for match in _MARKER.finditer(plain):
        before = plain[max(match.start() - 6, 0) : match.start()]
        strong = _STRONG.search(before) is not None if match.start() else True
        if not strong and not _WEAK.search(before) and match.lastgroup != "圈":
            continue
        written = match[match.lastgroup or 0]
        found = _CIRCLED.index(written) + 1 if match.lastgroup == "圈" else number(written)
        if found is None or not 1 <= found <= 40:
            continue
        follows = plain[match.end() : match.end() + 1]
        sure = strong and not (follows and follows in "0123456789一二三四五六七八九十、)")
        style = match[0][:2] if match.lastgroup == "项" else _STYLE_OF[match.lastgroup or ""]
        yield Marker(style, int(found), match.start(), match.end(), sure)


class _List(Struct):
    """The list of one style that is open: its last marker, and the lists it interrupted."""

    last: Marker
    text: str
    interrupted: list[Marker] = field(default_factory=list)

    def repeats(self, marker: Marker) -> bool:
        """Whether two lines in a row both begin with 1: the numbers of a list were lost."""
        between = self.text[self.last.start : marker.start]
        return (
            self.last.number == 1 and self.last.sure and between.count("\n") == 1 and between.endswith("\n")
        )


def breaks(text: str) -> Iterator[tuple[Marker, Marker]]:
    """Each number that does not follow the one before it in its list, with that one."""
    levels: dict[str, _List] = {}
    for marker in markers(text):
        level = levels.get(marker.style)
        if level is None:
            if marker.number == 1 or marker.sure:
                levels[marker.style] = _List(marker, text)
            continue
        wrong = not _follows(level, marker)
        if wrong and (not marker.sure or _present(text, level.last, marker)):
            continue
        styles = list(levels)
        for inner in styles[styles.index(marker.style) + 1 :]:
            del levels[inner]
        if wrong:
            yield level.last, marker
        level.last = marker


def _follows(level: _List, marker: Marker) -> bool:
    """Whether a number continues its list, starts a new one, or resumes one that was interrupted."""
    if marker.number == level.last.number + 1:
        return True
    if marker.number == 1 and not level.repeats(marker):
        level.interrupted.append(level.last)
        return True
    while level.interrupted:
        if level.interrupted.pop().number + 1 == marker.number:
            return True
    return False


def _present(text: str, before: Marker, marker: Marker) -> bool:
    """Whether a number that seems skipped stands between the two in another dress."""
    missing = before.number + 1
    if marker.number <= missing:
        return False
    numeral = "零一二三四五六七八九十"[missing] if missing <= 10 else str(missing)
    between = text[max(before.end, marker.start - 3000) : marker.start]
    bare = rf"(?<![\d.])(?:{missing}|{numeral})(?![\d.])"
    shown = rf"{bare}\s*(?:[、．)）:：,，是]|$)|[\s；;。]{bare}"
    return re.search(shown, between, re.MULTILINE) is not None
