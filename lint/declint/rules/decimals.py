"""With how many decimals a declaration writes its numbers."""

from decimal import Decimal

from declint.declaration.model import Indicator
from declint.declaration.target import Target
from declint.language.width import half
from declint.pattern import pattern

_CLOSED = pattern(r"\s*+\)")


def is_bracketed(indicator: Indicator) -> bool:
    """Whether the target is in the form's own notation: a number with its unit in brackets."""
    target, span = indicator.target, indicator.target.unit_span
    return span is not None and target.upper is None and _CLOSED.match(half(target.raw), span[1]) is not None


def usual_decimals(decimals: list[int]) -> int | None:
    """The decimals of at least three, and at least three quarters, of the numbers."""
    if not decimals:
        return None
    usual = max(dict.fromkeys(decimals), key=decimals.count)
    count = decimals.count(usual)
    return usual if count >= 3 and count * 4 >= len(decimals) * 3 else None


def with_decimals(target: Target, decimals: int) -> str | None:
    """The number with that many decimals, or None where its value would change."""
    if target.number is None or target.number_span is None:
        return None
    written = half(target.raw[slice(*target.number_span)])
    if not set(written) <= set("0123456789.-"):
        return None
    number = target.number.quantize(Decimal(1).scaleb(-decimals))
    return f"{number:f}" if number == target.number else None
