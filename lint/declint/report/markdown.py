"""Markdown: counts, a table by rule, a table a file; for merge requests and job pages."""

from collections.abc import Iterator
from itertools import groupby

from declint.finding import Words
from declint.pattern import pattern
from declint.report.shown import Shown, by_rule, in_language, shown, totals
from declint.report.terminal import View, clean
from declint.report.wording import ADVICE, COLUMNS, NUMBER, SEVERITY, TITLE
from declint.run import Report

_MARKS = {"error": "❌", "warning": "⚠️", "note": "ℹ️"}
_SYNTAX = pattern(r"([\\`*_\[\]#|~$])")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;", ":": "&#58;"}
_WEB = pattern(r"(?i)(www)\.")
_HEAD = Words("级别", "severity"), Words("位置", "place"), Words("规则", "rule"), Words("问题", "problem")


def render(report: Report, view: View) -> Iterator[str]:
    """The lines of the page."""
    yield from overview(report, view)
    for path, found in groupby(shown(report, view), key=lambda each: each.path):
        yield from _file(path, list(found), view)


def overview(report: Report, view: View) -> Iterator[str]:
    """The title, the counts and the table by rule."""
    yield f"# {TITLE.say(view.language, {})}"
    yield ""
    yield " ".join(totals(report, view))
    if report.results:
        yield ""
        yield from _table(view, _HEAD[0], COLUMNS[4], COLUMNS[5], NUMBER)
        for result, number in by_rule(report):
            title = escaped(in_language(result.rule.text.title, view))
            yield f"| {_severity(str(result.severity), view)} | {result.rule.code} | {title} | {number} |"


def _file(path: str, found: list[Shown], view: View) -> Iterator[str]:
    yield ""
    yield f"## {escaped(found[0].declaration or path)}"
    yield ""
    if found[0].declaration:
        yield f"{COLUMNS[0].say(view.language, {})} {escaped(path)}"
        yield ""
    yield from _table(view, *_HEAD, ADVICE)
    for each in found:
        cells = (
            _severity(str(each.severity), view),
            f"{each.span.line}:{each.span.column}",
            each.rule.code,
            escaped(each.message),
            escaped(each.advice),
        )
        yield f"| {' | '.join(cells)} |"


def _table(view: View, *titles: Words) -> Iterator[str]:
    yield f"| {' | '.join(words.say(view.language, {}) for words in titles)} |"
    yield f"|{' --- |' * len(titles)}"


def _severity(severity: str, view: View) -> str:
    words = next(words for key, words in SEVERITY.items() if key == severity)
    return f"{_MARKS[severity]} {words.say(view.language, {})}"


def escaped(text: str) -> str:
    """Any text as plain words within a line: no markup, no table cell, no link, no mention."""
    text = _SYNTAX.sub(r"\\\1", " ".join(clean(text).split()))
    text = "".join(_ENTITIES.get(char, char) for char in text)
    return _WEB.sub(r"\1&#46;", text)
