"""The rules that spoke, with what they look for, why, and what they rest on."""

from collections.abc import Iterator

from declint.report.html.markup import element, escaped
from declint.report.html.words import SIGNS, WORDS
from declint.report.shown import by_rule, in_language, paragraphs
from declint.report.terminal import View
from declint.report.wording import PAGE, SEVERITY
from declint.run import Report, Result


def rule_list(report: Report, view: View) -> Iterator[str]:
    """A section a rule, by severity and code."""
    rules = by_rule(report)
    if not rules:
        return
    yield '<section class="rules" id="rules">'
    yield element("h2", WORDS["rules"].say(view.language, {}))
    for result, number in rules:
        yield from _rule(result, number, view)
    yield "</section>"


def _rule(result: Result, number: int, view: View) -> Iterator[str]:
    rule = result.rule
    title = escaped(in_language(rule.text.title, view))
    severity = f"{SIGNS[result.severity]} {SEVERITY[result.severity].say(view.language, {})}"
    yield f'<article id="rule-{rule.code}">'
    yield element("h3", f"{element('span', severity, f'label {result.severity}')} {rule.code} {title}")
    times = WORDS["count"].say(view.language, {"number": number})
    yield element("p", f"{element('code', escaped(rule.name))} · {times}", "path")
    for key, body in (("what", rule.text.what), ("why", rule.text.why), ("source", rule.text.source)):
        yield element("h4", PAGE[key].say(view.language, {}))
        yield from _body(in_language(body, view), view)
    yield "</article>"


def _body(text: str, view: View) -> Iterator[str]:
    for item, paragraph in paragraphs(text, view):
        yield element("p", escaped(paragraph), "item" if item else "")
