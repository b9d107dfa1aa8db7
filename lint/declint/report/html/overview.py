"""The first page: the verdict, the counts, and bars that show where the findings are."""

from collections import Counter
from collections.abc import Iterator

from declint.finding import Severity, Words
from declint.report.html.markup import element, escaped
from declint.report.html.words import SIGNS, WORDS
from declint.report.shown import by_rule, counts, in_language, totals
from declint.report.terminal import View
from declint.report.wording import CLOSING, NUMBER, SEVERITY, TITLE
from declint.run import Report


def overview(report: Report, view: View) -> Iterator[str]:
    """The head of the page and its tables."""
    numbers = counts(report)
    yield '<header id="top">'
    yield element("h1", TITLE.say(view.language, {}))
    for sentence in totals(report, view):
        yield element("p", sentence, "total")
    yield element("p", _verdict(report).say(view.language, numbers), "verdict")
    yield "</header>"
    if report.results:
        yield from _severities(report, view)
    yield from _declarations(report, view)
    if report.results:
        yield from _rules(report, view)


def _verdict(report: Report) -> Words:
    if report.crashed:
        return CLOSING["crashed"]
    if report.count(Severity.ERROR):
        return WORDS["errors"]
    return WORDS["questions"] if report.results else CLOSING["ready"]


def _severities(report: Report, view: View) -> Iterator[str]:
    yield '<section class="severities">'
    yield element("h2", WORDS["by_severity"].say(view.language, {}))
    yield "<ul>"
    for severity in Severity:
        name = f"{SIGNS[severity]} {SEVERITY[severity].say(view.language, {})}"
        yield element("li", f"{name} {element('b', str(report.count(severity)))}", f"label {severity}")
    yield "</ul>"
    yield bar({severity: report.count(severity) for severity in Severity}, len(report.results))
    yield "</section>"


def _declarations(report: Report, view: View) -> Iterator[str]:
    found = Counter((result.file.path, result.severity) for result in report.results)
    most = max(Counter(result.file.path for result in report.results).values(), default=1)
    titles = [SEVERITY[severity].say(view.language, {}) for severity in Severity]
    yield '<section class="overview">'
    yield element("h2", WORDS["by_declaration"].say(view.language, {}))
    yield "<table><thead><tr>"
    yield element("th", WORDS["declaration"].say(view.language, {}), "", {"scope": "col"})
    yield "".join(element("th", title, "number", {"scope": "col"}) for title in titles)
    yield element("th", WORDS["share"].say(view.language, {}), "chart", {"scope": "col"})
    yield "</tr></thead><tbody>"
    for number, file in enumerate(report.files, 1):
        own = {severity: found[file.path, severity] for severity in Severity}
        link = element("a", f"{number}. {escaped(file.name or file.shown_path)}", "", {"href": f"#d{number}"})
        cells = "".join(element("td", str(count), "number") for count in own.values())
        chart = element("td", bar(own, most), "chart")
        yield f"<tr>{element('th', link, '', {'scope': 'row'})}{cells}{chart}</tr>"
    yield "</tbody></table>"
    yield "</section>"


def _rules(report: Report, view: View) -> Iterator[str]:
    rules = by_rule(report)
    most = max(number for _, number in rules)
    yield '<section class="overview">'
    yield element("h2", WORDS["by_rule"].say(view.language, {}))
    yield "<table><thead><tr>"
    yield element("th", WORDS["rules"].say(view.language, {}), "", {"scope": "col"})
    yield element("th", NUMBER.say(view.language, {}), "number", {"scope": "col"})
    yield element("th", WORDS["share"].say(view.language, {}), "chart", {"scope": "col"})
    yield "</tr></thead><tbody>"
    for result, number in rules:
        code = element("a", result.rule.code, "", {"href": f"#rule-{result.rule.code}"})
        sign = element("span", SIGNS[result.severity], f"sign {result.severity}")
        title = f"{sign} {code} {escaped(in_language(result.rule.text.title, view))}"
        chart = element("td", bar({result.severity: number}, most), "chart")
        head = element("th", title, "", {"scope": "row"})
        yield f"<tr>{head}{element('td', str(number), 'number')}{chart}</tr>"
    yield "</tbody></table>"
    yield "</section>"


def bar(parts: dict[Severity, int], whole: int) -> str:
    """Parts of a whole as one bar. The numbers stand beside it in words, so that it may be passed over."""
    left = 0.0
    shown = []
    for severity, number in parts.items():
        width = round(100 * number / max(whole, 1), 2)
        if number:
            shown.append(
                f'<rect class="{severity}" x="{left:.2f}" y="0" width="{width:.2f}" height="10"></rect>'
            )
        left += width
    return (
        '<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
        f"{''.join(shown)}</svg>"
    )
