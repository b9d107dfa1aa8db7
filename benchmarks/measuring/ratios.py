"""Medians, ratios and spreads out of the measured rounds, and what is to be reached."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any

from benchmarks.measuring.cases import GROWTH, grown

Results = Mapping[str, Any]
MIB = 1024 * 1024
ONE, TWO = "declint, no cache, 1 process", "declint, no cache, 2 processes"
PLAIN, COLD, WARM = "declint, no cache", "declint, empty cache", "declint, warm cache"
LOAD, READ = "libyaml load", "plain read"


@dataclass(frozen=True)
class Figure:
    """A measured figure: the median of the rounds, the least and the most of them."""

    middle: float
    least: float
    most: float


@dataclass(frozen=True)
class Bar:
    """Something to be reached: at most ``must``, and better ``aim``; None where there is none."""

    what: str
    figure: Callable[[Results], Figure | None]
    must: float | None
    aim: float | None
    unit: str = "×"

    def verdict(self, results: Results) -> str:
        """Whether it is reached, in a word."""
        found = self.figure(results)
        if found is None:
            return "not measured"
        if self.aim is not None and found.middle <= self.aim:
            return "aim reached"
        if self.must is None:
            return "aim missed"
        return "reached" if found.middle <= self.must else "**missed**"


def rounds(results: Results, case: str, entry: str, what: str = "wall") -> list[float]:
    """The rounds of an entry, [] where it was not measured."""
    entries = results["cases"].get(case, {}).get("entries", {})
    found: list[float] = entries.get(entry, {}).get(what, [])
    return found


def figure(values: list[float]) -> Figure | None:
    """The figure of some rounds, None where there are none."""
    return Figure(median(values), min(values), max(values)) if values else None


def ratio(results: Results, one: tuple[str, str], other: tuple[str, str]) -> Figure | None:
    """One entry over another, (case, entry) each: of the medians; the spread over the rounds side by side."""
    above, below = rounds(results, *one), rounds(results, *other)
    if not above or not below:
        return None
    pairs = [up / down for up, down in zip(above, below, strict=False)]
    middle = median(above) / median(below)
    return Figure(middle, min(middle, *pairs), max(middle, *pairs))


def _over(case: str, entry: str, other: str) -> Callable[[Results], Figure | None]:
    return lambda results: ratio(results, (case, entry), (case, other))


def _growth(few: str, many: str, how: str) -> Callable[[Results], Figure | None]:
    return _over("growth", grown(many, how), grown(few, how))


def _memory(case: str, entry: str) -> Callable[[Results], Figure | None]:
    def peak(results: Results) -> Figure | None:
        found = results["cases"].get(case, {}).get("entries", {}).get(entry, {}).get("peak", 0)
        return Figure(found / MIB, found / MIB, found / MIB) if found else None

    return peak


def _edit(results: Results) -> Figure | None:
    edited = rounds(results, "edited", "declint, one edited")
    before = rounds(results, "edited", "declint, nothing edited")
    return figure([after - same for after, same in zip(edited, before, strict=False)])


BARS = (
    Bar("one clean file, cold process, no cache / yamllint", _over("one", PLAIN, "yamllint"), 1.0, 0.6),
    Bar("one clean file, cold process, warm cache / yamllint", _over("one", WARM, "yamllint"), 1.0, 0.6),
    Bar("fifteen files, no cache / yamllint", _over("fifteen", PLAIN, "yamllint"), 0.4, 0.2),
    Bar("fifteen files, no cache / check-jsonschema", _over("fifteen", PLAIN, "check-jsonschema"), 0.4, 0.2),
    Bar("fifteen files, warm cache / yamllint", _over("fifteen", WARM, "yamllint"), 0.4, 0.2),
    Bar("fifteen files, warm cache / check-jsonschema", _over("fifteen", WARM, "check-jsonschema"), 0.4, 0.2),
    Bar("1,000 files, no cache, one process / libyaml load", _over("1000", ONE, LOAD), 1.5, 0.8),
    Bar(
        "1,000 files, no cache, one process / check-jsonschema",
        _over("1000", ONE, "check-jsonschema"),
        1 / 4,
        None,
    ),
    Bar("1,000 files, no cache, one process / yamllint", _over("1000", ONE, "yamllint"), 1 / 15, None),
    Bar("1,000 files, no cache, one process / ajv-cli", _over("1000", ONE, "ajv"), None, 1.0),
    Bar("10,000 files, no cache, two processes / libyaml load", _over("10000", TWO, LOAD), 0.9, 0.4),
    Bar("10,000 files, warm cache / empty cache", _over("10000", WARM, COLD), 1 / 10, None),
    Bar("10,000 files, warm cache / plain read of the files", _over("10000", WARM, READ), None, 2.0),
    Bar("one of 10,000 edited, seconds more than nothing edited", _edit, 0.6, 0.2, "s"),
    Bar("growth 1,000 → 10,000, no cache, two processes", _growth("1000", "10000", GROWTH[1]), 10.5, 10.0),
    Bar(
        "growth 10,000 → 100,000, no cache, two processes", _growth("10000", "100000", GROWTH[1]), 10.5, 10.0
    ),
    Bar("growth 1,000 → 10,000, no cache, one process", _growth("1000", "10000", GROWTH[0]), 10.5, 10.0),
    Bar("growth 10,000 → 100,000, warm cache", _growth("10000", "100000", GROWTH[2]), 10.5, 10.0),
    Bar("peak memory, 10,000 files, no cache, two processes", _memory("10000", TWO), 160, 64, "MiB"),
    Bar("peak memory, 10,000 files, warm cache", _memory("10000", WARM), 160, 64, "MiB"),
)
"""What the tool is to reach."""
