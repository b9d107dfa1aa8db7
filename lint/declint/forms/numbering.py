"""The numbers that Word shows in front of the paragraphs of a list and that stand in no text."""

import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct, field

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "零一二三四五六七八九"
_LEVEL = re.compile(r"%([1-9])")
_CHINESE = {
    "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
    "taiwaneseCountingThousand", "ideographDigital", "japaneseDigitalTenThousand",
}  # fmt: skip


class _Level(Struct, frozen=True):
    format: str
    text: str
    start: int


class Numbering(Struct):
    """The lists of a document; ``label`` counts on, so it is asked once for each paragraph, in order."""

    lists: dict[str, dict[int, _Level]] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def label(self, paragraph: Any) -> str:
        """The number of a paragraph as Word shows it, '' for none."""
        found = self._list_of(paragraph)
        if found is None:
            return ""
        number, rank = found
        levels = self.lists.get(number, {})
        level = levels.get(rank)
        if level is None or level.format == "none":
            return ""
        if level.format == "bullet":
            return level.text if level.text.isprintable() and not _is_private(level.text) else "•"
        counts = self.counts.setdefault(number, {})
        counts[rank] = counts.get(rank, level.start - 1) + 1
        for deeper in [other for other in counts if other > rank]:
            del counts[deeper]
        return _LEVEL.sub(lambda match: self._shown(int(match[1]) - 1, levels, counts), level.text)

    def _list_of(self, paragraph: Any) -> tuple[str, int] | None:
        numbering = paragraph.find(f"{W}pPr/{W}numPr")
        if numbering is not None:
            number = _value(numbering.find(f"{W}numId"), "0")
            return (number, int(_value(numbering.find(f"{W}ilvl"), "0"))) if number != "0" else None
        style = _value(paragraph.find(f"{W}pPr/{W}pStyle"), "")
        return self.styles.get(style)

    @staticmethod
    def _shown(rank: int, levels: dict[int, _Level], counts: dict[int, int]) -> str:
        level = levels.get(rank)
        number = counts.get(rank, level.start if level else 1)
        return shown_number(number, level.format if level else "decimal")


def _is_private(text: str) -> bool:
    return any("\ue000" <= char <= "\uf8ff" for char in text) or not text


def _value(element: Any, default: str) -> str:
    return default if element is None else (element.get(f"{W}val") or default)


def shown_number(number: int, style: str) -> str:
    """A number from 1 as a list style shows it; an unknown style counts in digits."""
    if style in _CHINESE and 0 < number < 100:
        tens, ones = divmod(number, 10)
        return (
            ("" if tens < 2 else _DIGITS[tens])
            + ("十" if tens else "")
            + (_DIGITS[ones] if ones or not tens else "")
        )
    if style in ("lowerLetter", "upperLetter") and 0 < number <= 26:
        return chr((97 if style == "lowerLetter" else 65) + number - 1)
    if style == "decimalEnclosedCircle" and 0 < number <= 20:
        return chr(0x2460 + number - 1)
    if style == "decimalFullWidth":
        return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))
    return str(number)


def read_numbering(numbering: Any, styles: Any) -> Numbering:
    """The lists of a document, from the XML of its numbering and its styles (either may be None)."""
    read = Numbering()
    if numbering is not None:
        kinds = {
            kind.get(f"{W}abstractNumId"): dict(_levels(kind))
            for kind in numbering.findall(f"{W}abstractNum")
        }
        for each in numbering.findall(f"{W}num"):
            levels = dict(kinds.get(_value(each.find(f"{W}abstractNumId"), ""), {}))
            read.lists[each.get(f"{W}numId") or ""] = levels
    for style in styles.findall(f"{W}style") if styles is not None else ():
        found = style.find(f"{W}pPr/{W}numPr")
        if found is not None:
            place = (_value(found.find(f"{W}numId"), "0"), int(_value(found.find(f"{W}ilvl"), "0")))
            read.styles[style.get(f"{W}styleId") or ""] = place
    return read


def _levels(kind: Any) -> Iterator[tuple[int, _Level]]:
    for level in kind.findall(f"{W}lvl"):
        start = _value(level.find(f"{W}start"), "1")
        yield (
            int(level.get(f"{W}ilvl") or 0),
            _Level(
                _value(level.find(f"{W}numFmt"), "decimal"),
                _value(level.find(f"{W}lvlText"), ""),
                int(start) if start.isdigit() else 1,
            ),
        )
