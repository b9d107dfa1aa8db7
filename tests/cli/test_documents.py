"""``declint import``, and ``declint check`` on documents: as a user sees them."""

import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from jsonschema import Draft202012Validator

from declint.declaration.resources import schema_text

Run = Callable[..., "subprocess.CompletedProcess[str]"]
ROWS = [
    ["财政项目支出绩效目标申报表（2026年度）", "", "", ""],
    ["项目名称", "社区绿化", "项目类别", "特定目标类"],
    ["主管部门", "某市园林局", "实施单位", "某市绿化站"],
    ["年度资金申请总额：", "1,000,000.00", "", ""],
    ["年度总体目标", "种树 100 棵，成活率不低于 90%。", "", ""],
    ["一级指标", "二级指标", "三级指标", "年度指标值"],
    ["产出指标", "数量指标", "种树数量", "≥100.00(棵)"],
    ["", "质量指标", "成活率", "≥90.00(%)"],
    ["", "时效指标", "完成及时率", "≥100.00(%)"],
    ["效益指标", "社会效益指标", "新增树荫", "≥1.00(处)"],
    ["满意度指标", "服务对象满意度指标", "居民满意度", "≥90.00(%)"],
]


def word(rows: list[list[str]] = ROWS) -> bytes:
    document = docx.Document()
    table = document.add_table(0, 4)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def excel(rows: list[list[str]] = ROWS) -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "申报表.docx").write_bytes(word())
    (tmp_path / "申报表.xlsx").write_bytes(excel())
    return tmp_path


def test_a_word_form_is_checked_where_it_is(declint: Run, folder: Path) -> None:
    done = declint("check", "申报表.docx", "--select", "TGT001", DECLINT_LANG="zh")
    assert done.returncode == 1
    assert done.stdout.startswith(
        "申报表.docx 错误 TGT001 percentage-at-least-100\n"
        "  表 1 第 9 行：“完成及时率”的指标值写成“≥100.00(%)”"
    )
    assert "1 │ ≥100.00(%)\n  │ ^^^^^^^^^^\n" in done.stdout


def test_a_sheet_in_english_and_concise(declint: Run, folder: Path) -> None:
    done = declint("check", "申报表.xlsx", "--select", "TGT001", "--output-format", "concise", "--lang", "en")
    assert done.stdout.startswith("申报表.xlsx: error TGT001 Sheet!D9: ")


def test_the_json_report_has_the_cell(declint: Run, folder: Path) -> None:
    done = declint("check", "申报表.docx", "--output-format", "json", "--lang", "zh")
    report = json.loads(done.stdout)
    Draft202012Validator(json.loads(schema_text("report"))).validate(report)
    (finding,) = (each for each in report["findings"] if each["code"] == "TGT001")
    assert finding["path"] == "申报表.docx"
    assert finding["cell"] == {"place": "表 1 第 9 行", "address": "1.9.4", "text": "≥100.00(%)"}
    assert finding["field"] == ["绩效指标", "产出指标", "时效指标", "完成及时率"]
    assert finding["fixes"] == []


def test_several_forms_of_one_document_are_compared(declint: Run, tmp_path: Path) -> None:
    other = [[text.replace("社区绿化", "道路绿化") for text in row] for row in ROWS]
    (tmp_path / "两份.xlsx").write_bytes(excel([*ROWS, *other]))
    done = declint("check", "两份.xlsx", "--output-format", "json")
    assert json.loads(done.stdout)["summary"]["files"] == 2
    assert {finding["path"] for finding in json.loads(done.stdout)["findings"]} == {"两份.xlsx"}


def test_a_folder_means_its_declarations_only(declint: Run, folder: Path) -> None:
    assert declint("check", ".").returncode == 3


def test_a_document_that_cannot_be_read(declint: Run, folder: Path) -> None:
    (folder / "坏.docx").write_bytes(word()[:5000])
    done = declint("check", "坏.docx", "申报表.docx", "--lang", "zh", "--output-format", "concise")
    assert "坏.docx: 错误 SYN001 文件已损坏，读不完整" in done.stdout
    assert "申报表.docx" in done.stdout
    assert done.returncode == 1
    assert declint("check", "坏.docx").returncode == 3


def test_standard_input_may_be_a_document(declint: Run) -> None:
    done = declint("check", "-", "--stdin-filename", "a.docx", "--select", "TGT001", stdin=word())
    assert done.returncode == 1
    assert done.stdout.startswith("a.docx ")


