"""One line a finding, as compilers print it; then the count."""

from collections.abc import Iterator
from functools import lru_cache

from declint.finding import Severity
from declint.report.shown import totals
from declint.report.terminal import View, clean, paint
from declint.report.text import STYLES
from declint.report.wording import SEVERITY
from declint.run import Report

_RULES = 500
"""Of how many rules the beginning of a message is kept."""


def render(report: Report, view: View) -> Iterator[str]:
    """The lines of the report."""
    for result in report.results:
        finding = result.finding
        message = clean(finding.message.say(view.language, finding.arguments))
        yield f"{clean(result.where)}: {_head(result.severity, result.rule.code, view)} {message}"
    yield from totals(report, view)


@lru_cache(maxsize=_RULES)
def _head(severity: Severity, code: str, view: View) -> str:
    return paint(f"{SEVERITY[severity].say(view.language, {})} {code}", STYLES[severity], view)
