"""The cases that are measured: what runs, in which turn, and what is prepared outside of the time."""

from pathlib import Path

import pytest
from benchmarks.measuring import cases
from benchmarks.measuring.cases import Plan, case_of
from benchmarks.measuring.tools import OPTIONS, Tools

ALL = {name: name for name in ("declint", "yamllint", "check-jsonschema", "ajv", "spectral")}


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    small = {"1000": 32, "formats": 32, "10000": 48, "edited": 48, "100000": 64, "growth": 64}
    monkeypatch.setattr(cases, "FILES", {**cases.FILES, **small})
    monkeypatch.setattr(cases, "SLOWEST_PEERS", 48)


def plan(folder: Path, *options: str, programs: dict[str, str] | None = None) -> Plan:
    return Plan(folder, Tools(programs or ALL, options=frozenset(options)))


def keys(plan: Plan, case: str) -> list[str]:
    return [entry.key for entry in case_of(case, plan).entries]


def test_every_tool_that_is_installed_runs_on_the_same_files(tmp_path: Path) -> None:
    case = case_of("1000", plan(tmp_path, *OPTIONS))
    assert [entry.key for entry in case.entries][-4:] == ["yamllint", "check-jsonschema", "ajv", "spectral"]
    assert len(case.files) == 32
    schema = next(entry for entry in case.entries if entry.key == "check-jsonschema")
    assert len([word for word in schema.command if word.endswith(".yaml")]) == 32
    assert not {"ajv", "spectral"} & set(keys(plan(tmp_path, programs={"declint": "declint"}), "1000"))


def test_the_slow_are_not_run_on_the_most_files(tmp_path: Path) -> None:
    assert keys(plan(tmp_path, *OPTIONS), "100000") == [
        "declint, no cache, 2 processes",
        "declint, empty cache",
        "declint, warm cache",
        "libyaml load",
        "plain read",
    ]


def test_growth_is_measured_in_turn_on_the_same_files(tmp_path: Path) -> None:
    measured = plan(tmp_path, *OPTIONS)
    case = case_of("growth", measured)
    assert [(entry.key, entry.command[-1]) for entry in case.entries] == [
        ("declint, 32 files, 1 process", "32-1"),
        ("declint, 48 files, 1 process", "48-1"),
        ("declint, 32 files, 2 processes", "32-1"),
        ("declint, 48 files, 2 processes", "48-1"),
        ("declint, 64 files, 2 processes", "64-1"),
        ("declint, 48 files, warm cache", "48-1"),
        ("declint, 64 files, warm cache", "64-1"),
    ]
    assert all((case.folder / entry.command[-1]).is_dir() for entry in case.entries)
    assert case_of("growth", plan(tmp_path)).entries == ()


def test_a_version_without_the_options_is_measured_without_them(tmp_path: Path) -> None:
    case = case_of("1000", plan(tmp_path))
    assert [entry.key for entry in case.entries][:2] == ["declint, no cache, 1 process", "libyaml load"]
    assert not {"--jobs", "--no-cache", "1"} & set(case.entries[0].command)
    assert case_of("edited", plan(tmp_path)).entries == ()


def test_the_cache_is_emptied_before_and_kept_within_a_round(tmp_path: Path) -> None:
    entries = {entry.key: entry for entry in case_of("fifteen", plan(tmp_path, *OPTIONS)).entries}
    empty, warm = entries["declint, empty cache"], entries["declint, warm cache"]
    cache = Path(empty.variables["DECLINT_CACHE_DIR"])
    assert warm.variables == empty.variables
    cache.mkdir()
    warm.prepare()
    assert cache.exists()
    empty.prepare()
    assert not cache.exists()


def test_an_edit_changes_one_file_of_a_copy(tmp_path: Path) -> None:
    measured = plan(tmp_path, *OPTIONS)
    original = case_of("10000", measured)
    case = case_of("edited", measured)
    before = {path: path.read_bytes() for path in case.files}
    edit = case.entries[1].prepare
    for count in (1, 2):
        edit()
        changed = [path for path in case.files if path.read_bytes() != before[path]]
        assert len(changed) == count
        assert all("项目名称: 调整后的" in path.read_text(encoding="utf-8") for path in changed)
    assert [path.read_bytes() for path in original.files] == list(before.values())


def test_settings_of_the_user_do_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("DECLINT_LANG", "en")
    for entry in case_of("fifteen", plan(tmp_path, *OPTIONS)).entries:
        assert "PYTHONDONTWRITEBYTECODE" not in entry.variables
        assert "DECLINT_LANG" not in entry.variables
