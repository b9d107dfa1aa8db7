"""What a target of the fuzzer is, and how one execution is bounded."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType


@dataclass(frozen=True)
class Target:
    """Takes bytes and raises where something that must always hold does not.

    ``kind`` names the maker of its inputs. ``share`` is how often it runs in 100,000 executions, ``seconds``
    what one of them may take.
    """

    check: Callable[[bytes], None]
    share: int
    seconds: float
    kind: str = "declaration"

    @property
    def name(self) -> str:
        """As in ``target_<name>``."""
        return self.check.__name__.removeprefix("target_")


def told(say: Callable[[str], str]) -> tuple[str, str]:
    """A message in both languages: it says something, and no more than a person reads."""
    said = (say("zh"), say("en"))
    assert all(each.strip() and len(each) < 20_000 for each in said), [each[:300] for each in said]
    return said


class EndlessError(BaseException):
    """An execution has taken far too long. No ``Exception``, so that nothing takes it for one of its own."""


@contextmanager
def bounded(seconds: float) -> Iterator[None]:
    """Break off a block after so many seconds of processor time, where the system can.

    Raises EndlessError.
    """
    if not hasattr(signal, "ITIMER_VIRTUAL"):
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _ring(_number: int, _frame: FrameType | None) -> None:
    message = "no end"
    raise EndlessError(message)
