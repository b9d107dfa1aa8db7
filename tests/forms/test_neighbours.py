"""Forms of other editions and other places, in Excel and Word as their neighbours file them."""

import io
from collections.abc import Callable

import docx
import pytest

from declint.forms.reading import FormsRead, read_forms
from declint.forms.write_yaml import write_yaml

Build = Callable[..., bytes]
Imported = Callable[[str, bytes], str]
HEAD = (["绩效目标申报表（2026年度）"], ["项目名称", "绿化"], ["年度总体目标", "种树"])
COLUMNS = ["一级指标", "二级指标", "三级指标", "指标值"]


def test_project_and_year_side_by_side(workbook: Build, imported: Imported) -> None:
    """The form of 2015 for several years: the annual value is the target, the other a column of its own."""
    rows = [
        ["项目支出绩效目标申报表"],
        ["（2019年度）"],
        ["项目名称", "道路养护", None, None, "主管部门及代码", "某省交通厅"],
        ["实施单位", "某县公路局", None, None, "项目期", "2019年1月1日-2021年12月31日"],
        ["项目资金（万元）", "实施期资金总额", 300, None, "年度资金总额", 100],
        [None, "其中：财政拨款", 200, None, "其中：财政拨款", 80],
        [None, "其他资金", 100, None, "其他资金", 20],
        ["总体目标", "实施期总目标", None, None, "年度目标"],
        [None, "目标1：养护。\n目标2：安全。", None, None, "养护30公里。"],
        ["绩效指标", *COLUMNS, *COLUMNS[1:]],
        [None, "产出指标", "数量指标", "养护里程", "90公里", "数量指标", "养护里程", "≥30公里"],
        [None, None, None, "养护村数", "9个", None, "新增护栏", "≥5公里"],
    ]
    found = imported("a.xlsx", workbook(rows, ["A5:A7", "A8:A9", "A10:A12", "B11:B12", "C11:C12", "F11:F12"]))
    assert found == (
        "年度: 2019\n项目名称: 道路养护\n主管部门: 某省交通厅\n实施单位: 某县公路局\n"
        "计划开始日期: 2019-01-01\n计划完成日期: 2021-12-31\n金额单位: 万元\n\n"
        "项目资金:\n  项目资金总额: 300\n  财政资金: 200\n  其他资金: 100\n"
        "年度资金:\n  年度资金申请总额: 100\n  当年财政拨款: 80\n  其他资金: 20\n\n"
        "绩效目标:\n  项目总目标: |\n    目标1：养护。\n    目标2：安全。\n"
        "  年度总体目标: |\n    养护30公里。\n\n"
        "绩效指标:\n  产出指标:\n    数量指标:\n"
        "      养护里程: {指标值: ≥30公里, 项目指标值: 90公里}\n"
        "      养护村数: {指标值: , 项目指标值: 9个}\n"
        "      新增护栏: ≥5公里\n"
    )


def test_two_value_columns(workbook: Build, imported: Imported) -> None:
    rows = [
        *HEAD,
        [*COLUMNS[:3], "实施期指标值", "年度指标值"],
        ["产出指标", "数量指标", "种树", "90棵", "30棵"],
    ]
    assert "种树: {指标值: 30棵, 项目指标值: 90棵}" in imported("a.xlsx", workbook(rows))


@pytest.mark.parametrize(
    "label", ["2026年指标值", "2026年度目标值", "年度（/项目）指标值", "年度\n指标值", "指标值（目标值）"]
)
def test_names_of_the_value_column(label: str, workbook: Build, imported: Imported) -> None:
    rows = [*HEAD, [*COLUMNS[:3], label], ["产出指标", "数量指标", "种树", "≥1(棵)"]]
    assert "      种树: ≥1(棵)\n" in imported("a.xlsx", workbook(rows))


