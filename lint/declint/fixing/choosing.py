"""Which repairs are made in one pass."""

from collections.abc import Iterator, Sequence

from declint.finding import Fix, Move, Safety
from declint.fixing.attempt import Repair
from declint.fixing.edits import overlap
from declint.fixing.proof import seen
from declint.fixing.resolve import resolve
from declint.run import Report


def repairs_of(
    report: Report, allowed: frozenset[Safety], only: frozenset[str] | None = None
) -> Iterator[Repair]:
    """The first allowed fix of every finding, in the order of the report; ``only`` names codes."""
    for result in report.results:
        fix = next((each for each in result.finding.fixes if each.safety in allowed), None)
        if fix and (only is None or result.rule.code in only):
            edits = resolve(fix, result.file.source, result.file.tree)
            yield Repair(result.file, seen(result.file, result.rule, result.finding, result.span), fix, edits)


def batch_of(repairs: Sequence[Repair]) -> list[Repair]:
    """Repairs that do not touch each other: the first in the text comes first.

    A row is carried in a pass of its own, after everything else: it changes the places of the others.
    """
    chosen: list[Repair] = []
    for each in repairs:
        if not _moves(each.fix) and not any(overlap(each.edits, other.edits) for other in chosen):
            chosen.append(each)
    return chosen or list(repairs[:1])


def _moves(fix: Fix) -> bool:
    return any(isinstance(edit, Move) for edit in fix.edits)
