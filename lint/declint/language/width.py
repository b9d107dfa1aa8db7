"""Full-width and half-width forms of one character are one character.

Every function keeps the number of characters, so that a stretch of the result is a stretch of the input.
"""

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
    return text.translate(_HALF)
