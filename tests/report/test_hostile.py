"""No text of a declaration, no name of a file can pass for anything but text, in any format."""

import csv
import io
import json
import re
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt
from openpyxl import load_workbook

from declint.report import github, markdown, xml
from declint.report.encoding import json_text, uri
from declint.report.formats import FORMATS, encode
from declint.report.terminal import View, clean, is_visible
from declint.run import Report

TEXTS = [name for name, each in FORMATS.items() if not each.binary]
COMMAND = re.compile(r"\s*::[A-Za-z]")
ANY_TEXT = st.text(st.characters(codec=None), max_size=60)


@pytest.fixture(params=["zh", "en"])
def view(request: pytest.FixtureRequest) -> View:
    return View(request.param)


def shown(report: Report, name: str, view: View) -> str:
    return FORMATS[name].encoded(report, view).decode("utf-8")


@pytest.mark.parametrize("name", TEXTS)
def test_every_character_is_one_that_shows(hostile: Report, name: str, view: View) -> None:
    text = shown(hostile, name, view)
    assert {char for char in text if not is_visible(char)} <= {"\n", "\ufeff"}
    assert text.count("\ufeff") == (1 if name == "csv" else 0)


@pytest.mark.parametrize("name", [name for name in TEXTS if name != "github"])
def test_no_line_is_an_order_to_a_build_server(hostile: Report, name: str, view: View) -> None:
    """GitHub and others read orders from whatever a step prints, blanks before them or not."""
    lines = shown(hostile, name, view).split("\n")
    assert not [line for line in lines if COMMAND.match(line)]


@pytest.mark.parametrize(
    "name", ["text", "concise", "github", "junit", "checkstyle", "markdown", "csv", "html"]
)
def test_no_order_hides_in_a_line(hostile: Report, name: str, view: View) -> None:
    assert not re.search(r"##\w*\[", shown(hostile, name, view))


@pytest.mark.parametrize("name", ["text", "concise"])
def test_a_place_stands_once_for_each_finding(hostile: Report, name: str, view: View) -> None:
    lines = shown(hostile, name, view).split("\n")
    heads = [line for line in lines if re.match(r"=表<U\+000A>:<U\+003A>error", line)]
    assert len(heads) == len(hostile.results)


def test_github_reads_one_command_a_finding(hostile: Report, view: View) -> None:
    lines = shown(hostile, "github", view).rstrip("\n").split("\n")
    commands = [line for line in lines if COMMAND.match(line)]
    assert len(commands) == len(hostile.results)
    for line in commands:
        level, properties, message = _command(line)
        assert level in ("error", "warning", "notice")
        assert set(properties) in (
            {"file", "line", "endLine", "col", "endColumn", "title"},
            {"file", "line", "endLine", "title"},
        )
        assert properties["file"].startswith("=表<U+000A>")
        assert properties["line"].isdigit()
        assert "\n" not in message


