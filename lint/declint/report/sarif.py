"""SARIF 2.1.0, for code scanning: the rules with their whole text, places, evidence, repairs."""

from collections.abc import Iterator
from typing import Any

from declint.finding import Fix, Severity
from declint.fixing.resolve import resolve
from declint.pattern import pattern
from declint.report.encoding import fingerprints, json_text, repository_path, uri
from declint.report.shown import Shown, Span, in_language, joined, paragraphs, shown, span_of
from declint.report.terminal import View, clean
from declint.report.wording import PAGE
from declint.rules.card import Known
from declint.rules.text import Example
from declint.run import FileResult, Report
from declint.version import __version__

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}
_ROOT = "%SRCROOT%"
_LINK = pattern(r"(?<!\\)(\\*)\](?=\()")
_PLACEHOLDER = pattern(r"\{(\d+)\}")
Json = dict[str, Any]


def render(report: Report, view: View) -> Iterator[str]:
    """The lines of one JSON document."""
    yield from json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, view)]}, 2).split("\n")


def _run(report: Report, view: View) -> Json:
    found = sorted({result.rule.code: result.rule for result in report.results}.items())
    order = {code: number for number, (code, _) in enumerate(found)}
    artifacts = {file.path: number for number, file in enumerate(report.files)}
    identities = fingerprints(report, view)
    return {
        "tool": {
            "driver": {
                "name": "declint",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(rule, view) for _, rule in found],
            }
        },
        "language": _LANGUAGES[view.language],
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not report.crashed}],
        "originalUriBaseIds": {_ROOT: {"description": {"text": PAGE["root"].say(view.language, {})}}},
        "artifacts": [_artifact(file, view) for file in report.files],
        "results": [
            _result(each, order[each.rule.code], identity, artifacts, view)
            for each, identity in zip(shown(report, view), identities, strict=True)
        ],
    }


def _rule(rule: Known, view: View) -> Json:
    text = rule.text
    source = in_language(text.source, view)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": _message(in_language(text.title, view))},
        "fullDescription": {"text": _message(_flat(in_language(text.what, view), view))},
        "help": {"text": _message(_help(rule, view)), "markdown": _help_markdown(rule, view)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "tags": sorted({"budget", rule.family}),
            "source": source,
            "since": rule.since,
            "fix": str(rule.fix) if rule.fix else "none",
        },
    }


def _flat(text: str, view: View) -> str:
    return " ".join(paragraph for _, paragraph in paragraphs(text, view))


def _unwrapped(text: str, view: View) -> str:
    return "\n\n".join(("- " if item else "") + paragraph for item, paragraph in paragraphs(text, view))


def _help(rule: Known, view: View) -> str:
    text = rule.text
    parts = (
        (PAGE["what"], _flat(in_language(text.what, view), view)),
        (PAGE["why"], _flat(in_language(text.why, view), view)),
        (PAGE["source"], in_language(text.source, view)),
    )
    return "\n".join(f"{title.say(view.language, {})}: {body}" for title, body in parts)


def _help_markdown(rule: Known, view: View) -> str:
    text = rule.text
    parts = (
        (PAGE["what"], _unwrapped(in_language(text.what, view), view)),
        (PAGE["why"], _unwrapped(in_language(text.why, view), view)),
        (PAGE["wrong"], _examples(text.wrong)),
        (PAGE["right"], _examples(text.right)),
        (PAGE["source"], in_language(text.source, view)),
    )
    sections = (f"## {title.say(view.language, {})}\n\n{body}" for title, body in parts)
    return "\n\n".join((f"# {rule.code} {in_language(text.title, view)}", *sections))


def _examples(examples: tuple[Example, ...]) -> str:
    return "\n\n".join(f"```yaml\n{file}```" for example in examples for file in example.files)


def _artifact(file: FileResult, view: View) -> Json:
    return {"location": _location(file, view), "mimeType": "text/yaml", "roles": ["analysisTarget"]}


def _location(file: FileResult, view: View, index: int | None = None) -> Json:
    path = repository_path(file.shown_path, view)
    reference = uri(path)
    location: Json = {"uri": reference}
    if not reference.startswith("file:"):
        location["uriBaseId"] = _ROOT
    if index is not None:
        location["index"] = index
    return location


def _result(each: Shown, number: int, identity: str, artifacts: dict[str, int], view: View) -> Json:
    file = each.result.file
    result: Json = {
        "ruleId": each.rule.code,
        "ruleIndex": number,
        "level": _LEVELS[each.severity],
        "message": {"text": _message(joined(each.message, each.advice, view))},
        "locations": [
            {
                "physicalLocation": _physical(file, each.span, artifacts, view),
                "logicalLocations": [{"fullyQualifiedName": "/".join(each.field) or each.declaration or "/"}],
            }
        ],
        "partialFingerprints": {"declint/v1": identity, "primaryLocationLineHash": f"{identity}:1"},
    }
    if each.related:
        result["relatedLocations"] = [
            {
                "id": position,
                "physicalLocation": _physical(related.file, related.span, artifacts, view),
                "message": {"text": _message(related.message)},
            }
            for position, related in enumerate(each.related, 1)
        ]
    if fixes := [fixed for fix in each.result.finding.fixes if (fixed := _fix(fix, each, artifacts, view))]:
        result["fixes"] = fixes
    if each.declaration:
        result["properties"] = {"declaration": each.declaration}
    return result


def _physical(file: FileResult, span: Span, artifacts: dict[str, int], view: View) -> Json:
    location = _location(file, view, artifacts[file.path])
    return {"artifactLocation": location, "region": _region(span)}


def _region(span: Span) -> Json:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _fix(fix: Fix, each: Shown, artifacts: dict[str, int], view: View) -> Json | None:
    file = each.result.file
    edits = resolve(fix, file.source, file.tree)
    if not edits:
        return None
    title = clean(fix.title.say(view.language, each.result.finding.arguments))
    replacements = [
        {
            "deletedRegion": _region(span_of(file, edit.start, edit.end)),
            "insertedContent": {"text": edit.text},
        }
        for edit in edits
    ]
    change = {
        "artifactLocation": _location(file, view, artifacts[file.path]),
        "replacements": replacements,
    }
    return {
        "description": {"text": _message(title)},
        "artifactChanges": [change],
        "properties": {"safety": str(fix.safety)},
    }


def _message(text: str) -> str:
    """A text of which a reader makes no link and fills no placeholder."""
    text = _LINK.sub(lambda match: match[1] * 2 + r"\]", text)
    return _PLACEHOLDER.sub(r"{{\1}}", text)
