"""Where the time of a run goes: ``declint`` in this process, its stack looked at again and again.

python -m benchmarks.measuring.sampled OUT.json check ...

Needs a timer of the system (not on Windows). The time between two looks belongs to whoever the second finds,
so that what runs in C counts in full.
"""

import json
import os
import signal
import sys
import time
from pathlib import Path
from types import FrameType

from benchmarks.measuring.attributing import START, owner_of, settled

_BETWEEN = 0.001


def sampled(arguments: list[str]) -> dict[str, float]:
    """Seconds of the processor by owner, for one run of the command line."""
    seconds: dict[str, float] = {}
    last = time.process_time()

    def look(_number: int, frame: FrameType | None) -> None:
        nonlocal last
        now, codes = time.process_time(), []
        while frame and frame.f_code is not sampled.__code__:
            codes.append(frame.f_code)
            frame = frame.f_back
        owner = START
        for code in reversed(codes):
            owner = owner_of(code, owner)
        seconds[owner] = seconds.get(owner, 0) + now - last
        last = now

    sys.argv = ["declint", *arguments]
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, _BETWEEN, _BETWEEN)
    try:
        from declint.cli import main

        main()
    except SystemExit:
        pass
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return seconds


if __name__ == "__main__":
    out, *words = sys.argv[1:]
    stages, rules = settled(sampled(words))
    Path(out).write_text(json.dumps({"stages": stages, "rules": rules}), encoding="utf-8")