def test_sign_value_unit_and_weight_in_columns_of_their_own(workbook: Build, imported: Imported) -> None:
    rows = [
        *HEAD,
        [*COLUMNS[:3], "指标性质", "指标值", "度量单位", "权重", "指标方向", "评分说明"],
        ["产出指标", "数量指标", "指标1：种树", "≥", 100, "棵", 20, "正向", "少一棵扣1分"],
        [None, "质量指标", "成活率", "＝", 1, None, 30],
        [None, "时效指标", "完成时间", "定性", "2026年10月底前"],
    ]
    found = imported("a.xlsx", workbook(rows, formats={"E6": "0.0%"}))
    assert (
        "      指标1：种树: {指标值: 100, 指标性质: ≥, 度量单位: 棵, 权重: 20, 指标方向: 正向, "
        "评分说明: 少一棵扣1分}\n" in found
    )
    assert "      成活率: {指标值: 100.0%, 指标性质: ＝, 权重: 30}\n" in found
    assert "      完成时间: {指标值: 2026年10月底前, 指标性质: 定性}\n" in found


def test_one_label_over_sign_number_and_unit(workbook: Build, imported: Imported) -> None:
    rows = [*HEAD, COLUMNS, ["产出指标", "数量指标", "种树", "≥", 5, "棵"], [None, None, "浇水", "每周一次"]]
    found = imported("a.xlsx", workbook(rows, ["D4:F4", "D6:F6"]))
    assert "种树: {指标性质: ≥, 指标值: 5, 度量单位: 棵}" in found.replace(
        "{指标值: 5, 指标性质: ≥", "{指标性质: ≥, 指标值: 5"
    )
    assert "浇水: 每周一次" in found


def test_grades_of_hebei(workbook: Build) -> None:
    rows = [
        *HEAD,
        [*COLUMNS[:3], "评价标准"],
        [None, None, None, "优", "良", "中", "差"],
        ["产出指标", "数量指标", "种树", "≥9棵", "≥8棵", "≥7棵", "<7棵"],
    ]
    read = read_forms("a.xlsx", workbook(rows, ["D4:G4", "A4:A5", "B4:B5", "C4:C5"]))
    assert "种树: {指标值: ≥9棵, 良: ≥8棵, 中: ≥7棵, 差: <7棵}" in write_yaml(read.forms[0])[0]
    assert any("以“优”为指标值" in each.say("zh") for each in read.forms[0].decisions)


@pytest.mark.parametrize(
    ("level1", "level2"),
    [
        ("项目完成指标", "成本指标"),
        ("产出目标", "数量目标"),
        ("服务对象满意度目标", "具体指标"),
        ("投入目标", "财务管理"),
        ("实施效果指标", "产出指标"),
        ("效果指标", "满意度指标"),
    ],
)
def test_level_labels_of_other_places(level1: str, level2: str, imported: Imported) -> None:
    lines = [*HEAD, COLUMNS, ["产出指标", "质量指标", "甲", "≥1"], [level1, level2, "乙", "≥2"]]
    text = "\n".join("\t".join(str(cell) for cell in line) for line in lines)
    assert f"  {level1}:\n" in imported("a.txt", text.encode())
    assert f"    {level2}:\n      乙: ≥2\n" in imported("a.txt", text.encode())


def test_cost_stands_under_output_in_the_edition_of_2015(imported: Imported) -> None:
    lines = [*HEAD, COLUMNS, ["产出指标", "数量指标", "甲", "≥1"], ["", "成本指标", "乙", "≤2"]]
    text = "\n".join("\t".join(str(cell) for cell in line) for line in lines)
    assert "  产出指标:\n    数量指标:\n      甲: ≥1\n    成本指标:\n      乙: ≤2\n" in imported(
        "a.txt", text.encode()
    )


def test_vertical_labels_in_the_middle_of_their_blocks(workbook: Build, imported: Imported) -> None:
    rows = [
        *HEAD,
        COLUMNS,
        [None, None, "甲", "1"],
        [None, "数量指标", "乙", "2"],
        ["产出指标", None, "丙", "3"],
        [None, "质量指标", "丁", "4"],
        [None, None, "戊", "5"],
        ["效益指标", "社会效益指标", "己", "6"],
    ]
    assert imported("a.xlsx", workbook(rows)).endswith(
        "  产出指标:\n    数量指标:\n      甲: 1\n      乙: 2\n      丙: 3\n"
        "    质量指标:\n      丁: 4\n      戊: 5\n"
        "  效益指标:\n    社会效益指标:\n      己: 6\n"
    )


