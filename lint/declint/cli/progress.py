"""A line on the terminal that tells how far long work is; gone when the work is done."""

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO, TypeVar

from declint.cli.language import say

Item = TypeVar("Item")
PATIENCE = 1.0
"""Seconds after which work is long."""
_BETWEEN = 0.1
_BACK = "\r\x1b[K"


def shown(
    items: Iterable[Item],
    count: int,
    stream: TextIO | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Item]:
    """The ``count`` items one by one; a person at standard error is shown how many are done."""
    stream = stream or sys.stderr
    if not _is_watched(stream):
        yield from items
        return
    due = clock() + PATIENCE
    visible = False
    try:
        for number, item in enumerate(items):
            if clock() >= due:
                stream.write(_BACK + say(f"正在检查 {number}/{count} ……", f"checking {number}/{count} …"))
                stream.flush()
                visible, due = True, clock() + _BETWEEN
            yield item
    finally:
        if visible:
            stream.write(_BACK)
            stream.flush()


def _is_watched(stream: TextIO) -> bool:
    return stream.isatty() and os.environ.get("TERM") != "dumb" and not os.environ.get("CI")
