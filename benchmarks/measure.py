"""Measure declint beside the tools that are installed, every command in turn, and write what comes out.

python -m benchmarks.measure --most 1000         a look, in the folder of the corpora
python -m benchmarks.measure --publish           everything, and docs/performance.md from it
"""

import argparse
import datetime
import json
import os
import platform
import sys
from importlib.util import find_spec
from pathlib import Path
from statistics import mean, median
from typing import Any

from benchmarks.corpus import default_folder
from benchmarks.measuring.cases import FILES, TARGETS, Case, Entry, Plan, case_of
from benchmarks.measuring.processes import FailedError, peak, timed
from benchmarks.measuring.profiles import findings, profile
from benchmarks.measuring.tools import OPTIONS, Tools, found
from benchmarks.render import PAGE, RESULTS, render

_WARM_UP = 1_000
"""Cases of at most so many files run once before they are timed."""
_PATIENCE = 90.0
"""Seconds after which a command is run no further round: what takes long wavers little."""
_PROFILED = ("one", "1000")


def main() -> None:
    """Measure the chosen cases."""
    given = _arguments()
    if find_spec("psutil") is None:
        sys.exit('psutil is needed to measure: python -m pip install -e ".[bench]"')
    tools = found(dict(each.split("=", 1) for each in given.tool), given.folder)
    plan = Plan(given.folder, tools, given.thorough)
    path = RESULTS if given.publish else given.folder / "results.json"
    results = _begun(path, tools, keep=bool(given.case))
    for key in given.case or TARGETS:
        if FILES[key] <= given.most:
            results["cases"][key] = _measured(case_of(key, plan))
            if key in _PROFILED:
                _say(f"{key}: profile")
                results["profiles"][key] = profile(case_of(key, plan), tools, given.folder / "profile.json")
            if key == "1000":
                results["findings"] = findings(case_of(key, plan), tools)
            _write(path, results)
    render(path, PAGE if given.publish else given.folder / PAGE.name)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folder", type=Path, default=default_folder(), help="where corpora are kept")
    parser.add_argument("--most", type=int, default=max(FILES.values()), help="the most files of a case")
    parser.add_argument("--case", action="append", choices=TARGETS, help="only this case, keeping the others")
    parser.add_argument("--thorough", type=float, default=1.0, help="multiplies the number of rounds")
    parser.add_argument("--tool", action="append", default=[], metavar="NAME=PROGRAM", help="where a tool is")
    parser.add_argument("--publish", action="store_true", help=f"write {RESULTS.name} and {PAGE.name}")
    return parser.parse_args()


def _begun(path: Path, tools: Tools, *, keep: bool) -> dict[str, Any]:
    """What is known before anything is measured; with ``keep`` the cases that were measured before."""
    before = json.loads(path.read_text(encoding="utf-8")) if keep and path.exists() else {}
    return {
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "machine": {
            "system": platform.system(),
            "processor": platform.machine(),
            "cores": os.cpu_count(),
            "python": platform.python_version(),
        },
        "versions": dict(tools.versions),
        "missing": [option for option in OPTIONS if option not in tools.options],
        "cases": before.get("cases", {}),
        "profiles": before.get("profiles", {}),
        "findings": before.get("findings", {}),
    }


def _measured(case: Case) -> dict[str, Any]:
    """Run the entries of a case in turn, round by round, then once more for their memory."""
    measured: dict[str, Any] = {entry.key: {"wall": [], "cpu": [], "peak": 0} for entry in case.entries}
    if len(case.files) <= _WARM_UP:
        for entry in case.entries:
            _run(case, entry)
    for number in range(max((entry.rounds for entry in case.entries), default=0)):
        for entry in case.entries:
            if number < entry.rounds and sum(measured[entry.key]["wall"]) < _PATIENCE:
                _say(f"{case.key}: round {number + 1}, {entry.key}")
                wall, cpu = _run(case, entry)
                measured[entry.key]["wall"].append(round(wall, 4))
                measured[entry.key]["cpu"].append(round(cpu, 4))
    for entry in case.entries:
        if entry.memory:
            _say(f"{case.key}: memory, {entry.key}")
            entry.prepare()
            measured[entry.key]["peak"] = peak(entry.command, case.folder, entry.variables)
    sizes = case.sizes
    shape = {"mean": round(mean(sizes)), "median": round(median(sizes)), "min": min(sizes), "max": max(sizes)}
    return {"files": len(sizes), "bytes": shape, "entries": measured}


def _run(case: Case, entry: Entry) -> tuple[float, float]:
    entry.prepare()
    timing = timed(entry.command, case.folder, entry.variables)
    if entry.key.startswith("declint") and timing.code not in {0, 1}:
        message = f"{entry.key} ended with {timing.code}: {' '.join(entry.command)}"
        raise FailedError(message)
    return timing.wall, timing.cpu


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


def _write(path: Path, results: dict[str, Any]) -> None:
    path.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
