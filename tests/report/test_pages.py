"""The rule pages: up to date, complete, in both languages."""

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from declint.report.pages import INDEX, pages
from declint.rules.catalogue import RULES
from declint.rules.families import family_title
from declint.rules.kit import AnyRule

FOLDER = Path(__file__).parents[2] / "docs" / "rules"
PAGES = pages(RULES)


def test_the_pages_are_what_the_rules_say_now() -> None:
    stored = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    assert stored == PAGES, "run: python docs/write_rules.py"


def test_the_index_leads_to_every_page_and_names_it_in_both_languages() -> None:
    index = PAGES[INDEX]
    assert re.findall(r"\]\((\w+\.md)\)", index) == sorted(set(PAGES) - {INDEX})
    for rule in RULES:
        row = next(line for line in index.splitlines() if line.startswith(f"| [{rule.code}]"))
        assert len(re.split(r"(?<!\\)\|", row)) == 7
        assert all(part.replace("|", "\\|") in row for part in (rule.name, *rule.text.title))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_page_holds_the_whole_text(rule: AnyRule) -> None:
    page = PAGES[f"{rule.code}.md"]
    text = rule.text
    for part in (*text.title, *text.what, *text.why, *text.source):
        assert part in page
    for example in (*text.wrong, *text.right):
        assert all(file.rstrip("\n") in page for file in example.files)
        assert example.settings.rstrip("\n") in page


def test_every_family_has_a_title_in_both_languages() -> None:
    for family in {rule.family for rule in RULES}:
        assert all(family_title(family))
        assert f"## {family} · {' · '.join(family_title(family))}" in PAGES[INDEX].splitlines()
    assert family_title("LOC") == ("", "")


def test_names_of_old_stand_on_the_page() -> None:
    renamed = replace(RULES[0], aliases=("old-name", "OLD001"))
    assert "旧名 Formerly: `old-name`, `OLD001`" in pages([renamed])[f"{renamed.code}.md"]
