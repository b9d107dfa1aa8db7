"""The page: it loads nothing, runs nothing, and shows every finding on the form."""

import base64
import hashlib
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from declint.declaration.model import Declaration
from declint.finding import Finding, Part, Place, Severity, Stretch, Words
from declint.report.formats import FORMATS
from declint.report.html.notes import Note, marked
from declint.report.shown import show
from declint.report.terminal import View, clean
from declint.rules.kit import rule
from declint.rules.registry import every_rule, selected
from declint.run import Report, check_files
from declint.settings import Settings
from declint.testing import BASE

VIEW = View("zh")
WITH_COLUMNS = BASE.replace(
    "读书活动场次: ≥12.00(场)", "读书活动场次: {指标值: ≥12.00(场), 权重: 5, 备注: 与文化馆合办}"
)


def page(report: Report, language: str = "zh") -> str:
    return FORMATS["html"].encoded(report, View(language)).decode("utf-8")


def check(*texts: str) -> Report:
    inputs = [(f"{number}.yaml", text.encode()) for number, text in enumerate(texts, 1)]
    return check_files(inputs, selected(Settings()), Settings())


def test_the_policy_allows_this_style_and_nothing_else(small: Report) -> None:
    text = page(small)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert policy
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy[1] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert text.index("Content-Security-Policy") < text.index("<style>")
    assert "@import" not in style[1]
    assert "url(" not in style[1]


@pytest.mark.parametrize(("language", "tag"), [("zh", "zh-CN"), ("en", "en")])
def test_the_page_names_its_language(small: Report, language: str, tag: str) -> None:
    assert f'<html lang="{tag}">' in page(small, language)


def test_links_lead_to_places_of_the_page(small: Report) -> None:
    text = page(small)
    targets = re.findall(r'href="#([^"]+)"', text)
    assert len(targets) > 10
    assert set(targets) <= set(re.findall(r'id="([^"]+)"', text))


class _Balance(HTMLParser):
    """Tags that are opened and closed in order."""

    VOID = ("meta", "br", "col")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


@pytest.mark.parametrize("name", ["small", "hostile"])
def test_tags_are_closed_in_order(name: str, request: pytest.FixtureRequest) -> None:
    balance = _Balance()
    balance.feed(page(request.getfixturevalue(name)))
    assert balance.wrong == []
    assert balance.open == []


class _Grid(HTMLParser):
    """The tables of a page as rows of (columns, rows) spans."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[list[tuple[int, int]]]] = []
        self.columns: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "table":
            self.tables.append([])
            self.columns.append(0)
        elif tag == "col":
            self.columns[-1] += 1
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append((int(given.get("colspan") or 1), int(given.get("rowspan") or 1)))


@pytest.mark.parametrize("texts", [(BASE,), (WITH_COLUMNS,), (BASE.replace("≥98", "≥100"), "x: [")])
def test_merged_cells_fill_every_table(texts: tuple[str, ...]) -> None:
    assert_filled(page(check(*texts)))


def test_merged_cells_fill_every_table_of_the_hostile_page(hostile: Report) -> None:
    assert_filled(page(hostile))


def assert_filled(text: str) -> None:
    grid = _Grid()
    grid.feed(text)
    assert grid.tables
    for table in grid.tables:
        widths: set[int] = set()
        hanging: list[tuple[int, int]] = []
        for row in table:
            widths.add(sum(columns for columns, _ in (*row, *hanging)))
            hanging = [(columns, rows - 1) for columns, rows in (*hanging, *row) if rows > 1]
        assert len(widths) == 1
        assert hanging == []


def test_an_unreadable_file_is_on_the_page(small: Report) -> None:
    text = page(small)
    assert "示例/乙.yaml" in text
    assert "这个文件还不能作为申报表读取" in text
    quoted = re.search(r"<pre>.*?</pre>", text, re.DOTALL)
    assert quoted
    assert "项目名称" in quoted[0]


def test_a_clean_file_says_so_and_its_form_is_drawn() -> None:
    text = page(check(BASE))
    assert "没有发现问题" in text
    for words in ("社区图书馆运行", "500000.00", "读书活动场次", "≥12.00(场)", "服务对象满意度指标"):
        assert words in text


def test_the_columns_of_a_form_are_drawn() -> None:
    text = page(check(WITH_COLUMNS))
    assert '<th scope="col">权重</th>' in text
    assert "与文化馆合办" in text


def test_the_exact_stretch_is_marked_with_its_number(small: Report) -> None:
    text = page(small)
    assert re.search(
        r'<mark class="error">≥100.00\(%\)</mark><sup class="badge error"><a href="#d1-\d+">✖\d+</a></sup>',
        text,
    )


WORDS = Words("此处：{where}", "here: {where}")


@rule("ZZZ001", "everywhere", severity=Severity.NOTE)
def everywhere(declaration: Declaration) -> Iterator[Finding]:
    """Report every place there is, the labels of blocks and the file itself among them."""
    paths = {each.path for each in declaration.fields.values()}
    for indicator in declaration.indicators:
        paths |= {indicator.path, indicator.target_path, *(each.path for each in indicator.columns.values())}
        paths |= {indicator.path[:depth] for depth in range(1, 4)}
    paths |= {path[:1] for path in paths}
    for path in sorted(paths):
        for part in Part:
            yield Finding(Place(path, part), WORDS, WORDS, {"where": f"{path} {part}"})
    yield Finding(Stretch(0, 5), WORDS, WORDS, {"where": "file"})


@pytest.mark.parametrize(
    "text", [BASE, WITH_COLUMNS, BASE.replace("项目名称", "金额单位: 元\n表式: 2021\n项目名称", 1)]
)
def test_every_place_of_a_form_shows_its_findings_once(text: str) -> None:
    model = next(each for each in every_rule() if each.code == "TGT001")
    speaking = replace(model, code="ZZZ001", name="everywhere", check=everywhere.check)
    report = check_files([("a.yaml", text.encode())], [speaking], Settings())
    assert len(report.results) > 50
    shown = page(report)
    assert sorted(re.findall(r'<li id="(d1-\d+)">', shown)) == sorted(
        f"d1-{number}" for number in range(1, len(report.results) + 1)
    )
    assert set(re.findall(r'<sup class="badge \w+"><a href="#(d1-\d+)">', shown)) == {
        f"d1-{number}" for number in range(1, len(report.results) + 1)
    }
    assert_filled(shown)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(st.sampled_from("甲乙1≥(%)\n \u202e<&"), max_size=12),
    stretches=st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=4),
)
def test_marking_loses_no_character(small: Report, text: str, stretches: list[tuple[int, int]]) -> None:
    model = small.results[0]
    notes = []
    for number, (start, end) in enumerate(stretches, 1):
        place = Place((0,), Part.VALUE, start, max(start, end))
        finding = Finding(place, WORDS, WORDS, {"where": ""})
        shown = show(replace(model, said=finding), small, VIEW)
        notes.append(Note(number, f"n{number}", shown))
    made = marked(text, notes)
    plain = re.sub(r"<[^>]+>", "", re.sub(r"<sup.*?</sup>", "", made))
    expected = "\n".join(clean(line) for line in text.split("\n"))
    assert plain == expected.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert len(re.findall(r"<sup", made)) == len(notes)
