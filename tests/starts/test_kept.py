"""What a start keeps for the next: the same as worked out anew, and never something else."""

import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import declint
from declint import data
from declint.kept import Kept
from declint.language.lexicon import lexicon
from declint.pattern import pattern
from declint.programs import program

ROOMS = ("declint.rules", "declint.language", "declint.declaration", "declint.finding", "declint.report")


def patterns() -> Iterator[re.Pattern[str]]:
    """Every pattern that a module of ours makes when it is imported."""
    stand_in = type(pattern(""))
    for module in walk_packages(declint.__path__, "declint."):
        if module.name.startswith(ROOMS):
            for value in vars(import_module(module.name)).values():
                if isinstance(value, stand_in):
                    yield value


def test_a_program_is_the_pattern_that_re_compiles() -> None:
    found = list(patterns())
    assert len(found) > 100
    for each in found:
        compiled = re.compile(each.pattern, each.flags & ~re.UNICODE)
        assert program(each.pattern, each.flags & ~re.UNICODE).pattern(each.pattern) == compiled


@pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::DeprecationWarning")
@given(st.text(alphabet="ab[](){}|?*+\\^$.-:<>P=!0一的", max_size=12))
def test_any_program_is_the_pattern_that_re_compiles(text: str) -> None:
    try:
        compiled = re.compile(text)
    except (re.error, OverflowError):
        return
    assert program(text, 0).pattern(text) == compiled


def test_a_pattern_stands_in_for_a_compiled_one() -> None:
    stands = pattern("(?P<one>一)", re.IGNORECASE)
    match = stands.search("十一")
    assert match is not None
    assert match["one"] == "一"
    assert (stands.sub("二", "一一"), stands.groups, stands.pattern) == ("二二", 1, "(?P<one>一)")
    assert stands.flags & re.IGNORECASE
    with pytest.raises(re.error):
        pattern("(").search("")


def test_lexicons_are_what_their_files_say() -> None:
    for name in data.names():
        text = (Path(data.__file__).parent / f"{name}.yaml").read_text(encoding="utf-8")
        assert lexicon(name) == yaml.safe_load(text)


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A module whose folder is empty."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    (tmp_path / "x").mkdir()
    return "/x/module.py"


def file_of(folder: Path) -> Path:
    (found,) = folder.rglob("*.kept")
    return found


PARTS = {"one": b"1\n", "two": b"", "三": b"3" * 1_000}


def test_only_what_was_kept_of_the_same_state_is_there(module: str, tmp_path: Path) -> None:
    assert Kept(module, "a").get("one") is None
    Kept(module, "a").add(PARTS, most=10)
    assert {name: Kept(module, "a").get(name) for name in PARTS} == PARTS
    assert Kept(module, "a").get("other") is None
    assert Kept(module, "b").get("one") is None
    whole = file_of(tmp_path).read_bytes()
    for at in range(len(whole)):
        for damaged in (whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]):
            file_of(tmp_path).write_bytes(damaged)
            found = {name: Kept(module, "a").get(name) for name in PARTS}
            assert found != PARTS
            assert all(part in (None, PARTS[name]) for name, part in found.items())


def test_parts_are_added_until_there_are_too_many(module: str) -> None:
    Kept(module, "a").add({"one": b"1", "two": b"2"}, most=3)
    Kept(module, "a").add({"two": b"zwei", "three": b"3"}, most=4)
    assert [Kept(module, "a").get(name) for name in ("one", "two", "three")] == [b"1", b"zwei", b"3"]
    Kept(module, "a").add({"four": b"4"}, most=3)
    assert [Kept(module, "a").get(name) for name in ("one", "four")] == [None, b"4"]


def test_more_parts_than_are_read_at_first(module: str) -> None:
    many = {f"{number:0100}": b"%d" % number for number in range(2_000)}
    Kept(module, "a").add(many, most=len(many))
    kept = Kept(module, "a")
    assert {name: kept.get(name) for name in many} == many


def test_nothing_is_written_where_python_writes_nothing(
    module: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    Kept(module, "a").add(PARTS, most=10)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    Kept("/there/is/no/such/folder.py", "a").add(PARTS, most=10)
    assert not list(tmp_path.rglob("*.*"))


def test_what_is_kept_changes_no_result_and_damage_neither(tmp_path: Path) -> None:
    declaration = tmp_path / "a.yaml"
    declaration.write_text(
        "项目名称: 培训\n绩效目标:\n  年度总体目标: 举办培训不少于10场\n", encoding="utf-8"
    )

    def check() -> tuple[int, bytes]:
        prefix = f"import sys; sys.pycache_prefix = {str(tmp_path)!r}; sys.dont_write_bytecode = False; "
        done = subprocess.run(
            [sys.executable, "-c", f"{prefix}from declint.cli import main; main()", "check", "a.yaml"],
            cwd=tmp_path,
            capture_output=True,
            check=False,
            timeout=60,
        )
        return done.returncode, done.stdout

    first = check()
    files = list(tmp_path.rglob("*.kept"))
    assert len(files) == 3
    assert check() == first
    for file in files:
        file.write_bytes(file.read_bytes()[:-8])
    assert check() == first
    for file in files:
        file.unlink()
        file.mkdir()
    assert check() == first
    assert sorted(tmp_path.rglob("*.kept")) == sorted(files)
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and path.suffix[1:].isdigit()]
