"""``declint export`` as a user meets it."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from declint.testing import BASE

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def write(folder: Path, name: str, text: str = BASE) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_folder_becomes_forms_named_as_its_files(declint: Run, tmp_path: Path) -> None:
    write(tmp_path, "申报/01-图书馆.yaml")
    write(tmp_path, "申报/下级/02-“讲座”.yml")
    done = declint(
        "export", "申报", "-o", "导出/表格", "--format", "docx", "--format", "xlsx", "--format", "html"
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "导出了 6 个文件到 导出/表格。\n", "")
    assert names(tmp_path / "导出") == [
        f"表格/{stem}.{form}" for stem in ("01-图书馆", "02-“讲座”") for form in ("docx", "html", "xlsx")
    ]


def test_word_is_the_usual_format(declint: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    assert declint("export", "a.yaml", "-o", "out").returncode == 0
    assert names(tmp_path / "out") == ["a.docx"]


def test_nothing_is_overwritten_unasked(declint: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    write(tmp_path, "b.yaml")
    write(tmp_path, "out/b.docx", "mine")
    done = declint("export", ".", "-o", "out")
    assert done.returncode == 2
    assert "文件已经存在：out/b.docx" in done.stderr
    assert "--force" in done.stderr
    assert names(tmp_path / "out") == ["b.docx"]
    assert (tmp_path / "out/b.docx").read_text(encoding="utf-8") == "mine"
    assert declint("export", ".", "-o", "out", "--force").returncode == 0
    assert (tmp_path / "out/b.docx").read_bytes().startswith(b"PK")


def test_two_declarations_never_share_a_file(declint: Run, tmp_path: Path) -> None:
    write(tmp_path, "2025/a.yaml")
    write(tmp_path, "2026/A.yaml")
    done = declint("export", ".", "-o", "out", "--lang", "en")
    assert done.returncode == 2
    assert "several declarations would be written to one file: A.docx, a.docx" in done.stderr
    assert not (tmp_path / "out").exists()


def test_what_can_not_be_read_is_named_and_the_rest_is_exported(declint: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    write(tmp_path, "b.yaml", "年度: &x 2026")
    done = declint("export", "a.yaml", "b.yaml", "c.yaml", "-o", "out")
    assert done.returncode == 1
    assert names(tmp_path / "out") == ["a.docx"]
    assert "b.yaml 不是可读的申报表，没有导出。运行 declint check 看原因" in done.stderr
    assert "c.yaml 打不开（" in done.stderr


def test_a_wrong_path_exports_nothing(declint: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for path in ("empty", "nowhere"):
        done = declint("export", path, "-o", "out")
        assert (done.returncode, done.stdout) == (3, "")
        assert f"没有导出任何申报表：{path}" in done.stderr
    assert not (tmp_path / "out").exists()


def test_it_has_to_be_said_where_to(declint: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    done = declint("export", "a.yaml")
    assert done.returncode == 2
    assert "请用 -o 写明导出到哪个文件夹" in done.stderr


def test_what_the_form_has_no_place_for_is_said(declint: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", BASE + "备注: 多出来的\n")
    done = declint("export", "a.yaml", "-o", "out")
    assert done.returncode == 1
    assert "a.yaml：表格上没有这些栏目，内容没有导出：备注" in done.stderr
    assert names(tmp_path / "out") == ["a.docx"]


def test_control_characters_are_replaced_and_said(declint: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", BASE.replace("社区图书馆运行", '"社区\\a图书馆"'))
    done = declint("export", "a.yaml", "-o", "out", "--format", "xlsx", "--format", "docx")
    assert done.returncode == 1
    assert "有 1 个文档里不能有的控制字符，已用 � 代替" in done.stderr
    assert names(tmp_path / "out") == ["a.docx", "a.xlsx"]


def test_a_folder_that_can_not_be_made_is_said(declint: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    write(tmp_path, "out", "a file")
    done = declint("export", "a.yaml", "-o", "out")
    assert done.returncode == 1
    assert "out/a.docx 写不了（" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_text_too_long_for_excel_is_said_and_the_rest_is_exported(declint: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", BASE.replace("全年举办读书活动", "长" * 40_000))
    write(tmp_path, "b.yaml")
    done = declint("export", ".", "-o", "out", "--format", "xlsx")
    assert done.returncode == 1
    assert "超过一个单元格能放的 32767 个字。请导出成 docx" in done.stderr
    assert names(tmp_path / "out") == ["b.xlsx"]


def test_a_summary_stands_alone_or_with_the_forms(declint: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", BASE.replace("图书编目准确率: ≥98.00(%)", "图书编目准确率: ≥100.00(%)"))
    done = declint("export", "a.yaml", "--summary", "汇总.xlsx")
    assert (done.returncode, done.stdout) == (0, "汇总表：汇总.xlsx。\n")
    projects, indicators = openpyxl.load_workbook(tmp_path / "汇总.xlsx").worksheets
    assert (projects.max_row, projects["Q2"].value, projects["P2"].value) == (2, 1, 6)
    assert [row[11] for row in indicators.iter_rows(min_row=2, values_only=True)].count("TGT001") == 1
    again = declint("export", "a.yaml", "-o", "out", "--summary", "汇总.xlsx")
    assert again.returncode == 2
    assert "汇总.xlsx" in again.stderr
    assert not (tmp_path / "out").exists()


def test_a_summary_is_an_excel_file(declint: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    done = declint("export", "a.yaml", "--summary", "汇总.csv")
    assert done.returncode == 2
    assert ".xlsx" in done.stderr


@pytest.mark.parametrize("arguments", [("-o", "out", "--format", "xlsx"), ("--summary", "s.xlsx")])
def test_without_the_extra_the_command_to_install_it_is_named(
    declint: Run, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    import declint as package

    write(tmp_path, "a.yaml")
    write(
        tmp_path, "fake/openpyxl/__init__.py", "raise ModuleNotFoundError('no openpyxl', name='openpyxl')\n"
    )
    source = Path(package.__file__).parents[1]
    done = declint("export", "a.yaml", *arguments, PYTHONPATH=f"{tmp_path / 'fake'}{os.pathsep}{source}")
    assert done.returncode == 2
    assert "python -m pip install 'declint[forms]'" in done.stderr
    assert "Traceback" not in done.stderr


def test_word_and_html_need_no_extra(declint: Run, tmp_path: Path) -> None:
    import declint as package

    write(tmp_path, "a.yaml")
    for name in ("openpyxl", "lxml", "docx"):
        write(tmp_path, f"fake/{name}/__init__.py", f"raise ModuleNotFoundError('no', name='{name}')\n")
    source = Path(package.__file__).parents[1]
    done = declint(
        "export", "a.yaml", "-o", "out", "--format", "docx", "--format", "html",
        PYTHONPATH=f"{tmp_path / 'fake'}{os.pathsep}{source}",
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
