"""Whether a report is what its format says, and tells no more and no less than was found."""

import csv
import io
import json
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Tree

import jsonschema_rs

from declint.declaration.resources import schema_text
from declint.report.formats import FORMATS
from declint.report.terminal import View, is_visible
from declint.run import Report

_SCHEMAS = Path(__file__).parents[1] / "report" / "schemas"
VIEW = View("zh", 80, colour=False, wide=False)
PLAIN = tuple(name for name, each in FORMATS.items() if not each.binary)


def _schema(text: str) -> Any:
    # The pattern of a language in the published schema of SARIF is no regular expression.
    return jsonschema_rs.validator_for(json.loads(text.replace("{2}]?$", "{2}$")))


_VALIDATORS = {
    "json": _schema(schema_text("report")),
    **{
        name: _schema((_SCHEMAS / file).read_text(encoding="utf-8"))
        for name, file in (
            ("sarif", "sarif-2.1.0-rtm.5.json"),
            ("gitlab", "gitlab.json"),
            ("rdjson", "rdjson.json"),
        )
    },
}


def check_reports(report: Report, names: tuple[str, ...] = PLAIN) -> None:
    """Every format: the same bytes twice, no control characters, and valid."""
    for name in names:
        data = FORMATS[name].encoded(report, VIEW)
        assert FORMATS[name].encoded(report, VIEW) == data or FORMATS[name].binary, name
        if FORMATS[name].binary:
            assert data.startswith(b"PK"), name
            continue
        text = data.decode("utf-8")
        strange = {char for char in text if char not in "\n\ufeff" and not is_visible(char)}
        assert not strange, (name, strange)
        _CHECKS[name](text, report)


def _document(name: str) -> Callable[[str, Report], None]:
    def check(text: str, report: Report) -> None:
        document = json.loads(text)
        errors = [error.message for error in _VALIDATORS[name].iter_errors(document)]
        assert not errors, (name, errors[:3])
        if name == "json":
            assert len(document["findings"]) == len(report.results)

    return check


def _ndjson(text: str, report: Report) -> None:
    assert sum(bool(json.loads(line)) for line in text.split("\n") if line) >= len(report.results)


def _xml(text: str, report: Report) -> None:
    Tree.fromstring(text.encode())  # noqa: S314  (our own output)


def _csv(text: str, report: Report) -> None:
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert len(rows) == 1 + len(report.results)
    assert len({len(row) for row in rows}) == 1


def _html(text: str, report: Report) -> None:
    page = HTMLParser()
    page.feed(text)
    page.close()


def _orderless(text: str, report: Report) -> None:
    """No line is an order to a build server, unless it is one of ours."""
    assert not [line for line in text.split("\n") if line.lstrip().startswith(("::", "##["))]


def _github(text: str, report: Report) -> None:
    orders = [line for line in text.split("\n") if line.startswith("::")]
    assert len(orders) == len(report.results)


def _any(text: str, report: Report) -> None:
    assert text.endswith("\n") or not text


_CHECKS: dict[str, Callable[[str, Report], None]] = {
    **dict.fromkeys(FORMATS, _any),
    **{name: _document(name) for name in _VALIDATORS},
    "ndjson": _ndjson,
    "junit": _xml,
    "checkstyle": _xml,
    "csv": _csv,
    "html": _html,
    "github": _github,
    "text": _orderless,
    "concise": _orderless,
}
