"""How much work a run is: instructions of the interpreter by stage and by rule, and what is imported.

python -m benchmarks.measuring.counted OUT.json check ...

The same on every run with the same Python, whatever the machine and its load; work inside C is not seen.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from benchmarks.measuring.attributing import START, owner_of, settled

_LONG = 1_000_000.0
Tracer = Callable[[FrameType, str, Any], Any]


def counted(arguments: list[str]) -> dict[str, int]:
    """Instructions by owner, for one run of the command line."""
    counts: dict[str, int] = {}
    tracers: dict[str, Tracer] = {}
    owners: dict[object, str] = {}

    def tracer_of(owner: str) -> Tracer:
        counts[owner] = 0

        def trace(_frame: FrameType, event: str, _argument: object) -> Tracer:
            if event == "opcode":
                counts[owner] += 1
            return trace

        owners[trace] = owner
        return trace

    def entered(frame: FrameType, _event: str, _argument: object) -> Tracer:
        caller = frame.f_back.f_trace if frame.f_back else None
        owner = owner_of(frame.f_code, owners.get(caller, START))
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        if owner not in tracers:
            tracers[owner] = tracer_of(owner)
        return tracers[owner]

    sys.argv = ["declint", *arguments]
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    if hasattr(signal, "setitimer"):  # taken, so that no rule is cut off for being slow under the tracer
        signal.setitimer(signal.ITIMER_REAL, _LONG)
    sys.settrace(entered)
    try:
        from declint.cli import main

        main()
    except SystemExit:
        pass
    finally:
        sys.settrace(None)
    return counts


def modules(before: set[str]) -> list[str]:
    """The modules that the run imported, by name."""
    return sorted(name for name in set(sys.modules) - before if not name.startswith("benchmarks"))


if __name__ == "__main__":
    out, *words = sys.argv[1:]
    known = set(sys.modules)
    found = counted(words)
    imported = modules(known)
    stages, rules = settled(dict(found))
    result = {"stages": stages, "rules": rules, "modules": imported}
    Path(out).write_text(json.dumps(result), encoding="utf-8")
