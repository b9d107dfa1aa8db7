"""Declaration → document → declaration is the identity on every field, name and raw target."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from declint.declaration.edition import editions
from declint.declaration.model import Declaration
from declint.declaration.reading import Reading, read_bytes
from declint.forms.form import Form, Indicator, Value
from declint.forms.labels import (
    column_role,
    funding_field,
    goal_field,
    head_field,
    is_filler,
    is_footer,
    is_title,
    labelled_parts,
)
from declint.forms.layout import lay_out
from declint.forms.reading import read_forms
from declint.forms.unplaced import unplaced
from declint.forms.write_docx import write_docx
from declint.forms.write_xlsx import write_xlsx
from declint.forms.write_yaml import write_yaml
from declint.settings import Limits

PUBLISHED = sorted((Path(__file__).parents[2] / "declarations" / "2026").glob("*.yaml"))
DOCUMENTS = Path(__file__).parent / "documents"
WRITERS = [pytest.param(write_docx, id="docx"), pytest.param(write_xlsx, id="xlsx")]
Write = Callable[..., bytes]


def reading(text: str) -> Reading:
    return read_bytes("a.yaml", text.encode(), Limits())


def declaration(text: str) -> Declaration:
    found = reading(text)
    assert not found.problems
    assert not found.violations
    assert found.declaration
    return found.declaration


def contents(found: Declaration) -> tuple[dict[str, str], list[tuple[str, str, str, dict[str, str]]]]:
    """Everything a declaration says; a blank field and one left out say the same."""
    fields = {label: text for label in found.fields if (text := found.text(label))}
    fields.setdefault("金额单位", "元")
    rows = []
    for row in found.indicators:
        columns = {label: column.text for label, column in row.columns.items() if column.text}
        rows.append(
            (row.category.level1, row.category.level2, row.name, columns or {"指标值": row.target.raw})
        )
    return fields, rows


def back(write: Write, text: str) -> str:
    """A declaration through a document and back."""
    data = write(lay_out(declaration(text)))
    read = read_forms("a", data)
    assert not read.unused
    (form,) = read.forms
    return write_yaml(form)[0]


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem[:2])
def test_the_published_declarations_come_back_letter_by_letter(write: Write, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert back(write, text) == text.partition("\n")[2]


CHARACTERS = st.sampled_from(
    "的一是在不了有和人这中大为上个国目标指值项名称率数≥≤=<>%（）()：:，,。“”"
    "'\"#&*-1234567890. aZ/$\\{}[]|<p>²、"
)


def is_label(text: str) -> bool:
    """Whether a text is itself a label of the form; as a value nobody could tell it from one."""
    return bool(
        head_field(text)
        or labelled_parts(text)
        or funding_field(text)
        or goal_field(text)
        or column_role(text)
        or is_title(text)
        or is_footer(text)
        or is_filler(text)
    )


TEXT = (
    st.text(CHARACTERS, min_size=1, max_size=25)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: text and not is_label(text))
)
AMOUNT = st.one_of(
    st.just(""), st.decimals(0, 10**12, places=2, allow_nan=False).map(lambda value: f"{value:.2f}")
)
DAY = st.one_of(st.just(""), st.dates().map(lambda day: day.isoformat()))
GOAL = st.one_of(st.just(""), st.lists(TEXT, min_size=1, max_size=3).map("\n".join))
PAIRS = [
    (level1, level2)
    for edition in editions()[:5]
    for level1, seconds in edition.levels.items()
    for level2 in seconds
]
COLUMNS = st.fixed_dictionaries(
    {"指标值": st.one_of(st.just(""), TEXT)},
    optional={"指标性质": TEXT, "度量单位": TEXT, "权重": TEXT, "指标方向": TEXT, "备注": TEXT},
)


@st.composite
def forms(draw: st.DrawFn) -> Form:
    """Forms that say anything that a declaration can say."""
    form = Form()
    fields = {
        "年度": st.integers(1990, 2100).map(str), "项目名称": TEXT, "项目性质": TEXT, "项目类别": TEXT,
        "主管部门": TEXT, "实施单位": TEXT, "计划开始日期": DAY, "计划完成日期": DAY,
        "金额单位": st.sampled_from(["", "万元"]),
        "项目资金/项目资金总额": AMOUNT, "项目资金/财政资金": AMOUNT, "项目资金/其他资金": AMOUNT,
        "年度资金/年度资金申请总额": AMOUNT, "年度资金/当年财政拨款": AMOUNT, "年度资金/上年结转资金": AMOUNT,
        "年度资金/其他资金": AMOUNT, "绩效目标/项目总目标": GOAL, "绩效目标/年度总体目标": GOAL,
    }  # fmt: skip
    for label, strategy in fields.items():
        text = draw(strategy)
        if text or label != "金额单位":
            form.fields[label] = Value(text)
    for level1, level2 in draw(st.lists(st.sampled_from(PAIRS), min_size=1, max_size=4, unique=True)):
        form.categories[level1, level2] = None
    columned = draw(st.booleans())
    firsts = [level1 for level1, _ in form.categories]
    order = sorted(form.categories, key=lambda pair: firsts.index(pair[0]))
    for pair in sorted(draw(st.lists(st.sampled_from(order), min_size=1, max_size=6)), key=order.index):
        columns = draw(COLUMNS) if columned else {"指标值": draw(st.one_of(st.just(""), TEXT))}
        named = {label: Value(text) for label, text in columns.items()}
        form.indicators.append(Indicator(*pair, Value(draw(TEXT)), named))
    return form


@settings(max_examples=60, deadline=None)
@given(forms())
def test_what_is_written_as_yaml_is_read_as_it_was(form: Form) -> None:
    text, _ = write_yaml(form)
    found = declaration(text)
    assert [(row.name, row.target.raw) for row in found.indicators] == [
        (row.name.text, row.columns["指标值"].text) for row in form.indicators
    ]
    assert {label: found.text(label) for label in form.fields} == {
        label: value.text for label, value in form.fields.items()
    }


@pytest.mark.parametrize("write", WRITERS)
@settings(max_examples=60, deadline=None)
@given(form=forms())
def test_any_declaration_comes_back(write: Write, form: Form) -> None:
    text, _ = write_yaml(form)
    found = declaration(text)
    assume(not unplaced(reading(text).tree, lay_out(found)))
    assert contents(declaration(back(write, text))) == contents(found)


RESAVED = sorted(DOCUMENTS.glob("*.doc*")) + sorted(DOCUMENTS.glob("*.xls*"))
PRINTED = sorted(DOCUMENTS.glob("[0-9]*.pdf"))


def published(number: str) -> str:
    (path,) = (path for path in PUBLISHED if path.stem.startswith(number))
    return path.read_text(encoding="utf-8").partition("\n")[2]


@pytest.mark.parametrize("path", RESAVED, ids=lambda path: path.name)
def test_documents_saved_by_libreoffice_come_back_letter_by_letter(path: Path) -> None:
    read = read_forms(path.name, path.read_bytes())
    assert not read.unused
    assert [write_yaml(form)[0] for form in read.forms] == [published(path.stem)]


def differences(before: str, after: str) -> list[tuple[str, str]]:
    """The fields and rows (the words with their blanks) that differ between two declarations."""
    fields, rows = contents(declaration(before))
    other_fields, other_rows = contents(declaration(after))
    assert len(rows) == len(other_rows)
    assert fields.keys() == other_fields.keys()
    changed = [(fields[label], text) for label, text in other_fields.items() if fields[label] != text]
    return changed + [
        (str(one), str(other)) for one, other in zip(rows, other_rows, strict=True) if one != other
    ]


@pytest.mark.parametrize("path", PRINTED, ids=lambda path: path.name)
def test_a_printed_pdf_differs_at_most_in_blanks_of_the_goals(path: Path) -> None:
    """A line that ends at a blank loses it in print; nothing tells a reader that it was there."""
    (form,) = read_forms(path.name, path.read_bytes()).forms
    for before, after in differences(published(path.stem), write_yaml(form)[0]):
        assert len(before) > 200
        assert "".join(before.split()) == "".join(after.split())


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
@pytest.mark.parametrize(("write", "suffix"), [(write_docx, "docx"), (write_xlsx, "xlsx")])
def test_the_fifteen_printed_by_libreoffice(write: Write, suffix: str, tmp_path: Path) -> None:
    """288 indicators, every name and raw target equal."""
    for path in PUBLISHED:
        data = write(lay_out(declaration(path.read_text(encoding="utf-8"))))
        (tmp_path / f"{path.stem}.{suffix}").write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    documents = [str(each) for each in sorted(tmp_path.glob(f"*.{suffix}"))]
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *documents],  # noqa: S607
        check=True,
        capture_output=True,
        timeout=300,
    )
    count = 0
    for path in PUBLISHED:
        (form,) = read_forms("a.pdf", (tmp_path / f"{path.stem}.pdf").read_bytes()).forms
        before, after = declaration(path.read_text(encoding="utf-8")), declaration(write_yaml(form)[0])
        assert contents(after)[1] == contents(before)[1]
        count += len(after.indicators)
    assert count == 288
