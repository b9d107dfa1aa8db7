"""Whether a label may have slipped by a row: the row at a category's border fits the category beside it."""

from collections.abc import Collection, Sequence
from itertools import pairwise, takewhile

from declint.declaration.edition import Kind
from declint.declaration.model import Category, Declaration
from declint.finding import Path, Related, Words
from declint.finding.place import Part, Place

SLIPPED = Words(
    "，而紧挨着的正是“{beside}”：二级指标栏可能错了一行，请对照原表",
    "; right beside it is “{beside}”: the category label may have slipped by a row, "
    "compare with the original",
)
"""The end of a message about such a row."""
_BESIDE = Words("紧挨着的“{beside}”一栏", "the category beside it, “{beside}”")


def with_slip(message: Words) -> Words:
    """A message that ends by saying that the label may have slipped; it needs the argument ``beside``."""
    return Words(message.zh + SLIPPED.zh, message.en + SLIPPED.en)


def shown(category: Category) -> Related:
    """The category beside, as part of the evidence; its words need the argument ``beside``."""
    return Related(Place(category.path, Part.KEY), _BESIDE)


def borders(declaration: Declaration, astray: Collection[Path]) -> dict[Path, list[Category]]:
    """For each row astray at a border of its category, the category beyond it.

    Nothing but rows that are ``astray`` may stand between a row and the border.
    """
    if not astray:
        return {}
    astray_in = {path[:-1] for path in astray}
    rows: dict[Path, list[Path]] = {}
    for row in declaration.indicators:
        if row.category.path in astray_in:
            rows.setdefault(row.category.path, []).append(row.path)
    found: dict[Path, list[Category]] = {}
    for before, after in pairwise(declaration.categories):
        last = takewhile(astray.__contains__, reversed(rows.get(before.path, [])))
        first = takewhile(astray.__contains__, rows.get(after.path, []))
        for path in last:
            found.setdefault(path, []).append(after)
        for path in first:
            found.setdefault(path, []).append(before)
    return found


def fitting(sides: Sequence[Category], kinds: Sequence[Kind]) -> Category | None:
    """The category that fits best; ``kinds`` are those that fit, the best first."""
    ranked = [(kinds.index(side.kind), side) for side in sides if side.kind and side.kind in kinds]
    return min(ranked, key=lambda each: each[0])[1] if ranked else None
