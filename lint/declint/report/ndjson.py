"""One finding a line, each a JSON object as in the JSON report: for streams and for ``jq``."""

from collections.abc import Iterator

from declint.report.encoding import json_text
from declint.report.json import finding_data
from declint.report.terminal import View
from declint.run import Report


def render(report: Report, view: View) -> Iterator[str]:
    """A line a finding; none where nothing was found."""
    for result in report.results:
        yield json_text(finding_data(result, report, view))
