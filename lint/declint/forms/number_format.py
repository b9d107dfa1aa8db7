"""Numbers and days as Excel shows them: the form is what a person sees, not what is stored."""

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal

_QUOTED = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]', re.DOTALL)
_DIGITS = re.compile(r"[#0?][#0?,]*(?:\.[#0?]*)?|\.[#0?]+")
_DAY_TOKENS = re.compile(r"y+|m+|d+|h+|s+|上午/下午|am/pm", re.IGNORECASE)
_FOREIGN = re.compile(r"E[+-]|[#0?]\s*/\s*[#0-9?]", re.IGNORECASE)


def shown(value: object, pattern: str) -> str:
    """What Excel shows for a value under a number format."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.datetime | datetime.date):
        return _day(value, pattern)
    if isinstance(value, int | float):
        return _number(value, pattern)
    return str(value)


def general(value: float) -> str:
    """A number without any format."""
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not number.is_finite():
        return str(value)
    text = f"{round(number, 10).normalize():f}" if isinstance(value, float) else str(number)
    return "0" if text == "-0" else text


def _number(value: float, pattern: str) -> str:
    sections = pattern.split(";")
    negative = value < 0 and len(sections) > 1 and sections[1]
    section = (
        sections[1]
        if negative
        else sections[2]
        if value == 0 and len(sections) > 2 and sections[2]
        else sections[0]
    )
    literal: list[str] = []

    def keep(match: re.Match[str]) -> str:
        literal.append(match[1] if match[1] is not None else match[2] or "")
        return "\0"

    bare = _QUOTED.sub(keep, section)
    digits = _DIGITS.search(bare)
    if not digits and "".join(literal).strip() and "General" not in section and "@" not in section:
        return "".join(literal).strip()
    if "General" in section or "@" in section or not digits or _FOREIGN.search(bare):
        return general(value)
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if negative:
        number = -number
    body = _formatted(number, digits[0], percent=bare.count("%"))
    text = bare[: digits.start()] + body + bare[digits.end() :]
    for piece in literal:
        text = text.replace("\0", piece, 1)
    return text.strip()


def _formatted(number: Decimal, digits: str, percent: int) -> str:
    whole, _, decimals = digits.partition(".")
    trailing = len(whole) - len(whole.rstrip(","))
    number = number * 100**percent / Decimal(1000) ** trailing
    fixed = number.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
    text = f"{fixed:,f}" if "," in whole.rstrip(",") else f"{fixed:f}"
    optional = len(decimals) - len(decimals.rstrip("#?"))
    while optional and text.endswith("0"):
        text, optional = text[:-1], optional - 1
    return text.rstrip(".") if decimals and text.endswith(".") else text


def _day(value: datetime.date, pattern: str) -> str:
    section = re.sub(r"\[[^\]]*\]", "", pattern.split(";", maxsplit=1)[0])
    literal: list[str] = []

    def keep(match: re.Match[str]) -> str:
        literal.append(match[1] if match[1] is not None else match[2] or "")
        return "\0"

    bare = _QUOTED.sub(keep, section)
    if not re.search(r"[yd]", bare, re.IGNORECASE):
        return value.isoformat()[:10]
    hours = False

    def token(match: re.Match[str]) -> str:
        nonlocal hours
        text = _token(value, match[0].lower(), hours)
        hours = match[0].lower().startswith(("h", "s"))
        return text

    text = _DAY_TOKENS.sub(token, bare).replace("@", "")
    for piece in literal:
        text = text.replace("\0", piece, 1)
    return text.strip()


def _token(value: datetime.date, token: str, after_hours: bool) -> str:
    time = (
        value if isinstance(value, datetime.datetime) else datetime.datetime.combine(value, datetime.time())
    )
    kind, wide = token[0], len(token) > 1
    if kind == "y":
        return f"{time.year:04}" if len(token) > 2 else f"{time.year % 100:02}"
    number = {
        "m": time.minute if after_hours else time.month,
        "d": time.day,
        "h": time.hour,
        "s": time.second,
    }
    return (f"{number[kind]:02}" if wide else str(number[kind])) if kind in number else ""
