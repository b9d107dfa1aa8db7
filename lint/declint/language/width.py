"""Full-width and half-width forms of one character are one character.

Every function keeps the number of characters, so that a stretch of the result is a stretch of the input.
"""

from functools import lru_cache

from declint.pattern import pattern

_SHORT = 60
"""How long a text is at most that is a name, a target or a label."""
_SAME = {
    "≧": "≥",
    "≦": "≤",
    "⩾": "≥",
    "⩽": "≤",
    "～": "~",
    "〜": "~",
    "∼": "~",
    "﹪": "%",
    "－": "-",
    "−": "-",
    "–": "-",
    "—": "-",
    "\u3000": " ",
    "\u00a0": " ",
    "\t": " ",
    "\r": " ",
    "〔": "(",
    "〕": ")",
    "﹙": "(",
    "﹚": ")",
}
_HALF = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | _SAME
_WIDE = pattern(f"[\n{''.join(_HALF)}]")


def half(text: str) -> str:
    """The text with half-width letters, digits, signs and blanks."""
    if len(text) > _SHORT:
        return _half_of_long(text)
    return _halved(text).replace("\n", " ") if _WIDE.search(text) else text


def half_lines(text: str) -> str:
    """As ``half``, with the line ends left in."""
    return _lines_of_long(text) if len(text) > _SHORT else _halved(text)


@lru_cache(maxsize=32)
def _half_of_long(text: str) -> str:
    """Goals are asked about by one rule after another, and never again."""
    return _lines_of_long(text).replace("\n", " ")


@lru_cache(maxsize=32)
def _lines_of_long(text: str) -> str:
    return _halved(text)


def _halved(text: str) -> str:
    """Few of the many wide characters stand in one text, so that each is replaced everywhere at once."""
    for char in set(_WIDE.findall(text)):
        text = text.replace(char, _HALF.get(char, char))
    return text
