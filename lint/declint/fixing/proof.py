"""Whether a repair did what it should: its finding is gone, and no finding has come that was not there.

A finding is known by its rule, its file, its field and its arguments. Since an edit also changes what other
messages quote, one that still stands on the same characters is the same finding in other words.
"""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from declint.declaration.reading import Reading
from declint.finding import Finding, Path, Place
from declint.fixing.edits import TextEdit, carried
from declint.rules.card import Kind, Known
from declint.run import FileResult, Report

Identity = tuple[Hashable, ...]


class Seen(Struct, frozen=True):
    """A finding of a run as it can be found again in another run."""

    rule: Known
    finding: Finding
    path: str
    field: tuple[str, ...]
    span: tuple[int, int]

    @property
    def identity(self) -> Identity:
        """Rule, file, field and arguments."""
        return (self.rule.code, self.path, self.field, self.arguments)

    @property
    def arguments(self) -> Hashable:
        """The arguments in one order."""
        return tuple(sorted(self.finding.arguments.items()))


class Trouble(NamedTuple):
    """What forbids a repair: findings that came, and repaired findings that stayed."""

    new: tuple[Seen, ...] = ()
    stayed: tuple[Seen, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.stayed)


def seen(file: FileResult, rule: Known, finding: Finding, span: tuple[int, int]) -> Seen:
    """A finding of a file."""
    return Seen(rule, finding, file.path, tuple(file.field(finding.at)), span)


def known(report: Report) -> list[Seen]:
    """The findings of a report, and those for which a more specific rule speaks."""
    found = spoken(report)
    every = [
        seen(file, file.terms.known[each.code], each.finding, each.span)
        for file in report.files
        for each in file.found
    ]
    return [*found, *_without(every, found)]


def spoken(report: Report) -> list[Seen]:
    """The findings of a report."""
    return [seen(each.file, each.rule, each.finding, each.span) for each in report.results]


def trouble(
    before: Sequence[Seen],
    after: Sequence[Seen],
    fixed: Sequence[Seen],
    edits: Mapping[str, Sequence[TextEdit]],
    risen: frozenset[str] = frozenset(),
) -> Trouble:
    """What a repair of ``fixed`` does not do, or does besides.

    ``edits`` are those of each file. In the files of ``risen`` more can be read than before, and what could
    not be read could not be judged: there a finding may come to light.
    """
    others = _without(before, fixed)
    left = _beyond_moved(_without(after, others), _without(others, after))
    left = _beyond_restated(left, _without(others, after), edits)
    repaired = {each.identity for each in fixed}
    stayed = tuple(each for each in left if each.identity in repaired)
    new = tuple(
        each
        for each in left
        if each.identity not in repaired
        and not (each.path in risen or (risen and each.rule.kind is Kind.CROSS))
        and not any(_uncovers(repair, each, edits) for repair in fixed)
    )
    return Trouble(new, stayed)


def _without(findings: Sequence[Seen], taken: Sequence[Seen]) -> list[Seen]:
    left = Counter(each.identity for each in taken)
    kept = []
    for each in findings:
        if left[each.identity] > 0:
            left[each.identity] -= 1
        else:
            kept.append(each)
    return kept


def _beyond_moved(left: Sequence[Seen], gone: Sequence[Seen]) -> list[Seen]:
    """Without the findings of rows that were carried elsewhere with them."""
    free = Counter(_name(each) for each in gone)
    kept = []
    for each in left:
        if free[_name(each)] > 0:
            free[_name(each)] -= 1
        else:
            kept.append(each)
    return kept


def _name(each: Seen) -> Identity:
    return (each.rule.code, each.path, each.field[-1:], each.arguments)


def _beyond_restated(
    left: Sequence[Seen], gone: Sequence[Seen], edits: Mapping[str, Sequence[TextEdit]]
) -> list[Seen]:
    """Without the findings that stand where one of the same rule stood, whatever they quote now."""
    free = list(gone)
    kept = []
    for each in left:
        match = next((old for old in free if _stands_there(old, each, edits.get(each.path, ()))), None)
        if match is None:
            kept.append(each)
        else:
            free.remove(match)
    return kept


def _stands_there(old: Seen, new: Seen, edits: Sequence[TextEdit]) -> bool:
    if (old.rule.code, old.path, len(old.field)) != (new.rule.code, new.path, len(new.field)):
        return False
    start, end = carried(old.span[0], edits), carried(old.span[1], edits)
    return start <= new.span[1] and new.span[0] <= end


def _uncovers(repair: Seen, new: Seen, edits: Mapping[str, Sequence[TextEdit]]) -> bool:
    """Whether a repair made something readable that the new finding speaks of.

    That is a value that the schema refused; or, in a file that could not be read at all, another line than
    those that were changed.
    """
    if not repair.rule.always or repair.path != new.path:
        return False
    if isinstance(repair.finding.at, Place):
        return any(path[: len(repair.finding.at.path)] == repair.finding.at.path for path in _paths(new))
    if repair.rule.code != new.rule.code or isinstance(new.finding.at, Place):
        return False
    return not any(
        carried(edit.start, edits[new.path])
        <= new.span[0]
        <= carried(edit.end, edits[new.path]) + len(edit.text)
        for edit in edits.get(new.path, ())
    )


def _paths(each: Seen) -> list[Path]:
    places = (each.finding.at, *(related.at for related in each.finding.related if related.path is None))
    return [place.path for place in places if isinstance(place, Place)]


def level(reading: Reading) -> int:
    """How much of a file can be read: no tree, rows out of place, a tree that is no form, a declaration."""
    if reading.declaration:
        return 3
    if reading.tree is None:
        return 0
    return 1 if reading.problems else 2
