"""What a start imports: what the run uses, and nothing else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from declint.testing import BASE

HEAVY = {
    "asyncio",
    "cffi",
    "click",
    "colorama",
    "csv",
    "cryptography",
    "ast",
    "dataclasses",
    "inspect",
    "tokenize",
    "typing_extensions",
    "yaml",
    "docx",
    "email",
    "http",
    "importlib.metadata",
    "jieba",
    "json",
    "jsonschema",
    "jsonschema_rs",
    "lxml",
    "multiprocessing",
    "openpyxl",
    "pdfplumber",
    "pydantic",
    "pydantic_core",
    "pytest",
    "rapidfuzz",
    "rich",
    "shutil",
    "socket",
    "ssl",
    "subprocess",
    "tomllib",
    "typer",
    "unittest",
    "urllib.request",
    "xlrd",
    "xml",
    "zipfile",
}
CHECK = """
import sys
from declint.cli import main
sys.argv = ["declint", "check", "a.yaml"]
try:
    main()
finally:
    sys.stderr.write("\\n".join(sys.modules))
"""
UNTIL_THE_RULES = """
import sys
from declint.cli.lean import make_ready
make_ready()
from declint.cli import check, plain
from declint.cli.gates import named
from declint.cli.planning import planned
told = plain.read(["a.yaml"], check.OFFERED)
plan = planned(told["select"], told["extend_select"], told["ignore"], told["config"], told["isolated"])
plan.configuration_of("a.yaml")
assert named(told["paths"], told["stdin_filename"]).files
sys.stderr.write("\\n".join(sys.modules))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one declaration that is in order, and no configuration."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.yaml").write_text(BASE, encoding="utf-8")
    run(tmp_path, "-m", "declint", "check", "a.yaml")
    return tmp_path


def run(folder: Path, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "FORCE_COLOR")}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**kept, **environment},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )


def imported(code: str, folder: Path) -> set[str]:
    """The modules that Python has imported after the code has run."""
    return set(run(folder, "-c", code).stderr.split("\n"))


def test_checking_a_declaration_imports_nothing_heavy(folder: Path) -> None:
    assert imported(CHECK, folder) & HEAVY == set()


def test_no_rule_is_imported_before_a_declaration_is_checked(folder: Path) -> None:
    found = imported(UNTIL_THE_RULES, folder)
    assert found & HEAVY == set()
    assert [name for name in found if name.startswith("declint.rules.") and name.count(".") > 2] == []


def test_a_second_start_works_out_nothing_anew(folder: Path) -> None:
    starts = []
    for seed in ("1", "2"):
        prefix = f"pycache_prefix={folder / 'kept'}"
        run(
            folder,
            *("-X", prefix, "-m", "declint", "check", "a.yaml"),
            PYTHONHASHSEED=seed,
            PYTHONDONTWRITEBYTECODE="",
        )
        starts.append({path: path.stat().st_ino for path in folder.rglob("*.kept")})
    assert starts[0] == starts[1] != {}
