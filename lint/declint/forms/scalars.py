"""Texts as YAML scalars: plain where that is safe, quoted only where it is needed."""

import re

_STARTS = "?:,[]{}#&*!|>'\"%@`~"
_UNSAFE = re.compile(r": |:$| #|\t#|:\t|^[-?:](?=\s|$)|^---|^\.\.\.|^<<$|^=$")
_FLOW = re.compile(r"[,\[\]{}]")
_NUMBER = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?")
_BLANK = {"null", "Null", "NULL", "~"}
_UNPRINTABLE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\"}


def scalar(text: str, *, number: bool = True, flow: bool = False) -> str:
    """A text on one line; with ``number`` false a text of digits is quoted, so that it stays text."""
    if not text:
        return ""
    if "\n" in text or _UNPRINTABLE.search(text) or "\r" in text:
        return _double(text)
    if _is_plain(text, flow) and (number or not _NUMBER.fullmatch(text)):
        return text
    return "'" + text.replace("'", "''") + "'"


def _is_plain(text: str, flow: bool) -> bool:
    return (
        text == text.strip()
        and text[0] not in _STARTS
        and text not in _BLANK
        and not _UNSAFE.search(text)
        and not (flow and _FLOW.search(text))
    )


def _double(text: str) -> str:
    escaped = "".join(
        _ESCAPES.get(char) or (_hex(char) if _UNPRINTABLE.match(char) else char) for char in text
    )
    return f'"{escaped}"'


def _hex(char: str) -> str:
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"


def remark(text: str) -> str:
    """A text as a comment can hold it: on one line, what YAML refuses by its number."""
    return _UNPRINTABLE.sub(lambda found: f"<U+{ord(found[0]):04X}>", " ".join(text.split()))


def block(text: str, indent: str) -> list[str] | None:
    """A text as the lines of a block scalar behind ``|``, or None where it can't be one."""
    if _UNPRINTABLE.search(text) or "\r" in text or "\t" in text[:1]:
        return None
    lines = text.split("\n")
    head = "|2" if next((line for line in lines if line), "").startswith(" ") or not lines[0] else "|"
    return [head, *(indent + line if line else "" for line in lines)]
