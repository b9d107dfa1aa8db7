"""The run itself: each file checked, here, elsewhere or long ago; then all compared, settled and ordered."""

import datetime
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING

from msgspec import Struct

from declint.run.outcome import FileResult, Report, Terms
from declint.run.packing import Fresh, Sealed, put_aside, says_anything, seal
from declint.run.shelf import Shelf
from declint.settings import Settings

if TYPE_CHECKING:
    from declint.rules.kit import AnyRule
    from declint.run.checked import Checked
    from declint.run.comparing import Said
    from declint.run.memory import Memory

Input = tuple[str, bytes | OSError]
PAYS = 200
"""From how many files on it pays to start other processes."""
_BATCH = 200
"""How many results are looked up or written down at a time."""
_ROOM = 300
"""How many files are held as they are; those beyond are laid aside."""
_READY = 50
"""Of how many files what is compared is held ready for use."""
_PENDING = b""


class Means(Struct, frozen=True):
    """What a run may use. ``jobs`` is the number of processes, 0 for as many as pay.

    ``memory`` holds what earlier runs gave. Rules that the settings do not select are neither remembered nor
    run in other processes.
    """

    jobs: int = 1
    memory: "Memory | None" = None


class Task(Struct, frozen=True, eq=False):
    """A file to check, or only to read where it is no more than a sibling of others."""

    path: str
    data: bytes | OSError
    terms: Terms
    is_checked: bool = True

    def done(self) -> Fresh:
        """Do it here."""
        from declint.run.checking import check, glance

        work = check if self.is_checked else glance
        return work(self.path, self.data, self.terms)


def check_files(
    inputs: Iterable[Input],
    rules: "Sequence[AnyRule] | None" = None,
    settings: Settings | None = None,
    *,
    terms_of: Callable[[str], Terms] | None = None,
    only: Collection[str] | None = None,
    whole: bool = True,
    today: datetime.date | None = None,
    means: Means | None = None,
) -> Report:
    """Check files given as (path, bytes), or the error that reading them ended in.

    ``terms_of`` gives the terms of each path where they are not ``rules`` and ``settings`` for all; without
    ``rules`` the settings select them. ``only`` names the files to report on; the others are read for what
    the declarations say of each other. ``whole`` is False where siblings may be missing. ``today`` is the day
    that suppressions expire by. ``means`` make it faster; the report is the same.

    Raises UnknownRuleError and PluginError.
    """
    means = means or Means()
    recall = means.memory.cards if means.memory else None
    same = Terms(None if rules is None else tuple(rules), settings or Settings(), recall)
    tasks = (
        Task(path, data, terms_of(path) if terms_of else same, only is None or path in only)
        for path, data in inputs
    )
    files: list[FileResult] = []
    siblings: list[FileResult] = []
    for file, is_checked in _Checking(tasks, means).results():
        (files if is_checked else siblings).append(file)
    return report_on(files, siblings, whole=whole, today=today, means=means)


def check_file(path: str, data: bytes | OSError, terms: Terms) -> FileResult:
    """Check one file by itself."""
    fresh = Task(path, data, terms).done()
    return FileResult(path, data, terms, fresh.sealed, kept=fresh.kept.packed)


def report_on(
    files: list[FileResult],
    siblings: Sequence[FileResult] = (),
    *,
    whole: bool = True,
    today: datetime.date | None = None,
    means: Means | None = None,
) -> Report:
    """Compare files that have been checked one by one, and order what was found; adds to their findings."""
    day = today or datetime.datetime.now().astimezone().date()
    every = [*files, *siblings]
    if files:
        _join(every, means or Means())
    report = Report(files, [], crashed=False, siblings=siblings, whole=whole)
    for number, file in enumerate(every):
        is_checked = number < len(files)
        if file.joined or file.late or (is_checked and says_anything(file.sealed)):
            from declint.run.settling import settle

            settle(file, report, day, is_checked=is_checked)
    report.results.sort(key=lambda result: result.order)
    report.suppressed.sort(key=lambda result: result.order)
    return report


def _join(files: Sequence[FileResult], means: Means) -> None:
    """Add to files what the declarations among them say of each other."""
    for members, joined in _said(files, means):
        for place, each in joined.found:
            file = files[members[place]]
            file.joined = (*file.joined, each)
        for place, crash in joined.crashes:
            files[members[place]].late.append(crash)


def _said(files: Sequence[FileResult], means: Means) -> "Iterable[Said]":
    """What some of the files say of each other."""
    memory = means.memory
    past = memory.past(files) if memory else None
    known = memory.joined(past) if memory and past else None
    if known is None:
        from declint.run.comparing import compare

        return compare(files, memory, past, means.jobs)
    return known


class _Checking:
    """Tasks on their way to results. What waits for its result is in ``_open``, by its place in the order."""

    def __init__(self, tasks: Iterable[Task], means: Means) -> None:
        self._tasks = tasks
        self._means = means
        self._files: list[tuple[FileResult, bool]] = []
        self._open: deque[tuple[int, Task]] = deque()
        self._shelf, self._heads, self._bodies = Shelf(), Shelf(), Shelf()

    def results(self) -> list[tuple[FileResult, bool]]:
        """Each file checked, in the order of the tasks, and whether it is to be reported on."""
        memory, news = self._means.memory, list[tuple[Task, Fresh]]()
        for fresh in _everywhere(self._missing(), self._means.jobs):
            number, task = self._open.popleft()
            kept = fresh.kept.packed if memory or number >= _READY else fresh.kept
            file = self._files[number][0]
            file.sealed = self._held(fresh.sealed, number)
            file.kept = kept if number < _READY else kept.laid(self._heads, self._bodies)
            if memory:
                news.append((task, Fresh(fresh.sealed, kept)))
            if memory and len(news) >= _BATCH:
                memory.keep(news)
                news.clear()
        if memory:
            memory.keep(news)
        return self._files

    def _held(self, sealed: "bytes | Checked", number: int) -> Sealed:
        """A result as it is held: laid aside, but for the first ones."""
        if number < _ROOM:
            return sealed
        packed = sealed if isinstance(sealed, bytes) else seal(sealed)
        return self._shelf.lay(packed) if isinstance(packed, bytes) else packed

    def _missing(self) -> Iterator[Task]:
        """The tasks whose results are not remembered; the files of all of them are put in order."""
        memory = self._means.memory
        tasks = iter(self._tasks)
        while batch := list(islice(tasks, _BATCH)):
            remembered = memory.known(batch) if memory else [(b"", None)] * len(batch)
            for task, (key, known) in zip(batch, remembered, strict=True):
                number = len(self._files)
                held = task.data if number < _ROOM else put_aside(task.data, self._shelf)
                sealed = self._held(known, number) if known else _PENDING
                self._files.append((FileResult(task.path, held, task.terms, sealed, key), task.is_checked))
                if known is None:
                    self._open.append((number, task))
                    yield task


def _everywhere(tasks: Iterator[Task], jobs: int) -> Iterator[Fresh]:
    """What tasks give, in their order: from other processes where there are enough of them."""
    first = list(islice(tasks, PAYS if jobs == 0 else 2)) if jobs != 1 else []
    every = chain(first, tasks)
    if len(first) > 1 and (jobs or len(first) == PAYS) and first[0].terms.given is None:
        from declint.run.pool import elsewhere, processors

        if (processes := jobs or processors()) > 1:
            return elsewhere(every, processes)
    return (task.done() for task in every)
