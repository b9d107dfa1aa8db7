"""What is measured: cases of so many files, and in each the commands that run in turn."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path

from benchmarks.corpus import clean_file, copy_of, corpus
from benchmarks.measuring.processes import environment, timed
from benchmarks.measuring.tools import PEERS, Tools, floor

FIFTEEN = Path(__file__).parents[2] / "declarations" / "2026"
TARGETS = ("one", "fifteen", "1000", "formats", "10000", "edited", "100000", "growth")
"""The cases in the order they are run."""
FILES = {
    "one": 1,
    "fifteen": 15,
    "1000": 1_000,
    "formats": 1_000,
    "10000": 10_000,
    "edited": 10_000,
    "100000": 100_000,
    "growth": 100_000,
}
GROWTH = ("1 process", "2 processes", "warm cache")
"""What is compared to see how time grows; without a cache where none is named."""
FORMATS = ("concise", "text", "json", "sarif", "html")
SLOWEST_PEERS = 10_000
"""Peers are not run on more files than this: some would take an hour."""


def nothing() -> None:
    """Nothing is to be prepared."""


@dataclass(frozen=True)
class Entry:
    """A command that is measured; ``prepare`` runs before it, outside of the time."""

    key: str
    command: tuple[str, ...]
    rounds: int
    variables: Mapping[str, str]
    prepare: Callable[[], object] = nothing
    memory: bool = True


@dataclass(frozen=True)
class Case:
    """Commands on the same files, run in turn in the same folder."""

    key: str
    folder: Path
    files: tuple[Path, ...]
    entries: tuple[Entry, ...] = field(default=())

    @property
    def sizes(self) -> list[int]:
        """The bytes of every file."""
        return [path.stat().st_size for path in self.files]


@dataclass(frozen=True)
class Plan:
    """How thoroughly to measure: where corpora are kept and by what the numbers of rounds are multiplied."""

    folder: Path
    tools: Tools
    thorough: float = 1.0

    def rounds(self, usual: int) -> int:
        """How often a command runs."""
        return max(1, round(usual * self.thorough))


def case_of(key: str, plan: Plan) -> Case:
    """A case with its files in place."""
    if key == "edited":
        return _edited(plan)
    if key == "formats":
        return _formats(plan)
    if key == "growth":
        return _growth(plan)
    many = FILES[key] > len(list(FIFTEEN.glob("*.yaml")))
    folder = _folder(key, plan)
    files = tuple(sorted(folder.rglob("*.yaml")))
    names = tuple(path.relative_to(folder).as_posix() for path in files)
    usual = {"one": 15, "fifteen": 9, "1000": 5, "10000": 3, "100000": 1}[key]
    entries = [*_declint(key, plan, names, usual, many=many), *_floors(plan, usual)]
    if FILES[key] <= SLOWEST_PEERS:
        entries += _peers(plan, names, {"one": 9, "fifteen": 7, "1000": 3}.get(key, 1))
    return Case(key, folder, files, tuple(entries))


def _folder(key: str, plan: Plan) -> Path:
    if key == "one":
        return clean_file(plan.folder, plan.tools.programs["declint"]).parent
    if key == "fifteen":
        return Path(shutil.copytree(FIFTEEN, plan.folder / "fifteen", dirs_exist_ok=True))
    return corpus(plan.folder, FILES[key])


def _declint(key: str, plan: Plan, names: tuple[str, ...], usual: int, *, many: bool) -> Iterator[Entry]:
    tools, rounds = plan.tools, plan.rounds(usual)
    paths = (".",) if len(names) > 1 else names
    cache = plan.folder / f"cache-{key}"
    variables = environment(DECLINT_CACHE_DIR=str(cache))

    def entry(name: str, *options: str, prepare: Callable[[], object] = nothing) -> Entry:
        memory = FILES[key] <= SLOWEST_PEERS
        return Entry(name, tools.declint(paths, *options, many=many), rounds, variables, prepare, memory)

    if not many:
        yield entry("declint, no cache", "--no-cache")
    elif FILES[key] <= SLOWEST_PEERS:
        yield entry("declint, no cache, 1 process", "--no-cache", "--jobs", "1")
    if many and "--jobs" in tools.options:
        yield entry("declint, no cache, 2 processes", "--no-cache", "--jobs", "2")
    if "--no-cache" in tools.options:
        yield entry("declint, empty cache", prepare=lambda: shutil.rmtree(cache, ignore_errors=True))
        yield entry("declint, warm cache")


def _floors(plan: Plan, usual: int) -> Iterator[Entry]:
    yield Entry("libyaml load", floor("load"), plan.rounds(usual), environment())
    yield Entry("plain read", floor("read"), plan.rounds(usual), environment(), memory=False)


def _peers(plan: Plan, names: tuple[str, ...], usual: int) -> Iterator[Entry]:
    for peer in PEERS:
        if peer in plan.tools.programs:
            slow = len(names) > FILES["1000"] and peer in {"yamllint", "check-jsonschema"}
            command = plan.tools.peer(peer, names)
            yield Entry(peer, command, plan.rounds(usual), environment(), memory=not slow)


def _formats(plan: Plan) -> Case:
    """One run in each of the formats that are read most."""
    folder = corpus(plan.folder, FILES["formats"])
    words = plan.tools.declint((".",), "--no-cache", "--jobs", "1", many=False)
    entries = tuple(
        Entry(
            f"declint, {name}", (*words, "--output-format", name), plan.rounds(3), environment(), memory=False
        )
        for name in FORMATS
    )
    return Case("formats", folder, tuple(sorted(folder.rglob("*.yaml"))), entries)


def grown(files: str, how: str) -> str:
    """The entry of a case of so many files among those that are compared to see how time grows."""
    return f"declint, {FILES[files]:,} files, {how}"


def _growth(plan: Plan) -> Case:
    """Ten times as many files, and ten times those, in turn: a machine is not as fast at all times."""
    sizes = ("1000", "10000", "100000")
    folders = {files: corpus(plan.folder, FILES[files]) for files in sizes}
    parent = folders["100000"].parent

    def entry(files: str, how: str, *options: str) -> Entry:
        command = plan.tools.declint((folders[files].name,), *options)
        variables = environment(DECLINT_CACHE_DIR=str(plan.folder / f"cache-{files}"))
        prepare = nothing if "--no-cache" in options else cache(partial(timed, command, parent, variables))
        return Entry(grown(files, how), command, plan.rounds(3), variables, prepare, memory=False)

    entries = (
        *(entry(files, GROWTH[0], "--no-cache", "--jobs", "1") for files in sizes[:2]),
        *(entry(files, GROWTH[1], "--no-cache", "--jobs", "2") for files in sizes),
        *(entry(files, GROWTH[2]) for files in sizes[1:]),
    )
    every = tuple(sorted(folders["100000"].rglob("*.yaml")))
    return Case("growth", parent, every, entries if "--jobs" in plan.tools.options else ())


def _edited(plan: Plan) -> Case:
    """Ten thousand files that the cache knows, and the same with one of them edited before each run."""
    folder = copy_of(corpus(plan.folder, FILES["edited"]))
    files = tuple(sorted(folder.rglob("*.yaml")))
    cache = plan.folder / "cache-edited"
    shutil.rmtree(cache, ignore_errors=True)
    variables = environment(DECLINT_CACHE_DIR=str(cache))
    command = plan.tools.declint((".",))
    due = iter(files[7 :: max(1, len(files) // 50)])

    def warm() -> None:
        if not cache.exists():
            timed(command, folder, variables)

    def edit() -> None:
        path = next(due)
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("\n项目名称: ", "\n项目名称: 调整后的", 1), encoding="utf-8")

    rounds = plan.rounds(5)
    entries = (
        Entry("declint, nothing edited", command, rounds, variables, warm, memory=False),
        Entry("declint, one edited", command, rounds, variables, edit, memory=False),
    )
    return Case("edited", folder, files, entries if "--no-cache" in plan.tools.options else ())
