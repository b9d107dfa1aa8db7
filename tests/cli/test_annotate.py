"""``declint annotate`` as a user meets it."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from declint.declaration.reading import read_bytes
from declint.forms.layout import lay_out
from declint.forms.write_docx import write_docx
from declint.forms.write_xlsx import write_xlsx
from declint.settings import Limits
from declint.testing import BASE

Run = Callable[..., "subprocess.CompletedProcess[str]"]
WRONG = BASE.replace("≥98.00(%)", "≥100.00(%)").replace("≥90.00(%)", "读者普遍满意。")


def form(folder: Path, name: str, text: str = WRONG) -> Path:
    declaration = read_bytes("a.yaml", text.encode(), Limits()).declaration
    assert declaration
    layout = lay_out(declaration)
    path = folder / name
    path.write_bytes(write_docx(layout) if name.endswith("docx") else write_xlsx(layout))
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def comments(path: Path) -> list[str]:
    return [each.text for each in docx.Document(str(path)).comments]


def test_a_word_form_gets_a_comment_at_each_finding(declint: Run, tmp_path: Path) -> None:
    original = form(tmp_path, "申报表.docx").read_bytes()
    done = declint("annotate", "申报表.docx", "-o", "批注.docx")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "写了 2 条批注（错误 2，警告 0，提示 0）：批注.docx\n"
    first, second = comments(tmp_path / "批注.docx")
    assert first.startswith("错误 TGT001：“图书编目准确率”的指标值写成“≥100.00(%)”")
    assert "\n改法：" in first
    assert second.startswith("错误 TGT007：")
    assert (tmp_path / "申报表.docx").read_bytes() == original


def test_the_usual_name_says_what_it_is(declint: Run, tmp_path: Path) -> None:
    form(tmp_path, "申报表.xlsx")
    assert declint("annotate", "申报表.xlsx").returncode == 0
    assert names(tmp_path) == ["申报表-批注.xlsx", "申报表.xlsx"]


def test_a_workbook_gets_notes_fills_and_a_list(declint: Run, tmp_path: Path) -> None:
    form(tmp_path, "a.xlsx")
    done = declint("annotate", "a.xlsx", "-o", "b.xlsx", "--lang", "en")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "2 comments (2 errors, 0 warnings, 0 notes): b.xlsx\n"
    workbook: Any = openpyxl.load_workbook(tmp_path / "b.xlsx")
    assert workbook.sheetnames == ["申报表", "declint findings"]
    noted = {
        cell.value: cell.comment.text
        for row in workbook["申报表"].iter_rows()
        for cell in row
        if cell.comment
    }
    assert noted["≥100.00(%)"].startswith("error TGT001: ")
    assert [row[3] for row in workbook["declint findings"].iter_rows(values_only=True)] == [
        "Rule",
        "TGT001",
        "TGT007",
    ]


def test_author_and_date_can_be_set(declint: Run, tmp_path: Path) -> None:
    form(tmp_path, "a.docx")
    assert declint("annotate", "a.docx", "--author", "绩效科", "--date", "2026-01-31").returncode == 0
    found = list(docx.Document(str(tmp_path / "a-批注.docx")).comments)
    assert {(each.author, str(each.timestamp)) for each in found} == {("绩效科", "2026-01-31 00:00:00+00:00")}
    assert declint("annotate", "a.docx", "--date", "明天", "--force").returncode == 2


def test_safe_fixes_become_tracked_changes_or_are_listed(declint: Run, tmp_path: Path) -> None:
    form(tmp_path, "a.docx")
    form(tmp_path, "a.xlsx")
    done = declint("annotate", "a.docx", "-o", "b.docx", "--fix")
    assert done.stdout.splitlines()[1:] == ["写成修订的改正 1 处。"]
    done = declint("annotate", "a.xlsx", "-o", "b.xlsx", "--fix")
    assert done.stdout.splitlines()[1:] == [
        "写成修订的改正 0 处。",
        "请您自己改的：",
        "  申报表!G15 TGT001 把“≥”改成“=”",
    ]


def test_rules_can_be_chosen(declint: Run, tmp_path: Path) -> None:
    form(tmp_path, "a.docx")
    assert declint("annotate", "a.docx", "--select", "TGT007").returncode == 0
    assert len(comments(tmp_path / "a-批注.docx")) == 1
    assert declint("annotate", "a.docx", "--select", "XXX999", "--force").returncode == 2


def test_a_clean_form_gets_no_comment(declint: Run, tmp_path: Path) -> None:
    form(tmp_path, "a.docx", BASE)
    done = declint("annotate", "a.docx")
    assert done.stdout == "写了 0 条批注（错误 0，警告 0，提示 0）：a-批注.docx\n"
    assert comments(tmp_path / "a-批注.docx") == []


def test_the_original_is_never_written_over(declint: Run, tmp_path: Path) -> None:
    original = form(tmp_path, "a.docx").read_bytes()
    done = declint("annotate", "a.docx", "-o", "./a.docx", "--force")
    assert done.returncode == 2
    assert "不会改动原文件" in done.stderr
    (tmp_path / "b.docx").write_text("mine", encoding="utf-8")
    assert declint("annotate", "a.docx", "-o", "b.docx").returncode == 2
    assert (tmp_path / "b.docx").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "a.docx").read_bytes() == original


def test_the_kind_of_file_stays(declint: Run, tmp_path: Path) -> None:
    form(tmp_path, "a.docx")
    done = declint("annotate", "a.docx", "-o", "b.xlsx")
    assert done.returncode == 2
    assert "文件名要以 .docx 结尾" in done.stderr


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.pdf", b"%PDF-1.7\n", "PDF 里不能写批注。请用它的 Word 或 Excel 原件"),
        ("a.yaml", BASE.encode(), "只能在 .docx 和 .xlsx 文件里写批注"),
        ("a.docx", b"", "文件是空的"),
        ("a.docx", b"PK\x03\x04 broken", "文件已损坏"),
        ("none.docx", None, "文件打不开"),
    ],
)
def test_what_can_not_be_annotated_gets_the_next_step(
    declint: Run, tmp_path: Path, name: str, data: bytes | None, said: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    done = declint("annotate", name)
    assert (done.returncode, done.stdout) == (3, "")
    assert said in done.stderr
    assert names(tmp_path) == ([name] if data is not None else [])


def test_without_the_extra_the_command_to_install_it_is_named(declint: Run, tmp_path: Path) -> None:
    import declint as package

    form(tmp_path, "a.docx")
    fake = tmp_path / "fake" / "docx" / "__init__.py"
    fake.parent.mkdir(parents=True)
    fake.write_text("raise ModuleNotFoundError('no', name='docx')\n", encoding="utf-8")
    source = Path(package.__file__).parents[1]
    done = declint("annotate", "a.docx", PYTHONPATH=f"{fake.parents[1]}{os.pathsep}{source}")
    assert done.returncode == 2
    assert "python -m pip install 'declint[forms]'" in done.stderr
