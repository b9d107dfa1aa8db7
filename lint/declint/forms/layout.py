"""The official form as an abstract table: which cell stands where, whatever the file is written as.

Widths and positions are millimetres from the left edge of the table; an A4 page with margins of 15 mm holds
``WIDTH``. A cell keeps the path of the entry it shows, so that nothing can be left out unseen.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from declint.declaration.model import Category, Declaration, Field, Indicator
from declint.finding import Path
from declint.forms.measure import lines_needed

WIDTH = 180
TITLE = "财政项目支出绩效目标申报表"
_MARGIN, _LEVEL1, _LEVEL2, _LEVEL3 = 12, 34, 62, 129
_GOAL_EDGES = (80, 62, 105, 129)
"""Where the goals may be divided, the usual place first."""
_PLAIN_AMOUNT = re.compile(r"(-?)(0|[1-9][0-9]*)(\.[0-9]+)?")
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAME, _VALUE = "三级指标", "指标值"
_COLUMNS_BEFORE = ("指标性质",)
_COLUMNS_BEHIND = ("度量单位", "权重", "指标方向")
_COLUMN_LAST = "备注"
_MOST_OTHER_COLUMNS = 8
_COLUMN_WIDTHS = {"指标性质": 13, "度量单位": 15, "权重": 13, "指标方向": 15, "备注": 26}


class Kind(Enum):
    """How a cell is set: a label and a head centred, a value to the left, a sum to the right, prose."""

    LABEL = "label"
    HEAD = "head"
    VALUE = "value"
    AMOUNT = "amount"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Box:
    """One cell from ``left`` to ``right`` (mm), over ``rows`` rows; ``path`` is the entry that it shows."""

    text: str
    left: int
    right: int
    kind: Kind = Kind.VALUE
    rows: int = 1
    path: Path | None = None

    @property
    def paragraphs(self) -> list[str]:
        """The text line by line; what only ends the last line starts none."""
        return self.text.removesuffix("\n").split("\n")


class Part(NamedTuple):
    """A cell in one row; ``first`` tells whether it begins there or goes on from above."""

    cell: Box
    first: bool


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of the cells that begin in them, from left to right; the first ``heads`` repeat on every page."""

    rows: tuple[tuple[Box, ...], ...]
    heads: int = 0

    @property
    def edges(self) -> tuple[int, ...]:
        """Every position (mm) at which a cell begins or ends."""
        return edges_of(self)

    def parts(self) -> Iterator[list[Part]]:
        """For each row the cells that it shows, those from above among them."""
        open_cells: list[tuple[Box, int]] = []
        for row in self.rows:
            shown = [Part(cell, False) for cell, _ in open_cells] + [Part(cell, True) for cell in row]
            yield sorted(shown, key=lambda part: part.cell.left)
            begun = [*open_cells, *((cell, cell.rows) for cell in row)]
            open_cells = [(cell, left - 1) for cell, left in begun if left > 1]


@dataclass(frozen=True, slots=True)
class Layout:
    """A declaration as the form prints it. ``head`` has everything above the indicators.

    ``edition`` is the 表式 that the declaration names, ``replaced`` counts characters that no document can
    hold and that ``�`` stands for.
    """

    title: str
    year: str
    head: Table
    indicators: Table
    edition: str
    paths: frozenset[Path]
    replaced: int


def edges_of(*tables: Table) -> tuple[int, ...]:
    """Every position (mm) at which a cell of these tables begins or ends."""
    cells = (cell for table in tables for row in table.rows for cell in row)
    return tuple(sorted({edge for cell in cells for edge in (cell.left, cell.right)}))


