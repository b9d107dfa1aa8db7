"""JUnit XML: a suite a file, a case a finding. Errors are failures; warnings and notes do not fail a case.

A file without findings is one case that passes.
"""

from collections.abc import Iterator

from declint.finding import Severity
from declint.report.shown import Shown, joined, shown
from declint.report.terminal import View
from declint.report.wording import SEVERITY
from declint.report.xml import DECLARATION, tag
from declint.run import Report


def render(report: Report, view: View) -> Iterator[str]:
    """The lines of the document."""
    by_path: dict[str, list[Shown]] = {file.shown_path: [] for file in report.files}
    for each in shown(report, view):
        by_path[each.path].append(each)
    yield DECLARATION
    tests = sum(len(found) or 1 for found in by_path.values())
    errors = report.count(Severity.ERROR)
    yield tag("testsuites", {"name": "declint", "tests": tests, "failures": errors, "errors": 0}, empty=False)
    for path, found in by_path.items():
        yield from _suite(path, found, view)
    yield "</testsuites>"


def _suite(path: str, found: list[Shown], view: View) -> Iterator[str]:
    errors = sum(each.severity is Severity.ERROR for each in found)
    totals = {"tests": len(found) or 1, "failures": errors, "errors": 0, "skipped": len(found) - errors}
    yield "  " + tag("testsuite", {"name": path, **totals}, empty=False)
    for each in found:
        yield from _case(each, view)
    if not found:
        yield "    " + tag("testcase", {"name": path, "classname": path})
    yield "  </testsuite>"


def _case(each: Shown, view: View) -> Iterator[str]:
    where = f"{each.path}:{each.span.line}:{each.span.column}"
    name = f"{each.rule.code} {each.rule.name} {each.span.line}:{each.span.column}"
    severity = SEVERITY[each.severity].say(view.language, {})
    body = f"{where} {severity} {each.rule.code} {joined(each.message, each.advice, view)}"
    yield "    " + tag("testcase", {"name": name, "classname": each.path}, empty=False)
    if each.severity is Severity.ERROR:
        yield "      " + tag("failure", {"type": str(each.severity), "message": each.message}, body)
    else:
        yield "      " + tag("skipped", {}, body)
    yield "    </testcase>"
