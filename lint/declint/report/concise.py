"""One line a finding, as compilers print it; then the count."""

from collections.abc import Iterator

from declint.report.shown import totals
from declint.report.terminal import View, clean, paint
from declint.report.text import STYLES
from declint.report.wording import SEVERITY
from declint.run import Report


def render(report: Report, view: View) -> Iterator[str]:
    """The lines of the report."""
    for result in report.results:
        severity = SEVERITY[result.severity].say(view.language, {})
        message = clean(result.finding.message.say(view.language, result.finding.arguments))
        head = paint(f"{severity} {result.rule.code}", STYLES[result.severity], view)
        yield f"{clean(result.where)}: {head} {message}"
    yield from totals(report, view)
