"""Repairing files: the fixes of their findings, pass by pass, each proven before it counts.

Nothing here writes to a disk; what comes out are the bytes that a file should hold.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct, field
from msgspec.structs import replace

from declint.declaration.source import decode
from declint.finding import Safety
from declint.fixing.attempt import Attempt, Repair, attempt
from declint.fixing.choosing import batch_of, repairs_of
from declint.fixing.proof import Identity, Seen, Trouble, known, level, spoken, trouble
from declint.run import FileResult, Report, Terms, check_file, report_on

Inputs = Sequence[tuple[str, bytes | OSError]]
Check = Callable[[Inputs], Report]
_MOST_PASSES = 500
"""More passes than any honest file needs: a guard against rules whose fixes undo each other."""


class Refused(Struct, frozen=True):
    """A fix that was not made; ``trouble`` is empty where the layout of the file allows none."""

    repair: Repair
    trouble: Trouble


class Repaired(Struct):
    """One file: what it held, what it should hold, and what was done to it."""

    path: str
    before: bytes
    after: bytes
    made: list[Repair] = field(default_factory=list)
    refused: dict[Identity, Refused] = field(default_factory=dict)

    @property
    def texts(self) -> tuple[str, str]:
        """The text before and after; the same where only the encoding changes.

        Raises UndecodableError for a file that holds no text.
        """
        return decode(self.before)[0], decode(self.after)[0]


class Outcome(Struct, frozen=True):
    """The files that could be opened, and the report on all files with every repair made."""

    files: tuple[Repaired, ...]
    report: Report


def checker(terms_of: Callable[[str], Terms]) -> Check:
    """A check that looks at each file once, as long as it holds the same bytes.

    ``terms_of`` gives the rules and settings of each path.
    """
    seen: dict[tuple[str, bytes], FileResult] = {}

    def one(path: str, data: bytes | OSError) -> FileResult:
        terms = terms_of(path)
        if isinstance(data, OSError):
            return check_file(path, data, terms)
        if (path, data) not in seen:
            seen[path, data] = check_file(path, data, terms)
        # Findings across files are added to the copy.
        result = seen[path, data]
        return replace(result, joined=(), late=[])

    return lambda inputs: report_on([one(path, data) for path, data in inputs])


def repair(
    inputs: Iterable[tuple[str, bytes | OSError]],
    check: Check,
    *,
    unsafe: bool = False,
    only: frozenset[str] | None = None,
) -> Outcome:
    """Make every fix that keeps the meaning, with ``unsafe`` also those that probably do.

    ``check`` reports on files: on all of them together and on one alone. ``only`` names the codes whose
    fixes are made; whatever ``check`` finds counts, so that no fix brings a finding that was not there.
    """
    work = _Work(list(inputs), check)
    allowed = frozenset(Safety) if unsafe else frozenset({Safety.SAFE})
    for _ in range(_MOST_PASSES):
        batches = dict(work.batches(allowed, only))
        if not batches:
            break
        proven = {path: each for path, batch in batches.items() if (each := work.prove(path, batch))}
        if work.agree(proven):
            # What was refused may be possible now: a second run must find nothing to do.
            for file in work.files.values():
                file.refused.clear()
    return Outcome(tuple(work.files.values()), work.report)


class _Work:
    """The files of one run on their way from pass to pass; ``report`` is the one on their present state."""

    def __init__(self, inputs: Inputs, check: Check) -> None:
        self.check = check
        self.data = dict(inputs)
        self.report = check(list(self.data.items()))
        self.files = {
            path: Repaired(path, data, data) for path, data in self.data.items() if isinstance(data, bytes)
        }

    def batches(
        self, allowed: frozenset[Safety], only: frozenset[str] | None
    ) -> Iterator[tuple[str, list[Repair]]]:
        """For each file the repairs of one pass."""
        found: dict[str, list[Repair]] = {}
        for each in repairs_of(self.report, allowed, only):
            file = self.files.get(each.seen.path)
            if file is None or each.seen.identity in file.refused:
                continue
            if each.is_possible:
                found.setdefault(each.seen.path, []).append(each)
            else:
                self.refuse(each, Trouble())
        for path, repairs in found.items():
            yield path, batch_of(repairs)

    def prove(self, path: str, batch: list[Repair]) -> Attempt | None:
        """The whole batch if it holds in its file; else one repair after the other, without what does not."""
        whole, wrong = self.tried(path, batch)
        if whole or len(batch) == 1:
            if not whole:
                self.refuse(batch[0], wrong)
            return whole
        best: Attempt | None = None
        for each in batch:
            better, wrong = self.tried(path, [*(best.batch if best else ()), each])
            if not better:
                self.refuse(each, wrong)
            best = better or best
        return best

    def tried(self, path: str, batch: list[Repair]) -> tuple[Attempt | None, Trouble]:
        """A batch made on its file, and what a check of that file alone says to it."""
        data = self.files[path].after
        made = attempt(data, batch)
        if made is None:
            return None, Trouble()
        wrong = _trouble(self.check([(path, data)]), self.check([(path, made.data)]), {path: made})
        return (None, wrong) if wrong else (made, wrong)

    def agree(self, proven: Mapping[str, Attempt]) -> bool:
        """Let count what brings no finding across the files: together, or where that fails one by one.

        Whether anything does.
        """
        if not proven:
            return False
        wrong = self.made_across(proven)
        if not wrong:
            return True
        involved = {path for each in chain(*wrong) for path in _paths(each)} & set(proven) or set(proven)
        made = self.agree({path: each for path, each in proven.items() if path not in involved})
        for path in sorted(involved):
            for each in proven[path].batch:
                made |= self.alone(path, each)
        return made

    def alone(self, path: str, each: Repair) -> bool:
        """Let one repair count by itself; it waits for the next pass where its file has changed."""
        file = self.report.file(path)
        if file is None or file.source.text != each.text:
            return False
        one, wrong = self.tried(path, [each])
        if one and not (wrong := self.made_across({path: one})):
            return True
        self.refuse(each, wrong)
        return False

    def made_across(self, proven: Mapping[str, Attempt]) -> Trouble:
        """Let attempts in several files count, unless a check of all files together speaks against them."""
        data = self.data | {path: each.data for path, each in proven.items()}
        report = self.check(list(data.items()))
        wrong = _trouble(self.report, report, proven)
        if not wrong:
            self.data, self.report = data, report
            for path, each in proven.items():
                self.files[path].after = each.data
                self.files[path].made.extend(each.batch)
        return wrong

    def refuse(self, each: Repair, why: Trouble) -> None:
        """Remember a repair that was not made, and why."""
        self.files[each.seen.path].refused[each.seen.identity] = Refused(each, why)


def _trouble(before: Report, after: Report, made: Mapping[str, Attempt]) -> Trouble:
    fixed = [each.seen for attempted in made.values() for each in attempted.batch]
    edits = {path: attempted.edits for path, attempted in made.items()}
    risen = {path for path in made if _level(after, path) > _level(before, path)}
    return trouble(known(before), spoken(after), fixed, edits, frozenset(risen))


def _level(report: Report, path: str) -> int:
    file = report.file(path)
    return level(file.reading) if file else 0


def _paths(each: Seen) -> set[str]:
    return {each.path, *(related.path for related in each.finding.related if related.path)}
