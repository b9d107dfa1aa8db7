"""Slips of an office keyboard: named, placed, and repaired by their own replacement."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from declint.declaration.locate import locate
from declint.declaration.reading import Reading, read_bytes
from declint.declaration.schema import instance
from declint.settings import Limits
from declint.testing import BASE


def read(text: str) -> Reading:
    return read_bytes("a.yaml", text.encode(), Limits())


def mended(text: str) -> str:
    """The text with the replacement of every slip."""
    reading = read(text)
    assert reading.problems
    spans = [
        (*locate(problem.at, text, reading.tree), str(problem.arguments["replacement"]))
        for problem in reading.problems
    ]
    for start, end, replacement in sorted(spans, reverse=True):
        text = text[:start] + replacement + text[end:]
    return text


def kinds(text: str) -> set[str]:
    return {problem.kind for problem in read(text).problems}


@pytest.mark.parametrize(
    ("right", "wrong", "kind"),
    [
        ("项目名称: 社", "项目名称：社", "full-width-colon"),
        ("项目名称: 社", "项目名称 ： 社", "full-width-colon"),
        ("绩效目标:\n", "绩效目标：\n", "full-width-colon"),
        ("读者满意度: ≥", "读者满意度：≥", "full-width-colon"),
        ("    数量指标:\n", "    数量指标：\n", "full-width-colon"),
        ("  年度资金申请总额: 5", "  年度资金申请总额：5", "full-width-colon"),
        ("项目名称: 社", "项目名称:社", "no-space-after-colon"),
        ("读者满意度: ≥", "读者满意度:≥", "no-space-after-colon"),
        ("  财政资金:", "\t财政资金:", "tab-indent"),
        ("      读书活动场次", "\t\t\t读书活动场次", "tab-indent"),
        ("  项目资金总额", "　项目资金总额", "full-width-indent"),
        ("      读者满意度", "\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0读者满意度", "full-width-indent"),
        ("年度: 2026", "年度: ２０２６", "full-width-digits"),
        ("2026-01-01", "２０２６－０１－０１", "full-width-digits"),
    ],
)
def test_a_slip_is_named_and_its_repair_gives_what_was_meant(right: str, wrong: str, kind: str) -> None:
    text = BASE.replace(right, wrong, 1)
    assert text != BASE
    assert kinds(text) == {kind}
    assert read(text).violations == ()
    repaired = read(mended(text))
    assert repaired.problems == ()
    assert instance(repaired.tree) == instance(read(BASE).tree)


@pytest.mark.parametrize(
    "value",
    [
        *(
            ">90%",
            ">=90%",
            "> 90%",
            ">90",
            ">5",
            "%90",
            "**",
            "*号楼改造",
            "`重点",
            "@某单位",
            "- 90%",
            "-",
            "|甲",
        ),
        *(
            '"社区" 运行',
            "'社区' 运行",
            "[重点] 社区运行",
            "{甲} 运行",
            "社区: 运行",
            "一期: 二期: 三期",
            "“社区: 运行”",
        ),
        *("“社区 #2”: 楼", "甲:"),
    ],
)
def test_a_value_that_needs_quotes_is_quoted_as_it_stands(value: str) -> None:
    text = BASE.replace("≥90.00(%)", value)
    assert kinds(text) <= {"unquoted-sign", "curly-quotes", "colon-in-value"}
    repaired = read(mended(text))
    assert repaired.problems == ()
    assert repaired.declaration
    assert repaired.declaration.indicators[-1].target.raw == value


@pytest.mark.parametrize(
    "value", ["≥90%", "'>90%'", '">90%"', "90%", "“好”", "a:b", "8:30", ">-\n        好", "|2\n        好"]
)
def test_values_that_need_none(value: str) -> None:
    assert kinds(BASE.replace("≥90.00(%)", value)) == set()


def test_prose_is_no_slip() -> None:
    prose = "    一、任务：甲\n    二、目标：乙。年度:丙\n    >90%\n"
    for label in ("年度总体目标: |\n", "年度总体目标:\n"):
        text = BASE.replace("年度总体目标: |\n", label + prose) + "甲: [\n"
        assert kinds(text) == {"syntax"}


def test_prose_of_values_keeps_its_full_width_colons() -> None:
    text = BASE.replace("≥90.00(%)", "分两步：先甲：后乙")
    assert kinds(text) == set()
    assert read(text).declaration


def test_every_row_with_a_full_width_colon_is_told() -> None:
    text = BASE.replace(": ", "：").replace(":\n", "：\n").replace(":|", "：|")
    reading = read(text)
    assert {problem.kind for problem in reading.problems} == {"full-width-colon"}
    assert len(reading.problems) > 20
    assert reading.declaration is None


def test_rows_out_of_place_are_judged_by_no_rule() -> None:
    assert read(BASE.replace("读者满意度: ≥", "读者满意度：≥")).declaration is None
    assert read(BASE.replace("年度: 2026", "年度: ２０２６")).declaration is not None


LINES = BASE.splitlines(keepends=True)
SLIPS = st.sampled_from(
    [("：", ":"), (":", "："), ("  ", "\t"), ("  ", "　"), (": ", ":"), ("≥", ">"), ("=", "- "), ("\n", "")]
)


@given(st.lists(st.tuples(st.integers(0, len(LINES) - 1), SLIPS), min_size=1, max_size=4))
@settings(max_examples=400)
def test_reading_never_raises_and_places_lie_in_the_text(changes: list[tuple[int, tuple[str, str]]]) -> None:
    lines = list(LINES)
    for number, (old, new) in changes:
        lines[number] = lines[number].replace(old, new, 1)
    text = "".join(lines)
    reading = read(text)
    for problem in (*reading.problems, *reading.violations):
        start, end = locate(problem.at, text, reading.tree)
        assert 0 <= start <= end <= len(text)


@given(st.binary(max_size=200))
@settings(max_examples=400)
def test_any_bytes_are_read(data: bytes) -> None:
    reading = read_bytes("a.yaml", data, Limits())
    assert reading.problems or reading.violations


@pytest.mark.parametrize(
    "filler",
    ["甲: " + " " * 300_000 + "乙: ", " " * 300_000 + "甲", "“" + "甲: 乙 # " * 40_000, "甲：" * 100_000],
)
def test_long_lines_are_read_at_once(filler: str) -> None:
    started = time.perf_counter()
    assert read(f"甲: [\n{filler}\n乙: '\n").problems
    assert time.perf_counter() - started < 3
