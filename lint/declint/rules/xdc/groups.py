"""What the rules across declarations share: the declarations of one unit and year."""

from collections.abc import Iterator, Sequence

from declint.declaration.facts import Facts
from declint.declaration.siblings import same_unit_groups


def unit_years(facts: Sequence[Facts]) -> Iterator[list[Facts]]:
    """The declarations of one unit and one year, where there are at least two."""
    for group in same_unit_groups(facts):
        years: dict[int | None, list[Facts]] = {}
        for each in group:
            years.setdefault(each.year, []).append(each)
        yield from (found for found in years.values() if len(found) > 1)
