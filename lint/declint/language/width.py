"""Full-width and half-width forms of one character are one character.

Every function keeps the number of characters, so that a stretch of the result is a stretch of the input.
"""

from functools import lru_cache

_SHORT = 60
"""How long a text is at most that is a name, a target or a label, and is asked about again and again."""
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
    "\n": " ",
    "〔": "(",
    "〕": ")",
    "﹙": "(",
    "﹚": ")",
}
_HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    ord(full): half for full, half in _SAME.items()
}


def half(text: str) -> str:
    """The text with half-width letters, digits, signs and blanks."""
    return _half_of_short(text) if len(text) <= _SHORT else _half_of_long(text)


@lru_cache(maxsize=1_000)
def _half_of_short(text: str) -> str:
    return text.translate(_HALF)


@lru_cache(maxsize=32)
def _half_of_long(text: str) -> str:
    """Goals are asked about by one rule after another, and never again."""
    return text.translate(_HALF)
