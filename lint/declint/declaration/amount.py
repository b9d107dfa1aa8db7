"""Amounts of money as the form has them, and as they are pasted from it."""

from decimal import Decimal

from declint.language.width import half
from declint.pattern import pattern

_PLAIN = pattern(r"[-+]?[0-9]{1,24}(?:\.[0-9]{1,12})?")
_FACTORS = {"": Decimal(1), "元": Decimal(1), "万元": Decimal(10**4), "亿元": Decimal(10**8)}
_SEPARATOR = pattern(r"[,\s]")
_PASTED = pattern(
    r"[¥￥\s]*(?P<number>[-+]?[0-9]{1,24}(?:[,\s][0-9]{2,4})*(?:\.[0-9]{1,12})?)\s*(?P<unit>元|万元|亿元)?\s*"
)
YUAN = {"元": Decimal(1), "万元": Decimal(10**4)}
"""How many 元 one unit of 金额单位 is."""


def read_amount(text: str, unit: str) -> Decimal | None:
    """The sum in 元, or None where the text is no amount; ``unit`` is the file's 金额单位."""
    if _PLAIN.fullmatch(text):
        return Decimal(text) * YUAN[unit]
    match = _PASTED.fullmatch(half(text))
    if not match:
        return None
    number = Decimal(_SEPARATOR.sub("", match["number"]))
    return number * (_FACTORS[match["unit"]] if match["unit"] else YUAN[unit])


def plain_amount(yuan: Decimal, unit: str) -> str:
    """A sum as a plain number in the file's 金额单位, with at least two decimals."""
    whole, _, decimals = f"{yuan / YUAN[unit]:f}".partition(".")
    return f"{whole}.{decimals.rstrip('0').ljust(2, '0')}"


def is_plain(text: str) -> bool:
    """Whether an amount is written as a plain number."""
    return _PLAIN.fullmatch(text) is not None


def show_yuan(amount: Decimal) -> str:
    """An amount as the form prints it: ``4,087,500.00``."""
    return f"{amount:,.2f}"
