"""Own rules: what each requirement sees and leaves alone, and that they are ordinary rules."""

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declint.declaration.source import Source
from declint.rules.kit import CrossRule, DeclarationRule
from declint.rules.own.load import read_rules
from declint.rules.own.requirements import REQUIREMENTS
from declint.rules.own.rule import OwnRule
from declint.rules.registry import find_rules, listed, selected
from declint.run import Report, check_files
from declint.settings import Settings
from declint.testing import BASE, Case, check_example, complete, example_cases, judge

EXAMPLE = Path(__file__).parents[2] / "docs" / "own-rules.example.yaml"
HEAD = """\
- 代码: OWN001
  标题: 题
  为什么: 因
  依据: 据
"""


def one_rule(body: str) -> OwnRule:
    rules, problems = read_rules(
        Source("own.yaml", HEAD + "".join(f"  {line}\n" for line in body.split("\n")))
    )
    assert not problems, [problem.say("en") for problem in problems]
    return rules[0]


def said(body: str, *fragments: str) -> list[str]:
    """The messages of a rule about fragments of declarations, completed."""
    files = [(f"{n}.yaml", complete(text).encode()) for n, text in enumerate(fragments, 1)]
    return messages(check_files(files, [one_rule(body)], Settings()))


def messages(report: Report) -> list[str]:
    assert not report.crashed
    return [result.finding.message.say("zh", result.finding.arguments) for result in report.results]


def quantity(name: str, target: str) -> str:
    return f"绩效指标:\n  产出指标:\n    数量指标:\n      {name}: {target}\n"


def example_rules() -> tuple[OwnRule, ...]:
    rules, problems = read_rules(Source("example.yaml", EXAMPLE.read_text(encoding="utf-8")))
    assert not problems
    return tuple(rules)


def test_the_example_file_shows_every_requirement_and_passes_its_own_cases() -> None:
    rules = example_rules()
    assert [verdict.say("en") for verdict in judge(rules) if verdict.problem] == []
    text = EXAMPLE.read_text(encoding="utf-8")
    assert [key for key in REQUIREMENTS if f"要求: {{{key}:" not in text and f"    {key}:" not in text] == []


@pytest.mark.parametrize("case", list(example_cases(example_rules())), ids=str)
def test_messages_are_complete_in_both_languages(case: Case) -> None:
    for result in check_example(case.example, [case.rule]).results:
        for language in ("zh", "en"):
            for words in (
                result.finding.message,
                result.finding.advice,
                *(each.words for each in result.finding.related),
            ):
                shown = words.say(language, result.finding.arguments)
                assert shown.strip()
                assert "{" not in shown


def test_own_rules_are_ordinary_rules_and_can_be_copied_to_another_process() -> None:
    rules = example_rules()
    assert {type(rule).__mro__[1] for rule in rules} == {DeclarationRule, CrossRule}
    assert pickle.loads(pickle.dumps(rules)) == rules  # noqa: S301
    for rule in rules:
        assert rule.text.markdown.startswith(rule.text.title[0])


def test_the_registry_has_them_only_where_their_file_is_named() -> None:
    path = str(EXAMPLE)
    assert "HBJ001" in {rule.code for rule in selected(Settings(own_rules=(path,)))}
    assert "HBJ001" not in {rule.code for rule in selected(Settings())}
    assert {each.package for each in listed((path,)) if each.rule.code.startswith("HBJ")} == {
        EXAMPLE.as_posix()
    }
    assert find_rules("meeting-cost-ceiling", (path,))[0].code == "HBJ001"
    chosen = selected(Settings(own_rules=(path,), select=("HBJ",), ignore=("HBJ002",)))
    assert [rule.code for rule in chosen if not rule.always] == [
        f"HBJ{number:03}" for number in range(1, 15) if number != 2
    ]


@pytest.mark.parametrize(
    ("target", "count"),
    [("≥5.00(场)", 0), ("≥5.00(次)", 1), ("≥5", 1), ("≥5（场）", 0), ("若干", 0), ("", 0), ("≥5__(次)", 0)],
)
def test_a_unit_is_compared_as_written_and_prose_is_left_alone(target: str, count: int) -> None:
    assert len(said("适用: {指标名称: 演出}\n要求: {单位: 场}", quantity("演出", target))) == count


@pytest.mark.parametrize(
    ("target", "count"),
    [("≤5(次)", 0), ("<=5(次)", 0), ("不超过5次", 0), ("≥5(次)", 1), ("5(次)", 1), ("达标", 0)],
)
def test_a_sign_is_understood_in_every_spelling(target: str, count: int) -> None:
    assert len(said("适用: {指标名称: 停机}\n要求: {符号: ≤}", quantity("停机", f"'{target}'"))) == count


@pytest.mark.parametrize(
    ("target", "count"),
    [
        ("≤210(元/人)", 0),
        ("≤210.01(元/人)", 1),
        ("≤0.03(万元/人)", 1),
        ("≤0.02(万元/人)", 0),
        ("≤999(元)", 1),
        ("≤999(元/场)", 0),
        ("≤999(人)", 0),
        ("200~300(元/人)", 1),
    ],
)
def test_money_is_compared_in_yuan_and_only_with_its_own_kind(target: str, count: int) -> None:
    body = "适用: {指标名称: 会议成本}\n要求: {数值: {不高于: 210, 单位: 元/人}}"
    assert len(said(body, quantity("会议成本", target))) == count