def _command(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command as the runner reads it."""
    head, _, data = line.removeprefix("::").partition("::")
    level, _, rest = head.partition(" ")
    properties = dict(part.split("=", 1) for part in rest.split(","))
    for code, char in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        data = data.replace(code, char) if code not in ("%3A", "%2C") else data
        properties = {key: value.replace(code, char) for key, value in properties.items()}
    return level, properties, data


def test_json_says_exactly_what_the_file_says(hostile: Report, view: View) -> None:
    data = json.loads(shown(hostile, "json", view))
    assert len(data["findings"]) == len(hostile.results)
    for finding, result in zip(data["findings"], hostile.results, strict=True):
        assert finding["path"] == result.file.path
        assert finding["declaration"] == result.file.name
        expected = {
            key: list(value) if isinstance(value, tuple) else value
            for key, value in result.finding.arguments.items()
        }
        assert finding["arguments"] == expected
    lines = shown(hostile, "ndjson", view).rstrip("\n").split("\n")
    assert [json.loads(line) for line in lines] == data["findings"]


@pytest.mark.parametrize(
    ("name", "path"), [("gitlab", ()), ("rdjson", ("diagnostics",)), ("sarif", ("runs", 0, "results"))]
)
def test_json_of_other_programs_has_an_entry_a_finding(
    hostile: Report, name: str, path: tuple[Any, ...], view: View
) -> None:
    data = json.loads(shown(hostile, name, view))
    for step in path:
        data = data[step]
    assert len(data) == len(hostile.results)


def test_sarif_has_no_link_no_placeholder_and_no_bare_path(hostile: Report, view: View) -> None:
    (run,) = json.loads(shown(hostile, "sarif", view))["runs"]
    for result in run["results"]:
        message = result["message"]["text"]
        assert not re.search(r"(?<!\\)(\\\\)*\]\(", message)
        assert not re.search(r"(?<!\{)\{\d+\}(?!\})", message)
    for artifact in run["artifacts"]:
        assert re.fullmatch(r"[A-Za-z0-9%._~/-]+", artifact["location"]["uri"])


@pytest.mark.parametrize(("name", "element"), [("junit", "testcase"), ("checkstyle", "error")])
def test_xml_has_an_element_a_finding(hostile: Report, name: str, element: str, view: View) -> None:
    root = etree.fromstring(shown(hostile, name, view).encode())
    assert len(root.findall(f".//{element}")) == len(hostile.results)
    tags = {each.tag for each in root.iter()}
    assert tags <= {
        "testsuites",
        "testsuite",
        "testcase",
        "failure",
        "skipped",
        "checkstyle",
        "file",
        "error",
    }


def test_markdown_is_words_in_tables(hostile: Report, view: View) -> None:
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(shown(hostile, "markdown", view))
    kinds = {token.type for token in tokens}
    inner = {child.type for token in tokens for child in token.children or ()}
    assert inner <= {"text", "text_special"}
    assert not {
        kind for kind in kinds if kind.startswith(("html", "code", "fence", "list", "bullet", "blockquote"))
    }
    rules = len({result.rule.code for result in hostile.results})
    files = len({result.file.path for result in hostile.results})
    assert sum(token.type == "tr_open" for token in tokens) == 1 + rules + files + len(hostile.results)
    text = shown(hostile, "markdown", view)
    assert "@someone" not in text
    assert "www.evil" not in text
    assert "http:" not in text


def test_csv_has_a_row_a_finding_and_no_formula(hostile: Report, view: View) -> None:
    rows = list(csv.reader(io.StringIO(shown(hostile, "csv", view).removeprefix("\ufeff"))))
    assert len(rows) == 1 + len(hostile.results)
    assert {len(row) for row in rows} == {11}
    cells = {cell for row in rows for cell in row if cell}
    assert not [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@＝＋－＠")]
    assert any(cell.startswith("'=表") for cell in cells)


def test_xlsx_has_a_row_a_finding_and_no_formula(hostile: Report, view: View) -> None:
    book = load_workbook(io.BytesIO(FORMATS["xlsx"].encoded(hostile, view)))
    findings, counts = book.worksheets
    assert findings.max_row == 1 + len(hostile.results)
    for sheet in (findings, counts):
        assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}
    path = findings["A2"]
    assert str(path.value).startswith("=表<U+000A>")
    assert path.quotePrefix
    assert path.hyperlink is not None


class _Page(HTMLParser):
    """What a browser would see: tags, attributes, text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(key, value or "") for key, value in attrs]


def test_html_has_an_item_a_finding_and_no_markup_of_theirs(hostile: Report, view: View) -> None:
    text = shown(hostile, "html", view)
    page = _Page()
    page.feed(text)
    assert not {"script", "b onclick", "img", "iframe", "link", "base", "form", "object"} & set(page.tags)
    names = {key for key, _ in page.attributes}
    assert not [
        name for name in names if name.startswith("on") or name in ("style", "src", "srcset", "action")
    ]
    assert all(value.startswith("#") for key, value in page.attributes if key == "href")
    identities = [value for key, value in page.attributes if key == "id"]
    assert len(identities) == len(set(identities))
    notes = [each for each in identities if re.fullmatch(r"d\d+-\d+", each)]
    assert len(notes) == len(hostile.results)
    assert "&lt;/script&gt;" in text


@given(ANY_TEXT)
def test_clean_text_shows_and_stays_clean(text: str) -> None:
    once = clean(text)
    assert all(is_visible(char) for char in once)
    assert clean(once) == once
    assert not re.search(r"::[A-Za-z]|##\w*\[", once)


@given(ANY_TEXT)
def test_json_text_means_what_json_means(text: str) -> None:
    written = json_text({text: [text]}, 2)
    assert json.loads(written) == {text: [text]}
    assert all(char == "\n" or is_visible(char) for char in written)


@given(ANY_TEXT)
def test_xml_reads_back_as_the_clean_text(text: str) -> None:
    root = etree.fromstring(xml.tag("a", {"b": text}, text))
    assert root.get("b") == clean(text)
    assert (root.text or "") == clean(text)


@given(ANY_TEXT)
def test_markdown_reads_back_as_the_clean_text(text: str) -> None:
    table = f"| a | b |\n| --- | --- |\n| x {markdown.escaped(text)} x | end |"
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(table)
    cells = [token.children or [] for token in tokens if token.type == "inline"][2:]
    assert {child.type for cell in cells for child in cell} <= {"text", "text_special"}
    read = ["".join(child.content for child in cell).split() for cell in cells]
    assert read == [f"x {clean(text)} x".split(), ["end"]]


@given(ANY_TEXT)
def test_a_uri_leads_back_to_its_path(text: str) -> None:
    path = f"a{text}"
    written = uri(path)
    assert re.fullmatch(r"[A-Za-z0-9%._~/-]+", written)
    assert unquote_to_bytes(written) in (
        path.encode("utf-8", "surrogatepass"),
        encode_escaped(path),
    )


def encode_escaped(path: str) -> bytes | None:
    try:
        return path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return None


@given(ANY_TEXT)
def test_a_command_is_one_line_whatever_it_says(text: str) -> None:
    assert not re.search(r"[\r\n]", github._data(text))
    assert not re.search(r"[\r\n,:]", github._property(text))
    assert encode([github._data(text)])
