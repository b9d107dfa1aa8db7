"""Many declarations in one workbook for the reviewer: a row a project, a row an indicator."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from msgspec import Struct, field
from openpyxl.styles import Alignment, Border, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from declint.declaration.amount import is_plain
from declint.declaration.model import Amount, Declaration, Indicator
from declint.declaration.target import TargetKind
from declint.finding import Path, Severity
from declint.forms.measure import LONGEST_TEXT, lines_needed
from declint.forms.table import printable
from declint.forms.workbook import body_font, new_workbook, put_text, saved

Value = str | int | Decimal | None
_TEXT, _SINGLE, _HEADING = "汇总 正文", "汇总 单行", "汇总 表头"
_FILE = "文件"
PROJECTS, INDICATORS = "项目", "指标"
_HEAD = (
    "项目名称",
    "项目性质",
    "项目类别",
    "主管部门",
    "实施单位",
    "计划开始日期",
    "计划完成日期",
)
_AMOUNTS = (
    "项目资金/项目资金总额",
    "项目资金/财政资金",
    "项目资金/其他资金",
    "年度资金/年度资金申请总额",
    "年度资金/当年财政拨款",
    "年度资金/上年结转资金",
    "年度资金/其他资金",
)
_SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTE: "提示"}
_KINDS = {
    TargetKind.MISSING: "空",
    TargetKind.NUMBER: "数值",
    TargetKind.DATE: "日期",
    TargetKind.TEXT: "文字",
    TargetKind.UNREADABLE: "读不懂",
}
_PROJECT_COLUMNS = {
    "年度": 7,
    "项目名称": 30,
    "项目性质": 16,
    "项目类别": 12,
    "主管部门": 22,
    "实施单位": 22,
    "计划开始日期": 13,
    "计划完成日期": 13,
    "项目资金总额（元）": 17,
    "项目：财政资金（元）": 17,
    "项目：其他资金（元）": 17,
    "年度资金申请总额（元）": 17,
    "年度：当年财政拨款（元）": 17,
    "年度：上年结转资金（元）": 17,
    "年度：其他资金（元）": 17,
    "指标数": 8,
    "错误": 7,
    "警告": 7,
    "提示": 7,
    _FILE: 40,
}
_INDICATOR_COLUMNS = {
    "项目名称": 28,
    "一级指标": 12,
    "二级指标": 18,
    "三级指标": 36,
    "指标值": 26,
    "种类": 8,
    "符号": 7,
    "数值": 14,
    "上限": 10,
    "单位": 10,
    "权重": 8,
    "问题": 24,
    _FILE: 40,
}
_MONEY, _EXACT_DIGITS = "#,##0.00########", 15
"""Excel calculates with 15 digits; a longer number would be another one and is written as text."""
_HEAD_FILL = PatternFill("solid", fgColor="FFE7ECF4")
_THIN = Side(style="thin", color="FFBFBFBF")
_BORDER = Border(_THIN, _THIN, _THIN, _THIN)
_MM_PER_UNIT = 8 * 25.4 / 96
_LINE, _ROOM = 13.5, 4.5


class Project(Struct, frozen=True):
    """One declaration with what was found in it.

    ``path`` is its file as the user knows it; ``codes`` names, by the path of an indicator, the rules that
    speak of it.
    """

    path: str
    declaration: Declaration
    found: Mapping[Severity, int] = field(default_factory=dict)
    codes: Mapping[Path, Sequence[str]] = field(default_factory=dict)


def write_summary(projects: Sequence[Project]) -> bytes:
    """The bytes of the workbook; amounts in 元."""
    workbook = new_workbook()
    workbook.properties.title = "绩效目标申报汇总表"
    for style in _styles():
        workbook.add_named_style(style)
    sheet: Any = workbook.active
    sheet.title = PROJECTS
    _fill(sheet, _PROJECT_COLUMNS, (_project(each) for each in projects), "C2")
    rows = (_indicator(each, indicator) for each in projects for indicator in each.declaration.indicators)
    _fill(workbook.create_sheet(INDICATORS), _INDICATOR_COLUMNS, rows, "B2")
    return saved(workbook)


def _styles() -> Iterator[NamedStyle]:
    """The looks of the cells; named, since the library compares all others with each other."""
    wrapped = Alignment(vertical="center", wrap_text=True)
    single = Alignment(vertical="center")
    middle = Alignment(horizontal="center", vertical="center", wrap_text=True)
    yield NamedStyle(_TEXT, font=body_font(10), border=_BORDER, alignment=wrapped)
    yield NamedStyle(_SINGLE, font=body_font(10), border=_BORDER, alignment=single)
    bold = body_font(10, bold=True)
    yield NamedStyle(_HEADING, font=bold, fill=_HEAD_FILL, border=_BORDER, alignment=middle)


def _project(project: Project) -> Iterator[Value]:
    declaration = project.declaration
    yield declaration.year if declaration.year is not None else declaration.text("年度")
    for label in _HEAD:
        yield declaration.text(label)
    for label in _AMOUNTS:
        yield _amount(declaration.amount(label))
    yield len(declaration.indicators)
    for severity in _SEVERITIES:
        yield project.found.get(severity, 0)
    yield project.path


def _amount(amount: Amount | None) -> Value:
    """The sum in 元; what is no sum stays the text that it is."""
    if amount is None:
        return None
    return amount.text if amount.yuan is None else amount.yuan


def _indicator(project: Project, indicator: Indicator) -> Iterator[Value]:
    target, weight = indicator.target, indicator.columns.get("权重")
    yield project.declaration.name
    yield indicator.category.level1
    yield indicator.category.level2
    yield indicator.name
    yield target.raw
    yield _KINDS[target.kind]
    yield target.operator.value
    yield target.number
    yield target.upper
    yield target.unit
    yield _number(weight.text) if weight else None
    yield "、".join(dict.fromkeys(project.codes.get(indicator.path, ())))
    yield project.path


def _number(text: str) -> Value:
    return Decimal(text) if is_plain(text) else text


def _fill(sheet: Any, columns: Mapping[str, int], rows: Iterable[Iterable[Value]], still: str) -> None:
    """Write a head with filters, and the rows; what is above and before ``still`` stays in sight.

    The last column, the file's path, runs on over its edge.
    """
    widths = list(columns.values())
    formats = [_MONEY if "（元）" in label else "General" for label in columns]
    for column, (label, width) in enumerate(columns.items(), 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
        sheet.cell(1, column, label).style = _HEADING
    sheet.row_dimensions[1].height = 2 * _LINE + _ROOM
    last = 1
    for last, row in enumerate(rows, 2):
        values = list(row)
        for column, value in enumerate(values, 1):
            cell = sheet.cell(last, column)
            cell.style = _TEXT if column < len(values) else _SINGLE
            _put(cell, value, formats[column - 1])
        lines = max(
            lines_needed(str(value), width * _MM_PER_UNIT)
            for value, width in zip(values[:-1], widths, strict=False)
            if value is not None
        )
        sheet.row_dimensions[last].height = min(lines * _LINE + _ROOM, 400)
    sheet.freeze_panes = still
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(widths))}{last}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 8
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _put(cell: Any, value: Value, number_format: str) -> None:
    if isinstance(value, Decimal) and len(value.as_tuple().digits) > _EXACT_DIGITS:
        value = f"{value:f}"
    if isinstance(value, str):
        put_text(cell, _cut(printable(value.strip("\n"))))
    elif value is not None:
        cell.value = value
        cell.number_format = number_format


def _cut(text: str) -> str:
    """What a cell holds of a text; the mark at its end says where there is more."""
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"