def test_a_merged_level_1_is_what_is_printed_and_a_blank_one_was_lost(
    word: Build, imported: Imported
) -> None:
    """A misfiled category stays where the form has it; where no label reaches down, it was lost."""
    rows = [
        *([*row, *[""] * (4 - len(row))] for row in HEAD),
        COLUMNS,
        ["效益指标", "社会效益指标", "甲", "1"],
        [None, "时效指标", "乙", "2"],
        ["", "数量指标", "丙", "3"],
    ]
    assert imported("a.docx", word(rows)).endswith(
        "  效益指标:\n    社会效益指标:\n      甲: 1\n    时效指标:\n      乙: 2\n"
        "  产出指标:\n    数量指标:\n      丙: 3\n"
    )


def test_a_table_for_every_page(imported: Imported) -> None:
    """Word documents made from PDF: rows, labels and goals are cut where a page ended."""
    pages = [
        [*([*row, *[""] * (4 - len(row))] for row in HEAD[:2]), ["年度总体目标", "种树并养护，保", "", ""]],
        [
            ["", "障成活。", "", ""],
            COLUMNS,
            ["产出指标", "数量指标", "种树", "≥1(棵)"],
            ["满意度指", "服务对象", "居民满意", "≥90.00"],
        ],
        [COLUMNS, ["标", "满意度指标", "度", "(%)"], ["", "", "职工满意度", "≥90.00(%)"]],
    ]
    document = docx.Document()
    for rows in pages:
        table = document.add_table(0, 4)
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    buffer = io.BytesIO()
    document.save(buffer)
    assert imported("a.docx", buffer.getvalue()).endswith(
        "  年度总体目标: |\n    种树并养护，保障成活。\n\n绩效指标:\n"
        "  产出指标:\n    数量指标:\n      种树: ≥1(棵)\n"
        "  满意度指标:\n    服务对象满意度指标:\n      居民满意度: ≥90.00(%)\n      职工满意度: ≥90.00(%)\n"
    )


def test_several_forms_and_what_stands_below_them(workbook: Build) -> None:
    form = [*HEAD, COLUMNS, ["产出指标", "数量指标", "种树", "≥1(棵)"], ["填表人：张三", None, "联系电话：1"]]
    read = read_forms("a.xlsx", workbook([*form, [], *form]))
    assert [form.name for form in read.forms] == ["绿化", "绿化"]
    assert [cell.text for cell in read.unused] == ["填表人：张三", "联系电话：1"] * 2


def test_a_repeated_head_and_title_begin_nothing(workbook: Build, imported: Imported) -> None:
    row = ["产出指标", "数量指标", "种树", "≥1(棵)"]
    rows = [*HEAD, COLUMNS, row, HEAD[0], COLUMNS, ["产出指标（续）", "数量指标", "种草", "≥2(棵)"]]
    assert imported("a.xlsx", workbook(rows)).endswith(
        "  产出指标:\n    数量指标:\n      种树: ≥1(棵)\n      种草: ≥2(棵)\n"
    )


def test_rows_without_name_and_template_rows_are_listed(
    workbook: Build, said: Callable[[FormsRead], list[str]]
) -> None:
    rows = [
        *HEAD,
        COLUMNS,
        ["产出指标", "数量指标", "种树", "≥1(棵)"],
        [None, None, None, "≥9"],
        [None, None, "……"],
    ]
    read = read_forms("a.xlsx", workbook(rows))
    assert [cell.text for cell in read.unused] == ["≥9", "……"]
    assert any("没有指标名称" in each for each in said(read))


def test_labels_and_values_in_one_cell(workbook: Build, imported: Imported) -> None:
    rows = [
        ["绩效目标申报表"],
        ["年度：2025    金额单位：万元"],
        ["项目名称：绿化", "主管部门：某局"],
        ["资金总额：120.5", "其中：财政拨款", "100", "其他资金：20.5"],
        ["总体目标", "种树"],
        COLUMNS,
        ["产出指标", "数量指标", "种树", "≥1(棵)"],
    ]
    found = imported("a.xlsx", workbook(rows))
    assert "年度: 2025\n项目名称: 绿化\n主管部门: 某局\n" in found
    assert "金额单位: 万元\n" in found
    assert "  年度资金申请总额: 120.5\n  当年财政拨款: 100\n  其他资金: 20.5\n" in found
    assert "  年度总体目标: |\n    种树\n" in found
