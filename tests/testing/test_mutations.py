"""The mutation check: every rule sees its own mistake in forms of every edition, and no other speaks."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from declint.declaration.edition import editions
from declint.finding import Words
from declint.rules.catalogue import RULES
from declint.run import check_files
from declint.settings import Settings
from declint.testing import BASE, MUTATIONS, Mutation, mutate
from declint.testing.mutations import Draft, alone
from declint.testing.mutations.__main__ import main
from declint.testing.mutations.report import Line, as_markdown, as_text, lines, unbroken

GOOD = Path(__file__).parent / "good"
TABLE = Path(__file__).parents[2] / "docs" / "mutations.md"
GOODS = [
    ("BASE", BASE),
    *((path.stem, path.read_text(encoding="utf-8")) for path in sorted(GOOD.glob("*.yaml"))),
]
_UNKNOWN_HEAD = "剂次 at the end of a name is no known measure"
_TOO_FAR = "the words of goals and row are too far apart for the rule to be sure"
KNOWN_GAPS = {
    ("count-under-timeliness", "健康-疫苗接种"): _UNKNOWN_HEAD,
    ("row-contradicted", "健康-疫苗接种"): _UNKNOWN_HEAD,
    ("count-under-quality", "农业-良种推广"): "示范 counts as a word of quality, in 示范片数量 too",
    ("promise-said-twice", "健康-疫苗接种"): _TOO_FAR,
    ("promise-said-twice", "健康-疫苗接种: GOL004"): _TOO_FAR,
    (
        "unit-misspelt",
        "民政-养老服务三年计划",
    ): "without its first character 养老服务 is another field of work",
    ("supervisor-swapped", "农业-良种推广"): "a name that ends in 局村 is not seen as the swapped 村局",
    ("cost-from-below", "司法-审判辅助"): "补助 reads as a guaranteed minimum, in 补助成本 too",
}
"""What is not caught, or speaks besides, with the reason; a gap that has closed must be struck out."""


@pytest.fixture(scope="module")
def table() -> list[Line]:
    """The whole table for the built-in rules."""
    return lines(list(mutate(GOODS, MUTATIONS, RULES)), MUTATIONS)


@pytest.mark.parametrize(("name", "text"), GOODS, ids=[name for name, _ in GOODS])
def test_the_good_declarations_are_clean(name: str, text: str) -> None:
    rules = [rule for rule in RULES if rule.default]
    assert check_files([(f"{name}.yaml", text.encode())], rules, Settings()).results == []


def test_the_good_declarations_are_of_every_edition() -> None:
    found = {Draft(text).declaration.edition.name for _, text in GOODS}
    assert found == {edition.name for edition in editions()}


def test_every_rule_has_a_mutation() -> None:
    assert unbroken(RULES, MUTATIONS) == []
    assert {mutation.code for mutation in MUTATIONS} == {rule.code for rule in RULES}
    assert len({mutation.name for mutation in MUTATIONS}) == len(MUTATIONS)
    assert all(mutation.words.zh and mutation.words.en for mutation in MUTATIONS)


def test_every_mutation_can_be_made(table: list[Line]) -> None:
    assert [line.mutation.name for line in table if line.count == 0] == []


def test_every_rule_sees_its_mutation_and_no_other_speaks(table: list[Line]) -> None:
    assert set(gaps(table)) == set(KNOWN_GAPS)


def gaps(table: list[Line]) -> Iterator[tuple[str, str]]:
    for line in table:
        yield from ((line.mutation.name, good) for good in line.missed)
        yield from ((line.mutation.name, f"{good}: {code}") for code, good in line.besides)


def test_the_table_in_the_documentation_is_this_one(table: list[Line]) -> None:
    written = as_markdown(table, len(GOODS), "tests/testing/good")
    assert TABLE.read_text(encoding="utf-8") == written, "run the command that the page names"


def test_a_silent_rule_and_a_noisy_one_are_told() -> None:
    def rename(draft: Draft) -> str | None:
        return draft.filled(项目名称="社区图书馆运营")

    def spoil(draft: Draft) -> str | None:
        return draft.saying("做好新闻报导工作；；")

    silent = Mutation("renamed", "TGT001", Words("改名", "renamed"), alone(rename))
    noisy = Mutation("noisy", "TXT007", Words("两处错", "two mistakes"), alone(spoil))
    never = Mutation("never", "TXT007", Words("改不成", "never"), alone(lambda _: None))
    mutations = (silent, noisy, never)
    found = lines(list(mutate(GOODS[:1], mutations, RULES)), mutations)
    assert [(line.caught, line.count, line.missed) for line in found] == [
        (0, 1, ("BASE",)),
        (1, 1, ()),
        (0, 0, ()),
    ]
    assert {code for code, _ in found[1].besides} == {"TXT003"}
    assert [line.is_clean for line in found] == [False, False, True]
    text = "\n".join(as_text(found))
    assert "没有查出 missed: BASE" in text
    assert "另有 besides: TXT003 (BASE)" in text
    assert "- TXT007   0/0   never" in text


def test_the_command_prints_and_writes_the_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written = tmp_path / "table.md"
    assert main(["--code", "TGT001", "--write", str(written)]) == 0
    assert "TGT001   1/1   rate-made-open" in capsys.readouterr().out
    assert "| TGT001 | rate-made-open |" in written.read_text(encoding="utf-8")
    assert main([str(tmp_path / "没有")]) == 3


def test_an_installed_package_adds_mutations(tmp_path: Path) -> None:
    (tmp_path / "more_mutations.py").write_text(
        "from declint import Words\n"
        "from declint.testing import Mutation\n"
        "from declint.testing.mutations import alone\n"
        "MUTATIONS = (Mutation('name-emptied', 'SYN002', Words('空', 'blank'),"
        " alone(lambda draft: draft.text.replace('社区图书馆运行', ''))),)\n",
        encoding="utf-8",
    )
    installed = tmp_path / "more-1.0.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: more\nVersion: 1.0\n")
    (installed / "entry_points.txt").write_text("[declint.mutations]\nmore = more_mutations:MUTATIONS\n")
    path = os.pathsep.join((str(tmp_path), os.environ.get("PYTHONPATH", "")))
    done = subprocess.run(
        [sys.executable, "-m", "declint.testing.mutations", "--code", "SYN002"],
        env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "SYN002   1/1   name-emptied" in done.stdout
