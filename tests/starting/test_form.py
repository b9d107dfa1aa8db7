"""A form that is begun: whatever the name, the file is read, fits the schema and lacks only what is blank."""

import datetime
import json
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from declint.declaration.edition import Edition, editions
from declint.declaration.reading import Reading, read_bytes
from declint.declaration.resources import schema_text
from declint.declaration.schema import instance
from declint.rules.registry import selected
from declint.run import check_files
from declint.settings import Limits, Settings
from declint.starting.answers import (
    BadAnswerError,
    read_day,
    read_edition,
    read_goal,
    read_money,
    read_name,
    read_text,
    read_year,
)
from declint.starting.form import Form, agree, file_name, render

SCHEMA = Draft202012Validator(json.loads(schema_text("declaration")))
NEWEST = editions()[0]
texts = st.text(
    st.characters(exclude_categories=("C", "Z")) | st.sampled_from(" '\"：:#|>-“”{}[]&*!%@`\\"), max_size=40
)


def read(form: Form) -> Reading:
    reading = read_bytes("a.yaml", render(form, "# a line").encode(), Limits())
    assert not reading.problems
    SCHEMA.validate(instance(reading.tree))
    return reading


def accepted(text: str) -> bool:
    try:
        read_name(text)
    except BadAnswerError:
        return False
    return True


@given(name=texts.filter(accepted), unit=texts, goal=texts)
def test_what_is_answered_is_what_the_file_says(name: str, unit: str, goal: str) -> None:
    form = Form(read_name(name), 2026, NEWEST, unit=read_text(unit), goal=read_goal(goal))
    declaration = read(form).declaration
    assert declaration
    assert declaration.name == name.strip()
    assert declaration.text("实施单位") == unit.strip()
    assert declaration.text("绩效目标/年度总体目标") == goal.strip()


@given(name=texts.filter(accepted), taken=st.lists(st.integers(1, 300), max_size=5))
def test_every_system_takes_the_file_name_and_the_number_is_the_next(name: str, taken: list[int]) -> None:
    made = file_name(read_name(name), [f"{number:02}-其他.yaml" for number in taken] + ["README.md"])
    number, _, stem = made.removesuffix(".yaml").partition("-")
    assert int(number) == max(taken, default=0) + 1
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', made)
    assert stem == stem.strip(" .")
    assert len(made.encode()) <= 255


def test_a_project_that_has_a_file_is_refused() -> None:
    with pytest.raises(BadAnswerError, match="there is a declaration"):
        file_name("图书馆: 运行", ["03-图书馆 运行.yaml"])


@pytest.mark.parametrize("year", [2016, 2026])
@pytest.mark.parametrize("edition", editions(), ids=lambda edition: edition.short)
def test_a_check_tells_only_what_is_still_blank(edition: Edition, year: int) -> None:
    form = Form(
        "社区图书馆运行",
        year,
        edition,
        supervisor="示例市文化和旅游局",
        unit="示例市图书馆",
        start=datetime.date(year, 1, 1),
        end=datetime.date(year, 12, 31),
        amount=Decimal(500000),
        goal="全年举办读书活动不少于 12 场，读者满意度达到 90% 以上。",
    )
    reading = read(form)
    assert reading.declaration
    assert reading.declaration.edition == edition
    report = check_files([("a.yaml", render(form, "").encode())], selected(Settings()), Settings())
    assert {result.rule.code for result in report.results} <= {"GOL004", "CAT009"}
    assert read(Form("甲", year, edition)).declaration


def test_the_appropriation_is_what_the_other_parts_leave() -> None:
    form = Form("甲", 2026, NEWEST, amount=Decimal(100), carried_over=Decimal("0.5"), other_funds=Decimal(9))
    text = render(form, "")
    assert "  当年财政拨款: 90.50\n  上年结转资金: 0.50\n  其他资金: 9.00\n" in text
    assert "  年度资金申请总额:\n  当年财政拨款:\n  上年结转资金:\n" in render(Form("甲", 2026, NEWEST), "")


@pytest.mark.parametrize(
    "more",
    [
        {"amount": Decimal(5), "other_funds": Decimal(3), "carried_over": Decimal(3)},
        {"start": datetime.date(2026, 5, 1), "end": datetime.date(2026, 4, 30)},
        {"start": datetime.date(2027, 1, 1)},
        {"end": datetime.date(2025, 12, 31)},
    ],
)
def test_what_cannot_be_true_together_is_refused(more: dict[str, object]) -> None:
    with pytest.raises(BadAnswerError):
        agree(Form("甲", 2026, NEWEST, **more))  # type: ignore[arg-type]


def test_answers_are_understood_as_staff_type_them() -> None:
    assert read_year(" ２０２６年度 ") == 2026
    assert read_day("2026年3月5日") == read_day("2026/03/05") == datetime.date(2026, 3, 5)
    assert read_money("50万元") == read_money("￥500，000.00 元") == Decimal(500000)
    assert read_edition("") == NEWEST
    assert read_edition("2015") == read_edition("财预〔2015〕88号") == editions()[1]
    assert read_goal("  一、办班。\r\n\r\n\t二、培训。 ") == "一、办班。\n二、培训。"
    assert read_day(" ") is None
    assert read_money("") is None


@pytest.mark.parametrize(
    ("reader", "text"),
    [
        (read_name, "——"),
        (read_name, " "),
        (read_name, "甲" * 301),
        (read_name, "甲\n乙"),
        (read_text, "甲\u202e乙"),
        (read_goal, "甲\x1b[31m乙"),
        (read_year, "26"),
        (read_year, "3026"),
        (read_day, "2026-02-30"),
        (read_day, "年底"),
        (read_day, "2026-01-01 至 2026-12-31"),
        (read_money, "五十万"),
        (read_money, "-5"),
        (read_money, "0.001"),
        (read_edition, "2099"),
    ],
)
def test_other_answers_are_refused_with_the_reason(reader: object, text: str) -> None:
    assert callable(reader)
    with pytest.raises(BadAnswerError) as refused:
        reader(text)
    assert refused.value.zh
    assert refused.value.en
