"""What the two rules of the family share: a name off the list, or off what its siblings write."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from declint.declaration.facts import Facts
from declint.declaration.model import Field
from declint.finding import Argument, Edit, Finding, Fix, Related, Words
from declint.language.likeness import nearest
from declint.language.names import bare
from declint.language.organisations import near_variant
from declint.rules.kit import UNSAFE

FieldOf = Callable[[Facts], Field | None]

UNLISTED = Words("{label}“{name}”不在登记名单里", "{label}: “{name}” is not on the registered list")
_TITLE = Words("改成“{right}”", "change to “{right}”")
_LISTED_ADVICE = Words("改成登记的名称“{right}”", "write the registered name “{right}”")
_LIST_ADVICE = Words(
    "登记的名称有：{listed}；请按名单填写全称", "registered are: {listed}; write the full name from the list"
)
_DIFFERS = Words(
    "{label}写成“{name}”，同批另外 {count} 份申报表都写“{right}”，两个名称只差一点，应当是同一个单位",
    "{label} is “{name}”, but {count} sibling declarations write “{right}”; the names are so close that "
    "one body is meant",
)
_DIFFERS_ADVICE = Words(
    "改成“{right}”；如果确实是另一个单位，请核对全称",
    "write “{right}”; if another body is meant, check its full name",
)
_SIBLING = Words("《{sibling}》写的是“{right}”", "“{sibling}” writes “{right}”")


class _Use(Struct, frozen=True):
    facts: Facts
    field: Field


def unlisted(
    facts: Sequence[Facts], field_of: FieldOf, listed: tuple[str, ...]
) -> Iterator[tuple[str, Finding]]:
    """A finding for each name that is not on the list; blank ones aside."""
    known = {bare(name) for name in listed}
    for each in facts:
        field = field_of(each)
        if field and field.text.strip() and bare(field.text) not in known:
            yield each.path, _unlisted(field, listed)


def _unlisted(field: Field, listed: tuple[str, ...]) -> Finding:
    right = nearest(field.text.strip(), listed)
    arguments: dict[str, Argument] = {
        "label": field.label,
        "name": field.text.strip(),
        "right": right or "",
        "listed": listed[:5],
    }
    if not right:
        return Finding(field.value, UNLISTED, _LIST_ADVICE, arguments)
    fix = Fix(_TITLE, UNSAFE, (Edit(field.value, right),))
    return Finding(field.value, UNLISTED, _LISTED_ADVICE, arguments, fixes=(fix,))


def differing(groups: Sequence[Sequence[Facts]], field_of: FieldOf) -> Iterator[tuple[str, Finding]]:
    """A finding for each name that is a near variant of the one most of its group write."""
    for group in groups:
        uses = [_Use(each, field) for each in group if (field := field_of(each)) and field.text.strip()]
        counted = Counter(bare(use.field.text) for use in uses)
        if len(counted) < 2:
            continue
        usual = {name: _usual(name, counted) for name in counted}
        for use in uses:
            if right := usual[bare(use.field.text)]:
                sibling = next(each for each in uses if bare(each.field.text) == right)
                yield use.facts.path, _differs(use.field, sibling, counted[right])


def _usual(name: str, counted: Counter[str]) -> str | None:
    """The name that this one is probably meant to be: near to it, and at least twice as often.

    None where there is none, or where several that are no variants of each other could be meant.
    """
    meant = [
        other
        for other, count in counted.most_common()
        if count >= 2 * counted[name] and near_variant(name, other)
    ]
    if not meant or any(not near_variant(meant[0], other) for other in meant[1:]):
        return None
    return meant[0]


def _differs(field: Field, sibling: _Use, count: int) -> Finding:
    right = sibling.field.text.strip()
    arguments: dict[str, Argument] = {
        "label": field.label,
        "name": field.text.strip(),
        "right": right,
        "count": count,
        "sibling": sibling.facts.name,
    }
    return Finding(
        field.value,
        _DIFFERS,
        _DIFFERS_ADVICE,
        arguments,
        (Related(sibling.field.value, _SIBLING, sibling.facts.path),),
        (Fix(_TITLE, UNSAFE, (Edit(field.value, right),)),),
    )
