"""Compare the work that declint does with benchmarks/reference.json, in counts and ratios, not in seconds.

python -m benchmarks.guard             exit code 1 where it does more work than it did
python -m benchmarks.guard --update    take what it does now as the reference

The exit code is 3 where the reference is of another Python or of other files, and nothing was compared.
"""

import argparse
import json
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

from benchmarks.corpus import clean_file, corpus, default_folder, generator_key
from benchmarks.measuring.comparing import WORSE, IncomparableError, compare, require_alike, table
from benchmarks.measuring.processes import environment, timed
from benchmarks.measuring.profiles import program
from benchmarks.measuring.tools import Tools, floor, found

REFERENCE = Path(__file__).with_name("reference.json")
FILES = 100
_ROUNDS = 5
_NOT_COMPARED = 3


def main() -> int:
    """Count, and compare or write; the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--update", action="store_true", help="write the reference")
    parser.add_argument("--folder", type=Path, default=default_folder(), help="where corpora are kept")
    given = parser.parse_args()
    tools = found({}, given.folder)
    clean, many = clean_file(given.folder, tools.programs["declint"]), corpus(given.folder, FILES)
    subject = subject_of(clean)
    if given.update:
        figures = {**subject, **counted(tools, clean, many, given.folder)}
        REFERENCE.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        print(f"{REFERENCE.name} written")
        return 0
    reference = json.loads(REFERENCE.read_text(encoding="utf-8"))
    try:
        require_alike(reference, subject)
    except IncomparableError as error:
        print(f"not compared: {error}. Use the same, or write the reference anew with --update")
        return _NOT_COMPARED
    changes = compare(reference, {**subject, **counted(tools, clean, many, given.folder)})
    print(table(changes))
    return int(any(change.verdict == WORSE for change in changes))


def subject_of(clean: Path) -> dict[str, str]:
    """What must be the same for counts to be compared: the minor version of Python, the files."""
    digest = sha256(clean.read_bytes()).hexdigest()[:12]
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return {"python": python, "files": f"{generator_key()}-{digest}"}


def counted(tools: Tools, clean: Path, many: Path, folder: Path) -> dict[str, Any]:
    """What is compared: instructions by stage and rule, modules, and the ratio to the bare load."""
    one = tools.declint((clean.name,), "--no-cache", "--jobs", "1", many=False)
    every = tools.declint((".",), "--no-cache", "--jobs", "1")
    runs = {"one file": _counted(one, clean.parent, folder), f"{FILES} files": _counted(every, many, folder)}
    del runs[f"{FILES} files"]["modules"]
    return {"runs": runs, "ratios": {f"{FILES} files / libyaml load": round(_ratio(every, many), 2)}}


def _counted(command: tuple[str, ...], folder: Path, out: Path) -> dict[str, Any]:
    timed(command, folder, environment())
    counts = out / "counted.json"
    program("counted", counts, command, folder, PYTHONHASHSEED="0", DECLINT_LANG="en")
    found_counts: dict[str, Any] = json.loads(counts.read_text(encoding="utf-8"))
    return {
        "stages": {name: int(count) for name, count in found_counts["stages"].items()},
        "rules": {name: int(count) for name, count in sorted(found_counts["rules"].items())},
        "modules": found_counts["modules"],
    }


def _ratio(command: tuple[str, ...], folder: Path) -> float:
    """Processor time of the check over that of the bare load, the best of rounds side by side."""
    rounds = [
        (timed(command, folder, environment()).cpu, timed(floor("load"), folder, environment()).cpu)
        for _ in range(_ROUNDS)
    ]
    return min(check for check, _ in rounds) / min(load for _, load in rounds)


if __name__ == "__main__":
    sys.exit(main())
