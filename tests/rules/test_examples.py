"""The examples in every rule's text: the wrong one gives exactly its finding, the right one none."""

import pytest

from declint.rules.catalogue import RULES
from declint.rules.kit import AnyRule
from declint.run import check_files
from declint.settings import Settings
from declint.testing import BASE, Case, check_example, example_cases

DEFAULT = tuple(rule for rule in RULES if rule.default)


def rules_for(rule: AnyRule) -> tuple[AnyRule, ...]:
    return DEFAULT if rule.default else (*DEFAULT, rule)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_wrong_and_a_right_example(rule: AnyRule) -> None:
    assert rule.text.wrong
    assert rule.text.right
    assert all((*rule.text.title, *rule.text.what, *rule.text.why, *rule.text.source))


@pytest.mark.parametrize("case", list(example_cases(RULES)), ids=str)
def test_example(case: Case) -> None:
    report = check_example(case.example, rules_for(case.rule))
    assert not report.crashed
    codes = {result.rule.code for result in report.results}
    assert codes == ({case.rule.code} if case.wrong else set())


@pytest.mark.parametrize("case", list(example_cases(RULES)), ids=str)
def test_messages_are_complete_in_both_languages(case: Case) -> None:
    for result in check_example(case.example, rules_for(case.rule)).results:
        finding = result.finding
        for language in ("zh", "en"):
            for words in (finding.message, finding.advice, *(related.words for related in finding.related)):
                assert words.say(language, finding.arguments).strip()
            for fix in finding.fixes:
                assert fix.title.say(language, finding.arguments).strip()


def test_the_base_of_examples_is_clean() -> None:
    assert check_files([("base.yaml", BASE.encode())], DEFAULT, Settings()).results == []


def test_codes_and_names_are_unique() -> None:
    words = [word for rule in RULES for word in (rule.code, rule.name)]
    assert len(words) == len(set(words))
    assert [rule.code for rule in RULES] == sorted(rule.code for rule in RULES)


def test_rules_give_way_only_to_rules_of_the_catalogue() -> None:
    families = {
        "SUP",
        "SYN",
        "FND",
        "TGT",
        "CAT",
        "UNT",
        "ORG",
        "DUP",
        "NAM",
        "YEA",
        "GOL",
        "CST",
        "TXT",
        "XDC",
        "WGT",
    }
    named = {code for rule in RULES for code in rule.gives_way_to}
    assert {code[:3] for code in named} <= families
    assert named <= {rule.code for rule in RULES}
