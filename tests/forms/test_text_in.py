"""Text that was copied out of forms: what it says, cell by cell, and nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declint.forms.open import open_document
from declint.forms.reading import FormsRead, file_name, read_forms
from declint.forms.recognise import recognise
from declint.forms.refusals import FormError
from declint.forms.settle import block_starts
from declint.forms.write_yaml import write_yaml

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "tests" / "published" / "source.txt"
PUBLISHED = sorted((ROOT / "declarations" / "2026").glob("*.yaml"))
SCHEMA = "../../schemas/declaration.schema.json"


@pytest.fixture(scope="module")
def published() -> FormsRead:
    return read_forms(SOURCE.name, SOURCE.read_bytes())


def test_the_published_text_gives_the_published_declarations(published: FormsRead) -> None:
    assert [file_name(number, form) for number, form in enumerate(published.forms, 1)] == [
        path.name for path in PUBLISHED
    ]
    for form, path in zip(published.forms, PUBLISHED, strict=True):
        assert write_yaml(form, SCHEMA)[0] == path.read_text(encoding="utf-8")


def test_comments_only_add_lines_to_the_file(published: FormsRead) -> None:
    for form, path in zip(published.forms, PUBLISHED, strict=True):
        text = write_yaml(form, SCHEMA, "zh")[0]
        kept = [line for line in text.split("\n") if not line.startswith("  ") or "# " not in line[:12]]
        assert "\n".join(kept) == path.read_text(encoding="utf-8")


def test_what_was_decided_and_what_was_not_used(
    published: FormsRead, said: Callable[[FormsRead], list[str]]
) -> None:
    decisions = said(published)
    assert decisions.count("表上没有指标值") == 4
    assert sum("没有印出一级指标" in each for each in decisions) == 2
    assert sum("被换页切成两截" in each for each in decisions) == 4
    assert sum("可能印错了行" in each for each in decisions) == 1
    assert {cell.text for cell in published.unused if cell.text.strip("-")} == {
        "上海市科技创业中心 2026 年度项目绩效目标汇总表"
    }


WORDS = [
    *(
        "项目名称",
        "主管部门",
        "年度总体目标",
        "一级指标",
        "二级指标",
        "三级指标",
        "指标值",
        "产出指标",
        "数量指标",
    ),
    *(
        "财政项目支出绩效目标申报表",
        "（2026 年度）",
        "项目资金（万元）",
        "年度资金申请总额：",
        "其他资金",
        "100",
    ),
    *("≥5(个)", "培训人数", "备注", "……", "满意度指", "标", "优", "良", "", "<p>做好</p>"),
]


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=7), max_size=25))
def test_every_cell_ends_in_a_form_or_among_the_unused(rows: list[list[str]]) -> None:
    """Whatever stands in whatever order: no cell is lost, none is used twice as a value."""
    text = "\n".join("\t".join(row) for row in rows)
    try:
        document = open_document("a.txt", text.encode())
    except FormError:
        return
    found = recognise(document)
    unused = set(found.unused)
    every = set(document.cells())
    values = [
        cell
        for form in found.forms
        for value in (
            *form.fields.values(),
            *(each.name for each in form.indicators),
            *(value for each in form.indicators for value in each.columns.values()),
        )
        for _, cell in value.parts
    ]
    assert unused <= every
    assert not unused & set(values)
    for form in found.forms:
        text, origin = write_yaml(form)
        assert all(piece.start < piece.end <= len(text) for piece in origin.pieces)


@pytest.mark.parametrize(
    ("marked", "count", "starts"),
    [
        ([1, 3, 5], 6, [0, 3, 5]),
        ([2, 5], 6, [0, 5]),
        ([1, 4], 6, [0, 3]),
        ([0, 1], 2, [0, 1]),
        ([3, 4], 9, [0, 4]),
    ],
)
def test_blocks_around_their_labels(marked: list[int], count: int, starts: list[int]) -> None:
    assert block_starts(marked, count) == starts


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_encodings_and_line_ends(line_end: str, encoding: str, imported: Callable[[str, bytes], str]) -> None:
    text = (
        "绩效目标申报表\n项目名称\t甲\n年度目标\t乙\n一级指标\t二级指标\t三级指标\t指标值\n"
        "产出指标\t数量指标\t丙\t≥1(个)\n"
    )
    assert "丙: ≥1(个)" in imported("a.txt", text.replace("\n", line_end).encode(encoding))


def test_a_quoted_cell_of_several_lines_and_quotation_marks_that_are_wording(
    imported: Callable[[str, bytes], str],
) -> None:
    text = (
        '绩效目标申报表\n项目名称\t"甲"工程\n年度目标\t"一、做好\n二、做""实"""\n'
        "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t丙\t1\n"
    )
    found = imported("a.txt", text.encode())
    assert "项目名称: '\"甲\"工程'" in found
    assert '    一、做好\n    二、做"实"\n' in found
