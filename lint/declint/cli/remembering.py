"""The options of the cache and of processes."""

from typing import TYPE_CHECKING

from declint.cli.choices import Choice
from declint.cli.language import say

if TYPE_CHECKING:
    from declint.cache import Store
    from declint.run.memory import Memory

NO_CACHE = Choice(
    "no_cache", "--no-cache", ("不用也不写缓存。", "Neither use nor write the cache."), bool, default=False
)
_AUTO = "auto"
JOBS = Choice(
    "jobs",
    "--jobs",
    ("用几个进程检查；auto 看文件多少。", "How many processes; auto: as many as pay."),
    default=_AUTO,
    metavar="N|auto",
)
MOST_JOBS = 256


def jobs_of(word: str) -> int | None:
    """How many processes an option asks for, 0 for what pays; None where it is no such number."""
    if word == _AUTO:
        return 0
    number = int(word) if word.isascii() and word.isdigit() and len(word) < 9 else 0
    return number if 1 <= number <= MOST_JOBS else None


def wrong_jobs(word: str) -> str:
    """What to say of a number of processes that is none."""
    return say(
        f"--jobs 要写 1 到 {MOST_JOBS} 的整数，或者 auto，不能是“{word}”",
        f"--jobs takes a number from 1 to {MOST_JOBS}, or auto, not “{word}”",
    )


def memory() -> "Memory":
    """What earlier runs of this user gave."""
    from declint.cache import Store, cache_file

    return memory_in(Store(cache_file()))


def memory_in(store: "Store") -> "Memory":
    """What a store holds that this very program gave."""
    from declint.cache import program
    from declint.run.memory import Memory

    return Memory(store, program())
