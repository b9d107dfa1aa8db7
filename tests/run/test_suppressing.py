"""What a comment in a file suppresses, and what is said of the comment."""

import datetime

import pytest

from declint.rules.catalogue import RULES
from declint.rules.registry import selected
from declint.run import Report, check_files
from declint.settings import Settings
from declint.testing import BASE

DAY = datetime.date(2026, 5, 1)
ROW = "      图书编目准确率: ≥98.00(%)\n"
WRONG = "      图书编目准确率: ≥100.00(%)"
REASON = "理由：统一口径"
MARK = f"# declint: ignore[TGT001] {REASON}"
GOALS = "  年度总体目标: |\n    全年举办读书活动不少于 12 场，读者满意度达到 90% 以上。\n"


def check(text: str, *, settings: Settings | None = None, today: datetime.date = DAY) -> Report:
    used = settings or Settings()
    return check_files([("a.yaml", text.encode())], selected(used), used, today=today)


def codes(report: Report) -> list[str]:
    return [result.rule.code for result in report.results]


@pytest.mark.parametrize(
    "rows",
    [
        f"{WRONG}  {MARK}\n",
        f"      {MARK}\n{WRONG}\n",
        f"{MARK}\n{WRONG}\n",
        f"      {MARK}\n      # 另见纪要\n{WRONG}\n",
        f"      # declint: ignore[TGT] {REASON}\n{WRONG}\n",
        f"      # declint: ignore[percentage-at-least-100] {REASON}\n{WRONG}\n",
        f"      图书编目准确率:  {MARK}\n        指标值: ≥100.00(%)\n",
        f"      {MARK}\n      图书编目准确率:\n        指标值: ≥100.00(%)\n        备注: 甲\n",
        f"      图书编目准确率: {{指标值: ≥100.00(%), 备注: 甲}}  {MARK}\n",
    ],
)
def test_a_comment_on_the_line_or_above_it_suppresses(rows: str) -> None:
    report = check(BASE.replace(ROW, rows))
    assert codes(report) == []
    assert [result.rule.code for result in report.suppressed] == ["TGT001"]
    assert report.suppressed[0].suppression is not None


def test_a_comment_elsewhere_suppresses_nothing_and_is_told_so() -> None:
    report = check(BASE.replace(ROW, f"{WRONG}\n").replace("    时效指标:", f"    时效指标:  {MARK}"))
    assert sorted(codes(report)) == ["SUP003", "TGT001"]
    assert report.suppressed == []


def test_one_line_holds_several_rules() -> None:
    both = f"      图书编目准确率: ≥100(%)  # declint: ignore[TGT001, TGT009] {REASON}\n"
    report = check(BASE.replace(ROW, both))
    assert codes(report) == []
    assert sorted(result.rule.code for result in report.suppressed) == ["TGT001", "TGT009"]


def test_the_comment_above_a_block_of_text_counts_for_the_whole_text() -> None:
    text = (
        "  {mark}\n  年度总体目标: |{behind}\n    全年工作如下：\n    2025 年计划举办读书活动不少于 12 场。\n"
    )
    mark = f"# declint: ignore[YEA001] {REASON}"
    above = check(BASE.replace(GOALS, text.format(mark=mark, behind="")))
    behind = check(BASE.replace(GOALS, text.format(mark="# 目标", behind=f"  {mark}")))
    for report in (above, behind):
        assert codes(report) == []
        assert [result.rule.code for result in report.suppressed] == ["YEA001"]


def test_a_comment_behind_a_block_is_not_read_as_its_text() -> None:
    report = check(BASE.replace(GOALS, f"{GOALS}  # declint: ignore[YEA001] {REASON}\n"))
    assert codes(report) == ["SUP003"]


def test_what_looks_like_a_comment_inside_a_text_is_text() -> None:
    inside = GOALS.replace("以上。\n", f"以上。\n    {MARK}\n")
    assert not any(code.startswith("SUP") for code in codes(check(BASE.replace(GOALS, inside))))


def test_what_can_not_be_read_can_not_be_suppressed() -> None:
    text = BASE.replace("年度: 2026", f"# declint: ignore[SYN001] {REASON}\n年度: ２０２６")
    report = check(text)
    assert codes(report) == ["SUP003", "SYN001"]
    assert "不能用注释忽略" in report.results[0].finding.message.zh
    assert report.suppressed == []


def test_a_suppression_expires() -> None:
    text = BASE.replace(ROW, f"{WRONG}  {MARK} 至 2026-06-30\n")
    assert codes(check(text, today=datetime.date(2026, 6, 30))) == []
    assert codes(check(text, today=datetime.date(2026, 7, 1))) == ["TGT001", "SUP004"]


def test_without_a_reason_nothing_is_suppressed() -> None:
    report = check(BASE.replace(ROW, f"{WRONG}  # declint: ignore[TGT001]\n"))
    assert codes(report) == ["TGT001", "SUP001"]


def test_an_unknown_rule_is_named_with_the_nearest() -> None:
    report = check(BASE.replace(ROW, f"{WRONG}  # declint: ignore[TGT901] {REASON}\n"))
    assert sorted(codes(report)) == ["SUP002", "TGT001"]
    finding = next(result.finding for result in report.results if result.rule.code == "SUP002")
    assert finding.arguments["meant"] == "TGT001"


def test_a_rule_that_did_not_run_leaves_no_unused_suppression() -> None:
    text = BASE.replace(ROW, f"{ROW.rstrip()}  {MARK}\n")
    assert codes(check(text)) == ["SUP003"]
    assert codes(check(text, settings=Settings(ignore=("TGT001",)))) == []
    assert codes(check(text, settings=Settings(select=("UNT", "SUP")))) == []


def test_a_rule_across_files_is_judged_only_where_all_of_them_were_read() -> None:
    text = BASE.replace(
        "实施单位: 示例市图书馆", f"实施单位: 示例市图书馆  # declint: ignore[ORG001] {REASON}"
    )
    rules = selected(Settings())
    parts = check_files([("a.yaml", text.encode())], rules, Settings(), whole=False, today=DAY)
    assert codes(parts) == []
    assert codes(check(text)) == ["SUP003"]


def test_what_is_said_of_a_suppression_can_not_be_suppressed_but_ignored() -> None:
    text = BASE.replace(ROW, f"{ROW.rstrip()}  # declint: ignore[TGT001, SUP003] {REASON}\n")
    assert codes(check(text)) == ["SUP003", "SUP003"]
    assert codes(check(text, settings=Settings(ignore=("SUP",)))) == []


def test_the_rules_of_the_catalogue_on_suppressions_see_every_comment() -> None:
    assert sorted(rule.code for rule in RULES if rule.family == "SUP") == [f"SUP00{n}" for n in range(1, 5)]
