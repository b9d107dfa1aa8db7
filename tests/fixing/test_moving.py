"""A row that is carried to another category: what goes with it, where it goes, what stays."""

import pytest

from declint.declaration.model import Declaration
from declint.declaration.reading import Reading, read_bytes
from declint.finding import Fix, Move, Safety, Words
from declint.fixing.edits import applied
from declint.fixing.resolve import resolve
from declint.settings import Limits
from declint.testing import BASE

TITLE = Words("移", "move")


def read(text: str) -> Reading:
    return read_bytes("a.yaml", text.encode(), Limits())


def declaration(text: str) -> Declaration:
    found = read(text)
    assert not found.problems
    assert not found.violations
    assert found.declaration
    return found.declaration


def moved(text: str, name: str, level1: str, level2: str) -> str | None:
    row = next(each for each in declaration(text).indicators if each.name == name)
    found = read(text)
    edits = resolve(Fix(TITLE, Safety.UNSAFE, (Move(row.path, level1, level2),)), found.source, found.tree)
    return applied(text, edits) if edits else None


def rows(text: str) -> list[tuple[str, str, str, str]]:
    return sorted(
        (row.category.level1, row.category.level2, row.name, row.target.raw)
        for row in declaration(text).indicators
    )


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("name", "level1", "level2"),
    [
        ("读者满意度", "产出指标", "时效指标"),
        ("图书编目准确率", "产出指标", "时效指标"),
        ("新书上架及时率", "效益指标", "可持续影响指标"),
        ("单场读书活动成本", "产出指标", "时效指标"),
        ("新增注册读者人数", "产出指标", "数量指标"),
    ],
)
def test_a_row_is_moved_and_nothing_else(name: str, level1: str, level2: str, line_end: str) -> None:
    text = BASE.replace(f"      {name}", f"      # 说明\n      {name}").replace("\n", line_end)
    result = moved(text, name, level1, level2)
    assert result
    expected = [(level1, level2, row[2], row[3]) if row[2] == name else row for row in rows(text)]
    assert rows(result) == sorted(expected)
    assert result.count("# 说明") == 1


def test_rows_of_flow_style_are_not_moved() -> None:
    text = BASE.replace("      读者满意度: ≥90.00(%)\n", "").replace(
        "服务对象满意度指标:\n", "服务对象满意度指标: {读者满意度: ≥90.00(%)}\n"
    )
    assert moved(text, "读者满意度", "产出指标", "时效指标") is None


HEAD = BASE[: BASE.index("绩效指标:")]


def after(rows: str, name: str, level1: str = "产出指标", level2: str = "时效指标") -> str | None:
    """The indicators after a move; without the head of the form."""
    result = moved(HEAD + rows, name, level1, level2)
    return result[len(HEAD) :] if result and result.startswith(HEAD) else result


def test_comments_above_and_behind_go_with_the_row_and_others_stay() -> None:
    rows = """\
绩效指标:
  产出指标:
    质量指标:
      # 甲的说明
      甲率: ≥90.00(%)

      # declint: ignore[TGT001] 理由：试行
      # 乙的说明
      乙及时率: ≥95.00(%)  # 按月
      # 丙的说明
      丙率: ≥90.00(%)
    # 时效
    时效指标:
      丁及时率: ≥95.00(%)
    # 末尾
"""
    assert (
        after(rows, "乙及时率")
        == """\
绩效指标:
  产出指标:
    质量指标:
      # 甲的说明
      甲率: ≥90.00(%)

      # 丙的说明
      丙率: ≥90.00(%)
    # 时效
    时效指标:
      丁及时率: ≥95.00(%)
      # declint: ignore[TGT001] 理由：试行
      # 乙的说明
      乙及时率: ≥95.00(%)  # 按月
    # 末尾
"""
    )


def test_an_emptied_category_keeps_its_label_and_a_missing_one_is_put_where_the_form_has_it() -> None:
    rows = """\
绩效指标:
  产出指标:
    质量指标:
      乙及时率: ≥95.00(%)
    # 成本在这里
    成本指标:
      成本: ≤5.00(元)
  效益指标:
    社会效益指标:
      戊: ≥1.00(人)
"""
    result = after(rows, "乙及时率")
    assert result == rows.replace("      乙及时率: ≥95.00(%)\n", "    时效指标:\n      乙及时率: ≥95.00(%)\n")
    assert [category.level2 for category in declaration(HEAD + result).categories][:3] == [
        "质量指标",
        "时效指标",
        "成本指标",
    ]


def test_a_missing_level_1_is_put_where_the_form_has_it() -> None:
    rows = """\
绩效指标:
    成本指标:
        经济成本指标:
            成本: ≤5.00(元)
    # 效益
    效益指标:
        社会效益指标:
            乙及时率:
                指标值: ≥95.00(%)
                备注: |
                    按月

                    统计
            戊: ≥1.00(人)
"""
    assert (
        after(rows, "乙及时率")
        == """\
绩效指标:
    成本指标:
        经济成本指标:
            成本: ≤5.00(元)
    产出指标:
        时效指标:
            乙及时率:
                指标值: ≥95.00(%)
                备注: |
                    按月

                    统计
    # 效益
    效益指标:
        社会效益指标:
            戊: ≥1.00(人)
"""
    )


def test_a_blank_category_takes_the_row_at_its_own_depth() -> None:
    rows = """\
绩效指标:
  产出指标:
    时效指标:  # 待填
    质量指标:
        乙及时率: ≥95.00(%)
        甲率: ≥90.00(%)
"""
    assert (
        after(rows, "乙及时率")
        == """\
绩效指标:
  产出指标:
    时效指标:  # 待填
      乙及时率: ≥95.00(%)
    质量指标:
        甲率: ≥90.00(%)
"""
    )


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", ["读者满意度", "新书上架及时率"])
def test_a_file_without_a_last_line_end_stays_without(end: str, last: str) -> None:
    text = BASE.removesuffix("\n").replace("\n", end)
    result = moved(text, "读者满意度", "产出指标", "时效指标")
    assert result
    assert result.endswith("服务对象满意度指标:")
    back = moved(result, "新书上架及时率", "满意度指标", "服务对象满意度指标")
    assert back
    assert back.endswith(f"服务对象满意度指标:{end}      新书上架及时率: ≥95.00(%)")


@pytest.mark.parametrize(
    "target",
    ["{丁及时率: ≥95.00(%)}", "无", "'x'", "|\n      无"],
    ids=["flow", "text", "quoted", "paragraph"],
)
def test_a_category_that_holds_no_lines_of_rows_takes_none(target: str) -> None:
    text = BASE.replace("时效指标:\n      新书上架及时率: ≥95.00(%)\n", f"时效指标: {target}\n")
    found = read(text)
    row = (11, 1, 1, 0)
    assert (
        resolve(Fix(TITLE, Safety.UNSAFE, (Move(row, "产出指标", "时效指标"),)), found.source, found.tree)
        == ()
    )
