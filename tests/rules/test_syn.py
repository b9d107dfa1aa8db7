"""How files are written: what is said of each problem, and the fixes."""

import ast
import re
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from declint.declaration import events, reading, schema, slips, unroll
from declint.fixing.resolve import resolve
from declint.rules.kit import AnyRule
from declint.rules.syn import (
    amount_not_plain,
    duplicate_key,
    encoding_not_utf8,
    schema_violation,
    unreadable_file,
)
from declint.rules.syn.causes import CAUSES, texts_of
from declint.rules.syn.right_value import right_amount, right_date, right_year
from declint.rules.syn.schema_words import BREACHES
from declint.run import Result, check_files
from declint.settings import Settings
from declint.testing import BASE, complete

RULES: tuple[AnyRule, ...] = (
    unreadable_file.check,
    schema_violation.check,
    duplicate_key.check,
    encoding_not_utf8.check,
    amount_not_plain.check,
)


def results(data: str | bytes | OSError) -> list[Result]:
    encoded = data.encode() if isinstance(data, str) else data
    report = check_files([("a.yaml", encoded)], RULES, Settings())
    assert not report.crashed
    return report.results


def said(result: Result, language: str = "zh") -> str:
    finding = result.finding
    return " ".join(words.say(language, finding.arguments) for words in (finding.message, finding.advice))


