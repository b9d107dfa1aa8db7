"""What stands for the program: every file that a result follows from."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import declint
from declint.cache.program import BEFORE_AND_AFTER

CHECKING = """
import pkgutil, sys
import declint.rules, declint.run
for package in (declint.rules, declint.run):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        __import__(module.name)
print(*sys.modules, sep="\\n")
"""
DIGEST = "from declint.cache.program import program; print(program().hex())"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the package that may be changed."""
    (package,) = declint.__path__
    shutil.copytree(package, tmp_path / "declint", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def run(code: str, folder: Path | None = None) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **({"PYTHONPATH": str(folder)} if folder else {})},
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    return done.stdout


def test_no_result_follows_from_what_is_at_work_before_and_after() -> None:
    (package,) = declint.__path__
    assert {path.name for path in Path(package).iterdir()} >= BEFORE_AND_AFTER
    loaded = set(run(CHECKING).splitlines())
    assert "declint.rules.tgt.target_missing" in loaded
    rooms = {f"declint.{name.removesuffix('.py')}" for name in BEFORE_AND_AFTER}
    assert not [name for name in loaded if any(f"{name}.".startswith(f"{room}.") for room in rooms)]


@pytest.mark.parametrize(
    ("changed", "counts"),
    [
        ("rules/tgt/target_missing.py", True),
        ("language/quantity.py", True),
        ("data/units.yaml", True),
        ("settings.py", True),
        ("report/text.py", False),
        ("cli/check.py", False),
    ],
)
def test_a_changed_file_is_another_program_where_results_follow_from_it(
    folder: Path, changed: str, counts: bool
) -> None:
    before = run(DIGEST, folder)
    assert run(DIGEST, folder) == before
    path = folder / "declint" / changed
    path.write_bytes(path.read_bytes() + b"\n")
    assert (run(DIGEST, folder) != before) is counts


def test_a_new_rule_and_a_removed_one_are_another_program(folder: Path) -> None:
    before = run(DIGEST, folder)
    rule = folder / "declint" / "rules" / "tgt" / "new.py"
    rule.touch()
    after = run(DIGEST, folder)
    rule.unlink()
    assert after != before == run(DIGEST, folder)