def lay_out(declaration: Declaration) -> Layout:
    """The form of a declaration; blank where the declaration is."""
    head = Table((*_head(declaration), *_funding(declaration), *_goals(declaration)))
    indicators = _indicators(declaration)
    year, edition = declaration.field("年度"), declaration.field("表式")
    unit = declaration.field("金额单位")
    paths = {cell.path for table in (head, indicators) for row in table.rows for cell in row if cell.path}
    paths |= {field.path for field in (year, edition, unit) if field}
    for indicator in declaration.indicators:
        paths.add(indicator.path)
    return Layout(
        TITLE,
        f"（{_printable(year.text) if year and year.text else '    '}年度）",
        head,
        indicators,
        _printable(edition.text) if edition else "",
        frozenset(paths),
        sum(len(_NOT_IN_XML.findall(text)) for text in _texts(declaration)),
    )


def _texts(declaration: Declaration) -> Iterator[str]:
    for field in declaration.fields.values():
        yield field.text
    for category in declaration.categories:
        yield category.level1 + category.level2
    for indicator in declaration.indicators:
        yield indicator.name + indicator.target.raw
        yield from (label + field.text for label, field in indicator.columns.items() if label != _VALUE)


def _printable(text: str) -> str:
    """The text with ``�`` for what no document can hold (control characters, halves of a pair)."""
    return _NOT_IN_XML.sub("\ufffd", text)


def _shown(field: Field | None, left: int, right: int, kind: Kind = Kind.VALUE, rows: int = 1) -> Box:
    text = _printable(field.text) if field else ""
    if kind is Kind.AMOUNT:
        text = grouped(text)
    return Box(text, left, right, kind, rows, field.path if field else None)


def grouped(amount: str) -> str:
    """A plain amount with commas as the form prints it, digits untouched; anything else as it is."""
    match = _PLAIN_AMOUNT.fullmatch(amount)
    return f"{match[1]}{int(match[2]):,}{match[3] or ''}" if match else amount


def _label(text: str, left: int, right: int, rows: int = 1) -> Box:
    return Box(text, left, right, Kind.LABEL, rows)


def _head(declaration: Declaration) -> Iterator[tuple[Box, ...]]:
    field = declaration.field
    yield (
        _label("项目名称", 0, 34),
        _shown(field("项目名称"), 34, 80),
        _label("项目性质", 80, 105),
        _shown(field("项目性质"), 105, 129),
        _label("项目类别", 129, 148),
        _shown(field("项目类别"), 148, WIDTH),
    )
    for left, right in (("主管部门", "实施单位"), ("计划开始日期", "计划完成日期")):
        yield (
            _label(left, 0, 34),
            _shown(field(left), 34, 80),
            _label(right, 80, 105),
            _shown(field(right), 105, WIDTH),
        )


def _funding(declaration: Declaration) -> Iterator[tuple[Box, ...]]:
    unit = declaration.text("金额单位") or "元"

    def pair(label: str, shown: str, left: int, middle: int, right: int, rows: int = 1) -> tuple[Box, Box]:
        amount = declaration.field(label)
        return (
            Box(shown, left, middle, Kind.VALUE, rows),
            _shown(amount, middle, right, Kind.AMOUNT, rows),
        )

    def year(label: str, shown: str) -> tuple[Box, Box]:
        return pair(f"年度资金/{label}", shown, 105, 148, WIDTH)

    yield (
        _label(f"项目资金\n（{_printable(unit)}）", 0, 34, rows=4),
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
            lines_needed(whole.text if whole else "", edge - _MARGIN),
            lines_needed(year.text if year else "", WIDTH - edge),
        ),
    )
    yield (
        _label("项目\n绩效\n目标", 0, _MARGIN, rows=2),
        _label("项目总目标", _MARGIN, edge),
        _label("年度总体目标", edge, WIDTH),
    )
    yield (
        _shown(whole, _MARGIN, edge, Kind.PROSE),
        _shown(year, edge, WIDTH, Kind.PROSE),
    )


