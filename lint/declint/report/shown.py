"""A finding as the formats show it: in one language, placed, every text safe to look at."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from declint.finding import Severity
from declint.report.terminal import View, clean
from declint.report.wording import CLEAN, NOTHING_NEW, SET_ASIDE, TOTAL
from declint.run import FileResult, Report, Result

if TYPE_CHECKING:
    from declint.rules.card import Known


class Span(Struct, frozen=True):
    """A stretch of a file: lines and columns from 1, columns in characters, the end not included."""

    line: int
    column: int
    end_line: int
    end_column: int


class ShownRelated(Struct, frozen=True):
    """Another place of the evidence; ``file`` is the one it is in."""

    file: FileResult
    span: Span
    message: str


class Shown(Struct, frozen=True):
    """One finding. ``path`` is raw, for formats that name files to programs; the rest is clean."""

    result: Result
    path: str
    span: Span
    message: str
    advice: str
    title: str
    source: str
    declaration: str
    field: tuple[str, ...]
    related: tuple[ShownRelated, ...]

    @property
    def rule(self) -> "Known":
        """The rule that found it."""
        return self.result.rule

    @property
    def severity(self) -> Severity:
        """The severity in force."""
        return self.result.severity


def shown(report: Report, view: View) -> Iterator[Shown]:
    """The findings of a report, in its order."""
    for result in report.results:
        yield show(result, report, view)


def show(result: Result, report: Report, view: View) -> Shown:
    """One finding of a report."""
    file, finding, text = result.file, result.finding, result.rule.text
    return Shown(
        result,
        file.shown_path,
        span_of(file, *result.span),
        clean(finding.message.say(view.language, finding.arguments)),
        clean(finding.advice.say(view.language, finding.arguments)),
        in_language(text.title, view),
        in_language(text.source, view),
        clean(file.name),
        tuple(clean(key) for key in file.field(finding.at)),
        tuple(_related(result, report, view)),
    )


def _related(result: Result, report: Report, view: View) -> Iterator[ShownRelated]:
    for related, file, span in report.related(result):
        message = clean(related.words.say(view.language, result.finding.arguments))
        yield ShownRelated(file, span_of(file, *span), message)


def span_of(file: FileResult, start: int, end: int) -> Span:
    """Offsets of a file's text as lines and columns."""
    return Span(*file.source.position(start), *file.source.position(end))


def in_language(pair: tuple[str, str], view: View) -> str:
    """One of a text's two languages, the other where that one is blank."""
    return (pair[1] or pair[0]) if view.language == "en" else (pair[0] or pair[1])


def joined(message: str, advice: str, view: View) -> str:
    """What is wrong and how to repair it as one text."""
    stop = "。" if view.language == "zh" else ". "
    return f"{message}{stop}{advice}" if advice else message


def paragraphs(text: str, view: View) -> Iterator[tuple[bool, str]]:
    """The paragraphs of a rule's text, each with whether it is a list item; line ends within mean nothing."""
    paragraph, item = "", False
    for line in [*text.splitlines(), ""]:
        starts = line.lstrip().startswith(("- ", "* "))
        if paragraph and (starts or not line.strip()):
            yield item, paragraph
            paragraph, item = "", False
        item = item or starts
        words = line.strip()[2 if starts else 0 :]
        paragraph += (_between(paragraph, words, view) if paragraph and words else "") + words


def _between(before: str, after: str, view: View) -> str:
    """What a line end stands for: nothing between Chinese characters, else a blank."""
    return "" if view.language == "zh" and not (before[-1].isascii() and after[0].isascii()) else " "


def counts(report: Report) -> dict[str, int]:
    """The numbers of a report: files, findings by severity, and those that were set aside."""
    return {
        "files": len(report.files),
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "notes": report.count(Severity.NOTE),
        "suppressed": len(report.suppressed),
        "baselined": len(report.baselined),
    }


def totals(report: Report, view: View) -> Iterator[str]:
    """The counts as sentences; what was set aside is told wherever there is some."""
    numbers = {**counts(report), "repaired": report.repaired}
    clean_words = NOTHING_NEW if report.baselined else CLEAN
    yield (TOTAL if report.results else clean_words).say(view.language, numbers)
    for key, words in SET_ASIDE.items():
        if numbers[key]:
            yield words.say(view.language, numbers)


def by_rule(report: Report) -> list[tuple[Result, int]]:
    """How often each rule spoke, with a result of it: the worst severity first, then by code."""
    first: dict[str, Result] = {}
    number: dict[str, int] = {}
    for result in (*report.results, *report.unlisted):
        first.setdefault(result.rule.code, result)
        number[result.rule.code] = number.get(result.rule.code, 0) + 1
    order = sorted(first, key=lambda code: (first[code].severity.rank, code))
    return [(first[code], number[code]) for code in order]
