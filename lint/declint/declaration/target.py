"""A target: the raw text of an indicator's value, and what it says."""

from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from declint.language.dates import is_date
from declint.language.quantity import (
    OPERATOR_PATTERN,
    SIGNS,
    Operator,
    Quantity,
    Span,
    operators_clash,
    read_quantity,
)
from declint.language.units import is_percent, is_unit
from declint.language.width import half
from declint.pattern import pattern

_MARKUP = pattern(
    r"</?[a-zA-Z][^<>]{0,40}>|&(?:lt|gt|amp|nbsp|ge|le|#[0-9]{1,6});"
    r"|\\(?:geq?|leq?|ge|le|%|times|text|mathrm)(?![a-zA-Z])|\$[^$\\]{0,40}\\[a-zA-Z%]+"
)
_REMNANT = pattern(
    r"\*{2,}|(?<![0-9A-Za-z])\*|[xX×]{2,}|_{2,}|□|〇{2,}|○{2,}|\?{2,}"
    r"|^ *+(?:待定|待填|待补充|待确定|暂无) *+$|^ *+…+ *+$"
    r"|[≥≤=<>] *(?:[xX×nN○〇_*?]++|…++|\( *\))(?![0-9A-Za-z])|[{【\[](?:指标值|目标值|数值|单位)[}】\]]"
    r"|#(?:REF!|DIV/0!|VALUE!|NAME\?|N/A|NUM!|NULL!)|^ *+(?:NULL|null|NaN|nan|NAN|None|undefined) *+$"
)
_QUOTES = pattern(r"[“”‘’「『\"'](?P<inner>[^“”‘’「」『』\"']+)[“”‘’」』\"']")
_PLACEHOLDER = pattern(r"[-/\\.。_~ ]+")
_ENTERED_PAIR = pattern(r">=|<=|=>|=<|==|> =|< =")
_TWO_OPERATORS = pattern(rf"[≥≤=<>≈] *(?:[≥≤=<>≈]|{OPERATOR_PATTERN})|{OPERATOR_PATTERN} *[≥≤=<>≈]")
_OVERRUN, _BRACKETS, _SIGN = pattern("不?超[支时期标]"), pattern(r"\([^()]*\)"), pattern("[≥≤=<>]")
_LATEST_SIGN = 21
_QUALITATIVE = ("定性", "文字")
_BINDING = frozenset(Operator) - {Operator.NONE, Operator.ABOUT, Operator.BETWEEN}


class TargetKind(StrEnum):
    """What a value is."""

    MISSING = "missing"
    NUMBER = "number"
    DATE = "date"
    TEXT = "text"
    UNREADABLE = "unreadable"


class Flaw(StrEnum):
    """Why a value can't be read."""

    REMNANT = "remnant"
    PLACEHOLDER = "placeholder"
    TWO_OPERATORS = "two-operators"
    NO_NUMBER = "no-number"
    MARKUP = "markup"
    QUOTED = "quoted"


class Target(Struct, frozen=True, array_like=True, gc=False):
    """A parsed value. ``raw`` is kept as written; spans count characters of it, from 0.

    ``unit`` may come from a column of its own, then ``unit_span`` is None; likewise the operator. ``flaw``
    says why an unreadable value can't be read, ``flaw_span`` where that shows.
    """

    raw: str
    kind: TargetKind
    operator: Operator = Operator.NONE
    number: Decimal | None = None
    upper: Decimal | None = None
    unit: str = ""
    decimals: int = 0
    operator_span: Span | None = None
    number_span: Span | None = None
    unit_span: Span | None = None
    flaw: Flaw | None = None
    flaw_span: Span | None = None

    @property
    def is_number(self) -> bool:
        """Whether the whole value is a number with its operator and unit."""
        return self.kind is TargetKind.NUMBER

    @property
    def is_text(self) -> bool:
        """Whether the value is descriptive text."""
        return self.kind is TargetKind.TEXT

    @property
    def is_percentage(self) -> bool:
        """Whether the value is a number in per cent."""
        return self.kind is TargetKind.NUMBER and is_percent(self.unit)

    @property
    def shown(self) -> str:
        """The value as one line for a message, with the unit of a column of its own."""
        text = " ".join(self.raw.split())
        if self.unit and self.unit_span is None and self.unit not in text:
            text = f"{text}({self.unit})"
        if self.operator and self.operator_span is None and self.operator is not Operator.BETWEEN:
            text = f"{self.operator}{text}"
        return text if len(text) <= 60 else text[:59] + "…"


