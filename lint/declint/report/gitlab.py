"""GitLab's Code Quality report."""

from collections.abc import Iterator

from declint.finding import Severity
from declint.report.encoding import fingerprints, json_text, repository_path
from declint.report.shown import Shown, joined, shown
from declint.report.terminal import View
from declint.run import Report

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(report: Report, view: View) -> Iterator[str]:
    """The lines of one JSON list."""
    entries = [
        _entry(each, identity, view)
        for each, identity in zip(shown(report, view), fingerprints(report, view), strict=True)
    ]
    yield from json_text(entries, 2).split("\n")


def _entry(each: Shown, identity: str, view: View) -> dict[str, object]:
    span = each.span
    return {
        "description": f"{each.rule.code} {joined(each.message, each.advice, view)}",
        "check_name": each.rule.code,
        "fingerprint": identity,
        "severity": _SEVERITIES[each.severity],
        "location": {
            "path": repository_path(each.path, view),
            "positions": {
                "begin": {"line": span.line, "column": span.column},
                "end": {"line": span.end_line, "column": span.end_column},
            },
        },
    }
