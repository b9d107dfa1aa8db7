"""The lower half of the form: the table of indicators."""

from collections.abc import Iterable, Iterator

from declint.declaration.model import Category, Declaration, Indicator
from declint.finding import Path
from declint.forms.table import MARGIN, WIDTH, Box, Kind, Table, label_box, printable, value_box

Columns = dict[str, tuple[int, int]]
"""Each column by its label, from left to right in mm."""

_LEVELS = ("一级指标", "二级指标", "三级指标")
_VALUE = "指标值"
_VALUE_HEAD = "年度(/项目)指标值"
_USUAL = {"一级指标": 22, "二级指标": 28, "三级指标": 67, _VALUE: 51}
"""Widths in mm where the form has these columns and no other."""
_WANTED = {
    "一级指标": 20,
    "二级指标": 20,
    "三级指标": 44,
    "指标性质": 11,
    _VALUE: 30,
    "度量单位": 11,
    "权重": 10,
    "指标方向": 11,
    "备注": 20,
}
"""Shares of the width where there are more, in the order of the printed forms."""
_OTHER, _MOST_OTHERS = 14, 8


def indicator_table(declaration: Declaration) -> Table:
    """Every category and indicator of a declaration; one blank row where there is none."""
    columns = _columns(declaration.indicators)
    head = (
        Box("", 0, MARGIN, Kind.HEAD),
        *(
            Box(_VALUE_HEAD if name == _VALUE else printable(name), *place, Kind.HEAD)
            for name, place in columns.items()
        ),
    )
    rows = list(_rows(declaration, columns)) or [tuple(Box("", *place) for place in columns.values())]
    return Table((head, (label_box("绩效\n指标", 0, MARGIN, len(rows)), *rows[0]), *rows[1:]), heads=1)


def _columns(indicators: Iterable[Indicator]) -> Columns:
    """The columns that these indicators need; what a form never has stands before 备注."""
    named = dict.fromkeys(name for each in indicators for name in each.columns)
    others = [name for name in named if name not in _WANTED][:_MOST_OTHERS]
    usual = [name for name in _WANTED if name in _USUAL or name in named]
    if others or len(usual) > len(_USUAL):
        behind = usual.index("备注") if "备注" in usual else len(usual)
        names = [*usual[:behind], *others, *usual[behind:]]
        return _placed({name: _WANTED.get(name, _OTHER) for name in names})
    return _placed(_USUAL)


def _placed(shares: dict[str, int]) -> Columns:
    """Where each column stands: the width behind the margin, shared out."""
    columns: Columns = {}
    left = taken = 0
    for name, share in shares.items():
        taken += share
        right = round((WIDTH - MARGIN) * taken / sum(shares.values()))
        columns[name] = (MARGIN + left, MARGIN + right)
        left = right
    return columns


def _rows(declaration: Declaration, columns: Columns) -> Iterator[tuple[Box, ...]]:
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
        labels = tuple(_labels(category, columns, len(indicators) or 1, heights, begun))
        for number, indicator in enumerate(indicators):
            yield (*(() if number else labels), *_row(indicator, columns))
        if not indicators:
            yield (*labels, *(Box("", *place) for name, place in columns.items() if name not in _LEVELS[:2]))


def _labels(
    category: Category, columns: Columns, rows: int, heights: dict[Path, int], begun: set[Path]
) -> Iterator[Box]:
    """The level-2 label, and the level-1 label where its first row is this category's."""
    level1 = category.path[:-1]
    if level1 not in begun:
        begun.add(level1)
        yield Box(printable(category.level1), *columns["一级指标"], Kind.LABEL, heights[level1], level1)
    yield Box(printable(category.level2), *columns["二级指标"], Kind.LABEL, rows, category.path)


def _row(indicator: Indicator, columns: Columns) -> Iterator[Box]:
    for name, (left, right) in columns.items():
        if name == "三级指标":
            yield Box(printable(indicator.name), left, right, path=indicator.path)
        elif name == _VALUE:
            yield Box(printable(indicator.target.raw), left, right, path=indicator.target_path)
        elif name not in _LEVELS:
            yield value_box(indicator.columns.get(name), left, right)