@lru_cache(maxsize=1_000)
def read_target(raw: str, *, operator: str = "", unit: str = "") -> Target:
    """What a value says; ``operator`` and ``unit`` are those of columns of their own, if a form has them."""
    if not raw.strip():
        return Target(raw, TargetKind.MISSING)
    unit = unit.strip()
    quantity = read_quantity(raw)
    if is_date(raw) and not (quantity and unit):
        return Target(raw, TargetKind.DATE)
    if quantity:
        return _number(raw, quantity, operator, unit)
    flaw = _flaw(half(raw))
    if flaw:
        return Target(raw, TargetKind.UNREADABLE, flaw=flaw[0], flaw_span=flaw[1])
    return Target(raw, TargetKind.TEXT)


def _flaw(text: str) -> tuple[Flaw, Span] | None:
    """What makes a half-width text unreadable, and the stretch that shows it."""
    inner = text.strip()
    start = text.index(inner)
    whole = (start, start + len(inner))
    if match := _MARKUP.search(text):
        return Flaw.MARKUP, match.span()
    if len(inner) > 40:
        return None
    if of_all := _flaw_of_all(inner):
        return of_all, whole
    if match := _REMNANT.search(text):
        return Flaw.REMNANT, match.span()
    clash = _clash(text)
    return (Flaw.TWO_OPERATORS, clash) if clash else None


def _flaw_of_all(text: str) -> Flaw | None:
    """What is wrong with a text as a whole."""
    if unquoted(text):
        return Flaw.QUOTED
    if _PLACEHOLDER.fullmatch(text):
        return Flaw.PLACEHOLDER
    return Flaw.NO_NUMBER if _lacks_number(text) else None


def unquoted(text: str) -> str | None:
    """The number or day in quotes that stand around the whole of a value; None where there is none."""
    match = _QUOTES.fullmatch(text.strip())
    inner = match["inner"].strip() if match else ""
    return inner if inner and (read_quantity(inner) or is_date(inner)) else None


def _clash(text: str) -> Span | None:
    """Where two operators stand side by side, or the whole text where they bind from both ends."""
    single = _ENTERED_PAIR.sub(lambda pair: "=".ljust(len(pair[0])), text)
    if match := _TWO_OPERATORS.search(single):
        return match.span()
    return (0, len(text)) if operators_clash(text) else None


def _lacks_number(text: str) -> bool:
    """Whether a text is an operator, or a unit in brackets, with no number: ``≥(家)``, ``(%)``."""
    inner = text[1:-1].strip(" ") if text.startswith("(") and text.endswith(")") else text
    return (
        not inner or is_unit(inner) or is_unit(text) or _is_operator_alone(text) or _ends_without_number(text)
    )


def _is_operator_alone(text: str) -> bool:
    """Whether a text is an operator, with or without a unit or brackets behind it."""
    if _OVERRUN.match(text):
        return False
    rests = (text.removeprefix(sign).lstrip(" ") for sign in SIGNS if text.startswith(sign))
    return any(not rest or is_unit(rest) or _BRACKETS.fullmatch(rest) for rest in rests)


def _ends_without_number(text: str) -> bool:
    """Whether a sign of comparison ends a text, but for a unit: ``满意度≥%``."""
    rests = (text[match.end() :].lstrip(" ") for match in _SIGN.finditer(text, 0, _LATEST_SIGN))
    return any(
        not rest or is_unit(rest) or (_BRACKETS.fullmatch(rest) and is_unit(rest[1:-1])) for rest in rests
    )


@lru_cache(maxsize=100)
def _operator_of(column: str) -> Operator:
    """The operator that a column of its own states."""
    column = half(column).strip()
    stated = read_quantity(f"{column}1") if column and column not in _QUALITATIVE else None
    return stated.operator if stated else Operator.NONE


def _number(raw: str, quantity: Quantity, operator: str, unit: str) -> Target:
    stated = _operator_of(operator)
    if stated in _BINDING and quantity.operator in _BINDING and stated is not quantity.operator:
        span = quantity.operator_span or (0, len(raw))
        return Target(raw, TargetKind.UNREADABLE, flaw=Flaw.TWO_OPERATORS, flaw_span=span)
    return Target(
        raw,
        TargetKind.NUMBER,
        quantity.operator or stated,
        quantity.number,
        quantity.upper,
        quantity.unit or unit,
        quantity.decimals,
        quantity.operator_span,
        quantity.number_span,
        quantity.unit_span,
    )
