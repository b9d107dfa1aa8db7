"""The right way to write a value that says the right thing in the wrong way, where it is certain."""

import datetime
from decimal import Decimal

from declint.declaration.amount import plain_amount, read_amount
from declint.language.dates import days_of
from declint.language.numerals import number
from declint.language.width import half
from declint.pattern import pattern

_DATE = pattern(
    r"(?P<year>[12][0-9]{3})(?:\s*[-/.年]\s*(?P<month>[01]?[0-9])\s*[-/.月]\s*(?P<day>[0-3]?[0-9])\s*[日号]?"
    r"|(?P<month2>[01][0-9])(?P<day2>[0-3][0-9]))(?:[ T]0?0:00(?::00)?)?"
)
_YEAR = pattern(
    r"(?P<digits>(?:19|20)[0-9]{2})\s*年?度?|(?P<words>[一二][〇零○一二三四五六七八九]{3})\s*年?度?"
)
_YEAR_AND_MONTH = pattern(
    r"\s*(?P<year>(?:19|20)[0-9]{2})(?:\s*[-/.年]\s*(?P<month>1[0-2]|0?[1-9])(?![0-9]))?"
)
_AMOUNT_WORDS = pattern(r"(?:人民币|RMB|CNY)?\s*[¥￥]?\s*(?P<number>.+?)\s*(?P<unit>亿元|万元|元|圆)?整?")
_SCIENTIFIC = pattern(r"[0-9](?:\.[0-9]{1,12})?[eE]\+?[0-9]{1,2}")
_LONGEST = 40
_FINANCIAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟萬", "一二三四五六七八九十百千万")


def _bare(text: str) -> str:
    """A text in half width, without blanks or the curly quotes that someone took for YAML's."""
    return half(text).strip().strip("“”‘’\"'").strip()


def right_date(text: str) -> str | None:
    """2026-01-01 for 2026/1/1, 2026.1.1, 2026年1月1日 and 20260101."""
    match = _DATE.fullmatch(_bare(text))
    if not match:
        return None
    month, day = match["month"] or match["month2"], match["day"] or match["day2"]
    try:
        return datetime.date(int(match["year"]), int(month), int(day)).isoformat()
    except ValueError:
        return None


def likely_date(text: str, *, last: bool) -> str:
    """The first or last day of the month or year that a text names, or an example."""
    match = _YEAR_AND_MONTH.match(half(text))
    year = int(match["year"]) if match else 2026
    month = int(match["month"]) if match and match["month"] else (12 if last else 1)
    return f"{year}-{month:02}-{days_of(year, month) if last else 1:02}"


def right_year(text: str) -> str | None:
    """2026 for 2026年, 2026年度 and 二〇二六年."""
    match = _YEAR.fullmatch(_bare(text))
    if not match:
        return None
    digits = number((match["words"] or "").replace("○", "〇")) if match["words"] else None
    year = str(digits) if digits else match["digits"]
    return year if year and 1990 <= int(year) <= 2100 else None


def right_amount(text: str, unit: str) -> str | None:
    """A plain number in the file's 金额单位 for 五百万元, 人民币500元整 and 4.0875E+06, or None."""
    text = _bare(text)
    if _SCIENTIFIC.fullmatch(text):
        return plain_amount(Decimal(text) * (read_amount("1", unit) or 1), unit)
    match = _AMOUNT_WORDS.fullmatch(text) if len(text) <= _LONGEST else None
    if not match:
        return None
    scale = (match["unit"] or "").replace("圆", "元")
    written = match["number"].translate(_FINANCIAL)
    plain = read_amount(f"{written}{scale}", unit)
    if plain is not None:
        return plain_amount(plain, unit)
    value = number(written)
    if value is None or not scale:
        return None
    return plain_amount(value * (read_amount(f"1{scale}", unit) or 1), unit)
