"""Which declarations of a run are compared with each other."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct

from declint.declaration.alike import alike
from declint.declaration.facts import Head
from declint.declaration.siblings import Filed, Folding, filed_by, supervisor_groups, unit_groups
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
    """What declarations are grouped by: ``filed`` says of each file by whom, None where it is none."""

    filed: Sequence[Filed | None]
    likest: Likest

    @classmethod
    def of(cls, heads: Iterator[Head | None], scopes: Collection[Scope]) -> "Traits":
        """The traits of all, given the head of each file, as far as scopes ask for them."""
        filed: list[Filed | None] = []
        beginnings: list[Sequence[int]] = []
        for head in heads:
            filed.append(filed_by(head) if head else None)
            beginnings.append(comparable(head))
        is_asked = Scope.ALIKE in scopes
        return cls(filed, alike(beginnings, range(len(beginnings))) if is_asked else {})


def comparable(head: Head | None) -> Sequence[int]:
    """What goals begin with, as far as they are compared with others; a name is to tell whose they are."""
    return head.beginnings if head and head.name else ()


def groups(scope: Scope, traits: Traits, folding: Folding | None = None) -> Iterator[Group]:
    """The groups of a scope."""
    numbers = [number for number, filed in enumerate(traits.filed) if filed]
    if scope is Scope.ALIKE:
        yield from (Group(scope, (number, *traits.likest.get(number, ()))) for number in numbers)
        return
    filed = [each for each in traits.filed if each]
    found = [list(range(len(numbers)))] if numbers else []
    if scope is Scope.UNIT:
        found = unit_groups(filed, folding)
    elif scope is Scope.SUPERVISOR:
        found = supervisor_groups(filed, folding)
    for group in found:
        yield Group(scope, tuple(numbers[place] for place in group))
