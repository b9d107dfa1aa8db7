"""Mistakes in files of rules: each with its line, its likely meaning, and exit code 2."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from declint.declaration.resources import schema_text
from declint.declaration.schema import instance
from declint.declaration.source import Source
from declint.declaration.tree import UnreadableError, read_tree
from declint.rules.own.fields import labels
from declint.rules.own.load import read_rules
from declint.rules.own.requirements import REQUIREMENTS
from declint.rules.own.selection import KEYS
from declint.settings import Limits
from declint.testing import BASE

Run = Callable[..., "subprocess.CompletedProcess[str]"]
GOOD = """\
- 代码: OWN001
  标题: 题
  为什么: 因
  依据: 据
  适用:
    二级指标: 数量指标
  要求:
    单位: [场]
  错误示例:
    - |
      绩效指标:
        产出指标:
          数量指标:
            演出场次: ≥5(次)
  正确示例:
    - |
      绩效指标:
        产出指标:
          数量指标:
            演出场次: ≥5(场)
            读书活动场次: ≥5(场)
"""
SCHEMA = Draft202012Validator(json.loads(schema_text("rules")))


def problems(text: str) -> list[tuple[int, str]]:
    return [(each.line, each.words.say("zh", {})) for each in read_rules(Source("a.yaml", text))[1]]


def requirement(text: str) -> str:
    return GOOD.replace("    单位: [场]\n", f"    {text}\n")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "规则文件应是规则的列表"),
        ("代码: OWN001\n", 1, "每条规则以“- 代码: ……”开头"),
        (GOOD.replace("标题", "标头"), 2, "没有“标头”这一项，是不是“标题”？"),
        (GOOD.replace("  为什么: 因\n", ""), 1, "缺少“为什么”"),
        (GOOD.replace("为什么: 因", "为什么:"), 1, "缺少“为什么”"),
        (GOOD.replace("OWN001", "own-1"), 1, "应是 2 至 8 个大写字母加 3 位数字"),
        (GOOD.replace("OWN001", "TGT900"), 1, "用了内置规则的字头"),
        (GOOD.replace("  标题: 题", "  标题: 题\n  标题: 又"), 3, "“标题”写了两次"),
        (GOOD.replace("数量指标\n  要求", "数量指票\n  要求"), 6, "是不是“数量指标”？"),
        (GOOD.replace("二级指标:", "二极指标:"), 6, "没有“二极指标”这一项，是不是“二级指标”？"),
        (GOOD.replace("二级指标: 数量指标", "年度: 明年"), 6, "“明年”不是年度"),
        (GOOD.replace("二级指标: 数量指标", "年度: 2026-2020"), 6, "不是年度"),
        (GOOD.replace("二级指标: 数量指标", "表式: 2021 年版"), 6, "没有“2021 年版”这个表式"),
        (GOOD.replace("标题: 题", "级别: 严重\n  标题: 题"), 2, "级别不能是“严重”"),
        (requirement("单位: [场]\n    符号: ≥"), 8, "一条规则只查一件事"),
        (requirement("单位元: [场]"), 8, "是不是“单位”？"),
        (requirement("符号: 大于"), 8, "符号不能是“大于”"),
        (requirement("数值: {单位: 场}"), 8, "应写“不低于”或“不高于”"),
        (requirement("数值: {不低于: 十}"), 8, "“十”不是数字"),
        (requirement("数值: {不低于: 10, 不高于: 5}"), 8, "“不低于”比“不高于”大"),
        (requirement("支出标准: {上限: 10}"), 8, "缺少“单位”"),
        (requirement("支出标准: {上限: 10, 单位: 元, 自: 今年}"), 8, "“今年”不是日期"),
        (requirement("不得出现: {在: 指标直, 文字: 若干}"), 8, "是不是“指标值”？"),
        (requirement("不得出现: {在: 指标值, 文字: '*'}"), 8, "会符合任何文字"),
        (requirement("必填: 项目资金总额"), 8, "是不是“项目资金/项目资金总额”？"),
        (requirement("金额: {在: 项目名称, 不高于: 5}"), 8, "在不能是“项目名称”"),
        (requirement("日期: {在: 计划完成日期, 不晚于: 02-30}"), 8, "“02-30”不是日期"),
        (requirement("日期: {在: 计划完成日期}"), 8, "应写“不早于”或“不晚于”"),
        (requirement("指标个数: {不少于: 1.5}"), 8, "应是 0 或正整数"),
        (requirement("权重合计: {等于: 40, 不低于: 3}"), 8, "“等于”不能和"),
        (requirement("各表一致: {在: 指标值, 范围: 全市}"), 8, "范围不能是“全市”"),
        (GOOD.replace("标题: 题", "标题: 题\n  消息: '{指票}'"), 3, "没有“{指票}”这个占位，是不是“指标”？"),
        (GOOD.replace("标题: 题", "标题: 题\n  消息: '{指标.x}'"), 3, "没有“{指标.x}”这个占位"),
        (GOOD.replace("标题: 题", "标题: 题\n  消息: '{指标:>9}'"), 3, "没有“{指标}”这个占位"),
        (GOOD.replace("标题: 题", "标题: 题\n  消息: '{指标'"), 3, "大括号没有配对"),
        (GOOD.replace("标题: 题", "标题: {英文: x}"), 2, "缺少“中文”"),
        (GOOD.replace("    - |\n      绩效指标", "    - 绩效指标"), 10, ""),
        (GOOD.replace("标题: 题", "标题：题"), 2, "“标题”后面是中文冒号"),
        (GOOD.replace("标题: 题", "标题: &a 题"), 2, ""),
    ],
)
def test_a_mistake_is_told_with_its_line(text: str, line: int, words: str) -> None:
    found = problems(text)
    assert line in [number for number, _ in found]
    assert any(words in said for _, said in found)


def test_every_mistake_is_told_at_once() -> None:
    text = (
        GOOD.replace("标题", "标头")
        .replace("单位: [场]", "符号: 大于")
        .replace("数量指标\n  要", "数量指票\n  要")
    )
    assert [line for line, _ in problems(text)] == [2, 6, 8]


def test_the_schema_and_the_reader_know_the_same_words() -> None:
    schema = json.loads(schema_text("rules"))
    rule = schema["$defs"]["rule"]["properties"]
    assert list(rule["要求"]["properties"]) == list(REQUIREMENTS)
    assert set(rule["适用"]["properties"]) == set(KEYS)
    assert rule["要求"]["properties"]["必填"]["anyOf"][0]["enum"] == list(labels())
    for each in (*rule.values(), *rule["要求"]["properties"].values(), *rule["适用"]["properties"].values()):
        assert " · " in each["title"]
        assert each["description"]


@pytest.mark.parametrize(
    "text",
    [
        GOOD.replace("标题", "标头"),
        GOOD.replace("OWN001", "own-1"),
        requirement("单位: [场]\n    符号: ≥"),
        requirement("数值: {单位: 场}"),
        requirement("不得出现: {在: 指标直, 文字: 若干}"),
        requirement("权重合计: {等于: 40, 不低于: 3}"),
        requirement("各表一致: {在: 指标值, 范围: 全市}"),
        GOOD.replace("标题: 题", "级别: 严重\n  标题: 题"),
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(text: str) -> None:
    assert problems(text)
    assert not SCHEMA.is_valid(instance(read_tree(text, Limits())))
    assert SCHEMA.is_valid(instance(read_tree(GOOD, Limits())))


@given(st.data())
def test_no_text_makes_the_reader_fail(data: st.DataObject) -> None:
    text = GOOD
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 12))
        text = (
            text[:at]
            + data.draw(st.sampled_from(["", " ", "\n", ": ", "- ", "{", "[", "0", "指标", "|"]))
            + text[at + cut :]
        )
    read_rules(Source("a.yaml", text))


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    path = tmp_path / "own.yaml"
    path.write_text(GOOD, encoding="utf-8")
    (tmp_path / "a.yaml").write_text(BASE.replace("≥12.00(场)", "≥12.00(次)"), encoding="utf-8")
    return path


def test_check_explain_and_rules_know_the_file(declint: Run, rules: Path) -> None:
    done = declint("check", "a.yaml", "--rules", "own.yaml", "--select", "OWN", "--output-format", "json")
    assert [each["code"] for each in json.loads(done.stdout)["findings"]] == ["OWN001"]
    assert "演出场次: ≥5(次)" in declint("explain", "OWN001", "--rules", "own.yaml").stdout
    assert "own.yaml" in declint("rules", "OWN", "--rules", "own.yaml").stdout
    assert declint("check", "a.yaml", "--select", "OWN").returncode == 2


def test_the_file_of_rules_is_no_declaration(declint: Run, rules: Path) -> None:
    done = declint("check", ".", "--rules", "own.yaml", "--output-format", "json")
    assert json.loads(done.stdout)["summary"]["files"] == 1
    assert declint("check", "own.yaml", "--rules", "own.yaml").returncode == 3


def test_rules_test_runs_the_examples(declint: Run, rules: Path) -> None:
    done = declint("rules", "test", "own.yaml")
    assert done.returncode == 0
    assert "共 1 条规则、2 个示例，不合格 0 条" in done.stdout


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("≥5(次)", "≥5(场)", "错误示例 1 里没有查出问题"),
        ("            演出场次: ≥5(场)", "            演出场次: ≥5(回)", "正确示例 1 被查出问题"),
        ("正确示例", "查什么", ""),
        ("            演出场次: ≥5(场)", "            演出场次：≥5(场)", "不是能读的申报表片段"),
    ],
)
def test_an_example_that_shows_nothing_fails(
    declint: Run, rules: Path, old: str, new: str, words: str
) -> None:
    rules.write_text(GOOD.replace(old, new), encoding="utf-8")
    done = declint("rules", "test", "own.yaml", COLUMNS="200")
    assert done.returncode in (1, 2)
    assert words in done.stdout
    assert "Traceback" not in done.stderr


def test_a_rule_without_examples_fails_its_test_but_may_run(declint: Run, rules: Path) -> None:
    rules.write_text(GOOD.split("  错误示例", maxsplit=1)[0], encoding="utf-8")
    done = declint("rules", "test", "own.yaml", "--lang", "en")
    assert done.returncode == 1
    assert "no wrong example" in done.stdout
    assert "no right example" in done.stdout
    assert declint("check", "a.yaml", "--rules", "own.yaml", "--select", "OWN").returncode == 0


@pytest.mark.parametrize("command", [("check", "a.yaml", "--rules"), ("rules", "test"), ("rules", "--rules")])
def test_a_wrong_file_ends_with_exit_code_2(declint: Run, rules: Path, command: tuple[str, ...]) -> None:
    rules.write_text(GOOD.replace("标题", "标头") + GOOD.replace("OWN001", "TGT001"), encoding="utf-8")
    done = declint(*command, "own.yaml")
    assert done.returncode == 2
    assert "own.yaml:2: " in done.stderr
    assert "own.yaml:22: " in done.stderr
    missing = declint(*command, "没有.yaml")
    assert missing.returncode == 2
    assert "规则文件不存在" in missing.stderr


def test_a_code_that_stands_twice_is_refused(declint: Run, rules: Path) -> None:
    rules.write_text(GOOD + GOOD, encoding="utf-8")
    done = declint("rules", "test", "own.yaml")
    assert done.returncode == 2
    assert "own.yaml:22: 代码或名称“OWN001”已经用过（own.yaml:1）" in done.stderr


def test_without_a_file_nothing_is_tested(declint: Run) -> None:
    assert declint("rules", "test").returncode == 3


def test_readable_yaml_of_any_shape_is_no_crash() -> None:
    for text in ("- 1", "- [a]", "- {}", "-", "[[]]", "'x'"):
        try:
            read_tree(text, Limits())
        except UnreadableError:
            continue
        assert problems(text)
