"""Checkstyle XML, which most build servers read."""

from collections.abc import Iterator

from declint.finding import Severity
from declint.report.shown import Shown, joined, shown
from declint.report.terminal import View
from declint.report.xml import DECLARATION, tag
from declint.run import Report

_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "info"}


def render(report: Report, view: View) -> Iterator[str]:
    """The lines of the document; a file without findings is an empty element."""
    by_path: dict[str, list[Shown]] = {file.shown_path: [] for file in report.files}
    for each in shown(report, view):
        by_path[each.path].append(each)
    yield DECLARATION
    yield '<checkstyle version="4.3">'
    for path, found in by_path.items():
        yield "  " + tag("file", {"name": path}, empty=not found)
        for each in found:
            yield "    " + tag("error", _attributes(each, view))
        if found:
            yield "  </file>"
    yield "</checkstyle>"


def _attributes(each: Shown, view: View) -> dict[str, str | int]:
    return {
        "line": each.span.line,
        "column": each.span.column,
        "severity": _SEVERITIES[each.severity],
        "message": joined(each.message, each.advice, view),
        "source": f"declint.{each.rule.code}",
    }
