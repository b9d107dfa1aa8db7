"""Reviewdog's diagnostics. Its columns count bytes of UTF-8, not characters: that is its definition."""

from collections.abc import Iterator
from typing import Any

from declint.finding import Severity
from declint.fixing.resolve import TextEdit, resolve
from declint.report.encoding import json_text
from declint.report.shown import Shown, joined, shown
from declint.report.terminal import View
from declint.run import FileResult, Report

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def render(report: Report, view: View) -> Iterator[str]:
    """The lines of one JSON document."""
    document = {
        "source": {"name": "declint"},
        "diagnostics": [_diagnostic(each, view) for each in shown(report, view)],
    }
    yield from json_text(document, 2).split("\n")


def _diagnostic(each: Shown, view: View) -> dict[str, Any]:
    file = each.result.file
    diagnostic: dict[str, Any] = {
        "message": joined(each.message, each.advice, view),
        "location": {"path": each.path, "range": _range(file, *each.result.span)},
        "severity": _SEVERITIES[each.severity],
        "code": {"value": each.rule.code},
    }
    if suggestions := list(_suggestions(each)):
        diagnostic["suggestions"] = suggestions
    return diagnostic


def _suggestions(each: Shown) -> Iterator[dict[str, Any]]:
    """Fixes of one edit: a reviewer takes suggestions one by one, and half a repair is none."""
    file = each.result.file
    for fix in each.result.finding.fixes:
        edits: tuple[TextEdit, ...] = resolve(fix, file.source, file.tree)
        if len(edits) == 1:
            (edit,) = edits
            yield {"range": _range(file, edit.start, edit.end), "text": edit.text}


def _range(file: FileResult, start: int, end: int) -> dict[str, Any]:
    return {"start": _position(file, start), "end": _position(file, end)}


def _position(file: FileResult, offset: int) -> dict[str, int]:
    line, column = file.source.position(offset)
    before = file.source.text[offset - column + 1 : offset]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
