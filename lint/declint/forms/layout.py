"""The official form of a declaration: which cell stands where, whatever the file is written as."""

from collections.abc import Iterator

from msgspec import Struct

from declint.declaration.model import Declaration
from declint.finding import Path
from declint.forms.indicator_table import indicator_table
from declint.forms.measure import lines_needed
from declint.forms.table import MARGIN, WIDTH, Box, Kind, Table, label_box, printable, unprintable, value_box

TITLE = "财政项目支出绩效目标申报表"
_GOAL_EDGES = (80, 62, 105, 129)
"""Where the goals may be divided, the usual place first."""


class Layout(Struct, frozen=True):
    """A declaration as the form prints it. ``head`` has everything above the indicators,
    ``name`` is the 项目名称 in one line.

    ``edition`` is the 表式 that the declaration names, ``paths`` are the entries that are shown, ``replaced``
    counts the characters that no document can hold and that ``�`` stands for.
    """

    name: str
    title: str
    year: str
    head: Table
    indicators: Table
    edition: str
    paths: frozenset[Path]
    replaced: int


def lay_out(declaration: Declaration) -> Layout:
    """The form of a declaration; blank where the declaration is."""
    head = Table((*_head(declaration), *_funding(declaration), *_goals(declaration)))
    indicators = indicator_table(declaration)
    year, edition = declaration.field("年度"), declaration.field("表式")
    unit = declaration.field("金额单位")
    paths = {cell.path for table in (head, indicators) for row in table.rows for cell in row if cell.path}
    paths |= {field.path for field in (year, edition, unit) if field}
    for indicator in declaration.indicators:
        paths.add(indicator.path)
    return Layout(
        printable(" ".join(declaration.name.split())),
        TITLE,
        f"（{printable(year.text) if year and year.text else '    '}年度）",
        head,
        indicators,
        printable(edition.text) if edition else "",
        frozenset(paths),
        sum(unprintable(text) for text in _texts(declaration)),
    )


def _texts(declaration: Declaration) -> Iterator[str]:
    for field in declaration.fields.values():
        yield field.text
    for category in declaration.categories:
        yield category.level1 + category.level2
    for indicator in declaration.indicators:
        yield indicator.name
        if not indicator.columns:
            yield indicator.target.raw
        yield from (label + field.text for label, field in indicator.columns.items())


def _head(declaration: Declaration) -> Iterator[tuple[Box, ...]]:
    field = declaration.field
    yield (
        label_box("项目名称", 0, 34),
        value_box(field("项目名称"), 34, 80),
        label_box("项目性质", 80, 105),
        value_box(field("项目性质"), 105, 129),
        label_box("项目类别", 129, 148),
        value_box(field("项目类别"), 148, WIDTH),
    )
    for left, right in (("主管部门", "实施单位"), ("计划开始日期", "计划完成日期")):
        yield (
            label_box(left, 0, 34),
            value_box(field(left), 34, 80),
            label_box(right, 80, 105),
            value_box(field(right), 105, WIDTH),
        )


def _funding(declaration: Declaration) -> Iterator[tuple[Box, ...]]:
    unit = declaration.text("金额单位") or "元"

    def pair(label: str, shown: str, left: int, middle: int, right: int, rows: int = 1) -> tuple[Box, Box]:
        amount = declaration.field(label)
        return (
            Box(shown, left, middle, Kind.VALUE, rows),
            value_box(amount, middle, right, Kind.AMOUNT, rows),
        )

    def year(label: str, shown: str) -> tuple[Box, Box]:
        return pair(f"年度资金/{label}", shown, 105, 148, WIDTH)

    yield (
        label_box(f"项目资金\n（{printable(unit)}）", 0, 34, rows=4),
        *pair("项目资金/项目资金总额", "项目资金总额：", 34, 62, 105),
        *year("年度资金申请总额", "年度资金申请总额："),
    )
    yield (
        *pair("项目资金/财政资金", "其中：财政资金", 34, 62, 105, rows=2),
        *year("当年财政拨款", "其中：当年财政拨款"),
    )
    yield year("上年结转资金", "上年结转资金")
    yield (*pair("项目资金/其他资金", "其他资金", 34, 62, 105), *year("其他资金", "其他资金"))


def _goals(declaration: Declaration) -> Iterator[tuple[Box, ...]]:
    whole, year = (declaration.field(f"绩效目标/{label}") for label in ("项目总目标", "年度总体目标"))
    edge = min(
        _GOAL_EDGES,
        key=lambda edge: max(
            lines_needed(whole.text if whole else "", edge - MARGIN),
            lines_needed(year.text if year else "", WIDTH - edge),
        ),
    )
    yield (
        label_box("项目\n绩效\n目标", 0, MARGIN, rows=2),
        label_box("项目总目标", MARGIN, edge),
        label_box("年度总体目标", edge, WIDTH),
    )
    yield (
        value_box(whole, MARGIN, edge, Kind.PROSE),
        value_box(year, edge, WIDTH, Kind.PROSE),
    )
