"""The long fuzzing run: chance, guided by the lines that an input reaches for the first time.

python -m tests.fuzz.run --executions 1000000 --seed 1

Prints how often each target ran, how fast, which lines were reached, and each input that breaks something;
those are kept under tests/fuzz/cases, where pytest tries them ever after.
"""

import argparse
import hashlib
import random
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

from tests.fuzz.lines import Lines
from tests.fuzz.making import Maker, seeds
from tests.fuzz.targets import TARGETS, Target

CASES = Path(__file__).parent / "cases"
_FOLLOWED = 16
"""One execution in so many is followed line by line."""
_MOST_KEPT = 3_000


class Run:
    """A run of so many executions; the same seed gives the same inputs on the same code."""

    def __init__(self, seed: int, names: list[str]) -> None:
        self.chance = random.Random(seed)  # noqa: S311
        self.maker = Maker(self.chance, seeds())
        self.targets = [TARGETS[name] for name in names]
        self.lines = Lines()
        self.counts: Counter[str] = Counter()
        self.spent: Counter[str] = Counter()
        self.broken: dict[str, tuple[str, bytes]] = {}

    def execute(self, executions: int) -> None:
        """Run the targets in turn, each as often as its share says."""
        shares = [target.share for target in self.targets]
        first = [(target, data) for target in self.targets for data in self.maker.corpus]
        for target, data in first:
            self.one(target, data, followed=True)
        for number in range(executions - len(first)):
            (target,) = self.chance.choices(self.targets, shares)
            self.one(target, self.maker.any(), followed=number % _FOLLOWED == 0 or target.share <= 2_000)
            if number % 20_000 == 19_999:
                print(self.summary(), flush=True)

    def one(self, target: Target, data: bytes, *, followed: bool) -> None:
        """One execution. An input that reaches new lines is kept to be mutated further."""
        start = time.process_time()
        known = len(self.lines.seen)
        try:
            if followed:
                with self.lines:
                    target.check(data)
            else:
                target.check(data)
        except Exception as error:  # noqa: BLE001  (that is what is looked for)
            self.keep(target, data, error)
        spent = time.process_time() - start
        self.counts[target.name] += 1
        self.spent[target.name] += spent  # type: ignore[assignment]
        if spent > target.seconds * (4 if followed else 1):
            self.keep(target, data, TimeoutError(f"{spent:.1f} s"))
        if len(self.lines.seen) > known and len(self.maker.corpus) < _MOST_KEPT:
            self.maker.corpus.append(data)

    def keep(self, target: Target, data: bytes, error: Exception) -> None:
        """Write down an input that breaks something, once for each place that it breaks."""
        frames = traceback.extract_tb(error.__traceback__)[-1:]
        where = "".join(f"{frame.name}:{frame.lineno}" for frame in frames)
        place = f"{target.name} {type(error).__name__} {where}"
        if place in self.broken:
            return
        self.broken[place] = (f"{error}"[:300], data)
        CASES.mkdir(exist_ok=True)
        name = f"{target.name}-{hashlib.sha256(data).hexdigest()[:12]}.bin"
        (CASES / name).write_bytes(data)
        print(f"BROKEN {place}: {str(error)[:300]} -> {name}", flush=True)

    def summary(self) -> str:
        """One line: how many, how fast, how far."""
        number, seconds = sum(self.counts.values()), sum(self.spent.values())
        return (
            f"{number} executions, {number / max(seconds, 1):.0f}/s of processor time, "
            f"{len(self.lines.seen)} lines, {len(self.maker.corpus)} inputs kept, {len(self.broken)} broken"
        )


def main() -> int:
    """The command line; 1 where something broke."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--executions", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--targets", nargs="*", choices=list(TARGETS), default=list(TARGETS))
    given = parser.parse_args()
    run = Run(given.seed, given.targets)
    run.execute(given.executions)
    print(run.summary())
    for name in given.targets:
        print(f"  {name:10} {run.counts[name]:8} executions, {run.spent[name]:8.1f} s")
    for room, (reached, there) in run.lines.by_room().items():
        print(f"  {room:12} {reached:6} of {there:6} lines of functions")
    return 1 if run.broken else 0


if __name__ == "__main__":
    sys.exit(main())
