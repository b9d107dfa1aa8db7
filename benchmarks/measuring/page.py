"""The page on performance, written from the results of a measurement."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.measuring.ratios import BARS, LOAD, MIB, Bar, Figure, Results, figure, ratio, rounds
from benchmarks.measuring.series import CASES

_WORDINGS = Path(__file__).parents[1] / "wordings"

NAMES = {
    "ajv": "ajv-cli",
    "libyaml load": "libyaml load (the floor)",
    "plain read": "plain read of the files",
}
TITLES = {
    "one": "One clean file",
    "fifteen": "The fifteen published declarations",
    "1000": "1,000 files",
    "10000": "10,000 files",
    "100000": "100,000 files",
}
_OTHERS = {
    "growth": ("Growth", "in turn; no cache but where one is named"),
    "edited": ("One of 10,000 edited", "warm cache"),
    "formats": ("1,000 files by format of the report", "no cache, one process"),
}
_MOST_RULES = 25


def page(results: Results, drawing: str, notes: str = "") -> str:
    """The page in Markdown; ``drawing`` is the file of the drawing, '' where there is none.

    ``notes`` says what bounds the figures that are out of reach.
    """
    parts = [
        "# Performance",
        _introduction(results),
        *_reached(results),
        *([notes] if notes else []),
        *([f"![Seconds by number of files, both axes logarithmic]({drawing})"] if drawing else []),
        *_cases(results),
        *_others(results),
        *_profiles(results),
        "## Measure again",
        _prose()[2],
    ]
    return "\n\n".join(parts) + "\n"


def _prose() -> list[str]:
    """The introduction, what is said of the profiles, and how to measure again."""
    return re.split(r"\n<!-- \w+ -->\n", (_WORDINGS / "page.md").read_text(encoding="utf-8").rstrip())


def _introduction(results: Results) -> str:
    versions = (f"{NAMES.get(name, name)} {version}" for name, version in results["versions"].items())
    return _prose()[0].format(
        **results["machine"],
        date=results["date"],
        versions=", ".join(versions),
        missing="".join(f" This version of declint has no `{option}` yet." for option in results["missing"]),
        corpora=_corpora(results),
    )


def _corpora(results: Results) -> str:
    shape = results["cases"].get("1000", {}).get("bytes")
    said = ""
    if shape:
        said += (
            f" A file has {shape['mean']:,} bytes on average, {shape['median']:,} in the median, "
            f"{shape['min']:,} to {shape['max']:,}."
        )
    if found := results["findings"]:
        total = found["errors"] + found["warnings"] + found["notes"]
        said += (
            f" declint finds {total:.1f} things a file ({found['errors']:.1f} errors, "
            f"{found['warnings']:.1f} warnings, {found['notes']:.1f} notes); "
            f"{found['clean']:.0%} of the files have no finding, {found['nearly']:.0%} at most one."
        )
    return said


def _reached(results: Results) -> Iterator[str]:
    yield "## What is to be reached"
    rows = [
        (
            bar.what,
            _shown(bar.figure(results), bar),
            _bound(bar.must, bar),
            _bound(bar.aim, bar),
            bar.verdict(results),
        )
        for bar in BARS
    ]
    yield _table(("what", "measured", "must", "aim", ""), rows)


def _shown(found: Figure | None, bar: Bar) -> str:
    if found is None:
        return "–"
    spread = f" ({_number(found.least)}–{_number(found.most)})" if found.least < found.most else ""
    return f"{_number(found.middle)} {bar.unit}{spread}"


def _bound(value: float | None, bar: Bar) -> str:
    return "" if value is None else f"≤ {_number(value)} {bar.unit}"


def _number(value: float) -> str:
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _cases(results: Results) -> Iterator[str]:
    for case in (case for case in CASES if case in results["cases"]):
        yield f"## {TITLES[case]}"
        yield _table(
            ("", "seconds", "CPU", "memory, MiB", "× libyaml load", "rounds"),
            [_line(results, case, entry) for entry in results["cases"][case]["entries"]],
        )


def _line(results: Results, case: str, entry: str) -> tuple[str, ...]:
    wall, cpu = figure(rounds(results, case, entry)), figure(rounds(results, case, entry, "cpu"))
    times = ratio(results, (case, entry), (case, LOAD))
    peak = results["cases"][case]["entries"][entry]["peak"]
    count = len(rounds(results, case, entry))
    return (
        NAMES.get(entry, entry),
        _seconds(wall),
        _number(cpu.middle) if cpu else "–",
        f"{peak / MIB:.0f}" if peak else "",
        f"{times.middle:.2f}" if times else "–",
        str(count),
    )


def _seconds(found: Figure | None) -> str:
    if found is None:
        return "–"
    spread = f" ({_number(found.least)}–{_number(found.most)})" if found.least < found.most else ""
    return f"{_number(found.middle)}{spread}"


def _others(results: Results) -> Iterator[str]:
    for case, (title, head) in _OTHERS.items():
        if case in results["cases"]:
            yield f"## {title}"
            entries = results["cases"][case]["entries"]
            rows = [(entry, _seconds(figure(rounds(results, case, entry)))) for entry in entries]
            yield _table((head, "seconds"), rows)


def _profiles(results: Results) -> Iterator[str]:
    profiles = results["profiles"]
    known = [case for case in ("one", "1000") if case in profiles]
    if not known:
        return
    yield "## Where the time goes"
    yield _prose()[1]
    stages = ["python itself", *dict.fromkeys(stage for case in known for stage in profiles[case]["stages"])]
    heads = ("stage", *(f"{TITLES[case].lower()}" for case in known))
    yield _table(heads, [(stage, *(_stage(profiles[case], stage) for case in known)) for stage in stages])
    if "1000" in profiles:
        yield "By rule, on 1,000 files:"
        rules = sorted(profiles["1000"]["rules"].items(), key=lambda each: -each[1])
        total = sum(seconds for _, seconds in rules) or 1
        shown = [
            (code, f"{seconds * 1000:.0f}", f"{seconds / total:.1%}") for code, seconds in rules[:_MOST_RULES]
        ]
        left = rules[_MOST_RULES:]
        if left:
            rest = sum(seconds for _, seconds in left)
            shown.append((f"{len(left)} others", f"{rest * 1000:.0f}", f"{rest / total:.1%}"))
        yield _table(("rule", "ms", "of all rules"), shown)


def _stage(profile: Results, stage: str) -> str:
    seconds = profile["python"] if stage == "python itself" else profile["stages"].get(stage, 0)
    return f"{seconds * 1000:.1f}"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(heads)} |", f"|---|{'--:|' * (len(heads) - 1)}"]
    lines += [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join(lines)
