"""The report as JSON, after schemas/report.schema.json; lines and columns count from 1."""

from collections.abc import Iterator
from typing import Any

from declint.finding import Finding, Fix, Related
from declint.fixing.resolve import resolve
from declint.report.encoding import json_text
from declint.report.shown import counts, joined
from declint.report.terminal import View
from declint.run import FileResult, Report, Result
from declint.version import __version__


def render(report: Report, view: View) -> Iterator[str]:
    """The report as the lines of one JSON document."""
    document = {
        "version": 1,
        "tool": {"name": "declint", "version": __version__},
        "findings": [finding_data(result, report, view) for result in report.results],
        "summary": counts(report),
    }
    yield from json_text(document, 2).split("\n")


def finding_data(result: Result, report: Report, view: View) -> dict[str, Any]:
    """One finding, after the schema."""
    file, finding = result.file, result.finding
    return {
        "code": result.rule.code,
        "name": result.rule.name,
        "severity": str(result.severity),
        "message": _message(finding, view),
        "path": file.shown_path,
        **_span(file, *result.span),
        **_cell(file, result.span[0], view),
        "declaration": file.name,
        "field": file.field(finding.at),
        "arguments": {
            key: list(value) if isinstance(value, tuple) else value
            for key, value in finding.arguments.items()
        },
        "related": [_related(related, result, report, view) for related in finding.related],
        "fixes": [shown for fix in finding.fixes if (shown := _fix(fix, result, view))],
    }


def _message(finding: Finding, view: View) -> str:
    """What is wrong and how to repair it, since the contract has one sentence for both."""
    message, advice = (
        words.say(view.language, finding.arguments) for words in (finding.message, finding.advice)
    )
    return joined(message, advice, view)


def _span(file: FileResult, start: int, end: int) -> dict[str, int]:
    line, column = file.source.position(start)
    end_line, end_column = file.source.position(end)
    return {"line": line, "column": column, "endLine": end_line, "endColumn": end_column}


def _cell(file: FileResult, start: int, view: View) -> dict[str, dict[str, str]]:
    """The cell of the document that a stretch was read from, where the file is a document."""
    piece = file.origin.piece(start) if file.origin else None
    if piece is None:
        return {}
    return {"cell": {"place": piece.spot.say(view.language), "address": piece.address, "text": piece.text}}


def _related(related: Related, result: Result, report: Report, view: View) -> dict[str, Any]:
    file = (report.file(related.path) if related.path else None) or result.file
    start, end = file.span(related.at)
    return {
        "path": file.shown_path,
        **_span(file, start, end),
        **_cell(file, start, view),
        "field": file.field(related.at),
        "message": related.words.say(view.language, result.finding.arguments),
    }


def _fix(fix: Fix, result: Result, view: View) -> dict[str, Any] | None:
    file = result.file
    edits = resolve(fix, file.source, file.tree)
    if not edits:
        return None
    return {
        "title": fix.title.say(view.language, result.finding.arguments),
        "safety": str(fix.safety),
        "edits": [{**_span(file, edit.start, edit.end), "text": edit.text} for edit in edits],
    }
