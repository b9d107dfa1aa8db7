"""The fifteen declarations say what the published text says: nothing lost, invented or moved."""

import re
from pathlib import Path

import pytest

from declint.declaration.edition import Kind, editions, kind_of
from declint.declaration.model import Declaration
from declint.declaration.reading import read_bytes
from declint.settings import Limits

HERE = Path(__file__).parent
FILES = sorted((HERE.parents[1] / "declarations" / "2026").glob("*.yaml"))
FORMS = (HERE / "source.txt").read_text(encoding="utf-8").split("财政项目支出绩效目标申报表")[1:]
COUNTS = (30, 24, 23, 17, 8, 33, 6, 25, 22, 6, 29, 29, 15, 11, 10)
CASES = [
    pytest.param(path, form, count, id=path.stem[:2])
    for path, form, count in zip(FILES, FORMS, COUNTS, strict=True)
]
EDITION = editions()[0]
LEVEL1 = {*EDITION.levels, "满意度指"}
LEVEL2 = {*Kind, "服务对象"}
SPLIT_LABELS = {"满意度指": "满意度指标", "服务对象": "服务对象满意度指标"}
TABLE_WORDS = re.split(
    r"\|",
    "(2026年度)|项目名称|项目性质|项目类别|主管部门|实施单位|计划开始日期|计划完成日期|项目资金(元)|项目资金总额:|"
    "年度资金申请总额:|其中:财政资金|其中:当年财政拨款|上年结转资金|其他资金|项目绩效目标|项目总目标|年度总体目标|"
    "一级指标|二级指标|三级指标|年度(/项目)指标值|绩效指标",
)


def declaration(path: Path) -> Declaration:
    reading = read_bytes(path.name, path.read_bytes(), Limits())
    assert not reading.problems
    assert not reading.violations
    assert reading.declaration
    return reading.declaration


def squeezed(text: str) -> str:
    return re.sub(r"\s+|</?p>|-{2,}", "", text)


def rows(form: str) -> list[list[str]]:
    """The cells of the indicator part that are not empty; a continued row is joined to the one above."""
    found: list[list[str]] = []
    for line in form.split("年度(/项目)指标值", 1)[1].splitlines():
        cells = [cell for cell in (squeezed(cell) for cell in line.split("\t")) if cell]
        if cells == ["性", "改造完成"]:
            name, value = found[-1][-2:]
            found[-1][-2:] = [name + "性", value + "改造完成"]
        elif len(cells) == 1 and cells[0].startswith("大政策及产品宣传力度"):
            found[-1][-1] += cells[0]
        elif row := cells[2:] if cells[:1] == ["标"] else cells:
            found.append(row)
    return found


def expected(form: str) -> list[tuple[str, str, str, str]]:
    """(level 1, level 2, name, value) of each row, by the rules of the format description."""
    level1 = level2 = ""
    found = []
    for cells in rows(form):
        rest = [cell for cell in cells if cell != "绩效指标"]
        new1 = SPLIT_LABELS.get(rest[0], rest[0]) if rest[0] in LEVEL1 else None
        rest = rest[1:] if new1 else rest
        new2 = SPLIT_LABELS.get(rest[0], rest[0]) if rest and rest[0] in LEVEL2 and len(rest) > 1 else None
        rest = rest[1:] if new2 else rest
        level1, level2 = new1 or level1, new2 or level2
        if new2 and not new1 and not EDITION.has(level1, new2):
            kind = kind_of(new2)
            assert kind
            level1 = EDITION.level1_of(kind) or level1
        name, value = [*rest, ""][:2]
        found.append((level1, level2, name, value))
    return found


@pytest.mark.parametrize(("path", "form", "count"), CASES)
def test_rows_stand_where_they_are_printed(path: Path, form: str, count: int) -> None:
    found = [
        (row.category.level1, row.category.level2, squeezed(row.name), squeezed(row.target.raw))
        for row in declaration(path).indicators
    ]
    assert sorted(found) == sorted(expected(form))
    assert len(found) == count


@pytest.mark.parametrize(("path", "form"), [pytest.param(*case.values[:2], id=case.id) for case in CASES])
def test_no_word_of_the_source_is_lost_or_invented(path: Path, form: str) -> None:
    """Taking every field of the file out of the form leaves the form's own labels and nothing else."""
    read = declaration(path)
    left = squeezed(form)
    for continued, joined in (
        ("全部性改造完成", "全部改造完成"),
        ("服务及时2026年12月", "服务及时性2026年12月"),
    ):
        left = left.replace(continued, joined, 1)
    amounts = [field for label, field in read.fields.items() if label.startswith("年度资金/") and field.text]
    others = [label for label in read.fields if "资金/" not in label and label != "年度"]
    pieces = [squeezed(read.text(label)) for label in others]
    pieces += [f"{float(field.text):,.2f}" for field in amounts]
    pieces += [squeezed(text) for row in read.indicators for text in (row.name, row.target.raw)]
    for piece in sorted(pieces, key=len, reverse=True):
        assert piece in left, piece
        left = left.replace(piece, "\n", 1)
    for label in sorted([*TABLE_WORDS, *Kind, *EDITION.levels], key=len, reverse=True):
        left = left.replace(label, "\n")
    assert set(left.split()) <= {"满意度指服务对象", "标"}


def test_four_values_are_missing() -> None:
    missing = [row.name for path in FILES for row in declaration(path).indicators if not row.target.raw]
    assert len(missing) == 4


def test_amounts_are_exact() -> None:
    totals = [declaration(path).text("年度资金/年度资金申请总额") for path in FILES]
    printed = re.findall(r"年度资金申请总额:\s+([\d,.]+)", "".join(FORMS))
    assert totals == [amount.replace(",", "") for amount in printed]
