"""The printed form as tables: head, funding, goals, indicators; messages in rows of their own below."""

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from declint.declaration.model import Category, Declaration, Field, Indicator
from declint.declaration.tree import Mapping
from declint.finding import Part, Path
from declint.report.html.markup import element, escaped
from declint.report.html.notes import Note, Notes, marked, note_list
from declint.report.html.words import WORDS
from declint.report.terminal import View
from declint.run import FileResult

_HEAD = (
    ("项目名称", "项目性质", "项目类别"),
    ("主管部门", "实施单位"),
    ("计划开始日期", "计划完成日期"),
)
_PROJECT = ("项目资金总额", "财政资金", "其他资金")
_ANNUAL = ("年度资金申请总额", "当年财政拨款", "上年结转资金", "其他资金")
_GOALS = ("项目总目标", "年度总体目标")
_VALUE = "指标值"


def form(file: FileResult, declaration: Declaration, notes: Notes, view: View) -> Iterator[str]:
    """The tables of a form."""
    yield '<div class="form">'
    yield element("p", WORDS["form"].say(view.language, {}), "form-title")
    yield from _head(declaration, notes, view)
    yield from _funding(file, declaration, notes, view)
    yield from _goals(file, declaration, notes, view)
    yield from _indicators(declaration, notes, view)
    yield "</div>"


def _table(kind: str, title: str, columns: Sequence[str]) -> str:
    """The head of a table; ``columns`` are the classes of its columns."""
    shown = "".join(f'<col class="{each}">' if each else "<col>" for each in columns)
    return f'<table class="{kind}"><caption>{title}</caption><colgroup>{shown}</colgroup>'


def _messages(notes: list[Note], columns: int, view: View) -> Iterator[str]:
    """A row of messages across all columns."""
    if notes:
        yield f'<tr class="messages"><td colspan="{columns}">'
        yield from note_list(notes, view)
        yield "</td></tr>"


def _pair(field: Field | None, label: str, notes: Notes, span: int = 1) -> tuple[str, list[Note]]:
    """The cells of a label and its value, and the notes on them."""
    if field is None:
        head = element("th", escaped(label), "", {"scope": "row"})
        return head + element("td", "", "value missing", {"colspan": span}), []
    on_label, on_value = _split(field.path, notes)
    head = element("th", marked(field.label, on_label), "", {"scope": "row"})
    return head + element("td", marked(field.text, on_value), "value", {"colspan": span}), [
        *on_label,
        *on_value,
    ]


def _split(path: Path, notes: Notes) -> tuple[list[Note], list[Note]]:
    """The notes on an entry's key and on its value."""
    return notes.at(path, Part.KEY), notes.at(path, Part.VALUE)


def _head(declaration: Declaration, notes: Notes, view: View) -> Iterator[str]:
    columns = 6
    yield _table("head", WORDS["head"].say(view.language, {}), ("head-label", "") * 3)
    yield "<tbody>"
    year = declaration.field("年度")
    if year:
        found = notes.at(year.path)
        yield f'<tr><td class="year" colspan="{columns}">（{marked(year.text, found)} 年度）</td></tr>'
        yield from _messages(found, columns, view)
    drawn = {"年度", *(label for row in _HEAD for label in row)}
    others = [(label,) for label in declaration.fields if "/" not in label and label not in drawn]
    for labels in (*_HEAD, *others):
        last = columns - 2 * len(labels) + 1
        pairs = [
            _pair(declaration.field(label), label, notes, last if label == labels[-1] else 1)
            for label in labels
        ]
        yield f"<tr>{''.join(cells for cells, _ in pairs)}</tr>"
        yield from _messages([note for _, found in pairs for note in found], columns, view)
    yield "</tbody></table>"


def _group(declaration: Declaration, group: str, known: Sequence[str]) -> list[tuple[str, Field | None]]:
    """The labels of a block: those of the form, then others that the file has."""
    prefix = f"{group}/"
    present = [label.removeprefix(prefix) for label in declaration.fields if label.startswith(prefix)]
    return [(label, declaration.field(prefix + label)) for label in dict.fromkeys((*known, *present))]


def _group_notes(file: FileResult, group: str, notes: Notes) -> list[Note]:
    """The notes on the label of a block."""
    tree = file.tree
    found = tree.find(group) if isinstance(tree, Mapping) else None
    return notes.at((found[0],)) if found else []


def _funding(file: FileResult, declaration: Declaration, notes: Notes, view: View) -> Iterator[str]:
    columns = 5
    unit = escaped(declaration.text("金额单位") or "元")
    on_groups = [note for group in ("项目资金", "年度资金") for note in _group_notes(file, group, notes)]
    rows = []
    for left, right in zip_longest(
        _group(declaration, "项目资金", _PROJECT), _group(declaration, "年度资金", _ANNUAL)
    ):
        pairs = [
            _pair(each[1], each[0], notes) if each else ('<td class="missing" colspan="2"></td>', [])
            for each in (left, right)
        ]
        rows.append(("".join(cells for cells, _ in pairs), [note for _, found in pairs for note in found]))
    height = len(rows) + sum(bool(found) for _, found in rows)
    title = element(
        "th", f"项目资金（{unit}）{marked('', on_groups)}", "side", {"rowspan": height, "scope": "rowgroup"}
    )
    yield _table("funding", WORDS["funding"].say(view.language, {}), ("side", *("", "amount") * 2))
    yield "<tbody>"
    for number, (cells, found) in enumerate(rows):
        yield f"<tr>{'' if number else title}{cells}</tr>"
        yield from _messages(found, columns - 1, view)
    yield from _messages(on_groups, columns, view)
    yield "</tbody></table>"