@pytest.mark.parametrize(("year", "count"), [(2025, 0), (2026, 1), (2030, 1)])
def test_a_standard_holds_from_its_year_on(year: int, count: int) -> None:
    body = "适用: {指标名称: 会议成本}\n要求:\n  支出标准:\n    - {上限: 100, 单位: 元/人, 自: 2026-07-01}"
    assert len(said(body, f"年度: {year}\n" + quantity("会议成本", "≤200(元/人)"))) == count


def test_a_forbidden_word_is_shown_where_it_stands() -> None:
    rule = one_rule("要求: {不得出现: {在: 绩效目标, 文字: [力争*以上]}}")
    text = complete("绩效目标:\n  年度总体目标: 完成检查，力争达到 90％ 以上。\n")
    (result,) = check_files([("a.yaml", text.encode())], [rule], Settings()).results
    assert text[slice(*result.span)] == "力争达到 90％ 以上"


def test_required_words_may_stand_in_either_goal() -> None:
    body = "要求: {必须写明: {在: 绩效目标, 文字: [医生]}}"
    goals = "绩效目标:\n  项目总目标: {}\n  年度总体目标: 完成年度任务。\n"
    assert said(body, goals.format("培训医生。")) == []
    assert len(said(body, goals.format("培训教师。"))) == 2


def test_selection_by_category_understands_the_names_of_every_edition() -> None:
    body = "适用: {一级指标: 效益指标, 二级指标: 生态效益指标}\n要求: {符号: =}"
    row = "绩效指标:\n  效益指标:\n    环境效益指标:\n      植树: ≥5(棵)\n"
    assert len(said(body, row)) == 1
    assert said(body.replace("生态", "社会"), row) == []


@pytest.mark.parametrize(
    ("selection", "count"),
    [
        ("项目名称: '*图书馆*'", 1),
        ("项目名称: 图书馆", 0),
        ("年度: 2026", 1),
        ("年度: 2027-", 0),
        ("年度: 2024-2026", 1),
        ("表式: 2021", 1),
        ("表式: 2015", 0),
        ("项目性质: ['*一次性*', 经常性??]", 1),
    ],
)
def test_selection_by_the_head_of_the_form(selection: str, count: int) -> None:
    assert len(said(f"适用: {{{selection}}}\n要求: {{取值: {{在: 项目类别, 之一: 无}}}}", BASE)) == count


def test_across_declarations_the_odd_one_is_told_with_the_others() -> None:
    body = "适用: {指标名称: '*满意度*'}\n要求: {各表一致: {在: 指标值}}"
    row = "绩效指标:\n  满意度指标:\n    服务对象满意度指标:\n      群众满意度: {}\n"
    files = [
        f"项目名称: {name}\n" + row.format(value) for name, value in zip("甲乙丙", (90, 95, 95), strict=True)
    ]
    assert said(body, *files) == ["“群众满意度 · 指标值”这里是“90”，《乙》等申报表里是“95”，应当一致"]
    other_year = "年度: 2027\n" + files[0]
    assert said(body, other_year, files[1]) == []


def test_fields_can_be_compared_under_one_supervisor() -> None:
    body = "要求: {各表一致: {在: 项目性质, 范围: 同一主管部门}}"
    files = [
        f"实施单位: {unit}\n项目性质: {nature}\n" for unit, nature in (("甲局", "经常性"), ("乙院", "一次性"))
    ]
    assert len(said(body, *files)) == 1
    assert said(body.replace("主管部门", "单位"), *files) == []


def test_a_deadline_counts_only_where_it_is_certainly_outside() -> None:
    body = "适用: {指标名称: 完成时间}\n要求: {日期: {在: 指标值, 不早于: 03-01, 不晚于: 2026-10-15}}"
    found = {
        day: bool(said(body, quantity("完成时间", day)))
        for day in ("10月底前", "2026年10月", "2026年2月底前")
    }
    assert found == {"10月底前": True, "2026年10月": False, "2026年2月底前": True}


def test_braces_in_a_message_mean_themselves_when_doubled() -> None:
    body = "适用: {指标名称: 演出}\n要求: {单位: 场}\n消息: '{{x}} {指标}'"
    assert said(body, quantity("演出", "≥5(次)")) == ["{x} 演出"]
    assert said(body, quantity("演出", "≥5({指标})")) == ["{x} 演出"]


@given(
    written=st.text(alphabet="ab*?", min_size=1, max_size=12),
    text=st.text(alphabet="ab", max_size=12),
)
def test_patterns_mean_what_the_shell_means(written: str, text: str) -> None:
    from fnmatch import fnmatchcase

    from declint.rules.own.patterns import name_pattern, text_pattern

    assert name_pattern(written).matches(text) == fnmatchcase(text, written)
    if written.strip("*"):
        found = text_pattern(written).found(text)
        assert (found is not None) == fnmatchcase(text, f"*{written}*")


def test_a_hostile_pattern_takes_no_time() -> None:
    body = "要求: {不得出现: {在: 绩效目标, 文字: ['" + "a*" * 90 + "b']}}"
    goals = "绩效目标:\n  年度总体目标: " + "a" * 50_000 + "\n"
    assert said(body, goals) == []
