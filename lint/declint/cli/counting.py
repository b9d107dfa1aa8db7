"""``declint check --statistics``: counts in place of findings."""

from declint.cli.console import print_data, print_text, view
from declint.run import Report


def print_statistics(report: Report, lang: str | None, color: str, *, as_json: bool) -> None:
    """Print the counts, for a person or for a program."""
    from declint.report.statistics import render, render_json

    if as_json:
        print_data(render_json(report, view(lang, color)))
    else:
        print_text(render(report, view(lang, color)))
