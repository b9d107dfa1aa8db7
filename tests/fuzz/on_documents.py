"""Targets: documents read, checked and annotated; declarations that become documents and are read again."""

from html.parser import HTMLParser
from typing import Any
from unicodedata import category

from tests.fuzz.on_declarations import LIMITS, SETTINGS, rules, text_of
from tests.fuzz.reports import VIEW
from tests.fuzz.target import Target, told

from declint.cli.annotate import _annotated
from declint.declaration.reading import read_text
from declint.declaration.source import Source
from declint.documents import Documents, place
from declint.forms.layout import lay_out
from declint.forms.measure import TooLongError
from declint.forms.package import unpack
from declint.forms.reading import FormsRead, file_name, read_forms
from declint.forms.refusals import FormError
from declint.forms.write_docx import write_docx
from declint.forms.write_html import write_html
from declint.forms.write_xlsx import write_xlsx
from declint.forms.write_yaml import write_yaml
from declint.report.formats import FORMATS
from declint.report.remarks import remarks
from declint.run import check_files


def _read(data: bytes) -> FormsRead | None:
    """The forms of a document; None where it is refused, which is said in both languages."""
    try:
        return read_forms("a.docx", data)
    except FormError as error:
        refused = error
    told(refused.say)
    return None


def _texts(read: FormsRead) -> list[str]:
    """Every form as a declaration: what is written can be read, and what was decided is said."""
    found = []
    for number, form in enumerate(read.forms, 1):
        assert "/" not in file_name(number, form)
        for language in ("zh", "en", None):
            text, origin = write_yaml(form, language=language, path="a.docx")
            reading = read_text(Source("a.yaml", text), LIMITS)
            assert reading.tree is not None, [problem.kind for problem in reading.problems]
            assert all(0 <= piece.start <= piece.end <= len(text) for piece in origin.pieces)
        for decision in form.decisions:
            assert all(decision.say(language) for language in ("zh", "en"))
        found.append(text)
    return found


def target_document(data: bytes) -> None:
    """Bytes of a document to declarations, findings in its cells, a report, and the document annotated."""
    read = _read(data)
    if read is None:
        return
    again = _read(data)
    assert again
    assert _texts(read) == _texts(again)
    opened = Documents()
    report = check_files(list(opened.opened([("a.docx", data)])), rules(), SETTINGS)
    assert not report.crashed, [each.finding.arguments for file in report.files for each in file.crashes]
    place(report, opened)
    name = ("text", "json", "sarif", "html")[len(data) % 4]
    assert FORMATS[name].encoded(report, VIEW) == FORMATS[name].encoded(report, VIEW)
    if data.startswith(b"PK") and len(data) % 2:
        found = list(remarks(report, opened.origins, "zh"))
        try:
            marked, _ = _annotated(data, found, "declint", None, len(data) % 3 == 0)
        except FormError as error:
            told(error.say)
            return
        assert unpack(marked).keys() >= unpack(data).keys()


_WRITERS: dict[str, Any] = {"docx": write_docx, "xlsx": write_xlsx, "html": write_html}


def target_export(data: bytes) -> None:
    """A declaration as a form in every format, twice the same, and the form read again."""
    declaration = read_text(Source("a.yaml", text_of(data)), LIMITS).declaration
    if declaration is None:
        return
    layout = lay_out(declaration)
    for name, write in _WRITERS.items():
        try:
            written = write(layout)
        except TooLongError:
            assert name == "xlsx"
            continue
        assert write(layout) == written, name
        if name == "html":
            _page(written)
            continue
        read = _read(written)
        if read:
            _texts(read)


def _page(written: bytes) -> None:
    text = written.decode("utf-8")
    controls = {char for char in text if char not in "\t\n" and category(char) == "Cc"}
    assert not controls, controls
    parser = HTMLParser()
    parser.feed(text)
    parser.close()


DOCUMENT_TARGETS = (
    Target(target_document, 2_500, 30, "document"),
    Target(target_export, 800, 30),
)