def _indicators(declaration: Declaration) -> Table:
    columns = _columns(declaration.indicators)
    edges = dict(_placed(columns))
    head = (
        Box("", 0, _MARGIN, Kind.HEAD),
        Box("一级指标", _MARGIN, _LEVEL1, Kind.HEAD),
        Box("二级指标", _LEVEL1, _LEVEL2, Kind.HEAD),
        *(
            Box("年度(/项目)指标值" if label == _VALUE else _printable(label), *place, Kind.HEAD)
            for label, place in edges.items()
        ),
    )
    rows = list(_rows(declaration, edges)) or [_blank(edges)]
    label = Box("绩效\n指标", 0, _MARGIN, Kind.LABEL, len(rows))
    return Table((head, (label, *rows[0]), *rows[1:]), heads=1)


def _blank(edges: dict[str, tuple[int, int]]) -> tuple[Box, ...]:
    places = [(_MARGIN, _LEVEL1), (_LEVEL1, _LEVEL2), *edges.values()]
    return tuple(Box("", *place) for place in places)


def _columns(indicators: Iterable[Indicator]) -> list[str]:
    """The columns behind 二级指标 in the order of the printed forms."""
    named = dict.fromkeys(label for each in indicators for label in each.columns)
    usual = (*_COLUMNS_BEFORE, _VALUE, *_COLUMNS_BEHIND, _COLUMN_LAST)
    return [
        _NAME,
        *(label for label in _COLUMNS_BEFORE if label in named),
        _VALUE,
        *(label for label in _COLUMNS_BEHIND if label in named),
        *[label for label in named if label not in (*usual, _NAME)][:_MOST_OTHER_COLUMNS],
        *([_COLUMN_LAST] if _COLUMN_LAST in named else []),
    ]


def _placed(columns: list[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Where each column stands; where there are more than two, the width is shared out."""
    if len(columns) == 2:
        yield columns[0], (_LEVEL2, _LEVEL3)
        yield columns[1], (_LEVEL3, WIDTH)
        return
    wanted = [{_NAME: 52, _VALUE: 34}.get(label, _COLUMN_WIDTHS.get(label, 18)) for label in columns]
    edge, taken = _LEVEL2, 0
    for label, width in zip(columns, wanted, strict=True):
        taken += width
        right = _LEVEL2 + round((WIDTH - _LEVEL2) * taken / sum(wanted))
        yield label, (edge, right)
        edge = right


def _rows(declaration: Declaration, edges: dict[str, tuple[int, int]]) -> Iterator[tuple[Box, ...]]:
    by_category: dict[Path, list[Indicator]] = {each.path: [] for each in declaration.categories}
    for indicator in declaration.indicators:
        by_category[indicator.category.path].append(indicator)
    heights: dict[Path, int] = {}
    for category in declaration.categories:
        level1 = category.path[:-1]
        heights[level1] = heights.get(level1, 0) + max(len(by_category[category.path]), 1)
    begun: set[Path] = set()
    for category in declaration.categories:
        indicators = by_category[category.path]
        labels = tuple(_labels(category, len(indicators) or 1, heights, begun))
        for number, indicator in enumerate(indicators):
            yield (*(() if number else labels), *_row(indicator, edges))
        if not indicators:
            yield (*labels, *(Box("", *place) for place in edges.values()))


def _labels(category: Category, rows: int, heights: dict[Path, int], begun: set[Path]) -> Iterator[Box]:
    level1 = category.path[:-1]
    if level1 not in begun:
        begun.add(level1)
        yield Box(_printable(category.level1), _MARGIN, _LEVEL1, Kind.LABEL, heights[level1], level1)
    yield Box(_printable(category.level2), _LEVEL1, _LEVEL2, Kind.LABEL, rows, category.path)


def _row(indicator: Indicator, edges: dict[str, tuple[int, int]]) -> Iterator[Box]:
    for label, (left, right) in edges.items():
        if label == _NAME:
            yield Box(_printable(indicator.name), left, right, path=indicator.path)
        elif label == _VALUE:
            yield Box(_printable(indicator.target.raw), left, right, path=indicator.target_path)
        else:
            yield _shown(indicator.columns.get(label), left, right)
