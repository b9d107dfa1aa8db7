"""One page that needs nothing else: an overview, every form as printed with its findings, the rules.

It loads nothing and runs nothing, which its own content policy makes sure of, and it prints on paper.
"""

import base64
import hashlib
from collections.abc import Iterator
from importlib.resources import files

from declint.report.html.form import form
from declint.report.html.markup import element, escaped
from declint.report.html.notes import Notes, note_list
from declint.report.html.overview import overview
from declint.report.html.rules import rule_list
from declint.report.html.words import WORDS
from declint.report.shown import Shown, shown
from declint.report.terminal import View
from declint.report.wording import TITLE
from declint.run import FileResult, Report
from declint.version import __version__

_LANGUAGES = {"zh": "zh-CN", "en": "en"}
_POLICY = "default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'"


def render(report: Report, view: View) -> Iterator[str]:
    """The lines of the page."""
    title = TITLE.say(view.language, {})
    yield "<!doctype html>"
    yield f'<html lang="{_LANGUAGES[view.language]}">'
    yield from _head(title)
    yield "<body>"
    yield "<main>"
    yield from overview(report, view)
    found: dict[str, list[Shown]] = {file.path: [] for file in report.files}
    for each in shown(report, view):
        found[each.result.file.path].append(each)
    for number, file in enumerate(report.files, 1):
        yield from _declaration(number, file, found[file.path], view)
    yield from rule_list(report, view)
    yield "</main>"
    yield element("footer", f"declint {__version__}")
    yield "</body>"
    yield "</html>"


def _head(title: str) -> Iterator[str]:
    style = (
        files("declint.report.html")
        .joinpath("style.css")
        .read_text("utf-8")
        .strip("\n")
        .replace("\r\n", "\n")
    )
    digest = base64.b64encode(hashlib.sha256(f"\n{style}\n".encode()).digest()).decode()
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY.format(hash=digest)}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield element("title", title)
    yield "<style>"
    yield style
    yield "</style>"
    yield "</head>"


def _declaration(number: int, file: FileResult, found: list[Shown], view: View) -> Iterator[str]:
    """The form of a file with its findings, or what there is of it."""
    notes = Notes(number, found, view)
    name = found[0].declaration if found else file.name
    yield f'<section class="declaration" id="d{number}">'
    yield element("h2", f"{number}. {escaped(name or file.shown_path)}")
    yield element("p", escaped(file.shown_path), "path")
    if not found:
        yield element("p", f"✔ {WORDS['clean'].say(view.language, {})}", "clean")
    if file.reading.declaration is not None:
        yield from form(file, file.reading.declaration, notes, view)
    elif file.reading.problems or file.reading.violations:
        yield element("p", WORDS["unreadable"].say(view.language, {}), "unreadable")
    left = notes.left()
    if left:
        if file.reading.declaration is not None:
            yield element("h3", WORDS["elsewhere"].say(view.language, {}))
        yield from note_list(left, view, quoted=True)
    yield "</section>"