def test_import_writes_numbered_files_and_reports(declint: Run, folder: Path) -> None:
    done = declint("import", "申报表.docx", "-o", "declarations", "--lang", "zh")
    assert done.returncode == 0
    assert done.stderr == ""
    assert done.stdout == ("申报表.docx：导入 1 份申报表\n  declarations/01-社区绿化.yaml：5 个指标\n")
    text = (folder / "declarations" / "01-社区绿化.yaml").read_text(encoding="utf-8")
    assert text.startswith("年度: 2026\n项目名称: 社区绿化\n")
    assert declint("check", "declarations", "--select", "SYN").returncode == 0


def test_an_existing_file_is_overwritten_only_when_asked(declint: Run, folder: Path) -> None:
    declint("import", "申报表.docx", "-o", "out")
    target = folder / "out" / "01-社区绿化.yaml"
    target.write_text("mine", encoding="utf-8")
    assert declint("import", "申报表.xlsx", "-o", "out").returncode == 2
    assert target.read_text(encoding="utf-8") == "mine"
    assert declint("import", "申报表.xlsx", "-o", "out", "--force").returncode == 0
    assert target.read_text(encoding="utf-8").startswith("年度: 2026")
    assert [path.name for path in (folder / "out").iterdir()] == ["01-社区绿化.yaml"]


def test_new_projects_get_the_next_numbers(declint: Run, folder: Path) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "07-甲.yaml").write_text("", encoding="utf-8")
    declint("import", "申报表.docx", "-o", "out")
    assert (folder / "out" / "08-社区绿化.yaml").is_file()


def test_a_folder_of_documents(declint: Run, folder: Path) -> None:
    """Every document in it, but not what Word leaves beside a file that is open."""
    (folder / "in").mkdir()
    (folder / "申报表.docx").rename(folder / "in" / "申报表.docx")
    (folder / "in" / "~$报表.docx").write_bytes(b"lock")
    assert declint("import", "in", "-o", "out").returncode == 0
    assert [path.name for path in (folder / "out").iterdir()] == ["01-社区绿化.yaml"]


def test_an_empty_folder_and_a_wrong_path(declint: Run, folder: Path) -> None:
    (folder / "empty").mkdir()
    done = declint("import", "empty", "-o", "out", "--lang", "zh")
    assert (done.returncode, "没有导入任何申报表" in done.stderr) == (3, True)
    done = declint("import", "*.pdf", "-o", "out", "--lang", "zh")
    assert (done.returncode, "没有导入任何申报表" in done.stderr) == (3, True)
    done = declint("import", "没有.docx", "-o", "out", "--lang", "zh")
    assert (done.returncode, "没有.docx 打不开" in done.stderr) == (3, True)


def test_one_bad_document_does_not_keep_the_others(declint: Run, folder: Path) -> None:
    (folder / "坏.docx").write_bytes(b"PK")
    done = declint("import", "坏.docx", "没有.docx", "申报表.docx", "-o", "out", "--lang", "zh")
    assert done.returncode == 1
    assert "坏.docx" in done.stderr
    assert "没有.docx 打不开" in done.stderr
    assert (folder / "out" / "01-社区绿化.yaml").is_file()


def test_comments_say_what_was_decided_in_the_language_asked_for(declint: Run, folder: Path) -> None:
    rows = [*ROWS[:8], ["", "时效指标", "完成及时率", ""]]
    (folder / "缺.docx").write_bytes(word(rows))
    declint("import", "缺.docx", "-o", "zh", "--lang", "zh")
    declint("import", "缺.docx", "-o", "en", "--lang", "en")
    declint("import", "缺.docx", "-o", "none", "--no-comments")
    name = "01-社区绿化.yaml"
    assert "      # 表上没有指标值 (表 1 第 9 行)\n      完成及时率:\n" in (folder / "zh" / name).read_text(
        "utf-8"
    )
    assert "      # the form has no target here (table 1, row 9)\n" in (folder / "en" / name).read_text(
        "utf-8"
    )
    assert "#" not in (folder / "none" / name).read_text("utf-8")


def test_the_schema_of_the_repository_is_named(declint: Run, folder: Path) -> None:
    (folder / "schemas").mkdir()
    (folder / "schemas" / "declaration.schema.json").write_text("{}", encoding="utf-8")
    declint("import", "申报表.docx", "-o", "declarations/2026")
    first = (folder / "declarations" / "2026" / "01-社区绿化.yaml").read_text("utf-8").partition("\n")[0]
    assert first == "# yaml-language-server: $schema=../../schemas/declaration.schema.json"