def _goals(file: FileResult, declaration: Declaration, notes: Notes, view: View) -> Iterator[str]:
    goals = _group(declaration, "绩效目标", _GOALS)
    on_group = _group_notes(file, "绩效目标", notes)
    kinds = ["" if field and field.text.strip() else "blank" for _, field in goals]
    columns = ("side", *(kinds if "" in kinds else ()))
    yield _table("goals", WORDS["goals"].say(view.language, {}), columns)
    heads, texts, found = [], [], list(on_group)
    for label, field in goals:
        on_label, on_value = _split(field.path, notes) if field else ([], [])
        heads.append(element("th", marked(label, on_label), "", {"scope": "col"}))
        texts.append(element("td", marked(field.text.rstrip() if field else "", on_value), "goal"))
        found += [*on_label, *on_value]
    side = element(
        "th", f"项目绩效目标{marked('', on_group)}", "side", {"rowspan": 2 + bool(found), "scope": "rowgroup"}
    )
    yield f"<tbody><tr>{side}{''.join(heads)}</tr>"
    yield f"<tr>{''.join(texts)}</tr>"
    yield from _messages(found, len(goals), view)
    yield "</tbody></table>"


def _indicators(declaration: Declaration, notes: Notes, view: View) -> Iterator[str]:
    extra = list(
        dict.fromkeys(label for each in declaration.indicators for label in each.columns if label != _VALUE)
    )
    on_all = notes.at(declaration.indicators_path) if declaration.indicators_path else []
    titles = ("一级指标", "二级指标", "三级指标", "年度（/项目）指标值", *extra)
    badges = (marked("", on_all), *("" for _ in titles[1:]))
    heads = "".join(
        element("th", escaped(title) + badge, "", {"scope": "col"})
        for title, badge in zip(titles, badges, strict=True)
    )
    kind = "indicators wide" if extra else "indicators"
    columns = ("level1", "level2", "", "", *("" for _ in extra))
    yield _table(kind, WORDS["indicators"].say(view.language, {}), columns)
    yield f"<thead><tr>{heads}</tr></thead>"
    if on_all:
        yield "<tbody>"
        yield from _messages(on_all, len(titles), view)
        yield "</tbody>"
    for _, group in groupby(declaration.categories, key=lambda category: category.path[:2]):
        yield from _level1(list(group), declaration, extra, notes, view)
    yield "</table>"


class _Row:
    """One row of the indicators: its own cells, and the notes below it."""

    def __init__(self, cells: str, notes: list[Note]) -> None:
        self.cells = cells
        self.notes = notes
        self.labels = ""

    @property
    def height(self) -> int:
        return 2 if self.notes else 1


def _level1(
    categories: list[Category], declaration: Declaration, extra: list[str], notes: Notes, view: View
) -> Iterator[str]:
    """A level 1 as a body of rows; its label and those of level 2 stand in merged cells."""
    on_level1 = notes.at(categories[0].path[:2])
    blocks = []
    for category in categories:
        on_level2 = notes.at(category.path)
        own = [each for each in declaration.indicators if each.path[:3] == category.path]
        rows = [_row(each, extra, notes) for each in own] or [_Row("<td></td>" * (2 + len(extra)), [])]
        rows[0].notes[:0] = [*(on_level1 if category is categories[0] else ()), *on_level2]
        height = sum(row.height for row in rows)
        rows[0].labels = _label(category.level2, on_level2, height)
        blocks.append((rows, height))
    first = blocks[0][0][0]
    first.labels = _label(categories[0].level1, on_level1, sum(height for _, height in blocks)) + first.labels
    yield "<tbody>"
    for rows, _ in blocks:
        for row in rows:
            yield f"<tr>{row.labels}{row.cells}</tr>"
            yield from _messages(row.notes, 2 + len(extra), view)
    yield "</tbody>"


def _label(text: str, notes: list[Note], height: int) -> str:
    return element("th", marked(text, notes), "level", {"scope": "rowgroup", "rowspan": height})


def _row(indicator: Indicator, extra: list[str], notes: Notes) -> _Row:
    on_name = notes.at(indicator.path, Part.KEY)
    found = [*on_name]
    value = indicator.columns.get(_VALUE)
    text = value.text if value else indicator.target.raw
    on_value = [*notes.at(indicator.target_path), *notes.at(indicator.path)]
    found += on_value
    cells = [element("td", marked(indicator.name, on_name)), element("td", marked(text, on_value), "value")]
    for label in extra:
        field = indicator.columns.get(label)
        on_field = notes.at(field.path) if field else []
        cells.append(element("td", marked(field.text if field else "", on_field), "value"))
        found += on_field
    return _Row("".join(cells), found)
