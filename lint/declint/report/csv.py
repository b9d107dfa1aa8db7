"""A table for spreadsheets: UTF-8 with the mark that Excel needs, and no cell that is taken for a formula."""

import csv
import io
from collections.abc import Iterator

from declint.report.shown import Shown, shown
from declint.report.terminal import View, clean
from declint.report.wording import COLUMNS, SEVERITY
from declint.run import Report

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def render(report: Report, view: View) -> Iterator[str]:
    """A line a finding below a line of titles."""
    yield "\ufeff" + _line(*(words.say(view.language, {}) for words in COLUMNS))
    for each in shown(report, view):
        yield _line(*row(each, view))


def row(each: Shown, view: View) -> tuple[str | int, ...]:
    """The cells of a finding, in the order of ``COLUMNS``."""
    return (
        clean(each.path),
        each.span.line,
        each.span.column,
        SEVERITY[each.severity].say(view.language, {}),
        each.rule.code,
        each.title,
        each.declaration,
        " / ".join(each.field),
        each.message,
        each.advice,
        each.source,
    )


def is_formula(text: str) -> bool:
    """Whether a spreadsheet might compute a cell with this text."""
    return text.lstrip().startswith(_FORMULA)


def _line(*cells: str | int) -> str:
    line = io.StringIO()
    safe = (f"'{cell}" if isinstance(cell, str) and is_formula(cell) else cell for cell in cells)
    csv.writer(line, quoting=csv.QUOTE_MINIMAL, lineterminator="\n").writerow(safe)
    return line.getvalue().removesuffix("\n")
