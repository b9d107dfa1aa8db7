"""``declint check`` as a user meets it."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from declint.declaration.resources import schema_text
from declint.report.terminal import View, width
from declint.testing import BASE

Run = Callable[..., "subprocess.CompletedProcess[str]"]
WRONG = BASE.replace("图书编目准确率: ≥98.00(%)", "图书编目准确率: ≥100.00(%)")
PUBLISHED = Path(__file__).parents[2] / "declarations"
SCHEMA = Draft202012Validator(json.loads(schema_text("report")))

TEN_BROKEN = {
    "01-alias.yaml": "年度: &y 2026\n项目名称: *y\n".encode(),
    "02-bytes.yaml": b"\x80\x81\xff\xfe\x00\x01",
    "03-colon.yaml": BASE.replace("项目名称: ", "项目名称：").encode(),
    "04-control.yaml": BASE.replace("社区", "社\x00区").encode(),
    "05-deep.yaml": ("年度: " + "[" * 60 + "]" * 60).encode(),
    "06-documents.yaml": (BASE + "---\n" + BASE).encode(),
    "07-empty.yaml": b"",
    "08-list.yaml": b"- 1\n- 2\n",
    "09-quote.yaml": BASE.replace("社区图书馆运行", "'社区图书馆运行").encode(),
    "10-tab.yaml": BASE.replace("  产出指标", "\t产出指标").encode(),
}


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def report(done: "subprocess.CompletedProcess[str]") -> Any:
    data = json.loads(done.stdout)
    SCHEMA.validate(data)
    return data


def test_a_clean_file_is_ready(declint: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", BASE)
    done = declint("check", "a.yaml")
    assert done.returncode == 0
    assert done.stdout == "检查了 1 份申报表，没有发现问题。可以提交。\n"
    assert done.stderr == ""


def test_an_error_is_shown_with_its_line_and_its_repair(declint: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", WRONG)
    done = declint("check", "a.yaml")
    assert done.returncode == 1
    assert "a.yaml:30:16 错误 TGT001 percentage-at-least-100" in done.stdout
    assert "写成“=100.00(%)”" in done.stdout
    lines = done.stdout.splitlines()
    source = next(line for line in lines if line.startswith("30 │"))
    marker = lines[lines.index(source) + 1]
    before = source.index("≥")
    assert width(marker[: marker.index("^")], View()) == width(source[:before], View())
    assert marker.count("^") == width("≥100.00(%)", View())


def test_without_paths_the_folder_of_declarations_is_checked(declint: Run, tmp_path: Path) -> None:
    write(tmp_path, "declarations/2026/a.yaml", WRONG)
    write(tmp_path, "other/b.yaml", WRONG)
    assert report(declint("check", "--output-format", "json"))["summary"]["files"] == 1


def test_folders_patterns_and_files_are_checked_once(declint: Run, tmp_path: Path) -> None:
    write(tmp_path, "forms/a.yaml", BASE)
    write(tmp_path, "forms/deep/b.yml", BASE)
    write(tmp_path, "forms/.hidden/c.yaml", BASE)
    write(tmp_path, "forms/d.txt", BASE)
    data = report(declint("check", "forms", "forms/*.yaml", "forms/a.yaml", "--output-format", "json"))
    assert data["summary"]["files"] == 2


def test_standard_input_has_the_name_it_is_given(declint: Run) -> None:
    done = declint(
        "check", "-", "--stdin-filename", "表/a.yaml", "--output-format", "json", stdin=WRONG.encode()
    )
    assert [finding["path"] for finding in report(done)["findings"]] == ["表/a.yaml"]
    assert done.returncode == 1


def test_the_contract_of_a_finding(declint: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", WRONG)
    data = report(declint("check", "a.yaml", "--output-format", "json"))
    (finding,) = data["findings"]
    assert finding["code"] == "TGT001"
    assert finding["name"] == "percentage-at-least-100"
    assert finding["severity"] == "error"
    assert finding["declaration"] == "社区图书馆运行"
    assert finding["field"] == ["绩效指标", "产出指标", "质量指标", "图书编目准确率"]
    assert (finding["line"], finding["column"], finding["endLine"], finding["endColumn"]) == (30, 16, 30, 26)
    (fix,) = finding["fixes"]
    assert fix["safety"] == "safe"
    assert fix["edits"] == [{"line": 30, "column": 16, "endLine": 30, "endColumn": 17, "text": "="}]
    assert data["summary"] == {
        "files": 1, "errors": 1, "warnings": 0, "notes": 0, "suppressed": 0, "baselined": 0,
    }  # fmt: skip


def test_the_exit_code_does_not_depend_on_the_format(declint: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", WRONG)
    codes = {
        declint("check", "a.yaml", "--output-format", each).returncode for each in ("text", "concise", "json")
    }
    assert codes == {1}


@pytest.mark.parametrize(("bar", "code"), [("error", 0), ("warning", 1), ("note", 1), ("never", 0)])
def test_fail_on_moves_the_bar(declint: Run, tmp_path: Path, bar: str, code: int) -> None:
    without_timeliness = BASE.replace("    时效指标:\n      新书上架及时率: ≥95.00(%)\n", "")
    write(tmp_path, "a.yaml", without_timeliness)
    assert declint("check", "a.yaml", "--fail-on", bar).returncode == code


def test_ten_broken_files_and_a_good_one(declint: Run, tmp_path: Path) -> None:
    for name, data in TEN_BROKEN.items():
        (tmp_path / name).write_bytes(data)
    write(tmp_path, "11-good.yaml", WRONG)
    done = declint("check", ".", "--output-format", "json")
    found = report(done)["findings"]
    assert done.returncode == 1
    assert done.stderr == ""
    broken = {finding["path"] for finding in found if finding["code"] in ("SYN001", "SYN002")}
    assert broken == set(TEN_BROKEN)
    assert [finding["code"] for finding in found if finding["path"] == "11-good.yaml"] == ["TGT001"]
    text = declint("check", ".").stdout
    assert "Traceback" not in text


def test_an_unreadable_file_is_never_waved_through(declint: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", "年度: [")
    assert declint("check", "a.yaml", "--select", "TGT").returncode == 1
    assert declint("check", "a.yaml", "--ignore", "SYN").returncode == 1


def test_an_empty_folder_is_not_clean(declint: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = declint("check", "empty")
    assert done.returncode == 3
    assert "没有检查任何申报表" in done.stderr
    assert "可以提交" not in done.stdout


def test_a_wrong_path_is_not_clean(declint: Run, tmp_path: Path) -> None:
    done = declint("check", "missing.yaml")
    assert done.returncode == 3
    assert "missing.yaml" in done.stderr
    write(tmp_path, "a.yaml", BASE)
    done = declint("check", "a.yaml", "missing.yaml", "--output-format", "json")
    assert done.returncode == 1
    assert [finding["path"] for finding in report(done)["findings"]] == ["missing.yaml"]


@pytest.mark.parametrize(
    "arguments",
    [("check", "--foo"), ("check", "--select", "TGT0O1"), ("explain",), ("explain", "QQQ"), ("chekc",)],
)
def test_wrong_usage(declint: Run, arguments: tuple[str, ...]) -> None:
    done = declint(*arguments)
    assert done.returncode == 2
    assert done.stderr.startswith("declint: ")
    assert "Traceback" not in done.stderr


def test_a_misspelt_rule_gets_a_suggestion(declint: Run) -> None:
    assert "TGT001" in declint("check", "--select", "TGT0O1").stderr


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "检查了"),
        ({"LANG": "C.UTF-8"}, "检查了"),
        ({"LANG": "en_GB.UTF-8"}, "Files checked"),
        ({"LANG": "zh_CN.UTF-8"}, "检查了"),
        ({"LANG": "zh_CN.UTF-8", "DECLINT_LANG": "en"}, "Files checked"),
    ],
)
def test_the_language(declint: Run, tmp_path: Path, environment: dict[str, str], expected: str) -> None:
    write(tmp_path, "a.yaml", BASE)
    assert declint("check", "a.yaml", **environment).stdout.startswith(expected)
    assert declint("check", "a.yaml", "--lang", "en", **environment).stdout.startswith("Files checked")
    assert declint("--lang", "zh", "check", "a.yaml", **environment).stdout.startswith("检查了")


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal(declint: Run, columns: int) -> None:
    """Paths apart: they stay in one piece, so that a terminal can follow them."""
    text = declint("check", str(PUBLISHED), COLUMNS=str(columns)).stdout
    lines = [line for line in text.splitlines() if str(PUBLISHED) not in line]
    assert [line for line in lines if width(line, View()) > columns] == []


def test_colour_only_where_it_is_wanted(declint: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", WRONG)
    assert "\x1b[" not in declint("check", "a.yaml").stdout
    assert "\x1b[" in declint("check", "a.yaml", FORCE_COLOR="1").stdout
    assert "\x1b[" not in declint("check", "a.yaml", FORCE_COLOR="1", NO_COLOR="1").stdout
    assert "\x1b[" in declint("check", "a.yaml", "--color", "always", NO_COLOR="1").stdout


def test_a_gbk_console_gets_no_mojibake_and_no_crash(declint: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", WRONG.replace("社区", "社😀区").replace("图书编目", "图书😀编目"))
    done = declint("check", "a.yaml", PYTHONIOENCODING="gbk")
    assert done.returncode == 1
    assert "错误 TGT001" in done.stdout
    assert declint("check", "a.yaml", PYTHONIOENCODING="ascii").returncode == 1
    data = declint("check", "a.yaml", "--output-format", "json", PYTHONIOENCODING="utf-8")
    assert report(data)["findings"][0]["declaration"] == "社😀区图书馆运行"


def test_control_characters_reach_no_terminal(declint: Run, tmp_path: Path) -> None:
    hostile = "a\\u001b[31mb\\u202ec\\u200bd"
    text = WRONG.replace("图书编目准确率: ≥100.00(%)", f'"{hostile}准确率": ≥100.00(%)')
    write(tmp_path, "a.yaml", text)
    for output in ("text", "concise"):
        shown = declint("check", "a.yaml", "--output-format", output).stdout
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert "<U+001B>" in shown


def test_the_same_input_gives_the_same_bytes(declint: Run) -> None:
    for output in ("text", "json"):
        runs = {declint("check", str(PUBLISHED), "--output-format", output).stdout for _ in range(2)}
        assert len(runs) == 1


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    import sys

    done = subprocess.run(  # noqa: S602
        f"{sys.executable} -m declint check {PUBLISHED} | head -n 1",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert done.stderr == ""
