"""Which declarations are one unit's: grouped by supervisor and implementing unit, near variants folded."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from declint.declaration.facts import Facts
from declint.declaration.model import Field
from declint.language.names import bare
from declint.language.organisations import likely_keys, near_variant

_MOST_COMPARED = 300
"""With how many of the names before it one is compared: more units alike is no batch of one supervisor."""


def same_unit_groups(facts: Sequence[Facts]) -> list[list[Facts]]:
    """The declarations in groups of one unit each, in their order; one without a unit's name stands alone.

    Units whose names are near variants (示例市科技创业中心, 示例市科技创新中心) count as one, likewise
    supervisors.
    """
    place = {id(each): number for number, each in enumerate(facts)}
    groups: list[list[Facts]] = []
    for siblings in same_supervisor_groups(facts):
        for unit, group in _grouped(siblings, lambda each: each.unit):
            groups.extend([group] if unit else [[each] for each in group])
    return sorted(groups, key=lambda group: place[id(group[0])])


def same_supervisor_groups(facts: Sequence[Facts]) -> list[list[Facts]]:
    """The declarations in groups of one supervisor each, near variants of its name folded together."""
    return [group for _, group in _grouped(facts, lambda each: each.supervisor)]


def _grouped(
    facts: Sequence[Facts], field_of: Callable[[Facts], Field | None]
) -> list[tuple[str, list[Facts]]]:
    """The declarations by the name in a field, near variants folded together."""
    names = [bare(field.text) if (field := field_of(each)) else "" for each in facts]
    first = _folded(tuple(names))
    groups: dict[str, list[Facts]] = {}
    for name, each in zip(names, facts, strict=True):
        groups.setdefault(first[name], []).append(each)
    return list(groups.items())


@lru_cache(maxsize=8)
def _folded(names: tuple[str, ...]) -> dict[str, str]:
    """Each name with the first name of its variants."""
    distinct = list(dict.fromkeys(names))
    alike: dict[str, list[str]] = {}
    for name in distinct:
        for key in likely_keys(name):
            alike.setdefault(key, []).append(name)
    first = {name: name for name in distinct}
    for group in alike.values():
        for number, name in enumerate(group):
            for earlier in group[max(number - _MOST_COMPARED, 0) : number]:
                if _root(first, earlier) != _root(first, name) and near_variant(earlier, name):
                    old, new = sorted((_root(first, earlier), _root(first, name)), key=distinct.index)[::-1]
                    first[old] = new
    return {name: _root(first, name) for name in distinct}


def _root(first: dict[str, str], name: str) -> str:
    while first[name] != name:
        name = first[name]
    return name
