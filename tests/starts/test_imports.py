"""What a start imports: what the run uses, and nothing else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from declint.testing import BASE

ROOT = Path(__file__).parents[2]

HEAVY = {
    "_hashlib",
    "argparse",
    "array",
    "ast",
    "asyncio",
    "calendar",
    "cffi",
    "click",
    "colorama",
    "copy",
    "cryptography",
    "csv",
    "dataclasses",
    "difflib",
    "docx",
    "email",
    "hashlib",
    "http",
    "importlib.metadata",
    "importlib.resources",
    "inspect",
    "ipaddress",
    "jieba",
    "json",
    "jsonschema",
    "jsonschema_rs",
    "locale",
    "logging",
    "lxml",
    "msgspec.inspect",
    "multiprocessing",
    "openpyxl",
    "pdfplumber",
    "platform",
    "platformdirs",
    "pydantic",
    "pydantic_core",
    "pytest",
    "random",
    "rapidfuzz",
    "rich",
    "shutil",
    "socket",
    "ssl",
    "string",
    "subprocess",
    "tempfile",
    "textwrap",
    "tokenize",
    "tomllib",
    "typer",
    "typing_extensions",
    "unittest",
    "urllib.parse",
    "xlrd",
    "xml",
    "yaml",
    "zipfile",
}
if sys.version_info < (3, 13):
    HEAVY |= {"glob", "threading"}  # newer ones load these themselves
SHOWN = """
loaded = [name for name, module in sys.modules.items() if type(module).__name__ != "_LazyModule"]
sys.stderr.write("\\n".join(loaded))
"""
CHECK = """
import sys
from declint.cli import main
sys.argv = ["declint", "check", *sys.argv[1:]]
try:
    main()
except SystemExit:
    pass
"""
COMPILED = """
import re, sys
made, compiled = [], re._compiler.compile
def compile(text, flags=0):
    if "declint" in sys._getframe(3).f_code.co_filename:
        made.append(text)
    return compiled(text, flags)
re._compiler.compile = compile
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
"""


FOLDERS = ("declarations", "tests/rules/cases", "tests/testing/good")
MANY = [str(path) for name in FOLDERS for path in (ROOT / name).rglob("*.yaml")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one declaration that is in order, and no configuration."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.yaml").write_text(BASE, encoding="utf-8")
    started_once(tmp_path)
    return tmp_path


def started_once(folder: Path) -> None:
    """Let a start compile what the next one finds kept."""
    run(folder, "-m", "declint", "check", "--no-cache", "a.yaml", PYTHONDONTWRITEBYTECODE="")


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


def imported(code: str, folder: Path, *words: str) -> set[str]:
    """The modules that Python has imported after the code has run."""
    return set(run(folder, "-c", code + SHOWN, *words).stderr.split("\n"))


def test_checking_a_declaration_imports_nothing_heavy(folder: Path) -> None:
    assert imported(CHECK, folder, "--no-cache", "a.yaml") & HEAVY == set()


def test_what_is_remembered_needs_no_rules(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DECLINT_CACHE_DIR", str(folder / "cache"))
    imported(CHECK, folder, "a.yaml")
    found = imported(CHECK, folder, "a.yaml")
    assert found & HEAVY == set()
    assert "sqlite3" in found
    rooms = ("declint.rules.", "declint.language.", "declint.declaration.", "declint.data", "declint.git")
    assert [name for name in found if name.startswith(rooms)] == []


@pytest.mark.parametrize("form", ["text", "concise"])
@pytest.mark.parametrize("configuration", ["", "ignore = ['TXT001', 'ORG']\nseverity = {WGT = 'note'}\n"])
def test_findings_that_are_remembered_need_no_rules(
    form: str, configuration: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = BASE.replace("≥98.00(%)", "≥100.00(%)")
    (folder / "a.yaml").write_text(wrong, encoding="utf-8")
    (folder / "declint.toml").write_text(configuration, encoding="utf-8")
    monkeypatch.setenv("DECLINT_CACHE_DIR", str(folder / "cache"))
    imported(CHECK, folder, "a.yaml")
    found = imported(CHECK, folder, "a.yaml", "--output-format", form)
    assert "declint.rules.card" in found
    assert [name for name in found if name.startswith("declint.rules.") and name.count(".") > 2] == []
    assert found.isdisjoint({"declint.rules.catalogue", "declint.rules.kit", "declint.run.checking"})


def test_a_configuration_in_order_needs_little_more(folder: Path) -> None:
    (folder / "declint.toml").write_text("year = 2026\n[limits]\ndepth = 20\n", encoding="utf-8")
    started_once(folder)
    found = imported(CHECK, folder, "--no-cache", "a.yaml")
    assert found & HEAVY <= {"string", "tomllib"}


def test_no_pattern_is_compiled_that_an_earlier_start_has_compiled(folder: Path) -> None:
    shown = "sys.stderr.write(repr(made))"
    assert run(folder, "-c", COMPILED + CHECK + shown, "--no-cache", "a.yaml").stderr == "[]"


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
            *("-X", prefix, "-m", "declint", "check", "--fail-on", "never", "--no-cache", *MANY),
            PYTHONHASHSEED=seed,
            PYTHONDONTWRITEBYTECODE="",
        )
        starts.append({path: path.stat().st_ino for path in folder.rglob("*.kept")})
    assert starts[0] == starts[1] != {}
