"""What each kind of document shows is what is read."""

import datetime
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from docx.oxml import OxmlElement
from docx.table import _Cell

from declint.forms.number_format import shown
from declint.forms.numbering import shown_number
from declint.forms.open import open_document
from declint.forms.reading import FormsRead, read_forms

Build = Callable[..., bytes]
NINTH = datetime.datetime(2026, 3, 9)  # noqa: DTZ001  (Excel knows no zones)


@pytest.mark.parametrize(
    ("value", "pattern", "text"),
    [
        (90.0, "General", "90"),
        (0.1 + 0.2, "General", "0.3"),
        (1e15, "General", "1000000000000000"),
        (4087500, "#,##0.00", "4,087,500.00"),
        (-5, "#,##0.00;[Red](#,##0.00)", "(5.00)"),
        (0, '0.00;-0.00;"—"', "—"),
        (0.955, "0%", "96%"),
        (0.955, "0.00%", "95.50%"),
        (12, '0"家"', "12家"),
        (12.5, "¥#,##0.00_ ;¥-#,##0.00", "¥12.50"),
        (1234567, "#,##0,", "1,235"),
        (2.5, "0.##", "2.5"),
        (2, "0.##", "2"),
        (7, "@", "7"),
        (1.5, "0.00E+00", "1.5"),
        (True, "General", "TRUE"),
        ("=100(%)", "General", "=100(%)"),
        (NINTH, "yyyy-mm-dd", "2026-03-09"),
        (NINTH, 'yyyy"年"m"月"d"日"', "2026年3月9日"),
        (NINTH, "[$-804]yyyy/m/d;@", "2026/3/9"),
        (NINTH, "General", "2026-03-09"),
        (None, "General", ""),
    ],
)
def test_numbers_and_days_as_excel_shows_them(value: object, pattern: str, text: str) -> None:
    assert shown(value, pattern) == text


@pytest.mark.parametrize(
    ("number", "style", "text"),
    [
        (3, "decimal", "3"),
        (1, "chineseCounting", "一"),
        (10, "chineseCountingThousand", "十"),
        (21, "japaneseCounting", "二十一"),
        (40, "chineseCounting", "四十"),
        (2, "lowerLetter", "b"),
        (12, "decimalEnclosedCircle", "⑫"),
        (7, "unheard-of", "7"),
    ],
)
def test_numbers_of_lists(number: int, style: str, text: str) -> None:
    assert shown_number(number, style) == text


def element(tag: str, text: str) -> Any:
    """A run that holds one text element."""
    run, inner = OxmlElement("w:r"), OxmlElement(tag)
    inner.text = text
    run.append(inner)
    return run


def change(cell: _Cell, tag: str, run: Any) -> None:
    """Put a run into a cell as a tracked change."""
    tracked = OxmlElement(tag)
    tracked.append(run)
    cell.paragraphs[0]._p.append(tracked)


def test_a_word_form_in_a_layout_table_with_lists_and_tracked_changes() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "财政项目支出绩效目标申报表"
    document.add_paragraph("（2026年度）        单位：万元")
    table = document.add_table(1, 1).cell(0, 0).add_table(6, 5)
    rows = [
        ["项目名称", "老旧小区改造", "", "实施单位", "某区住建局"],
        ["年度资金总额：", "500"],
        ["年度总体目标", "改造内容："],
        ["绩效指标", "一级指标", "二级指标", "三级指标", "指标值"],
        ["", "产出指标", "数量指标", "改造面积\n（万平方米）", "≥3万"],
        ["", "效益指标", "社会效益指标", "受益户数", "≥1000户"],
    ]
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(number, column).text = text
    for text in ("改造小区 5 个", "改造面积 3 万平方米"):
        table.cell(2, 1).add_paragraph(text, style="List Number")
    change(table.cell(5, 4), "w:del", element("w:delText", "删去的"))
    change(table.cell(5, 4), "w:ins", element("w:t", "以上"))
    document.add_paragraph("填表人：李四")
    buffer = io.BytesIO()
    document.save(buffer)
    read = read_forms("a.docx", buffer.getvalue())
    (form,) = read.forms
    assert {label: value.text for label, value in form.fields.items()} == {
        "年度": "2026",
        "金额单位": "万元",
        "项目名称": "老旧小区改造",
        "实施单位": "某区住建局",
        "年度资金/年度资金申请总额": "500",
        "绩效目标/年度总体目标": "改造内容：\n1.改造小区 5 个\n2.改造面积 3 万平方米",
    }
    assert [(row.name.text, row.columns["指标值"].text) for row in form.indicators] == [
        ("改造面积（万平方米）", "≥3万"),
        ("受益户数", "≥1000户以上"),
    ]
    assert [cell.text for cell in read.unused] == ["填表人：李四"]
    assert form.indicators[0].name.parts[0][1].spot.zh == "表 2 第 5 行"


def test_formulas_hidden_sheets_and_rounded_numbers_are_told() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["B2"], sheet["C3"] = "甲", "=1+1", 0.955
    sheet["C3"].number_format = "0%"
    hidden = book.create_sheet("选项")
    hidden["A1"] = "乙"
    hidden.sheet_state = "hidden"
    buffer = io.BytesIO()
    book.save(buffer)
    document = open_document("a.xlsx", buffer.getvalue())
    assert [cell.text for cell in document.cells()] == ["甲", "96%"]
    assert [cell.address for cell in document.hidden] == ["选项!A1"]
    assert [(cell.address, words.say("zh", arguments)) for cell, words, arguments in document.notes] == [
        ("Sheet!B2", "这一格是公式，没有算好的结果"),
        ("Sheet!C3", "显示为“96%”，实际数值是 0.955"),
    ]


def test_rows_that_a_page_break_cuts_in_two_are_joined(said: Callable[[FormsRead], list[str]]) -> None:
    """The head that each page repeats begins nothing, and no half of a row is taken for a row."""
    path = Path(__file__).parent / "documents" / "cut-rows.pdf"
    read = read_forms(path.name, path.read_bytes())
    (form,) = read.forms
    assert not read.unused
    assert [(row.name.text, row.columns["指标值"].text) for row in form.indicators] == [
        (
            f"第{number}项农村公路养护里程及附属设施维修改造完成情况与安全隐患整治到位率",
            f"≥{number}.00(%)，并达到省级主管部门规定的质量验收标准和安全规范",
        )
        for number in range(1, 29)
    ]
    assert [
        len([row for row in form.indicators if row.level2 == level2]) for _, level2 in form.categories
    ] == [
        12,
        10,
        6,
    ]
    assert sum("换页把这一行切成两截" in each for each in said(read)) == 3
