"""Asking rows: those that a question does not concern are not asked, nor those that have passed it before."""

from declint.declaration.model import Declaration, Indicator
from declint.declaration.reading import read_bytes
from declint.declaration.rows import about, rows_with
from declint.language.lexicon import extended
from declint.language.measures import SATISFACTION
from declint.settings import Limits
from declint.testing import BASE


def declaration(*changes: tuple[str, str]) -> Declaration:
    text = BASE
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    found = read_bytes("a.yaml", text.encode(), Limits()).declaration
    assert found
    return found


def test_only_rows_of_the_sort_are_asked() -> None:
    asked: list[str] = []

    @about(lambda sort: sort.measure == SATISFACTION and sort.is_percentage)
    def question(row: Indicator) -> bool:
        asked.append(row.name)
        return True

    form = declaration()
    found = [row.name for row, _ in rows_with(form, question)]
    assert found == asked == [row.name for row in form.indicators if "满意度" in row.name]


def test_a_row_that_has_passed_is_not_asked_again_and_one_that_has_not_is() -> None:
    asked: list[str] = []

    def question(row: Indicator) -> str | None:
        asked.append(row.name)
        return row.name if "满意度" in row.name else None

    form = declaration()
    first, again = rows_with(form, question), rows_with(declaration(), question)
    assert [answer for _, answer in again] == [answer for _, answer in first] != []
    assert asked == [row.name for row in form.indicators] + [answer for _, answer in first]


def test_a_row_with_columns_is_known_by_none_but_itself() -> None:
    def question(row: Indicator) -> str | None:
        return row.target.unit if row.columns and row.target.unit == "分" else None

    for unit, found in (("%", []), ("分", ["分"])):
        form = declaration(("≥90.00(%)", f"{{指标性质: ≥, 指标值: 90, 度量单位: '{unit}'}}"))
        assert [answer for _, answer in rows_with(form, question)] == found


def test_other_words_make_other_sorts() -> None:
    @about(lambda sort: sort.is_percentage)
    def question(row: Indicator) -> str | None:
        return row.target.unit

    change = ("≥90.00(%)", "≥90.00(百分点儿)")
    form = declaration(change)
    before = rows_with(form, question)
    with extended((("units", "不规范", ("百分点儿 = %",)),)):
        after = rows_with(declaration(change), question)
    assert "百分点儿" not in [answer for _, answer in before]
    assert "百分点儿" in [answer for _, answer in after]
