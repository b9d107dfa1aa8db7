"""Which declarations are one unit's: grouped by supervisor and implementing unit, near variants folded."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from declint.declaration.facts import Facts, Head
from declint.language.names import bare
from declint.language.organisations import likely_keys, near_variant, whereabouts

_MOST_COMPARED = 300
"""With how many of the names before it one is compared: more units alike is no batch of one supervisor."""
Filed = tuple[str, str]
"""By whom a declaration is filed: the bare names of supervisor and unit, '' where there is none."""
Folding = Callable[[tuple[str, ...]], Mapping[str, str]]
"""What gives each of some different names with the first name of its variants, as ``folded`` does."""


def filed_by(facts: Facts | Head) -> Filed:
    """The supervisor and the unit of a declaration."""
    names = (field.text if field else "" for field in (facts.supervisor, facts.unit))
    supervisor, unit = map(bare, names)
    return supervisor, unit


def same_unit_groups(facts: Sequence[Facts]) -> list[list[Facts]]:
    """The declarations in groups of one unit each, in their order; one without a unit's name stands alone.

    Units whose names are near variants (示例市科技创业中心, 示例市科技创新中心) count as one, likewise
    supervisors.
    """
    return _chosen(facts, unit_groups)


def same_supervisor_groups(facts: Sequence[Facts]) -> list[list[Facts]]:
    """The declarations in groups of one supervisor each, near variants of its name folded together."""
    return _chosen(facts, supervisor_groups)


def _chosen(
    facts: Sequence[Facts], grouped: Callable[[Sequence[Filed]], list[list[int]]]
) -> list[list[Facts]]:
    if len(facts) == 1:
        return [list(facts)]
    return [[facts[number] for number in group] for group in grouped([filed_by(each) for each in facts])]


def unit_groups(filed: Sequence[Filed], folding: "Folding | None" = None) -> list[list[int]]:
    """As ``same_unit_groups``, of declarations by their numbers."""
    groups: list[list[int]] = []
    for siblings in supervisor_groups(filed, folding):
        named = ((filed[number][1], number) for number in siblings)
        for unit, group in _grouped(named, folding).items():
            groups.extend([group] if unit else [[number] for number in group])
    return sorted(groups)


def supervisor_groups(filed: Sequence[Filed], folding: "Folding | None" = None) -> list[list[int]]:
    """As ``same_supervisor_groups``, of declarations by their numbers."""
    named = ((supervisor, number) for number, (supervisor, _) in enumerate(filed))
    return list(_grouped(named, folding).values())


def _grouped(named: Iterable[tuple[str, int]], folding: "Folding | None") -> dict[str, list[int]]:
    """Numbers by their names, near variants folded together."""
    by_name: dict[str, list[int]] = {}
    for name, number in named:
        by_name.setdefault(name, []).append(number)
    if len(by_name) < 2:
        return by_name
    first = (folding or folded)(tuple(by_name))
    groups: dict[str, list[int]] = {}
    for name, numbers in by_name.items():
        groups.setdefault(first[name], []).extend(numbers)
    return {name: sorted(numbers) for name, numbers in groups.items()}


@lru_cache(maxsize=8)
def folded(names: tuple[str, ...]) -> dict[str, str]:
    """Each of these different names with the first name of its variants."""
    place = {name: number for number, name in enumerate(names)}
    alike: dict[str, list[str]] = {}
    for name in names:
        for key in likely_keys(name):
            alike.setdefault(key, []).append(name)
    first = {name: name for name in names}
    where = {name: whereabouts(name) for name in names}
    for group in alike.values():
        for number, name in enumerate(group):
            for earlier in group[max(number - _MOST_COMPARED, 0) : number]:
                if not _may_be_near(where[earlier], where[name]):
                    continue
                one, other = _root(first, earlier), _root(first, name)
                if one != other and near_variant(earlier, name):
                    old, new = sorted((one, other), key=lambda root: place[root])[::-1]
                    first[old] = new
    return {name: _root(first, name) for name in names}


def _may_be_near(one: tuple[str, str], other: tuple[str, str]) -> bool:
    (place, rest), (other_place, other_rest) = one, other
    return place == other_place or not place or not other_place or rest == other_rest


def _root(first: dict[str, str], name: str) -> str:
    while first[name] != name:
        name = first[name]
    return name
