"""Which declarations are one unit's: grouped by supervisor and implementing unit, near variants folded."""

from collections.abc import Iterable, Sequence

from declint.declaration.facts import Facts
from declint.declaration.model import Field
from declint.language.names import bare
from declint.language.organisations import near_variant, place_and_own

_PLACE_WORDS = str.maketrans("", "", "省市县区")


def same_unit_groups(facts: Sequence[Facts]) -> list[list[Facts]]:
    """The declarations in groups of one unit each, in their order; one without a unit's name stands alone.

    Units whose names are near variants (示例市科技创业中心, 示例市科技创新中心) count as one, likewise
    supervisors.
    """
    supervisors = _folded(_name(each.supervisor) for each in facts)
    by_supervisor: dict[str, list[int]] = {}
    for number, each in enumerate(facts):
        by_supervisor.setdefault(supervisors[_name(each.supervisor)], []).append(number)
    groups: dict[tuple[str, str, int], list[int]] = {}
    for supervisor, numbers in by_supervisor.items():
        units = _folded(_name(facts[number].unit) for number in numbers)
        for number in numbers:
            unit = units[_name(facts[number].unit)]
            groups.setdefault((supervisor, unit, -1 if unit else number), []).append(number)
    return [[facts[number] for number in group] for group in sorted(groups.values())]


def _name(field: Field | None) -> str:
    return bare(field.text) if field else ""


def _folded(names: Iterable[str]) -> dict[str, str]:
    """Each name with the first name of its variants."""
    distinct = list(dict.fromkeys(names))
    by_start: dict[str, list[str]] = {}
    for name in distinct:
        by_start.setdefault(place_and_own(name)[1][:2], []).append(name)
        by_start.setdefault(name.translate(_PLACE_WORDS), []).append(name)
    first = {name: name for name in distinct}
    for alike in by_start.values():
        for number, name in enumerate(alike):
            for earlier in alike[:number]:
                if first[earlier] != first[name] and near_variant(earlier, name):
                    old, new = sorted((first[earlier], first[name]), key=distinct.index)[::-1]
                    first.update({each: new for each in alike if first[each] == old})
    return first
