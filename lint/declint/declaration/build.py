"""From a tree to a declaration; what the schema refuses is left out, the rest is kept for the rules."""

from collections.abc import Iterator

from declint.declaration.amount import YUAN
from declint.declaration.edition import Edition, detect, edition_named, kind_of
from declint.declaration.model import Amount, Category, Declaration, Field, Indicator
from declint.declaration.nodes import BLANK
from declint.declaration.target import read_target
from declint.declaration.tree import Mapping, Scalar
from declint.finding import Path

_GROUPS = ("项目资金", "年度资金", "绩效目标")
_FUNDING = ("项目资金", "年度资金")


def build(root: Mapping, edition: str = "", year: int | None = None) -> Declaration:
    """The declaration that a tree holds; ``edition`` and ``year`` hold where it does not state its own."""
    unit = _amount_unit(root)
    fields: dict[str, Field] = {}
    for label, field in _fields(root, unit):
        fields.setdefault(label, field)
    categories: list[Category] = []
    indicators: list[Indicator] = []
    indicators_path: Path | None = None
    for number, entry in enumerate(root.entries):
        if entry.key.text == "绩效指标" and isinstance(entry.value, Mapping):
            indicators_path = indicators_path or (number,)
            _collect(entry.value, (number,), categories, indicators)
    return Declaration(
        fields,
        tuple(categories),
        tuple(indicators),
        indicators_path,
        _edition(fields, categories, edition, year),
        year,
    )


def _amount_unit(root: Mapping) -> str:
    found = root.find("金额单位")
    text = _text(found[1].value) if found and isinstance(found[1].value, Scalar) else ""
    return text if text in YUAN else "元"


def _edition(
    fields: dict[str, Field], categories: list[Category], assumed: str, assumed_year: int | None
) -> Edition:
    stated = fields.get("表式")
    name = stated.text if stated and stated.text else assumed
    named = edition_named(name) if name else None
    year = fields.get("年度")
    number = (
        int(year.text)
        if year and len(year.text) <= 4 and year.text.isascii() and year.text.isdigit()
        else assumed_year
    )
    return named or detect(((each.level1, each.level2) for each in categories), number)


def _fields(root: Mapping, unit: str) -> Iterator[tuple[str, Field]]:
    for number, entry in enumerate(root.entries):
        label = entry.key.text
        if label in _GROUPS and isinstance(entry.value, Mapping):
            for inner, child in enumerate(entry.value.entries):
                if isinstance(child.value, Scalar):
                    text, path = _text(child.value), (number, inner)
                    field = (
                        Amount(child.key.text, text, path, unit)
                        if label in _FUNDING
                        else Field(child.key.text, text, path)
                    )
                    yield f"{label}/{child.key.text}", field
        elif isinstance(entry.value, Scalar):
            yield label, Field(label, _text(entry.value), (number,))


def _text(node: Scalar) -> str:
    return "" if not node.style and node.text in BLANK else node.text


def _collect(root: Mapping, path: Path, categories: list[Category], indicators: list[Indicator]) -> None:
    for first, level1 in enumerate(root.entries):
        if not isinstance(level1.value, Mapping):
            continue
        for second, level2 in enumerate(level1.value.entries):
            here = (*path, first, second)
            category = Category(level1.key.text, level2.key.text, here, kind_of(level2.key.text))
            if isinstance(level2.value, Mapping):
                categories.append(category)
                for third, row in enumerate(level2.value.entries):
                    if isinstance(row.value, Scalar | Mapping):
                        indicators.append(_indicator(row.key.text, row.value, category, (*here, third)))
            elif not isinstance(level2.value, Scalar) or not _text(level2.value):
                categories.append(category)


def _indicator(name: str, node: Scalar | Mapping, category: Category, path: Path) -> Indicator:
    if isinstance(node, Scalar):
        return Indicator(name, read_target(_text(node)), category, path, path)
    columns = {
        entry.key.text: Field(entry.key.text, _text(entry.value), (*path, number))
        for number, entry in enumerate(node.entries)
        if isinstance(entry.value, Scalar)
    }
    value = columns.get("指标值")
    target = read_target(
        value.text if value else "",
        operator=_column(columns, "指标性质"),
        unit=_column(columns, "度量单位"),
    )
    return Indicator(name, target, category, path, value.path if value else path, columns)


def _column(columns: dict[str, Field], label: str) -> str:
    return columns[label].text if label in columns else ""
