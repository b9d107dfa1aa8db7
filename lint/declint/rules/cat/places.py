"""Where a row belongs, by what its name measures."""

from functools import cache

from declint.declaration.edition import Kind
from declint.declaration.model import Category, Declaration, Indicator
from declint.language.lexicon import lexicon, words
from declint.language.measures import BAD_RATE, CAPPED_RATE, OPEN_RATE
from declint.language.names import core

_SORTED_RATES = {"质量的比率": "质量", "使用的比率": "使用", "公众的比率": "公众"}
_SORTED_BY_HEAD = frozenset({CAPPED_RATE, OPEN_RATE, BAD_RATE})


def is_placed(declaration: Declaration, indicator: Indicator) -> bool:
    """Whether a row stands in a category that its edition has; else CAT008 speaks."""
    category = indicator.category
    return category.kind is not None and declaration.edition.has(category.level1, category.level2)


@cache
def _kinds(name: str) -> tuple[Kind, ...]:
    return tuple(Kind(kind) for kind in lexicon("places")["归属"].get(name, ()))


def homes(indicator: Indicator) -> tuple[Kind, ...]:
    """The kinds of category that fit what a name measures, the best first; () where that is not known."""
    name, measure = core(indicator.name), indicator.measure
    if measure is None:
        return _kinds("质量") if name.endswith(words("places", "质量的状态")) else ()
    known = homes_of(measure.name)
    if known is not None:
        return known
    for key, sort in _SORTED_RATES.items():
        if name.endswith(words("places", key)):
            return _kinds(sort)
    return ()


def homes_of(measure: str) -> tuple[Kind, ...] | None:
    """The homes of all names of a measure; None where they depend on more of the name."""
    return None if not measure or measure in _SORTED_BY_HEAD else _kinds(measure)


def better(declaration: Declaration, kinds: tuple[Kind, ...], neighbour: Category | None) -> tuple[str, ...]:
    """What the better places for a row are called: the best kind, and the category beside it."""
    edition = declaration.edition
    best = next((label for kind in kinds if (label := edition.level2_of(kind))), None)
    return tuple(dict.fromkeys(label for label in (best, neighbour and neighbour.level2) if label))
