"""Workflow commands, which GitHub turns into annotations, and the count in a line of its own.

GitHub shows ten annotations of each level a step and drops the others silently, so the count and the job
summary tell how many there are.
"""

from collections.abc import Iterator

from declint.finding import Severity, Words
from declint.report import markdown
from declint.report.encoding import repository_path
from declint.report.shown import Shown, joined, shown, totals
from declint.report.terminal import View, clean
from declint.run import Report

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_SHOWN_PER_LEVEL = 10
_SUMMARY_BYTES = 1_000_000
_CUT = Words(
    "GitHub 每一级只显示前 {limit} 条批注；全部问题见本步骤的日志和作业摘要。",
    "GitHub shows the first {limit} annotations of a level; all are in this step's log and the job summary.",
)


def render(report: Report, view: View) -> Iterator[str]:
    """A command a finding, then the true count."""
    for each in shown(report, view):
        yield _command(each, view)
    yield from totals(report, view)
    if any(report.count(severity) > _SHOWN_PER_LEVEL for severity in Severity):
        yield _CUT.say(view.language, {"limit": _SHOWN_PER_LEVEL})


def _command(each: Shown, view: View) -> str:
    span = each.span
    place = {"file": clean(repository_path(each.path, view)), "line": span.line, "endLine": span.end_line}
    if span.line == span.end_line:
        place |= {"col": span.column, "endColumn": span.end_column}
    title = f"{each.rule.code} {each.title}"
    properties = ",".join(
        f"{key}={_property(str(value))}" for key, value in {**place, "title": title}.items()
    )
    where = f"{clean(each.path)}:{span.line}:{span.column}"
    text = f"{where} {each.rule.code} {joined(each.message, each.advice, view)}"
    return f"::{_LEVELS[each.severity]} {properties}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def job_summary(report: Report, view: View) -> Iterator[str]:
    """The page of the job: every finding, or the counts alone where all would be more than GitHub takes."""
    lines = list(markdown.render(report, view))
    if sum(len(line.encode("utf-8", "backslashreplace")) + 1 for line in lines) > _SUMMARY_BYTES:
        yield from markdown.overview(report, view)
    else:
        yield from lines
