"""The long fuzzing run: chance, guided by the lines that an input reaches for the first time.

python -m tests.fuzz.run --executions 1000000 --seed 1

Prints how often each target ran, how fast, which lines were reached, and each input that breaks something;
those are kept under tests/fuzz/cases, where pytest tries them ever after.
"""

import argparse
import hashlib
import math
import random
import sys
import time
import traceback
from collections import Counter, defaultdict
from contextlib import nullcontext
from pathlib import Path

from tests.fuzz.lines import Lines
from tests.fuzz.target import EndlessError, Target, bounded
from tests.fuzz.targets import KINDS, TARGETS

CASES = Path(__file__).parent / "cases"
_FOLLOWED = 16
"""One execution in so many is followed line by line."""
_RARE = 2_500
"""What runs so seldom in 100,000 executions is always followed."""
_MOST_KEPT = 3_000
_TOLD = 20_000


class Run:
    """A run of so many executions; the same seed gives the same inputs on the same code."""

    def __init__(self, seed: int, names: list[str]) -> None:
        self.chance = random.Random(seed)  # noqa: S311
        self.targets = [TARGETS[name] for name in names]
        self.makers = {each.kind: KINDS[each.kind](self.chance) for each in self.targets}
        self.lines = Lines()
        self.counts: Counter[str] = Counter()
        self.spent: dict[str, float] = defaultdict(float)
        self.broken: dict[str, tuple[str, bytes]] = {}

    def execute(self, executions: int, seconds: float = math.inf) -> None:
        """Run the targets in turn, each as often as its share says, for so many seconds at most."""
        end = time.monotonic() + seconds
        shares = [target.share for target in self.targets]
        first = [(target, data) for target in self.targets for data in self.makers[target.kind].corpus]
        for target, data in first:
            self.one(target, data, followed=True)
        for number in range(executions - len(first)):
            (target,) = self.chance.choices(self.targets, shares)
            data = self.makers[target.kind].any()
            self.one(target, data, followed=number % _FOLLOWED == 0 or target.share <= _RARE)
            if number % _TOLD == _TOLD - 1:
                print(self.summary(), flush=True)
            if time.monotonic() > end:
                break

    def one(self, target: Target, data: bytes, *, followed: bool) -> None:
        """One execution. An input that reaches new lines is kept to be mutated further."""
        start = time.process_time()
        known = len(self.lines.seen)
        seconds = target.seconds * (4 if followed else 1)
        try:
            with bounded(seconds * 2), self.lines if followed else nullcontext():
                target.check(data)
        except (Exception, EndlessError) as error:  # noqa: BLE001  (that is what is looked for)
            self.keep(target, data, error)
        spent = time.process_time() - start
        self.counts[target.name] += 1
        self.spent[target.name] += spent
        if seconds < spent < seconds * 2:
            self.keep(target, data, TimeoutError(f"{spent:.1f} s"))
        corpus = self.makers[target.kind].corpus
        if len(self.lines.seen) > known and len(corpus) < _MOST_KEPT:
            corpus.append(data)

    def keep(self, target: Target, data: bytes, error: BaseException) -> None:
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
        kept = sum(len(maker.corpus) for maker in self.makers.values())
        return (
            f"{number} executions, {number / max(seconds, 1):.0f}/s of processor time, "
            f"{len(self.lines.seen)} lines, {kept} inputs kept, {len(self.broken)} broken"
        )


def main() -> int:
    """The command line; 1 where something broke."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--executions", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=float, default=math.inf, help="stop by then")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--targets", nargs="*", choices=list(TARGETS), default=list(TARGETS))
    given = parser.parse_args()
    run = Run(given.seed, given.targets)
    run.execute(given.executions, given.seconds)
    print(run.summary())
    for name in given.targets:
        print(f"  {name:13} {run.counts[name]:8} executions, {run.spent[name]:8.1f} s")
    for room, (reached, there) in run.lines.by_room().items():
        print(f"  {room:12} {reached:6} of {there:6} lines of functions")
    return 1 if run.broken else 0


if __name__ == "__main__":
    sys.exit(main())
