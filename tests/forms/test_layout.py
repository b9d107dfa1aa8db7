"""The form of a declaration shows everything the declaration holds, once, in cells that fit together."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from declint.declaration.model import Declaration
from declint.declaration.reading import Reading, read_bytes
from declint.forms.layout import lay_out
from declint.forms.table import WIDTH, Kind, Table, grouped
from declint.forms.unplaced import unplaced
from declint.settings import Limits
from declint.testing import BASE

PUBLISHED = sorted((Path(__file__).parents[2] / "declarations").rglob("*.yaml"))
WITH_COLUMNS = BASE.replace(
    "图书编目准确率: ≥98.00(%)",
    "图书编目准确率: {指标性质: ≥, 指标值: 98, 度量单位: '%', 权重: 10, 完成时限: 年底, 备注: 抽查}",
)
TEXTS = st.text(st.sampled_from("甲乙丙12.,≥=%()+-@<>&\"' \n\t：；👍\x07"), min_size=1, max_size=12)
NAMES = st.text(st.sampled_from("甲乙丙丁12(:“ "), min_size=1, max_size=6)
TARGETS = TEXTS | st.dictionaries(
    st.sampled_from(["指标值", "权重", "备注", "度量单位", "完成时限"]), TEXTS, min_size=1
).map(lambda columns: {"指标值": "", **columns})


@st.composite
def declarations(draw: st.DrawFn) -> dict[str, Any]:
    """A declaration as YAML would hold it, blanks and strange texts among its values."""
    texts = TEXTS | st.just("")
    rows = st.dictionaries(NAMES, TARGETS, min_size=1, max_size=4)
    level1 = st.dictionaries(
        st.sampled_from(["数量指标", "质量指标", "社会效益指标", "自拟"]), rows, max_size=3
    )
    return {
        "年度": "2026",
        **{label: draw(texts) for label in ("项目名称", "项目性质", "项目类别", "主管部门", "实施单位")},
        "金额单位": draw(st.sampled_from(["元", "万元"])),
        "表式": draw(texts),
        "项目资金": {label: draw(texts) for label in ("项目资金总额", "财政资金", "其他资金")},
        "年度资金": {
            label: draw(texts) for label in ("年度资金申请总额", "当年财政拨款", "上年结转资金", "其他资金")
        },
        "绩效目标": {label: draw(texts) for label in ("项目总目标", "年度总体目标")},
        "绩效指标": draw(st.dictionaries(st.sampled_from(["产出指标", "效益指标", "成本指标"]), level1)),
    }


def written(data: dict[str, Any]) -> Reading:
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, default_style='"')
    return read_bytes("a.yaml", text.encode(), Limits())


def read(text: str) -> Declaration:
    found = read_bytes("a.yaml", text.encode(), Limits()).declaration
    assert found
    return found


def texts_of(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


@settings(deadline=None)
@given(declarations())
def test_nothing_a_declaration_holds_is_left_out(data: dict[str, Any]) -> None:
    reading = written(data)
    assume(reading.declaration is not None)
    assert reading.declaration
    layout = lay_out(reading.declaration)
    assert unplaced(reading.tree, layout) == [
        f"绩效指标/{level1}" for level1, level2s in data["绩效指标"].items() if not level2s
    ]
    cells = [
        cell for table in (layout.head, layout.indicators) for row in table.rows for cell in row if cell.path
    ]
    shown = Counter(cell.text for cell in cells if cell.text)
    held = Counter(
        text.replace("\x07", "\ufffd")
        for indicator in reading.declaration.indicators
        for text in (
            indicator.name,
            *(indicator.columns[label].text for label in indicator.columns),
            *(() if indicator.columns else (indicator.target.raw,)),
        )
        if text
    )
    assert held <= shown
    assert layout.replaced == json.dumps(data).count("\\u0007")


@settings(deadline=None)
@given(declarations())
def test_the_cells_of_every_row_fit_together(data: dict[str, Any]) -> None:
    declaration = written(data).declaration
    assume(declaration is not None)
    assert declaration
    layout = lay_out(declaration)
    for table in (layout.head, layout.indicators):
        for parts in table.parts():
            edges = [0] + [part.cell.right for part in parts]
            assert [part.cell.left for part in parts] == edges[:-1]
            assert edges[-1] == WIDTH
            assert all(part.cell.left < part.cell.right for part in parts)


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
def test_the_published_forms_are_laid_out_as_printed(path: Path) -> None:
    declaration = read(path.read_text(encoding="utf-8"))
    layout = lay_out(declaration)
    assert layout.year == "（2026年度）"
    head, indicators = texts_of(layout.head), texts_of(layout.indicators)
    assert [row[::2] for row in head[:3]] == [
        ["项目名称", "项目性质", "项目类别"],
        ["主管部门", "实施单位"],
        ["计划开始日期", "计划完成日期"],
    ]
    assert [row[-2] for row in head[3:7]] == [
        "年度资金申请总额：",
        "其中：当年财政拨款",
        "上年结转资金",
        "其他资金",
    ]
    assert indicators[0] == ["", "一级指标", "二级指标", "三级指标", "年度(/项目)指标值"]
    assert [row[-2:] for row in indicators[1:]] == [
        [each.name, each.target.raw] for each in declaration.indicators
    ]


def test_levels_are_merged_over_their_rows() -> None:
    layout = lay_out(
        read(BASE.replace("      读书活动场次", "      讲座场次: ≥3.00(场)\n      读书活动场次"))
    )
    levels = {
        cell.text: cell.rows for row in layout.indicators.rows for cell in row if cell.kind is Kind.LABEL
    }
    assert levels["绩效\n指标"] == 7
    assert levels["产出指标"] == 4
    assert (levels["数量指标"], levels["质量指标"]) == (2, 1)


def test_columns_that_a_form_has_stand_in_the_order_of_the_printed_forms() -> None:
    layout = lay_out(read(WITH_COLUMNS))
    assert texts_of(layout.indicators)[0][3:] == [
        "三级指标",
        "指标性质",
        "年度(/项目)指标值",
        "度量单位",
        "权重",
        "完成时限",
        "备注",
    ]
    row = next(row for row in texts_of(layout.indicators) if "图书编目准确率" in row)
    assert row[-7:] == ["图书编目准确率", "≥", "98", "%", "10", "年底", "抽查"]


def test_a_category_without_indicators_stays_as_a_blank_row() -> None:
    layout = lay_out(read(BASE.replace("      读书活动场次: ≥12.00(场)\n", "")))
    row = next(row for row in texts_of(layout.indicators) if "数量指标" in row)
    assert row[-3:] == ["数量指标", "", ""]


def test_what_the_form_has_no_place_for_is_named() -> None:
    text = BASE.replace("年度: 2026", "年度: 2026\n项目名: 打错了\n项目性质: 写了两次")
    reading = read_bytes("a.yaml", text.encode(), Limits())
    assert reading.declaration
    assert unplaced(reading.tree, lay_out(reading.declaration)) == ["项目名", "项目性质"]


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        ("4087500.00", "4,087,500.00"),
        ("0.00", "0.00"),
        ("-1234.5", "-1,234.5"),
        ("999", "999"),
        ("1000", "1,000"),
        ("4,087,500.00", "4,087,500.00"),
        ("007", "007"),
        ("约 3 万元", "约 3 万元"),
        ("1234567890123456789.012", "1,234,567,890,123,456,789.012"),
    ],
)
def test_amounts_get_commas_and_keep_their_digits(amount: str, shown: str) -> None:
    assert grouped(amount) == shown