def fixed(text: str) -> str:
    """The text with every fix that is offered."""
    edits = [
        edit
        for result in results(text)
        for fix in result.finding.fixes
        for edit in resolve(fix, result.file.source, result.file.reading.tree)
    ]
    assert edits
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def kinds_in(*modules: ModuleType) -> set[str]:
    """The kinds that modules name: their strings of small letters and hyphens."""
    texts = {
        node.value
        for module in modules
        for node in ast.walk(ast.parse(Path(module.__file__ or "").read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return {text for text in texts if re.fullmatch(r"[a-z]+[0-9]?(?:-[a-z]+)+", text)}


def test_every_kind_of_problem_has_words() -> None:
    kinds = kinds_in(events, slips, reading) | {"anchor", "alias", "tag", "syntax", "undecodable"}
    assert {"tab-indent", "full-width-indent", "colon-in-value", "no-access", "too-large"} <= kinds
    assert kinds == set(CAUSES)


@pytest.mark.parametrize(
    ("problem", "telling"),
    [
        ("mapping values are not allowed in this context", "冒号位置不对"),
        ("mapping values are not allowed here", "冒号位置不对"),
        ("could not find expected ':'", "没有冒号"),
        ("did not find expected key", "对不齐"),
        ("expected <block end>, but found '<scalar>'", "对不齐"),
        ("found unexpected end of stream", "只有前半个"),
        ("did not find expected ',' or '}'", "没有配对"),
        ("found character '\\t' that cannot start any token", "不能作内容的开头"),
        ("block sequence entries are not allowed in this context", "“-”"),
        ("found unknown escape character", "反斜杠"),
    ],
)
def test_the_reader_s_words_are_translated(problem: str, telling: str) -> None:
    assert telling in texts_of("syntax", problem)[0].zh


def test_an_unknown_word_of_the_reader_is_shown() -> None:
    assert "{problem}" in texts_of("syntax", "something new")[0].zh


@pytest.mark.parametrize(
    ("data", "telling"),
    [
        (b"\xff\xff\xff", "编码"),
        (PermissionError(13, "没有读取这个文件的权限"), "没有读取这个文件的权限"),
        (b"a" * 5_000_001, "5000001"),
        ("甲: &a 1", "&a"),
        ("甲: 1\n---\n乙: 2", "一个项目一个文件"),
        ("甲: " + "[" * 50, "30"),
        ("甲: 社\x02区", "U+0002"),
        ("? [甲]\n: 1", "“[”"),
        ("", "空的"),
        ("- 甲: 1", "不是申报表"),
    ],
)
def test_what_can_t_be_read_is_one_error(data: str | bytes | OSError, telling: str) -> None:
    (result,) = results(data)
    assert result.severity == "error"
    assert telling in said(result)
    assert said(result, "en")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("项目名称: 社", "项目名称：社"),
        ("读者满意度: ≥", "读者满意度:≥"),
        ("  年度总体目标: |", "　年度总体目标: |"),
        ("年度: 2026", "年度: 2026年度"),
        ("年度: 2026", "年度: 二〇二六年"),
        ("年度: 2026", "年度: '2026'"),
        ("2026-01-01", "2026/1/1"),
        ("2026-12-31", "2026年12月31日"),
        ("2026-01-01", "20260101"),
        ("2026-01-01", "2026.1.1"),
        ("500000.00", "伍拾万元整"),
        ("500000.00", "人民币50万元"),
        ("500000.00", "5.0E+05"),
        ("500000.00", "５０００００．００"),
        ("500000.00", "500 000.00 元"),
        ("500000.00", "￥500,000"),
        ("500000.00", "50,0000.00"),
        ("项目性质: 经", "项目性值: 经"),
        ("实施单位: 示", "预算单位: 示"),
        ("  年度总体目标: |", "  年度绩效目标: |"),
    ],
)
def test_fixes_give_what_was_meant(right: str, wrong: str) -> None:
    text = BASE.replace(right, wrong, 1)
    assert text != BASE
    assert len(results(text)) == 1
    assert fixed(text) == BASE
    assert results(BASE) == []


@pytest.mark.parametrize(
    ("text", "telling"),
    [
        (BASE.replace("2026-01-01", "2026-02"), "2026-02-01"),
        (BASE.replace("2026-12-31", "2026.06"), "2026-06-30"),
        (BASE.replace("2026-12-31", "年底"), "2026-12-31"),
        (BASE.replace("年度: 2026", "年度: 26"), "四位数字"),
        (BASE.replace("500000.00", "无", 1), "不是金额"),
        (BASE.replace("500000.00", "约50万元", 1), "不是金额"),
        (BASE.replace("项目名称: 社区图书馆运行", "项目名称:"), "没有填"),
        (
            BASE.replace("项目资金:\n  项目资金总额:\n  财政资金:\n  其他资金:\n", "项目资金: 无\n"),
            "财政资金",
        ),
        (BASE.replace("≥90.00(%)", "{权重: 5}"), "指标值"),
        (BASE.replace("社区图书馆运行", "[重点]"), "【】"),
        (BASE + "备案号: 1\n", "备案号"),
    ],
)
def test_uncertain_values_get_advice_only(text: str, telling: str) -> None:
    (result,) = results(text)
    assert result.rule.code == "SYN002"
    assert telling in said(result)
    assert result.finding.fixes == ()


def test_a_number_as_a_name_is_quoted() -> None:
    text = BASE.replace("社区图书馆运行", "2026")
    assert fixed(text) == BASE.replace("社区图书馆运行", "'2026'")


def test_keys_that_stand_twice() -> None:
    text = BASE.replace("  上年结转资金", "  其他资金: 5.00\n  上年结转资金").replace(
        "    质量指标:\n", "    质量指标:\n      图书编目准确率: ≥99.00(%)\n"
    )
    (result,) = results(text)
    assert result.rule.code == "SYN003"
    assert "5.00" in said(result)
    assert "0.00" in said(result)
    assert result.file.source.position(result.span[0])[0] == 18
    (related,) = result.finding.related
    assert result.file.source.position(result.file.span(related.at)[0])[0] == 16


def test_columns_of_an_indicator_that_stand_twice() -> None:
    (result,) = results(BASE.replace("≥90.00(%)", "{指标值: ≥90.00(%), 指标值: ≥95.00(%)}"))
    assert result.rule.code == "SYN003"


@pytest.mark.parametrize(
    ("encoding", "telling"),
    [("utf-8-sig", "BOM"), ("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"), ("gb18030", "GB18030")],
)
def test_encodings(encoding: str, telling: str) -> None:
    (result,) = results(BASE.encode(encoding))
    assert (result.rule.code, result.severity) == ("SYN004", "warning")
    assert telling in said(result)


def test_an_amount_whose_separators_are_odd_is_not_rewritten() -> None:
    (result,) = results(BASE.replace("500000.00", "5,000,00.00", 1))
    assert result.rule.code == "SYN005"
    assert result.finding.fixes == ()


def test_amounts_in_ten_thousands_are_rewritten_in_the_unit_of_the_file() -> None:
    text = complete("金额单位: 万元\n年度资金:\n  年度资金申请总额: 504,000 元\n  当年财政拨款: 50.4\n")
    assert "年度资金申请总额: 50.40\n" in fixed(text)


@pytest.mark.parametrize(
    "text", ["2026-02-30", "2026年", "1/1/2026", "明年", "2026-13-01", "2026/1/1-2026/2/1"]
)
def test_no_day_is_made_up(text: str) -> None:
    assert right_date(text) is None


@pytest.mark.parametrize("text", ["26年", "2026-2027", "〇〇〇〇年", "今年", "9999年"])
def test_no_year_is_made_up(text: str) -> None:
    assert right_year(text) is None


@pytest.mark.parametrize(
    "text", ["约50万元", "50万元左右", "无", "-", "五十", "1.2.3", "50~60万元", "若干万元"]
)
def test_no_amount_is_made_up(text: str) -> None:
    assert right_amount(text, "元") is None


def test_every_kind_of_breach_has_words() -> None:
    kinds = kinds_in(unroll, schema) - {"wrong-type"}
    assert {"unknown-key", "level2-missing", "rows-expected", "not-a-mapping"} <= kinds
    assert kinds <= set(BREACHES)


LINES = BASE.splitlines(keepends=True)
BITS = st.sampled_from(
    ["", "-", "[", "{甲: 1}", "2026年", "：", " 甲: 乙", "'", "\t", "　", "- 甲", "无", "1,0", "!甲"]
)


@given(st.lists(st.tuples(st.integers(0, len(LINES) - 1), BITS, st.booleans()), min_size=1, max_size=3))
@settings(max_examples=300, deadline=None)
def test_every_finding_can_be_said(changes: list[tuple[int, str, bool]]) -> None:
    lines = list(LINES)
    for number, bit, front in changes:
        key, colon, _ = lines[number].partition(":")
        lines[number] = f"{bit}{lines[number]}" if front else f"{key}{colon} {bit}\n"
    for result in results("".join(lines)):
        for language in ("zh", "en"):
            assert said(result, language)
        for fix in result.finding.fixes:
            assert resolve(fix, result.file.source, result.file.reading.tree)
