"""What the funding rules share: a total and its parts, amounts as text, slips of typing."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from declint.declaration.amount import YUAN
from declint.declaration.model import Amount, Declaration
from declint.finding import Edit, Finding, Fix, Part, Place, Related, Words
from declint.rules.kit import UNSAFE

REQUEST, PROJECT_TOTAL = "年度资金/年度资金申请总额", "项目资金/项目资金总额"
ANNUAL_PARTS = ("年度资金/当年财政拨款", "年度资金/上年结转资金", "年度资金/其他资金")
PROJECT_PARTS = ("项目资金/财政资金", "项目资金/其他资金")
CENT = Decimal("0.01")

_MORE = Words(
    "“{label}”是 {total}，比各项之和 {sum}（{terms}）多了 {difference}",
    "{label} is {total}, {difference} more than its parts, {sum} ({terms})",
)
_LESS = Words(
    "“{label}”是 {total}，比各项之和 {sum}（{terms}）少了 {difference}",
    "{label} is {total}, {difference} less than its parts, {sum} ({terms})",
)
_BLANK = Words(
    "“{label}”空着，而各项之和是 {sum}（{terms}）", "{label} is blank, but its parts make {sum} ({terms})"
)
_BLANK_ADVICE = Words("填上总额“{label}: {plain}”", "fill in the total: “{label}: {plain}”")
_FILL = Words("填上各项之和 {sum}", "fill in the sum, {sum}")
_COMPARE = (
    "核对原表，改正填错的一项，使总额等于各项之和",
    "compare with the original and correct what is wrong, so that the parts make the total",
)
_HINTS = {
    "scale": ("像是元和万元混用了", "元 and 万元 seem to be mixed up"),
    "zeros": ("像是多打或少打了零", "zeros seem to be missing or too many"),
    "swapped": ("像是相邻两位数字打颠倒了", "two neighbouring digits seem to be swapped"),
    "digit": ("两个数只差一位数字，像是打错了一位", "one digit seems to be mistyped"),
    "left-out": (
        "差额正好等于“{part}”，总额可能没有算上这一项",
        "the difference is just {part}, which the total may lack",
    ),
}


class Sum(Struct, frozen=True):
    """A total, the parts that the file has, and what they make."""

    total: Amount
    parts: tuple[Amount, ...]

    @property
    def filled(self) -> tuple[Amount, ...]:
        """The parts that are not blank."""
        return tuple(part for part in self.parts if part.yuan is not None)

    @property
    def made(self) -> Decimal:
        """What the parts make."""
        return sum((part.yuan for part in self.parts if part.yuan is not None), Decimal(0))


def sum_of(declaration: Declaration, total: str, parts: Sequence[str]) -> Sum | None:
    """A total with its parts; None where all parts are blank, the total is left out or an amount is none."""
    whole = declaration.amount(total)
    found = tuple(amount for amount in map(declaration.amount, parts) if amount)
    if whole is None or any(each.text.strip() and each.yuan is None for each in (whole, *found)):
        return None
    result = Sum(whole, found)
    return result if result.filled else None


def sum_findings(found: Sum) -> Iterator[Finding]:
    """The finding of a total that its parts do not make.

    Amounts are exact. Only where the file is in 万元, whose amounts may be rounded, less than 0.01 元 counts
    as equal.
    """
    total, unit, made = found.total, found.total.unit, found.made
    difference = total.yuan - made if total.yuan is not None else made
    if difference == 0 or (unit == "万元" and total.yuan is not None and abs(difference) < CENT):
        return
    arguments = {
        "label": total.label,
        "sum": shown(made, unit),
        "terms": " + ".join(
            f"{part.label} {number(part.yuan, unit)}" for part in found.filled if part.yuan is not None
        ),
    }
    related = tuple(Related(part.value, _row(part)) for part in found.parts)
    if total.yuan is None:
        if made > 0:
            plain = number(made, unit).replace(",", "")
            fix = Fix(_FILL, UNSAFE, (Edit(Place(total.path, Part.VALUE), plain),))
            yield Finding(total.key, _BLANK, _BLANK_ADVICE, {**arguments, "plain": plain}, related, (fix,))
        return
    kind, part = slip(total.yuan, made, found.filled)
    arguments |= {
        "total": shown(total.yuan, unit),
        "difference": shown(abs(difference), unit),
        "part": part,
    }
    yield Finding(total.value, _MORE if difference > 0 else _LESS, advice(kind), arguments, related)


def advice(kind: str | None) -> Words:
    """How to repair a total, with the slip that it looks like."""
    zh, en = _COMPARE
    if kind is None:
        return Words(zh, en)
    hint_zh, hint_en = _HINTS[kind]
    return Words(f"{hint_zh}；{zh}", f"{hint_en}; {en}")


def slip(total: Decimal, made: Decimal, parts: Sequence[Amount] = ()) -> tuple[str | None, str]:
    """The slip of typing that two amounts look like, and the label of the part it is about."""
    if total and made:
        larger, smaller = max(abs(total), abs(made)), min(abs(total), abs(made))
        if larger == smaller * 10**4:
            return "scale", ""
        if larger in (smaller * 10, smaller * 100, smaller * 1000):
            return "zeros", ""
    one, other = f"{total:.2f}", f"{made:.2f}"
    if len(one) == len(other):
        differing = [place for place, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
        if len(differing) == 2 and differing[1] - differing[0] == 1:
            first, second = differing
            if one[first] == other[second] and one[second] == other[first]:
                return "swapped", ""
    for part in parts:
        if part.yuan and part.yuan != made and made - total == part.yuan:
            return "left-out", part.label
    if len(one) == len(other) and len(differing) == 1:
        return "digit", ""
    return None, ""


def number(yuan: Decimal, unit: str) -> str:
    """An amount in the unit of the file, as the form prints it: ``4,087,500.00``."""
    whole, _, decimals = f"{yuan / YUAN[unit]:,f}".partition(".")
    return f"{whole}.{decimals.rstrip('0').ljust(2, '0')}"


def shown(yuan: Decimal, unit: str) -> str:
    """An amount with its unit: ``4,087,500.00 元``."""
    return f"{number(yuan, unit)} {unit}"


def _row(part: Amount) -> Words:
    if part.yuan is None:
        return Words(f"{part.label}：空", f"{part.label}: blank")
    return row(part.label, part.yuan, part.unit)


def row(label: str, yuan: Decimal, unit: str) -> Words:
    """What a related row of the form says."""
    return Words(f"{label}：{shown(yuan, unit)}", f"{label}: {shown(yuan, unit)}")
