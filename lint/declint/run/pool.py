"""Work in several processes: the same results in the same order, whatever becomes of a process.

To check files, bytes and settings are sent; what comes back are bytes. A process that is killed takes no
result with it: what it had in hand is checked again, a file at a time, and a file that ends a process once
more is said to have done so.
"""

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, TypeVar

from declint.finding import Finding, Stretch, Words
from declint.run.checked import Checked, Found
from declint.run.keeping import Kept
from declint.run.outcome import Terms
from declint.run.packing import Fresh, pack
from declint.settings import Settings

if TYPE_CHECKING:
    from declint.run.running import Task

_CHUNK = 16
"""How many files are handed over at a time."""
_AHEAD = 4
"""How many chunks for each process wait to be taken; more would only fill memory."""
_ENDED = Words(
    "检查这个文件的进程意外结束了（可能是内存不足，或被系统终止）：这个文件没有查完",
    "the process that checked this file ended unexpectedly (out of memory, or killed): it is not checked",
)
_ENDED_ADVICE = Words(
    "其他文件的结果不受影响；请单独再检查一次这个文件，仍然如此请把它反馈给 declint",
    "the other files are not affected; check this file again by itself, and report it if it happens again",
)
CAN_COPY = sys.platform == "linux"
"""Whether the system copies a process as it is, with all that it has at hand."""
Given = TypeVar("Given")
Gained = TypeVar("Gained")
_Sent = tuple[Settings, bool, list[tuple[str, bytes]]]
_Back = tuple[bytes | None, Kept]


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def elsewhere(tasks: Iterator["Task"], jobs: int) -> Iterator[Fresh]:
    """What each task gives, in their order. Tasks are taken no earlier than they are needed."""
    chunks = _chunks(tasks)
    lost: list[list[Task]] = []
    is_done = False
    while not is_done:
        under_way: deque[tuple[list[Task], Future[list[_Back]]]] = deque()
        with _pool(jobs) as executor:
            while True:
                for chunk in islice(chunks, jobs * _AHEAD - len(under_way)):
                    under_way.append((chunk, _submitted(executor, _check, _sent(chunk))))
                if is_done := not under_way:
                    break
                chunk, future = under_way.popleft()
                try:
                    packed = future.result()
                except BrokenProcessPool:
                    lost = [chunk, *(each for each, _ in under_way)]
                    break
                yield from _received(chunk, packed)
        yield from _one_by_one(lost)
        lost = []


def copied(work: Callable[[Given], Gained], parts: Sequence[Given], jobs: int) -> Iterator[Gained | None]:
    """What work gives for each part, done by copies of this process; None where the copy has ended.

    Parts and what they give are sent, and must be small; work may look at everything that this process has
    at hand. Only where the system ``CAN_COPY``.
    """
    with _pool(jobs, work) as executor:
        for future in [_submitted(executor, _worked, part) for part in parts]:
            try:
                yield future.result()
            except BrokenProcessPool:
                yield None


_at_hand: list[Callable[[Any], Any]] = []


def _worked(part: Any) -> Any:
    """In a copy of the process: do a part of its work."""
    return _at_hand[-1](part)


def _chunks(tasks: Iterable["Task"]) -> Iterator[list["Task"]]:
    """Tasks that follow each other and have the same terms, a few at a time."""
    chunk: list[Task] = []
    for task in tasks:
        if chunk and (len(chunk) == _CHUNK or _kind(task) != _kind(chunk[0])):
            yield chunk
            chunk = []
        chunk.append(task)
    if chunk:
        yield chunk


def _kind(task: "Task") -> tuple[int, bool]:
    return id(task.terms), task.is_checked


@contextmanager
def _pool(jobs: int, *work: Callable[[Any], Any]) -> Iterator[ProcessPoolExecutor]:
    context = multiprocessing.get_context("fork" if CAN_COPY else "spawn")
    if CAN_COPY:
        import declint.run.checking  # noqa: F401  (loaded once and shared by every process)
    others = multiprocessing.active_children()
    executor = ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=work)
    try:
        yield executor
    finally:
        # Everything has come back, or nobody wants it any more. A process that was killed while it waited for
        # work would let the others wait for ever, were they asked to end by themselves.
        for process in multiprocessing.active_children():
            if process not in others:
                process.terminate()
        executor.shutdown(cancel_futures=True)


def _begin(*work: Callable[[Any], Any]) -> None:
    """A process of the pool leaves it to its parent what an interruption means, and ends with its parent."""
    _at_hand.extend(work)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        wait([parent.sentinel])
        os._exit(1)


def _submitted(
    executor: ProcessPoolExecutor, work: Callable[[Given], Gained], given: Given
) -> "Future[Gained]":
    try:
        return executor.submit(work, given)
    except BrokenProcessPool as error:
        # A process may end between two submissions; what is given is then lost like what is in hand.
        lost: Future[Gained] = Future()
        lost.set_exception(error)
        return lost


def _sent(chunk: list["Task"]) -> _Sent:
    files = [(task.path, task.data) for task in chunk if isinstance(task.data, bytes)]
    return chunk[0].terms.settings, chunk[0].is_checked, files


def _check(sent: _Sent) -> list[_Back]:
    """In a process of the pool: check some files."""
    from declint.language.lexicon import extended
    from declint.run.running import Task

    settings, is_checked, files = sent
    terms = _terms(settings)
    with extended(settings.words):
        return [_packed(Task(path, data, terms, is_checked).done()) for path, data in files]


def _packed(fresh: Fresh) -> _Back:
    return fresh.sealed if isinstance(fresh.sealed, bytes) else pack(fresh.sealed), fresh.kept.packed


_known_terms: dict[Settings, Terms] = {}


def _terms(settings: Settings) -> Terms:
    return _known_terms.setdefault(settings, Terms(None, settings))


def _received(chunk: list["Task"], packed: list[_Back]) -> Iterator[Fresh]:
    """The results of a chunk; what could not be read from the disk or sent is looked at here."""
    rest = iter(packed)
    for task in chunk:
        sealed, kept = next(rest) if isinstance(task.data, bytes) else (None, None)
        yield Fresh(sealed, kept) if sealed and kept else task.done()


def _one_by_one(chunks: list[list["Task"]]) -> Iterator[Fresh]:
    """What was in hand when a process ended: a file at a time, so that the one at fault is found."""
    tasks = deque(task for chunk in chunks for task in chunk)
    while tasks:
        with _pool(1) as executor:
            while tasks:
                task = tasks.popleft()
                try:
                    packed = _submitted(executor, _check, _sent([task])).result()
                except BrokenProcessPool:
                    yield _ended(task)
                    break
                yield from _received([task], packed)


def _ended(task: "Task") -> Fresh:
    rule = next(rule for rule in task.terms.rules if rule.always)
    checked = Checked(crashes=(Found.of_file(rule.code, Finding(Stretch(0, 0), _ENDED, _ENDED_ADVICE)),))
    return Fresh(checked, Kept.of(None))
