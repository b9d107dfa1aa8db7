"""Counts in place of findings: by rule, by family, by file."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from declint.finding import Severity, Words
from declint.report.terminal import View, clean, pad, paint, width, wrap
from declint.report.text import STYLES
from declint.report.wording import CLEAN, SEVERITY, TOTAL, severity_label
from declint.rules.card import Known
from declint.rules.families import family_title
from declint.run import Report, Result

_BY_RULE = Words("按规则", "By rule")
_BY_FAMILY = Words("按类别", "By family")
_BY_FILE = Words("按文件", "By file")
_SUM = Words("合计", "total")
_KEYS = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.NOTE: "notes"}


class Tally(NamedTuple):
    """How many findings of each severity."""

    errors: int
    warnings: int
    notes: int

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self)


class RuleCount(NamedTuple):
    """How often a rule spoke with one severity, and in how many files."""

    rule: Known
    severity: Severity
    findings: int
    files: int


def by_rule(report: Report) -> list[RuleCount]:
    """The worst first, then the most frequent."""
    found: dict[tuple[str, Severity], list[Result]] = {}
    for result in report.results:
        found.setdefault((result.rule.code, result.severity), []).append(result)
    counts = [
        RuleCount(results[0].rule, severity, len(results), len({result.file.path for result in results}))
        for (_, severity), results in found.items()
    ]
    return sorted(counts, key=lambda each: (each.severity.rank, -each.findings, each.rule.code))


def by_family(report: Report) -> list[tuple[str, Tally]]:
    """Every family that spoke, the most frequent first."""
    return _tallies((result.rule.family, result.severity) for result in report.results)


def by_file(report: Report) -> list[tuple[str, Tally]]:
    """Every file with a finding, the one with the most first."""
    return _tallies((result.file.path, result.severity) for result in report.results)


def _tallies(found: Iterable[tuple[str, Severity]]) -> list[tuple[str, Tally]]:
    counts = Counter(found)
    names = {name for name, _ in counts}
    tallies = [(name, Tally(*(counts[name, severity] for severity in Severity))) for name in names]
    return sorted(tallies, key=lambda each: (-each[1].total, each[0]))


def render(report: Report, view: View) -> Iterator[str]:
    """The lines of the tables; of nothing found there are none."""
    if report.results:
        yield from _rule_table(report, view)
        chosen = 0 if view.language == "zh" else 1
        families = [(f"{name} {family_title(name)[chosen]}", tally) for name, tally in by_family(report)]
        yield from _table(_BY_FAMILY, families, view)
        yield from _table(_BY_FILE, by_file(report), view)
    counts: dict[str, int | str] = {"files": len(report.files), **severities(report)}
    yield (TOTAL if report.results else CLEAN).say(view.language, counts)


def _rule_table(report: Report, view: View) -> Iterator[str]:
    rows = by_rule(report)
    digits = len(str(max(row.findings for row in rows)))
    yield paint(_BY_RULE.say(view.language, {}), "bold", view)
    for row in rows:
        label = severity_label(row.severity, view)
        head = f"  {row.findings:>{digits}}  {label} {row.rule.code} "
        title = row.rule.text.title[0 if view.language == "zh" else 1]
        first, *rest = wrap(title, view.width - width(head, view), view)
        yield head.replace(label, paint(label, STYLES[row.severity], view), 1) + first
        yield from (" " * width(head, view) + line for line in rest)
    yield ""


def _table(title: Words, rows: list[tuple[str, Tally]], view: View) -> Iterator[str]:
    """A row a name, its counts in front, so that long names disturb no column."""
    heads = [
        *(SEVERITY[severity].say(view.language, {}) for severity in Severity),
        _SUM.say(view.language, {}),
    ]
    columns = [max(width(head, view), 5) + 2 for head in heads]
    yield paint(title.say(view.language, {}), "bold", view)
    yield "".join(_right(head, column, view) for head, column in zip(heads, columns, strict=True))
    for name, tally in rows:
        cells = (*tally, tally.total)
        numbers = (_right(str(cell), column, view) for cell, column in zip(cells, columns, strict=True))
        yield f"{''.join(numbers)}  {clean(name)}"
    yield ""


def _right(text: str, columns: int, view: View) -> str:
    return pad("", columns - width(text, view), view) + text


def severities(report: Report) -> dict[str, int]:
    """How many findings of each severity, by ``errors``, ``warnings`` and ``notes``."""
    return {key: report.count(severity) for severity, key in _KEYS.items()}
