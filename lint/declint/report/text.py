"""The report that a person reads: place, what is wrong, the lines, how to repair it, the source."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from declint.finding import Related, Severity
from declint.report.shown import counts, totals
from declint.report.snippet import Mark, snippet
from declint.report.terminal import View, clean, paint, width, wrap
from declint.report.wording import (
    ADVICE,
    BY_RULE,
    CLOSING,
    MORE,
    SEVERITY,
    SOURCE,
    severity_label,
)
from declint.run import FileResult, Report, Result

_PASSAGES = 1_000
"""How many advices and sources are kept as lines: a rule gives many findings the same."""
STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}


def render(report: Report, view: View) -> Iterator[str]:
    """The lines of the report."""
    for path, results in groupby(report.results, key=lambda result: result.file.path):
        del path
        for result in results:
            yield from _finding(result, report, view)
            yield ""
    yield from _summary(report, view)


def _finding(result: Result, report: Report, view: View) -> Iterator[str]:
    file, finding = result.file, result.finding
    severity = SEVERITY[result.severity].say(view.language, {})
    style = STYLES[result.severity]
    yield (
        f"{paint(clean(result.where), 'bold', view)} "
        f"{paint(f'{severity} {result.rule.code}', style, view)} {paint(result.rule.name, 'dim', view)}"
    )
    message = finding.message.say(view.language, finding.arguments)
    yield from _indented(clean(message), "  ", "  ", view)
    if file.source.text:
        yield from _lines(result, report, view)
    advice = finding.advice.say(view.language, finding.arguments)
    if advice:
        label = ADVICE.say(view.language, {})
        yield from _labelled(label, clean(advice), view)
    yield from _labelled(SOURCE.say(view.language, {}), _in(view, result.rule.text.source), view)


def _lines(result: Result, report: Report, view: View) -> Iterator[str]:
    """The primary lines with the related ones of the same file, then those of other files."""
    file = result.file
    source, start, end = file.excerpt(*result.span)
    marks = [Mark(start, end, "", True)]
    others: list[tuple[Related, FileResult, tuple[int, int]]] = []
    for related, other, span in report.related(result):
        if other is file and not file.origin:
            marks.append(Mark(*span, _say(related, result, view), False))
        else:
            others.append((related, other, span))
    last = max(source.position(mark.start)[0] for mark in marks)
    yield from snippet(source, marks, len(str(last)), STYLES[result.severity], view)
    for related, other, span in others:
        source, start, end = other.excerpt(*span)
        line, _ = source.position(start)
        where = clean(other.where(*other.source.position(span[0])))
        yield f"  {paint('→', 'blue', view)} {where} {clean(_say(related, result, view))}"
        yield from snippet(source, [Mark(start, end, "", False)], len(str(line)), "blue", view)


def _say(related: Related, result: Result, view: View) -> str:
    return related.words.say(view.language, result.finding.arguments)


def _in(view: View, pair: tuple[str, str]) -> str:
    return pair[1] if view.language == "en" else pair[0]


@lru_cache(maxsize=_PASSAGES)
def _labelled(label: str, text: str, view: View) -> tuple[str, ...]:
    colon = "：" if view.language == "zh" else ": "
    head = f"  {label}{colon}"
    lines = _indented(text, head, " " * width(head, view), view)
    return tuple(
        paint(head, "bold", view) + line[len(head) :] if line.startswith(head) else line for line in lines
    )


def _indented(text: str, first: str, rest: str, view: View) -> list[str]:
    lines = wrap(" ".join(text.split()), view.width - width(first, view), view)
    return [(rest if number else first) + line for number, line in enumerate(lines)]


def _summary(report: Report, view: View) -> Iterator[str]:
    if not report.files_read:
        return
    if not report.results:
        gap = "" if view.language == "zh" else " "
        first, *others = totals(report, view)
        ready = () if report.baselined else (CLOSING["ready"].say(view.language, {}),)
        yield paint(gap.join((first, *ready)), "green", view)
        for sentence in others:
            yield from wrap(sentence, view.width, view)
        return
    yield paint(BY_RULE.say(view.language, {}), "bold", view)
    yield from _by_rule(report, view)
    yield ""
    for sentence in totals(report, view):
        yield from wrap(sentence, view.width, view)
    yield MORE.say(view.language, {"code": report.results[0].rule.code})
    numbers = counts(report)
    kind = "crashed" if report.crashed else "errors" if numbers["errors"] else "questions"
    yield from wrap(CLOSING[kind].say(view.language, numbers), view.width, view)


def _by_rule(report: Report, view: View) -> Iterator[str]:
    rules = {result.rule.code: result for result in report.results}
    counted = Counter(result.rule.code for result in report.results)
    widest = len(str(max(counted.values())))
    for code, number in sorted(counted.items(), key=lambda item: (rules[item[0]].severity.rank, item[0])):
        result = rules[code]
        label = severity_label(result.severity, view)
        counted_code = f" {code} {str(number).rjust(widest)}  "
        title = _in(view, result.rule.text.title)
        indent = width(f"  {label}{counted_code}", view)
        first, *rest = wrap(title, view.width - indent, view)
        yield f"  {paint(label, STYLES[result.severity], view)}{counted_code}{first}"
        yield from (" " * indent + line for line in rest)
