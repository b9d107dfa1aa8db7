"""``declint check --statistics``: counts in place of findings."""

from typing import Annotated

import typer

from declint.cli.console import print_data, print_text, view
from declint.cli.language import say
from declint.run import Report

StatisticsOption = Annotated[
    bool,
    typer.Option(
        "--statistics",
        help=say(
            "只给出各规则、类别、文件的数目（text 或 json 格式）。",
            "Counts by rule, family and file in place of findings (as text or json).",
        ),
    ),
]


def print_statistics(report: Report, lang: str | None, color: str, *, as_json: bool) -> None:
    """Print the counts, for a person or for a program."""
    from declint.report.statistics import render, render_json

    if as_json:
        print_data(render_json(report, view(lang, color)))
    else:
        print_text(render(report, view(lang, color)))
