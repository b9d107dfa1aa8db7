"""Time by stage and by rule, what Python itself takes, and how much is found."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.measuring.cases import Case
from benchmarks.measuring.processes import FailedError, environment, timed
from benchmarks.measuring.tools import Tools

ROOT = Path(__file__).parents[2]
_FEW = 30
"""How often a run of one file is profiled: one is too short to be seen."""


def profile(case: Case, tools: Tools, out: Path) -> dict[str, Any]:
    """Seconds of the processor by stage and by rule, for one run on the case without cache in one process."""
    one = len(case.files) == 1
    paths = tuple(path.name for path in case.files) if one else (".",)
    command = tools.declint(paths, "--no-cache", "--jobs", "1", many=not one)
    runs = []
    for _ in range(_FEW if one else 1):
        program("sampled", out, command, case.folder)
        runs.append(json.loads(out.read_text(encoding="utf-8")))
    return {
        "runs": len(runs),
        "python": _python(case.folder),
        "stages": _mean([run["stages"] for run in runs]),
        "rules": _mean([run["rules"] for run in runs]),
    }


def program(module: str, out: Path, command: Sequence[str], folder: Path, **more: str) -> None:
    """Run the words of a declint command under a module of this package, which writes to ``out``.

    Raises FailedError where it wrote nothing.
    """
    out.unlink(missing_ok=True)
    words = (sys.executable, "-m", f"benchmarks.measuring.{module}", str(out), *command[1:])
    path = os.pathsep.join(dict.fromkeys((str(ROOT), *filter(None, sys.path))))
    timed(words, folder, environment(PYTHONPATH=path, **more))
    if not out.exists():
        message = f"nothing was written by: {' '.join(words)}"
        raise FailedError(message)


def findings(case: Case, tools: Tools) -> dict[str, float]:
    """Findings a file of each severity, and the share of files with none and with at most one."""
    command = [tools.programs["declint"], "check", "--output-format", "json", "."]
    done = subprocess.run(command, cwd=case.folder, capture_output=True, check=False, env=environment())  # noqa: S603
    report = json.loads(done.stdout)
    count = len(case.files)
    by_file = Counter(finding["path"] for finding in report["findings"])
    flagged = sum(1 for found in by_file.values() if found > 1)
    return {
        **{name: report["summary"][name] / count for name in ("errors", "warnings", "notes")},
        "clean": 1 - len(by_file) / count,
        "nearly": 1 - flagged / count,
    }


def _python(folder: Path) -> float:
    """Seconds of the processor that Python takes to do nothing: the best of several."""
    return min(timed((sys.executable, "-c", "pass"), folder, environment()).cpu for _ in range(9))


def _mean(runs: list[dict[str, float]]) -> dict[str, float]:
    names = dict.fromkeys(name for run in runs for name in run)
    return {name: sum(run.get(name, 0) for run in runs) / len(runs) for name in names}
