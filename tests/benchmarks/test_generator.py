"""The generator of declarations: the same bytes everywhere, every edition, sizes and mistakes as in life."""

from collections import Counter
from hashlib import sha256
from pathlib import Path
from statistics import mean

import pytest
import yaml
from benchmarks.corpus import CLEAN_SIZE, clean_file, corpus
from benchmarks.drafting.declaration import declaration
from benchmarks.drafting.wordings import words

from declint.declaration.edition import editions
from declint.declaration.reading import read_bytes
from declint.rules.registry import selected
from declint.run import Report, check_files
from declint.settings import Settings

COUNT = 160


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [declaration(number, seed=7) for number in range(COUNT)]


@pytest.fixture(scope="module")
def report(texts: list[str]) -> Report:
    named = [(f"{number}.yaml", text.encode()) for number, text in enumerate(texts)]
    settings = Settings()
    return check_files(named, selected(settings), settings)


def test_the_same_seed_gives_the_same_bytes() -> None:
    digest = sha256("".join(declaration(number, seed=7) for number in range(40)).encode()).hexdigest()
    assert digest[:16] == "fa9f6678bd758949", "the corpora of all machines have changed"
    assert declaration(3, seed=7) != declaration(3, seed=8)


def test_every_edition_the_tool_knows_is_filed() -> None:
    filed = {edition["名称"] for edition in words("common")["表式"]}
    assert filed == {edition.name for edition in editions()}


def test_an_edition_is_read_off_its_forms() -> None:
    recognised = set()
    for number in range(0, 16 * 120, 16):
        text = declaration(number, seed=7)
        reading = read_bytes("a.yaml", text.encode(), Settings().limits)
        assert reading.declaration, text
        recognised.add(reading.declaration.edition.name)
    assert recognised == {edition.name for edition in editions()}


def test_sizes_are_those_of_real_forms() -> None:
    sizes = [len(declaration(number, seed=7).encode()) for number in range(1_000)]
    assert 5_000 < mean(sizes) < 6_000
    assert 1_000 <= min(sizes) < 2_000
    assert 20_000 < max(sizes) <= 30_720


def test_every_file_is_a_declaration(texts: list[str], report: Report) -> None:
    assert all(file.reading.declaration for file in report.files)
    assert not [result for result in report.results if result.rule.code.startswith("SYN")]
    assert all(yaml.safe_load(text)["年度"] == 2026 for text in texts)


class Strict(yaml.CSafeLoader):
    """Refuses a key that stands twice, as most tools do."""


def _once(loader: Strict, node: yaml.MappingNode) -> dict[object, object]:
    keys = [key.value for key, _ in node.value]
    assert len(set(keys)) == len(keys), keys
    return loader.construct_mapping(node, deep=True)


Strict.add_constructor("tag:yaml.org,2002:map", _once)


def test_no_key_stands_twice() -> None:
    for number in range(600):
        yaml.load(declaration(number, seed=7), Strict)  # noqa: S506  (a safe loader, only stricter)


def test_mistakes_are_as_many_as_in_published_forms(report: Report) -> None:
    found = Counter(result.file.path for result in report.results)
    errors = sum(result.severity.value == "error" for result in report.results)
    assert 8 < len(report.results) / COUNT < 15
    assert 1.8 < errors / COUNT < 3.8
    assert 0.15 < sum(found[file.path] < 2 for file in report.files) / COUNT < 0.35


def test_many_rules_have_something_to_say(report: Report) -> None:
    assert len({result.rule.code for result in report.results}) > 35


def test_prose_and_names_are_seldom_said_twice(texts: list[str]) -> None:
    declarations = [yaml.safe_load(text) for text in texts]
    goals = [each["绩效目标"]["年度总体目标"] for each in declarations]
    assert len(set(goals)) == COUNT
    projects = [(each["主管部门"], each["项目名称"]) for each in declarations]
    assert len(set(projects)) == COUNT


def test_a_corpus_is_made_once(tmp_path: Path) -> None:
    made = corpus(tmp_path, 15)
    files = sorted(made.rglob("*.yaml"))
    assert len(files) == 15
    files[0].write_bytes(b"x")
    assert corpus(tmp_path, 15) == made
    assert files[0].read_bytes() == b"x"


def test_the_clean_file_is_clean(tmp_path: Path) -> None:
    text = clean_file(tmp_path, "declint").read_bytes()
    settings = Settings()
    assert len(text) in CLEAN_SIZE
    assert not check_files([("clean.yaml", text)], selected(settings), settings).results
