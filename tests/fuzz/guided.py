"""Fuzzing guided by coverage, with atheris (libFuzzer for Python; Linux and macOS).

python -m tests.fuzz.guided --runs 20000 --seed 1 --targets tree fix --corpus FOLDER

Each target runs in a process of its own and keeps its corpus under FOLDER/<target>. Half of the inputs are
libFuzzer's own mutations, with a dictionary of the form's labels and categories; the other half are made by
the grammars and mutations of the own fuzzer. Afterwards the corpus is replayed, to say which lines of each
room of declint it reaches. What breaks something is kept under tests/fuzz/cases, as by tests.fuzz.run.
"""

import argparse
import importlib.util
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

MISSING = (
    '没有安装 atheris：python -m pip install "declint[fuzz]"（仅限 Linux 和 macOS）。'
    "不装也可以用自带的模糊测试：python -m tests.fuzz.run\n"
    'atheris is not installed: python -m pip install "declint[fuzz]" (Linux and macOS only). '
    "The own fuzzer needs nothing: python -m tests.fuzz.run"
)
_TOLD = re.compile(r"#(\d+)\s+\w+\s+.*?cov: (\d+) ft: (\d+) corp: (\d+)")
_FROM_SEEDS = 400
"""So many inputs of the own makers begin a corpus."""
_OWN = 0.5
"""The share of mutations that are ours, not libFuzzer's."""


class Reached(NamedTuple):
    """What a run of one target came to; ``features`` are edges with how often they were taken."""

    executions: int
    edges: int
    features: int
    kept: int
    broken: int
    seconds: float


def fuzz(name: str, runs: int, seed: int, corpus: Path) -> None:
    """Run one target in this process, until libFuzzer ends it. Returns never."""
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["declint"]):
        from tests.fuzz.run import Run
        from tests.fuzz.targets import TARGETS
    target = TARGETS[name]
    run = Run(seed, [name])
    maker = run.makers[target.kind]
    corpus.mkdir(parents=True, exist_ok=True)
    words = corpus.parent / f"{corpus.name}.dict"
    words.write_text(dictionary(maker.pools), encoding="utf-8")
    if not any(corpus.iterdir()):
        for number, data in enumerate([*maker.corpus, *(maker.any() for _ in range(_FROM_SEEDS))]):
            (corpus / f"seed-{number:04}").write_bytes(data)

    def mutate(data: bytes, most: int, number: int) -> bytes:
        maker.chance.seed(number)
        if maker.chance.random() > _OWN:
            return bytes(atheris.Mutate(data, most))
        made = maker.changed(data) if maker.chance.random() < 0.7 else maker.any()
        return made[:most]

    def check(data: bytes) -> None:
        run.one(target, data, followed=False)

    options = [f"-runs={runs}", f"-seed={seed}", f"-max_len={maker.longest}", f"-dict={words}", "-timeout=0"]
    # Findings are kept by Run; libFuzzer is to go on after them and to leave signals alone.
    options += ["-print_final_stats=1", "-rss_limit_mb=4000", "-handle_int=0", "-len_control=0"]
    atheris.Setup([sys.argv[0], *options, str(corpus)], check, custom_mutator=mutate)
    atheris.Fuzz()


def dictionary(pools: tuple[Any, ...]) -> str:
    """Words as libFuzzer reads them: each byte that is not plain as ``\\xNN``."""
    words = {word.encode("utf-8", "surrogatepass") for pool in pools for word in pool if word}
    return "".join(f'"{_escaped(word)}"\n' for word in sorted(words) if len(word) <= 60)


def _escaped(word: bytes) -> str:
    return "".join(
        chr(byte) if 32 <= byte < 127 and byte not in b'"\\' else f"\\x{byte:02X}" for byte in word
    )


def guided(name: str, runs: int, seed: int, corpus: Path) -> Reached:
    """Run one target in a process of its own."""
    words = ["-m", "tests.fuzz.guided", "--inside", name, "--runs", str(runs), "--seed", str(seed)]
    start = time.monotonic()
    with subprocess.Popen(
        [sys.executable, *words, "--corpus", str(corpus)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        env={**os.environ, "PYTHONHASHSEED": "0"},
    ) as running:
        last, broken = (0, 0, 0, 0), 0
        tail: list[str] = []
        for line in running.stdout or ():
            tail = [*tail[-9:], line]
            if match := _TOLD.search(line):
                executions, edges, features, kept = (int(each) for each in match.groups())
                last = (executions, edges, features, kept)
            elif line.startswith("BROKEN"):
                broken += 1
                print(line, end="", flush=True)
            elif "stat::number_of_executed_units" in line:
                last = (int(line.rpartition(" ")[2]), *last[1:])
    if running.returncode:
        print("".join(tail))
        broken += 1
    return Reached(*last, broken, time.monotonic() - start)


def replay(names: list[str], corpus: Path) -> dict[str, tuple[int, int]]:
    """For each room of declint the lines of functions that the corpora reach, and all there are."""
    from tests.fuzz.run import Run
    from tests.fuzz.targets import TARGETS

    run = Run(0, names)
    for name in names:
        for path in sorted((corpus / name).glob("*")):
            run.one(TARGETS[name], path.read_bytes(), followed=True)
    return run.lines.by_room()


def main() -> int:
    """The command line; 1 where something broke, 2 without atheris."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--runs", type=int, default=20_000, help="executions of each target")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--targets", nargs="*", help="default: all")
    parser.add_argument("--corpus", type=Path, help="a folder to keep; default: one that is thrown away")
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if importlib.util.find_spec("atheris") is None:
        print(MISSING, file=sys.stderr)
        return 2
    if given.inside:
        fuzz(given.inside, given.runs, given.seed, given.corpus / given.inside)
    with tempfile.TemporaryDirectory() as made:
        return _all(given, given.corpus or Path(made))


def _all(given: argparse.Namespace, corpus: Path) -> int:
    from tests.fuzz.targets import TARGETS

    names = given.targets or list(TARGETS)
    broken = executions = 0
    for name in names:
        reached = guided(name, given.runs, given.seed, corpus)
        executions, broken = executions + reached.executions, broken + reached.broken
        print(
            f"{name:13} {reached.executions:9} executions in {reached.seconds:6.0f} s, "
            f"{reached.edges:6} edges, {reached.features:6} features, {reached.kept:5} inputs kept, "
            f"{reached.broken} broken",
            flush=True,
        )
    print(f"{executions} executions, seed {given.seed}; replaying what was kept")
    for room, (lines, there) in replay(names, corpus).items():
        if lines:
            print(f"  {room:14} {lines:6} of {there:6} lines of functions")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
