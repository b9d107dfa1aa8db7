"""Formats from the command line: one on standard output, others into files, several in one run."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from declint.report.formats import FORMATS
from declint.testing import BASE

Run = Callable[..., "subprocess.CompletedProcess[str]"]
WRONG = BASE.replace("图书编目准确率: ≥98.00(%)", "图书编目准确率: ≥100.00(%)")
TEXTS = [name for name, each in FORMATS.items() if not each.binary]


@pytest.fixture
def declaration(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_text(WRONG, encoding="utf-8")
    return path


def test_several_reports_in_one_run(declint: Run, declaration: Path, tmp_path: Path) -> None:
    done = declint("check", "a.yaml", *(f"--output={name}=out.{name}" for name in FORMATS))
    assert done.returncode == 1
    assert done.stderr == ""
    assert "TGT001" in done.stdout
    for name in TEXTS:
        assert "TGT001" in (tmp_path / f"out.{name}").read_text(encoding="utf-8")
    assert (tmp_path / "out.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("name", [name for name in TEXTS if name != "text"])
def test_a_file_holds_what_standard_output_shows(
    declint: Run, declaration: Path, tmp_path: Path, name: str
) -> None:
    shown = declint("check", "a.yaml", "--output-format", name, "--output", f"{name}=out")
    assert shown.stdout == (tmp_path / "out").read_bytes().decode("utf-8")


def test_the_exit_code_does_not_depend_on_the_format(declint: Run, declaration: Path, tmp_path: Path) -> None:
    (tmp_path / "clean.yaml").write_text(BASE, encoding="utf-8")
    outputs = [f"--output={name}=out.{name}" for name in FORMATS]
    assert declint("check", "a.yaml", "--fail-on", "never", *outputs).returncode == 0
    assert declint("check", "clean.yaml", *outputs).returncode == 0
    assert declint("check", "none.yaml", *outputs).returncode == 3


@pytest.mark.parametrize(
    ("argument", "words"),
    [
        ("html", "格式=文件"),
        ("html=", "格式=文件"),
        ("htlm=a.html", "是不是 html"),
        ("html=no/such/folder/a.html", "文件夹要先建好"),
        ("html=.", "文件夹要先建好"),
    ],
)
def test_a_wrong_output_is_refused_before_the_check(
    declint: Run, declaration: Path, argument: str, words: str
) -> None:
    done = declint("check", "a.yaml", "--output", argument)
    assert done.returncode == 2
    assert words in done.stderr
    assert done.stdout == ""


def test_a_wrong_format_is_refused_with_the_right_one(declint: Run, declaration: Path) -> None:
    done = declint("check", "a.yaml", "--output-format", "sarfi")
    assert done.returncode == 2
    assert "是不是 sarif" in done.stderr


def test_a_declaration_is_never_overwritten(declint: Run, declaration: Path, tmp_path: Path) -> None:
    done = declint("check", "a.yaml", "--output", "json=./a.yaml")
    assert done.returncode == 2
    assert "被检查的申报表" in done.stderr
    assert declaration.read_text(encoding="utf-8") == WRONG


def test_two_reports_do_not_share_a_file(declint: Run, declaration: Path, tmp_path: Path) -> None:
    done = declint("check", "a.yaml", "--output", "json=out", "--output", "sarif=./out")
    assert done.returncode == 2
    assert not (tmp_path / "out").exists()


def test_a_missing_package_is_named_with_the_command(declaration: Path, tmp_path: Path) -> None:
    code = (
        "import importlib.util, sys\n"
        "find = importlib.util.find_spec\n"
        "importlib.util.find_spec = lambda name, *rest: None if name == 'openpyxl' else find(name, *rest)\n"
        "sys.argv = ['declint', 'check', 'a.yaml', '--output', 'xlsx=out.xlsx']\n"
        "from declint.cli import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        env={**os.environ, "DECLINT_LANG": "zh", "PYTHONIOENCODING": "utf-8"},
    )
    assert done.returncode == 2
    assert 'python -m pip install "declint[forms]"' in done.stderr.decode()
    assert not (tmp_path / "out.xlsx").exists()


def test_text_mode_imports_no_other_format(declaration: Path, tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "sys.argv = ['declint', 'check', 'a.yaml']\n"
        "from declint.cli import main\n"
        "try:\n"
        "    main()\n"
        "except SystemExit:\n"
        "    print(*sorted(sys.modules), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=False)
    loaded = set(done.stderr.decode().split())
    assert "declint.report.text" in loaded
    assert not loaded & {f"declint.report.{name}" for name in FORMATS if name != "text"}
    assert not loaded & {
        "openpyxl",
        "declint.report.encoding",
        "declint.report.markdown",
    }


def test_the_job_summary_tells_the_true_count(declint: Run, tmp_path: Path) -> None:
    rows = "".join(f"      第{number}项准确率: ≥100.00(%)\n" for number in range(30))
    text = BASE.replace("      图书编目准确率: ≥98.00(%)\n", rows)
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    summary = tmp_path / "summary.md"
    summary.write_text("# before\n", encoding="utf-8")
    done = declint("check", "a.yaml", "--output-format", "github", GITHUB_STEP_SUMMARY=str(summary))
    errors = done.stdout.count("\n::error ") + done.stdout.startswith("::error ")
    assert errors >= 30
    assert f"错误 {errors} 处" in done.stdout
    assert "只显示前 10 条" in done.stdout
    written = summary.read_text(encoding="utf-8")
    assert written.startswith("# before\n")
    assert f"错误 {errors} 处" in written
    assert written.count("| TGT001 |") == 31


def test_no_summary_is_written_for_other_formats(declint: Run, declaration: Path, tmp_path: Path) -> None:
    declint("check", "a.yaml", GITHUB_STEP_SUMMARY=str(tmp_path / "summary.md"))
    assert not (tmp_path / "summary.md").exists()


def test_paths_in_a_repository_start_at_its_top(declint: Run, tmp_path: Path) -> None:
    folder = tmp_path / "局" / "表"
    folder.mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    (folder / "a.yaml").write_text(WRONG, encoding="utf-8")
    for argument in ("表/a.yaml", str(folder / "a.yaml")):
        done = declint("check", argument, "--output-format", "gitlab", cwd=tmp_path / "局")
        assert [each["location"]["path"] for each in json.loads(done.stdout)] == ["局/表/a.yaml"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file names")
def test_a_hostile_file_name_gives_no_order(declint: Run, tmp_path: Path) -> None:
    name = os.fsdecode(b"=\n::error::owned\x1b[31m,%0A\xff.yaml")
    (tmp_path / name).write_text(WRONG, encoding="utf-8")
    for each in TEXTS:
        done = declint("check", ".", "--output-format", each)
        assert done.returncode == 1, each
        assert "\x1b" not in done.stdout
        assert "\n::error::owned" not in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="modes and links as POSIX has them")
def test_a_report_keeps_the_mode_of_its_file_and_goes_through_links(
    declint: Run, declaration: Path, tmp_path: Path
) -> None:
    target = tmp_path / "kept" / "out.json"
    target.parent.mkdir()
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    (tmp_path / "link.json").symlink_to(target)
    declint("check", "a.yaml", "--output", "json=link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert json.loads(target.read_text(encoding="utf-8"))["version"] == 1
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert sorted(path.name for path in target.parent.iterdir()) == ["out.json"]
