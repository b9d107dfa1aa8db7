"""Cutting off what takes too long.

Where the system has a timer that interrupts (not on Windows, and only in the main thread), even a loop or a
regular expression that never ends is interrupted. Elsewhere the time is looked at wherever ``look`` is
called; see docs/adr/0031.
"""

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any

Handler = Callable[[int, FrameType | None], Any] | int | None
_TICK = 0.05
"""How often the timer rings, in seconds; arming it anew for each rule would take longer than most rules."""


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
        if time.monotonic() >= self.end:
            raise TooSlowError


class Alarm:
    """One timer for many pieces of work in turn; it interrupts inside ``with`` only."""

    def __init__(self, tick: float = _TICK) -> None:
        self._tick = tick
        self._end: float | None = None
        self._before: Handler = None
        self._is_ticking = False

    def __enter__(self) -> "Alarm":
        if _may_interrupt():
            # ValueError: this is not the main thread.
            with suppress(ValueError):
                self._before = signal.signal(signal.SIGALRM, self._ring)
                signal.setitimer(signal.ITIMER_REAL, self._tick, self._tick)
                self._is_ticking = True
        return self

    def __exit__(self, *_: object) -> None:
        self._end = None
        if self._is_ticking:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, self._before)
            self._is_ticking = False

    def start(self, seconds: float) -> Clock:
        """Let the work that begins now run for so many seconds; TooSlowError is raised in it after that."""
        clock = Clock(seconds)
        self._end = clock.end
        return clock

    def stop(self) -> None:
        """The work has come to its end."""
        self._end = None

    def _ring(self, _number: int, _frame: FrameType | None) -> None:
        if self._end is not None and time.monotonic() >= self._end:
            self._end = None
            raise TooSlowError


@contextmanager
def limited(seconds: float) -> Iterator[Clock]:
    """Let the block run for so many seconds at most. Raises TooSlowError in it."""
    with Alarm(min(_TICK, max(seconds, 0.001))) as alarm:
        yield alarm.start(seconds)


def _may_interrupt() -> bool:
    """Whether there is a timer, and nobody else uses it."""
    return hasattr(signal, "setitimer") and signal.getitimer(signal.ITIMER_REAL)[0] == 0
