"""Cutting off what takes too long.

Where the system has a timer that interrupts (not on Windows, and only in the main thread), even a loop or a
regular expression that never ends is interrupted. Elsewhere the time is looked at wherever ``Clock.look`` is
called; see docs/adr/0031.
"""

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TooSlowError(BaseException):
    """The time is up. No ``Exception``, so that no rule takes it for one of its own."""


class Clock:
    """The time that one piece of work may take, in seconds."""

    def __init__(self, seconds: float) -> None:
        self.end = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """How many seconds are left, 0 where none are."""
        return max(self.end - time.monotonic(), 0.0)

    def look(self) -> None:
        """Raise TooSlowError where the time is up."""
        if not self.left:
            raise TooSlowError


@contextmanager
def limited(seconds: float) -> Iterator[Clock]:
    """Let the block run for so many seconds at most. Raises TooSlowError in it."""
    clock = Clock(seconds)
    if not _may_interrupt():
        yield clock
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, max(seconds, 0.001))
    try:
        yield clock
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _may_interrupt() -> bool:
    """Whether there is a timer, and nobody else uses it."""
    return (
        hasattr(signal, "setitimer")
        and threading.current_thread() is threading.main_thread()
        and signal.getitimer(signal.ITIMER_REAL)[0] == 0
    )


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise TooSlowError
