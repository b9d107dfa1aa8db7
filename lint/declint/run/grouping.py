"""Which declarations of a run are compared with each other."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from declint.declaration.facts import Head
from declint.declaration.siblings import Filed, filed_by, supervisor_groups, unit_groups
from declint.rules.kit import Scope

Likest = Mapping[int, tuple[int, ...]]
"""For each declaration, by its number, those before it whose goals begin most like its own."""


class Group(Struct, frozen=True):
    """Declarations that are compared with each other, by the numbers of their files."""

    scope: Scope
    members: tuple[int, ...]

    @property
    def subjects(self) -> tuple[int, ...]:
        """Those of which anything is said."""
        return self.members[:1] if self.scope is Scope.ALIKE else self.members


class Traits(Struct, frozen=True):
    """What the declarations among the files are grouped by.

    ``numbers`` are those of their files, ``filed`` says of each by whom. ``beginnings`` are what goals begin
    with, file by file; a name is to tell whose they are, so there are none where it is blank.
    """

    numbers: list[int]
    filed: list[Filed]
    beginnings: list[Sequence[int]]

    @classmethod
    def of(cls, heads: Iterable[Head | None]) -> "Traits":
        """The traits of the declarations, given the head of each file."""
        found = cls([], [], [])
        for number, head in enumerate(heads):
            found.beginnings.append(comparable(head))
            if head:
                found.numbers.append(number)
                found.filed.append(filed_by(head))
        return found


def comparable(head: Head | None) -> Sequence[int]:
    """What the goals of a declaration begin with, as far as they are compared with others."""
    return array("I", head.beginnings if head and head.name else ())


def groups(scope: Scope, traits: Traits, likest: Likest) -> Iterator[Group]:
    """The groups of a scope."""
    if scope is Scope.ALIKE:
        yield from (Group(scope, (number, *likest.get(number, ()))) for number in traits.numbers)
        return
    found = [list(range(len(traits.numbers)))] if traits.numbers else []
    if scope is Scope.UNIT:
        found = unit_groups(traits.filed)
    elif scope is Scope.SUPERVISOR:
        found = supervisor_groups(traits.filed)
    for group in found:
        yield Group(scope, tuple(traits.numbers[place] for place in group))
