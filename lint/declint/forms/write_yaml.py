"""A form as the text of a declaration file, each value leading back to the cell it came from."""

from collections import defaultdict

from msgspec import Struct, field

from declint.declaration.origin import Origin, Piece
from declint.forms.columns import VALUE
from declint.forms.form import Decision, Form, Indicator, Value
from declint.forms.grid import Cell
from declint.forms.scalars import block, remark, scalar

_HEAD = ("年度", "项目名称", "项目性质", "项目类别", "主管部门", "实施单位", "计划开始日期", "计划完成日期")
_RARE = ("金额单位", "表式")
_PROJECT = ("项目资金总额", "财政资金", "其他资金")
_YEAR = ("年度资金申请总额", "当年财政拨款", "上年结转资金", "其他资金")
_GOALS = ("项目总目标", "年度总体目标")
_ALWAYS = {"年度", "项目名称", "主管部门", "实施单位", "年度资金/年度资金申请总额", "绩效目标/年度总体目标"}
_TYPED = {"年度", "金额单位", "权重"}


class _Writer(Struct):
    """The text so far, its length, and the pieces that lead back to cells."""

    language: str | None
    form: Form
    parts: list[str] = field(default_factory=list)
    length: int = 0
    pieces: list[Piece] = field(default_factory=list)
    decisions: defaultdict[str | int | None, list[Decision]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def __post_init__(self) -> None:
        for decision in self.form.decisions:
            self.decisions[decision.at].append(decision)

    def write(self, text: str, cell: Cell | None = None) -> None:
        if cell and text:
            self.pieces.append(
                Piece(self.length, self.length + len(text), cell.spot, cell.text, cell.address)
            )
        self.parts.append(text)
        self.length += len(text)

    def comment(self, at: str | int, indent: str) -> None:
        """The decisions about an entry, a line each, above it."""
        if self.language is None:
            return
        for decision in self.decisions.get(at, ()):
            place = f" ({decision.cell.spot.say(self.language)})" if decision.cell else ""
            self.write(f"{indent}# {remark(decision.say(self.language) + place)}\n")


def write_yaml(
    form: Form, schema: str = "", language: str | None = None, path: str = ""
) -> tuple[str, Origin]:
    """The text of the declaration and where it came from.

    ``schema`` is the path of the JSON Schema as seen from the file, '' for none; ``language`` that of the
    comments on what had to be decided, None for no comments; ``path`` the document as the user knows it.
    """
    writer = _Writer(language, form)
    if schema:
        writer.write(f"# yaml-language-server: $schema={schema}\n")
    for label in (*_HEAD, *_RARE):
        _field(writer, label, label, "")
    writer.write("\n")
    _group(writer, "项目资金", _PROJECT)
    _group(writer, "年度资金", _YEAR)
    writer.write("\n")
    _group(writer, "绩效目标", _GOALS)
    writer.write("\n绩效指标:\n")
    _indicators(writer)
    return "".join(writer.parts), Origin(path, tuple(writer.pieces))


def _group(writer: _Writer, name: str, labels: tuple[str, ...]) -> None:
    paths = [f"{name}/{label}" for label in labels]
    if any(path in writer.form.fields or path in _ALWAYS for path in paths):
        writer.write(f"{name}:\n")
        for path, label in zip(paths, labels, strict=True):
            _field(writer, path, label, "  ")


def _field(writer: _Writer, path: str, label: str, indent: str) -> None:
    value = writer.form.fields.get(path)
    if value is None and path not in _ALWAYS:
        return
    value = value or Value("")
    writer.comment(path, indent)
    writer.write(indent)
    writer.write(label + ":", value.label or value.cell)
    lines = block(value.text, indent + "  ") if path.startswith("绩效目标/") and value.text else None
    if lines:
        writer.write(" ")
        _block(writer, value, lines, len(indent) + 2)
    elif value.text:
        writer.write(" ")
        number = path in _TYPED or "资金/" in path
        writer.write(scalar(value.text, number=number), value.cell)
        writer.write("\n")
    else:
        writer.write("\n")


def _block(writer: _Writer, value: Value, lines: list[str], indent: int) -> None:
    """A block scalar; each line leads back to the cell in which it begins."""
    writer.write(lines[0] + "\n", value.cell)
    at = 0
    for line in lines[1:]:
        cell = next((cell for start, cell in reversed(value.parts) if start <= at), value.cell)
        writer.write(line + "\n", cell)
        at += max(len(line) - indent, 0) + 1


def _indicators(writer: _Writer) -> None:
    form = writer.form
    rows: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, row in enumerate(form.indicators):
        rows[row.level1, row.level2].append(number)
    seconds: defaultdict[str, list[str]] = defaultdict(list)
    for level1, level2 in form.categories:
        seconds[level1].append(level2)
    for level1, level2s in seconds.items():
        _key(writer, "  ", level1, form.categories[level1, level2s[0]])
        for level2 in level2s:
            _key(writer, "    ", level2, form.categories[level1, level2])
            for number in rows[level1, level2]:
                _row(writer, form.indicators[number], number)


def _key(writer: _Writer, indent: str, label: str, cell: Cell | None) -> None:
    writer.write(indent)
    writer.write(scalar(label, number=False) or "''", cell)
    writer.write(":\n")


def _row(writer: _Writer, row: Indicator, number: int) -> None:
    writer.comment(number, "      ")
    writer.write("      ")
    writer.write(scalar(row.name.text), row.name.cell)
    writer.write(":")
    columns = {label: value for label, value in row.columns.items() if value.text or label == VALUE}
    if len(columns) == 1:
        if columns[VALUE].text:
            writer.write(" ")
            writer.write(scalar(columns[VALUE].text), columns[VALUE].cell)
        writer.write("\n")
        return
    writer.write(" {")
    for place, (label, value) in enumerate(columns.items()):
        writer.write((", " if place else "") + scalar(label, flow=True) + ": ")
        text = scalar(value.text, number=label in (VALUE, "权重", "备注"), flow=True)
        writer.write(text, value.cell)
    writer.write("}\n")
