"""Numbers as they are written: 1,234.5, 三十五, 两, 十万, 1.2 万."""

from decimal import Decimal, InvalidOperation
from functools import lru_cache

from declint.pattern import pattern

_DIGITS = {char: number for number, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"万": 10**4, "亿": 10**8}
_ARABIC = pattern(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")

ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
"""Pattern of a number in digits."""
CHINESE = r"[零〇一二两三四五六七八九十百千]+"
"""Pattern of a number in characters, its 万 and 亿 apart."""
SCALE = {"百万": 10**6, "千万": 10**7, "万": 10**4, "亿": 10**8, "千": 10**3, "百": 10**2}
"""Words behind digits that multiply."""
_LONGEST_FIRST = tuple(
    (word, Decimal(scale)) for word, scale in sorted(SCALE.items(), key=lambda item: -len(item[0]))
)
_SCALE_ENDS = frozenset(word[-1] for word in SCALE)


@lru_cache(maxsize=1_000)
def number(text: str) -> Decimal | None:
    """The exact number that a text in half-width characters is, or None."""
    text = text.strip()
    factor = Decimal(1)
    for word, scale in _LONGEST_FIRST if text[-1:] in _SCALE_ENDS else ():
        if text.endswith(word) and _ARABIC.fullmatch(text[: -len(word)].rstrip()):
            text, factor = text[: -len(word)].rstrip(), scale
            break
    if _ARABIC.fullmatch(text) and len(text) <= 40:
        try:
            return Decimal(text.replace(",", "")) * factor
        except InvalidOperation:
            return None
    return chinese_number(text)


def chinese_number(text: str) -> Decimal | None:
    """The number that Chinese numerals spell, or None; 二〇二六 is read digit by digit."""
    if not text or len(text) > 20:
        return None
    if all(char in _DIGITS for char in text):
        return Decimal("".join(str(_DIGITS[char]) for char in text))
    total = section = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _UNITS:
            section += (digit or 1) * _UNITS[char]
            digit = 0
        elif char in _SCALES:
            total = (total + section + digit or 1) * _SCALES[char]
            section = digit = 0
        else:
            return None
    return Decimal(total + section + digit)
