"""Putting together what page and line breaks have split."""

import re

_CJK = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…·"
_BLANK_INSIDE = re.compile(rf"(?<=[{_CJK}])[ \t\u3000]+(?=[{_CJK}])")
_LINE_END = re.compile(r"[ \t]*\n[ \t]*")
_PARAGRAPH = re.compile(r"\s*</?p(?:\s[^<>]*)?>\s*|\s*<br\s*/?>\s*", re.IGNORECASE)
_OPENING = re.compile(r"^\s*<p(?:\s[^<>]*)?>", re.IGNORECASE)
_FINAL = tuple("。！？；!?;：:")
_JOINED_BEHIND, _JOINED_BEFORE = " -/([\\$", " )],.;:!?/%"
_CLOSERS = "”’\"')）》」』"


def one_line(text: str) -> str:
    """A text whose line ends are where the page was too narrow, on one line."""
    return _LINE_END.sub(lambda match: _between(text[: match.start()], text[match.end() :]), text.strip())


def _between(before: str, after: str) -> str:
    """A blank between two words of letters, which a line only divides at a blank; nothing beside Chinese."""
    if not before or not after or not (before[-1] + after[0]).isascii():
        return ""
    if before[-1] in _JOINED_BEHIND or after[0] in _JOINED_BEFORE:
        return ""
    return "" if before[-1].isdigit() and after[0] == "(" else " "


def unspaced(text: str) -> str:
    """A name or value without the blanks that a line break put inside Chinese."""
    return _BLANK_INSIDE.sub("", one_line(text))


def paragraphs(text: str) -> str:
    """Tags of paragraphs as paragraphs, one a line."""
    lines = (line.strip() for line in _PARAGRAPH.sub("\n", text).split("\n"))
    return "\n".join(line for line in lines if line)


def goes_on(before: str, after: str) -> bool:
    """Whether a paragraph that a page break ends goes on behind it; ``after`` may still have its tags."""
    if not before:
        return False
    ended = before.rstrip().rstrip(_CLOSERS).endswith(_FINAL)
    return not (ended and _OPENING.match(after))


def continued(before: str, after: str) -> str:
    """What stands between the two halves of a text that a break cut."""
    return _between(before, after)
