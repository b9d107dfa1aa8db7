"""The pages on own rules: their examples are rules that work, and they tell every requirement."""

import re
from pathlib import Path

import pytest

from declint.declaration.source import Source
from declint.rules.own.load import read_rules
from declint.rules.own.requirements import REQUIREMENTS
from declint.rules.own.selection import KEYS
from declint.testing import judge

DOCS = Path(__file__).parents[2] / "docs"
PAGES = [(DOCS / name).read_text(encoding="utf-8") for name in ("own-rules.md", "own-rules.zh-CN.md")]
HEAD = "- {代码: OWN001, 标题: 题, 为什么: 因, 依据: 据, "


@pytest.mark.parametrize("page", PAGES)
def test_the_first_example_is_a_rule_that_passes_its_own_cases(page: str) -> None:
    block = re.search(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert block
    rules, problems = read_rules(Source("page.yaml", re.sub(r"(?m)^ {3}", "", block[1])))
    assert problems == []
    assert [verdict.say("en") for verdict in judge(rules) if verdict.problem] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_requirement_of_the_table_can_be_read(page: str) -> None:
    rows = re.findall(r"^\| (\S+)[^|]*\| `(\S+: [^`]+)` \|", page, re.MULTILINE)
    told = {name: example for name, example in rows if name in REQUIREMENTS}
    assert list(told) == list(REQUIREMENTS)
    for example in told.values():
        _, problems = read_rules(Source("page.yaml", f"{HEAD}要求: {{{example}}}}}\n"))
        assert [problem.say("en") for problem in problems] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_choice_of_rows_and_fields_is_told(page: str) -> None:
    assert [key for key in KEYS if key not in page] == []
