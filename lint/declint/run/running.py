"""The run itself: each file checked, here, elsewhere or long ago; then all compared, settled and ordered."""

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec import Struct

from declint.run.checked import Checked, Joined
from declint.run.outcome import FileResult, Report, Terms
from declint.settings import Settings

if TYPE_CHECKING:
    from declint.rules.kit import AnyRule
    from declint.run.memory import Memory

Input = tuple[str, bytes | OSError]
Watch = Callable[[Iterator[Checked], int], Iterator[Checked]]
_BATCH = 500
"""How many results are looked up or written down at a time."""


class Means(Struct, frozen=True):
    """What a run may use. ``jobs`` is the number of processes, 0 for as many as pay.

    ``memory`` holds what earlier runs gave. ``watch`` is handed what takes time, and its length.
    Rules that the settings do not select are neither remembered nor run in other processes.
    """

    jobs: int = 1
    memory: "Memory | None" = None
    watch: Watch | None = None


class Task(Struct, frozen=True, eq=False):
    """A file to check, or only to read where it is no more than a sibling of others."""

    path: str
    data: bytes | OSError
    terms: Terms
    is_checked: bool = True

    def done(self) -> Checked:
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
    same = Terms(None if rules is None else tuple(rules), settings or Settings())
    tasks = [
        Task(path, data, terms_of(path) if terms_of else same, only is None or path in only)
        for path, data in inputs
    ]
    with _words_of(tasks):
        checked = list(_checked(tasks, means))
    results = [
        FileResult(task.path, task.data, task.terms, checked, list(checked.found), list(checked.crashes))
        for task, checked in zip(tasks, checked, strict=True)
    ]
    files = [file for file, task in zip(results, tasks, strict=True) if task.is_checked]
    siblings = [file for file, task in zip(results, tasks, strict=True) if not task.is_checked]
    return report_on(files, siblings, whole=whole, today=today, memory=means.memory)


@contextmanager
def _words_of(tasks: Sequence[Task]) -> Iterator[None]:
    """Words that all files share are put in force once: what is derived from them is dear."""
    shared = {task.terms.settings.words for task in tasks}
    if len(shared) != 1 or shared == {()}:
        yield
        return
    from declint.language.lexicon import extended

    with extended(shared.pop()):
        yield


def check_file(path: str, data: bytes | OSError, terms: Terms) -> FileResult:
    """Check one file by itself."""
    checked = Task(path, data, terms).done()
    return FileResult(path, data, terms, checked, list(checked.found), list(checked.crashes))


def report_on(
    files: list[FileResult],
    siblings: Sequence[FileResult] = (),
    *,
    whole: bool = True,
    today: datetime.date | None = None,
    memory: "Memory | None" = None,
) -> Report:
    """Compare files that have been checked one by one, and order what was found; adds to their findings."""
    day = today or datetime.datetime.now().astimezone().date()
    every = [*files, *siblings]
    if files:
        joined = _joined(every, memory)
        for number, found in joined.found:
            every[number].found.append(found)
        for number, crash in joined.crashes:
            every[number].crashes.append(crash)
    report = Report(files, [], any(file.crashes for file in every), siblings=siblings, whole=whole)
    for file, is_checked in (*((file, True) for file in files), *((file, False) for file in siblings)):
        if file.found or file.crashes or (is_checked and file.checked.covered):
            from declint.run.settling import settle

            settle(file, report, day, is_checked=is_checked)
    report.crashed = report.crashed or any(file.crashes for file in files)
    report.results.sort(key=lambda result: result.order)
    report.suppressed.sort(key=lambda result: result.order)
    return report


def _joined(files: Sequence[FileResult], memory: "Memory | None") -> Joined:
    if memory and (known := memory.joined(files)) is not None:
        return known
    from declint.run.comparing import compare

    joined = compare(files)
    if memory:
        memory.keep_joined(files, joined)
    return joined


def _checked(tasks: Sequence[Task], means: Means) -> Iterator[Checked]:
    """What each task gives, in their order: what the memory knows, and the rest done."""
    known = list(_known(tasks, means.memory))
    work = _work([task for task, checked in zip(tasks, known, strict=True) if checked is None], means)
    news: list[tuple[Task, Checked]] = []
    for task, checked in zip(tasks, known, strict=True):
        if checked is not None:
            yield checked
            continue
        done = next(work)
        yield done
        news.append((task, done))
        if means.memory and len(news) >= _BATCH:
            means.memory.keep(news)
            news.clear()
    if means.memory:
        means.memory.keep(news)


def _known(tasks: Sequence[Task], memory: "Memory | None") -> Iterator[Checked | None]:
    for start in range(0, len(tasks), _BATCH):
        batch = tasks[start : start + _BATCH]
        yield from memory.known(batch) if memory else [None] * len(batch)


def _work(tasks: Sequence[Task], means: Means) -> Iterator[Checked]:
    work = _everywhere(tasks, means.jobs)
    return means.watch(work, len(tasks)) if means.watch and tasks else work


def _everywhere(tasks: Sequence[Task], jobs: int) -> Iterator[Checked]:
    if jobs != 1 and len(tasks) > 1 and all(task.terms.given is None for task in tasks):
        from declint.run.pool import elsewhere, paying

        processes = jobs or paying(len(tasks))
        if processes > 1:
            return elsewhere(tasks, processes)
    return (task.done() for task in tasks)
