"""Rows of one name in several places, which rules across declarations compare."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from declint.declaration.facts import Facts
from declint.declaration.model import Indicator


def recurring(facts: Sequence[Facts]) -> tuple[tuple[Facts, Indicator], ...]:
    """The rows whose name another row of these declarations has, the order of its characters aside.

    There may be others among them, for names are told apart by numbers; see ``Rows``.
    """
    return _recurring(tuple(facts))


@lru_cache(maxsize=2)
def _recurring(facts: tuple[Facts, ...]) -> tuple[tuple[Facts, Indicator], ...]:
    names = [each.rows.names for each in facts]
    counted = Counter(chain.from_iterable(names))
    return tuple(
        (each, each.indicator(number))
        for each, own in zip(facts, names, strict=True)
        for number, name in enumerate(own)
        if counted[name] > 1
    )
