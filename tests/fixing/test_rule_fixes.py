"""A rule's examples keep what its metadata promises: the fix is made, the rule silent, all else as it was."""

from collections.abc import Iterator

import pytest

from declint.finding import Drop, Move, Reencode, Safety
from declint.fixing.repair import Outcome, checker, repair
from declint.rules.catalogue import RULES
from declint.rules.kit import AnyRule
from declint.rules.text import Example
from declint.run import Report, Terms
from declint.settings import Settings
from declint.testing import BASE, WHOLE, example_inputs, example_rules

DEFAULT = tuple(rule for rule in RULES if rule.default)
WHOLE_FILES = {
    "CAT003": [
        Example(
            (BASE.replace("      图书编目准确率", "      到馆读者满意度: ≥95.00(%)\n      图书编目准确率"),)
        )
    ],
    "CAT008": [Example((f"{WHOLE}\n" + BASE.replace("时效指标:", "时校指标:"),))],
    "SUP002": [
        Example((BASE.replace("准确率: ≥98.00(%)", "准确率:  # declint: ignore[TGT0O4] 理由：等上级下达"),))
    ],
}
FIXING = [rule for rule in RULES if rule.fix]


def rules_for(rule: AnyRule) -> tuple[AnyRule, ...]:
    return DEFAULT if rule.default else (*DEFAULT, rule)


def repaired(rule: AnyRule, example: Example, *, unsafe: bool) -> tuple[Report, Outcome]:
    inputs, settings = example_inputs(example)
    check = checker(lambda _: Terms(tuple(example_rules(example, rules_for(rule))), settings))
    return check(inputs), repair(inputs, check, unsafe=unsafe)


def offers(rule: AnyRule) -> Iterator[Safety]:
    for example in rule.text.wrong:
        report, _ = repaired(rule, example, unsafe=False)
        for result in report.results:
            yield from (fix.safety for fix in result.finding.fixes)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_metadata_says_what_the_rule_offers(rule: AnyRule) -> None:
    offered = set(offers(rule))
    best = Safety.SAFE if Safety.SAFE in offered else Safety.UNSAFE if offered else None
    assert rule.fix == best


@pytest.mark.parametrize("rule", FIXING, ids=lambda rule: rule.code)
def test_a_fix_is_made_and_the_rule_is_silent(rule: AnyRule) -> None:
    """Some examples can't show it: a row that was alone in a required category leaves it empty (CAT009)."""
    silent = 0
    for example in (*rule.text.wrong, *WHOLE_FILES.get(rule.code, ())):
        before, outcome = repaired(rule, example, unsafe=True)
        made = [each for file in outcome.files for each in file.made]
        assert {each.seen.rule.code for each in made} <= {rule.code}
        assert len(made) <= len(before.results)
        left = {result.rule.code for result in outcome.report.results}
        # What could not be read could not be judged: a fragment that is repaired is still a fragment.
        assert rule.code == "SYN001" or left <= {rule.code}
        silent += bool(made) and rule.code not in left
    assert silent


@pytest.mark.parametrize("rule", FIXING, ids=lambda rule: rule.code)
def test_without_unsafe_only_safe_fixes_are_made(rule: AnyRule) -> None:
    for example in rule.text.wrong:
        _, outcome = repaired(rule, example, unsafe=False)
        assert all(each.fix.safety is Safety.SAFE for file in outcome.files for each in file.made)


@pytest.mark.parametrize("rule", FIXING, ids=lambda rule: rule.code)
def test_what_a_fix_does_not_name_is_as_it_was(rule: AnyRule) -> None:
    for example in rule.text.wrong:
        _, outcome = repaired(rule, example, unsafe=True)
        for file in outcome.files:
            kinds = {type(edit) for each in file.made for edit in each.fix.edits}
            if not file.made:
                assert file.after == file.before
            elif kinds == {Reencode}:
                assert file.texts[0] == file.texts[1]
            elif not kinds & {Move, Drop}:
                before, after = (text.splitlines() for text in file.texts)
                assert len(before) == len(after)
                changed = sum(old != new for old, new in zip(before, after, strict=True))
                assert 0 < changed <= sum(max(len(each.edits), 1) for each in file.made)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("年度: 2026", "年度: “2026”"),
        ("年度: 2026", "年度: '２０２６年度' # 说明"),
        ("年度: 2026", "年度：２０２６年"),
        ("计划开始日期: 2026-01-01", "计划开始日期: “2026/1/1”"),
        ("当年财政拨款: 500000.00", "当年财政拨款: “500,000.00”"),
        ("当年财政拨款: 500000.00", "当年财政拨款：伍拾万元整"),
        ("  产出指标:", "　产出指标："),
        ("读者满意度: ≥90.00(%)", "读者满意度:≥９０．００(％)"),
    ],
)
def test_slips_of_an_office_keyboard_are_repaired_one_behind_the_other(right: str, wrong: str) -> None:
    check = checker(lambda _: Terms(tuple(DEFAULT), Settings()))
    text = BASE.replace(right, wrong)
    done = repair([("a.yaml", text.encode())], check)
    assert done.report.results == []
    comment = wrong[wrong.index(" #") :] if " #" in wrong else ""
    assert done.files[0].texts[1] == BASE.replace(right, right + comment)
