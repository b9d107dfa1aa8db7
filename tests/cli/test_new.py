"""``declint new`` as a user meets it: flags in a script, questions on a terminal."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
posix = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
FLAGS = (
    "--year",
    "2026",
    "--supervisor",
    "示例市文化和旅游局",
    "--unit",
    "示例市图书馆",
    "--amount",
    "50万元",
)


def codes(done: "subprocess.CompletedProcess[str]") -> list[str]:
    return [finding["code"] for finding in json.loads(done.stdout)["findings"]]


def test_flags_make_a_file_that_lacks_only_its_goals(declint: Run, tmp_path: Path) -> None:
    declint("schema", "-o", "schemas")
    done = declint("new", "社区图书馆运行", *FLAGS)
    assert done.returncode == 0, done.stderr
    path = tmp_path / "declarations/2026/01-社区图书馆运行.yaml"
    assert "已新建 declarations/2026/01-社区图书馆运行.yaml" in done.stdout
    lines = path.read_text("utf-8").splitlines()
    assert lines[0] == "# yaml-language-server: $schema=../../schemas/declaration.schema.json"
    assert "  年度资金申请总额: 500000.00" in lines
    assert "计划完成日期: 2026-12-31" in lines
    assert codes(declint("check", "--output-format", "json")) == ["GOL006"]


def test_the_next_number_is_taken_and_nothing_is_overwritten(declint: Run, tmp_path: Path) -> None:
    folder = tmp_path / "declarations" / "2026"
    folder.mkdir(parents=True)
    (folder / "07-旧.yaml").write_text("x", encoding="utf-8")
    assert declint("new", "甲").returncode == 0
    again = declint("new", "甲", "--year", "2026")
    assert again.returncode == 2
    assert "08-甲.yaml" in again.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["07-旧.yaml", "08-甲.yaml"]
    assert (folder / "07-旧.yaml").read_text("utf-8") == "x"


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        ((), "项目名称：不能为空"),
        (("。",), "项目名称：不能为空"),
        (("甲", "--year", "26"), "年度：“26”不是年度"),
        (("甲", "--amount", "很多"), "年度资金申请总额：“很多”不是金额"),
        (("甲", "--start", "明年"), "计划开始日期：“明年”不是日期"),
        (("甲", "--edition", "2099"), "没有表式“2099”"),
        (("甲", "--year", "2026", "--end", "2025-06-30"), "不包含年度 2026"),
        (("甲", "--folder", "file"), "不能写文件 file/01-甲.yaml"),
    ],
)
def test_bad_input_is_refused_and_leaves_nothing(
    declint: Run, tmp_path: Path, flags: tuple[str, ...], said: str
) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    done = declint("new", *flags)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_another_edition_and_folder(declint: Run, tmp_path: Path) -> None:
    done = declint("new", "甲", "--year", "2026", "--edition", "四川", "--folder", "项目 一", "--lang", "en")
    assert 'declint check "项目 一/01-甲.yaml"' in done.stdout
    assert "\n  项目完成指标:\n" in (tmp_path / "项目 一" / "01-甲.yaml").read_text("utf-8")


def talk(folder: Path, typed: str) -> tuple[int, str]:
    """The exit code and the screen of ``declint new`` on a terminal where that is typed."""
    import pty

    master, slave = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "declint", "new"],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        cwd=folder,
        env={**os.environ, "DECLINT_LANG": "zh", "PYTHONIOENCODING": "utf-8"},
        start_new_session=True,
    ) as process:
        os.close(slave)
        os.write(master, typed.encode())
        shown = b""
        while True:
            try:
                shown += os.read(master, 4096)
            except OSError:
                break
        code = process.wait(60)
    os.close(master)
    return code, shown.decode().replace("\r", "")


@posix
def test_on_a_terminal_what_is_missing_is_asked_and_asked_again(tmp_path: Path, declint: Run) -> None:
    declint("new", "乙", *FLAGS)
    answers = {
        "项目名称": ["", "社区图书馆运行"],
        "年度": ["2026"],
        "项目性质": ["经常性项目"],
        "项目类别": [""],
        "主管部门": [""],
        "实施单位": ["示例市少儿图书馆"],
        "计划开始日期": ["2027-01-01", ""],
        "计划完成日期": ["年底", ""],
        "年度资金申请总额": ["5"],
        "上年结转资金": ["6", "1"],
        "其他资金": [""],
        "表式": [""],
        "年度总体目标": [""],
    }
    code, screen = talk(tmp_path, "".join(f"{line}\n" for lines in answers.values() for line in lines))
    assert code == 0, screen
    assert "“年底”不是日期" in screen
    assert "不包含年度 2026" in screen
    assert "超过了年度资金申请总额 5.00 元" in screen
    text = (tmp_path / "declarations/2026/02-社区图书馆运行.yaml").read_text("utf-8")
    assert "主管部门: 示例市文化和旅游局\n实施单位: 示例市少儿图书馆\n" in text
    assert "项目性质: 经常性项目\n" in text
    assert "计划开始日期: 2026-01-01\n" in text
    assert "  年度资金申请总额: 5.00\n  当年财政拨款: 4.00\n" in text


@posix
def test_a_project_that_is_there_is_refused_before_any_other_question(tmp_path: Path, declint: Run) -> None:
    declint("new", "乙", *FLAGS)
    code, screen = talk(tmp_path, "乙\n2026\n")
    assert code == 2
    assert "01-乙.yaml" in screen
    assert "主管部门" not in screen


@posix
def test_giving_up_writes_nothing(tmp_path: Path) -> None:
    code, screen = talk(tmp_path, "甲\n2026\n\x04")
    assert code == 130
    assert "已中断" in screen
    assert "Traceback" not in screen
    assert list(tmp_path.iterdir()) == []
