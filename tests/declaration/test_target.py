"""The target grammar: every notation, what it says, and where its parts stand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declint.declaration.target import Flaw, Target, TargetKind, read_target
from declint.language.width import half

NUMBERS = [
    # the form's own notation
    ("≥25.00(家)", "≥", "25.00", None, "家"),
    ("=100(%)", "=", "100", None, "%"),
    ("=100.00(%)", "=", "100.00", None, "%"),
    ("≤15.00(分钟)", "≤", "15.00", None, "分钟"),
    ("≤210.00(元/人)", "≤", "210.00", None, "元/人"),
    ("≤30.00(元/人次)", "≤", "30.00", None, "元/人次"),
    ("=38966.00(平方米)", "=", "38966.00", None, "平方米"),
    ("≥55.00(亿元)", "≥", "55.00", None, "亿元"),
    ("≥5000000.00(次)", "≥", "5000000.00", None, "次"),
    ("=0.00(次)", "=", "0.00", None, "次"),
    ("≥20(次/年)", "≥", "20", None, "次/年"),
    ("≥10(m2)", "≥", "10", None, "m2"),
    ("≤55.00(dB(A))", "≤", "55.00", None, "dB(A)"),
    ("50(元/人·天)", "", "50", None, "元/人·天"),
    ("≥90 (%)", "≥", "90", None, "%"),
    ("≥ 25.00 ( 家 )", "≥", "25.00", None, "家"),
    ("≥3.5(mg/L)", "≥", "3.5", None, "mg/L"),
    # signs as they are typed
    (">=25家", "≥", "25", None, "家"),
    ("=>25家", "≥", "25", None, "家"),
    ("> = 90 %", "≥", "90", None, "%"),
    ("<=5天", "≤", "5", None, "天"),
    ("=<5天", "≤", "5", None, "天"),
    ("==3次", "=", "3", None, "次"),
    (">0", ">", "0", None, ""),
    ("<0", "<", "0", None, ""),
    ("≤0", "≤", "0", None, ""),
    ("≧100.00(%)", "≥", "100.00", None, "%"),
    ("≦2次", "≤", "2", None, "次"),
    ("⩾90%", "≥", "90", None, "%"),
    ("≯5%", "≤", "5", None, "%"),
    ("≮95%", "≥", "95", None, "%"),
    ("≈500人", "≈", "500", None, "人"),
    ("≥90%", "≥", "90", None, "%"),
    ("≥ 90 %", "≥", "90", None, "%"),
    ("≥90%。", "≥", "90", None, "%"),
    ("≥90%；", "≥", "90", None, "%"),
    ("≥90％", "≥", "90", None, "%"),
    ("≥１００％", "≥", "100", None, "%"),
    ("＝100（％）", "=", "100", None, "%"),
    ("＞90﹪", ">", "90", None, "%"),
    # words
    ("不少于 20 次", "≥", "20", None, "次"),
    ("不低于100%", "≥", "100", None, "%"),
    ("不小于3个", "≥", "3", None, "个"),
    ("大于等于95%", "≥", "95", None, "%"),
    ("大于或等于95%", "≥", "95", None, "%"),
    ("至少2次", "≥", "2", None, "次"),
    ("最低85分", "≥", "85", None, "分"),
    ("不得低于 98%", "≥", "98", None, "%"),
    ("达到或超过90%", "≥", "90", None, "%"),
    ("力争不少于100人", "≥", "100", None, "人"),
    ("不超过5个工作日", "≤", "5", None, "个工作日"),
    ("不高于800元/人", "≤", "800", None, "元/人"),
    ("不多于 2 起", "≤", "2", None, "起"),
    ("小于等于3%", "≤", "3", None, "%"),
    ("至多3次", "≤", "3", None, "次"),
    ("不得超过50000元", "≤", "50000", None, "元"),
    ("控制在5%", "≤", "5", None, "%"),
    ("控制在5%以内", "≤", "5", None, "%"),
    ("控制在≤5%", "≤", "5", None, "%"),
    ("等于4期", "=", "4", None, "期"),
    ("达到90%", "=", "90", None, "%"),
    ("达90%", "=", "90", None, "%"),
    ("为4期", "=", "4", None, "期"),
    ("达到90%以上", "≥", "90", None, "%"),
    ("达90%及以上", "≥", "90", None, "%"),
    ("保持在90%以上", "≥", "90", None, "%"),
    ("稳定在 3.2 及以上", "≥", "3.2", None, ""),
    ("实现95%以上", "≥", "95", None, "%"),
    ("完成100%", "", "100", None, "%"),
    ("超过90%", ">", "90", None, "%"),
    ("达到目标值95%以上", "≥", "95", None, "%"),
    ("≥100百分比", "≥", "100", None, "百分比"),
    ("≥80人/次", "≥", "80", None, "人/次"),
    ("高于90%", ">", "90", None, "%"),
    ("大于35人次", ">", "35", None, "人次"),
    ("低于3%", "<", "3", None, "%"),
    ("少于3次", "<", "3", None, "次"),
    ("约500人", "≈", "500", None, "人"),
    ("约为500人", "≈", "500", None, "人"),
    ("500人左右", "≈", "500", None, "人"),
    ("500余人", "≈", "500", None, "人"),
    ("20多场", "≈", "20", None, "场"),
    ("十余次", "≈", "10", None, "次"),
    # behind the number
    ("25 家以上", "≥", "25", None, "家"),
    ("25家及以上", "≥", "25", None, "家"),
    ("20次以上（含）", "≥", "20", None, "次"),
    ("20次（含）以上", "≥", "20", None, "次"),
    ("90以上(%)", "≥", "90", None, "%"),
    ("100%以上", "≥", "100", None, "%"),
    ("≥90%以上", "≥", "90", None, "%"),
    ("≥50%（含）", "≥", "50", None, "%"),
    ("5%以下", "≤", "5", None, "%"),
    ("2小时内", "≤", "2", None, "小时"),
    ("2小时之内", "≤", "2", None, "小时"),
    ("15日内", "≤", "15", None, "日"),
    ("5个工作日以内", "≤", "5", None, "个工作日"),
    ("3年内", "≤", "3", None, "年"),
    # no operator
    ("985米", "", "985", None, "米"),
    ("100%", "", "100", None, "%"),
    ("100.00", "", "100.00", None, ""),
    ("0起", "", "0", None, "起"),
    ("≤2起", "≤", "2", None, "起"),
    ("15日", "", "15", None, "日"),
    ("12个月", "", "12", None, "个月"),
    ("-5%", "", "-5", None, "%"),
    ("≥-5%", "≥", "-5", None, "%"),
    ("≥4次/年", "≥", "4", None, "次/年"),
    ("≥2000元/亩", "≥", "2000", None, "元/亩"),
    # sizes
    ("≥1,200人", "≥", "1200", None, "人"),
    ("≥1，200.50（元）", "≥", "1200.50", None, "元"),
    ("1.2万人次", "", "12000", None, "人次"),
    ("≥1.25 亿元", "≥", "125000000", None, "元"),
    ("5千人", "", "5000", None, "人"),
    ("300万人次以上", "≥", "3000000", None, "人次"),
    ("三万", "", "30000", None, ""),
    ("三十五", "", "35", None, ""),
    ("零", "", "0", None, ""),
    ("一项", "", "1", None, "项"),
    ("两场", "", "2", None, "场"),
    ("不少于十二次", "≥", "12", None, "次"),
    ("百分之百", "", "100", None, "%"),
    ("≥百分之九十五", "≥", "95", None, "%"),
    ("百分之九十以上", "≥", "90", None, "%"),
    # ranges
    ("2-3次", "~", "2", "3", "次"),
    ("2～3次", "~", "2", "3", "次"),
    ("2至3次", "~", "2", "3", "次"),
    ("2—3次", "~", "2", "3", "次"),
    ("80%-90%", "~", "80", "90", "%"),
    ("80-90%", "~", "80", "90", "%"),
    ("50~100 人", "~", "50", "100", "人"),
    ("3到5天", "~", "3", "5", "天"),
    ("80(%)以上", "≥", "80", None, "%"),
]

DATES = [
    "2026年10月底前",
    "2026年12月31日",
    "2026年12月31日前",
    "2026 年 12 月 31 日之前完成",
    "2026年12月31日前完成验收",
    "2026-12-31",
    "2026/6/30前",
    "2026.12",
    "2026年",
    "2026年内",
    "2026年底",
    "2026年度",
    "2026年3月至6月",
    "2026年1月-12月",
    "1-6月",
    "12月底前",
    "6月30日前",
    "3月",
    "第一季度",
    "2026年第四季度",
    "2026年上半年",
    "年底前",
    "≤2026年12月31日",
    "不晚于2026年6月",
    "2026年10月全部完成",
    "全年",
]

TEXTS = [
    "有效实现",
    "达标",
    "优",
    "良好",
    "提升",
    "提升……",
    "十分满意",
    "一等奖",
    "第3名",
    "前10%",
    "1:20",
    "≥上年",
    "≥A级",
    "5*8小时",
    "7*24小时",
    "7×24小时",
    "每年≥4次",
    "≥90%，较上年提高2个百分点",
    "新引进企业 25 家，完成孵化器腾笼换鸟",
    "在孵企业带动就业人数增长 5%以上",
    "与上一年度相比有所上升",
    "无",
    "汇编成册",
]

UNREADABLE = [
    ("≥**%", Flaw.REMNANT, "≥**"),
    ("≥*%", Flaw.REMNANT, "≥*"),
    ("***人", Flaw.REMNANT, "***"),
    ("≥XX", Flaw.REMNANT, "≥XX"),
    ("≥××(家)", Flaw.REMNANT, "≥××"),
    ("≥__%", Flaw.REMNANT, "≥__"),
    ("≥X%", Flaw.REMNANT, "≥X"),
    ("≥n次", Flaw.REMNANT, "≥n"),
    ("≥……%", Flaw.REMNANT, "≥……"),
    ("……", Flaw.REMNANT, "……"),
    ("□优", Flaw.REMNANT, "□"),
    ("待定", Flaw.REMNANT, "待定"),
    ("≥【数值】家", Flaw.REMNANT, "【数值】"),
    ("≥%", Flaw.NO_NUMBER, "≥%"),
    ("≥", Flaw.NO_NUMBER, "≥"),
    ("≥(家)", Flaw.NO_NUMBER, "≥(家)"),
    ("(%)", Flaw.NO_NUMBER, "(%)"),
    ("%", Flaw.NO_NUMBER, "%"),
    ("95%≥", Flaw.NO_NUMBER, "95%≥"),
    ("不低于", Flaw.NO_NUMBER, "不低于"),
    ("次", Flaw.NO_NUMBER, "次"),
    ("≥？次", Flaw.REMNANT, "≥？"),
    ("#REF!", Flaw.REMNANT, "#REF!"),
    ("≥#DIV/0!%", Flaw.REMNANT, "#DIV/0!"),
    ("NaN", Flaw.REMNANT, "NaN"),
    ("≥≥90%", Flaw.TWO_OPERATORS, "≥≥"),
    ("≥＝90%", Flaw.TWO_OPERATORS, "≥＝"),
    ("=不低于90%", Flaw.TWO_OPERATORS, "=不低于"),
    ("不低于≥90%", Flaw.TWO_OPERATORS, "不低于≥"),
    ("≤90%以上", Flaw.TWO_OPERATORS, "≤90%以上"),
    ("≥3天内", Flaw.TWO_OPERATORS, "≥3天内"),
    ("≥90<br>%", Flaw.MARKUP, "<br>"),
    ("&ge;90%", Flaw.MARKUP, "&ge;"),
    (r"$\geq 90\%$", Flaw.MARKUP, r"$\geq"),
    ("-", Flaw.PLACEHOLDER, "-"),
    (" / ", Flaw.PLACEHOLDER, "/"),
    ("——", Flaw.PLACEHOLDER, "——"),
]


def cut(target: Target, span: tuple[int, int] | None) -> str:
    return "" if span is None else target.raw[slice(*span)]


@pytest.mark.parametrize(("raw", "operator", "number", "upper", "unit"), NUMBERS)
def test_numbers(raw: str, operator: str, number: str, upper: str | None, unit: str) -> None:
    target = read_target(raw)
    assert target.kind is TargetKind.NUMBER
    assert target.operator == operator
    assert target.number == Decimal(number)
    assert target.upper == (Decimal(upper) if upper else None)
    assert half(target.unit) == unit
    assert target.raw == raw


@pytest.mark.parametrize("raw", [row[0] for row in NUMBERS])
def test_the_slices_of_a_number_say_the_same(raw: str) -> None:
    target = read_target(raw)
    again = read_target(cut(target, target.number_span))
    assert (again.number, again.upper) == (target.number, target.upper) or "%-" in raw
    if target.unit_span and "百分之" not in raw:
        assert (
            cut(target, target.unit_span) == target.unit or half(cut(target, target.unit_span)) == target.unit
        )


@pytest.mark.parametrize("raw", DATES)
def test_dates(raw: str) -> None:
    assert read_target(raw).kind is TargetKind.DATE


@pytest.mark.parametrize("raw", TEXTS)
def test_texts(raw: str) -> None:
    assert read_target(raw).kind is TargetKind.TEXT


@pytest.mark.parametrize(("raw", "flaw", "piece"), UNREADABLE)
def test_unreadable(raw: str, flaw: Flaw, piece: str) -> None:
    target = read_target(raw)
    assert target.kind is TargetKind.UNREADABLE
    assert target.flaw is flaw
    assert cut(target, target.flaw_span) == piece


@pytest.mark.parametrize("raw", ["", "  ", "\u3000", "\n"])
def test_missing(raw: str) -> None:
    assert read_target(raw).kind is TargetKind.MISSING


@pytest.mark.parametrize(
    ("raw", "decimals"), [("≥25.00(家)", 2), ("≥25(家)", 0), ("1.25万人", 2), ("100.5%", 1), ("2-3.5次", 0)]
)
def test_decimals_are_those_that_are_written(raw: str, decimals: int) -> None:
    assert read_target(raw).decimals == decimals


@pytest.mark.parametrize(
    ("operator", "value", "unit", "expected"),
    [
        ("≥", "90", "%", ("≥", "90", "%")),
        ("大于等于", "90", "％", ("≥", "90", "％")),
        ("＝", "3", "份", ("=", "3", "份")),
        ("", "≥90", "%", ("≥", "90", "%")),
        ("≥", "≥90%", "%", ("≥", "90", "%")),
        ("定性", "100", "%", ("", "100", "%")),
        ("定量", "12", "场", ("", "12", "场")),
        ("≤", "2000.10", "元", ("≤", "2000.10", "元")),
    ],
)
def test_columns_of_their_own(operator: str, value: str, unit: str, expected: tuple[str, str, str]) -> None:
    target = read_target(value, operator=operator, unit=unit)
    assert (target.operator, str(target.number), target.unit) == expected


@pytest.mark.parametrize(("operator", "value"), [("≥", "≤95"), ("=", "≥95%"), ("≤", "95以上"), (">", "≥95")])
def test_a_column_that_contradicts_the_value(operator: str, value: str) -> None:
    assert read_target(value, operator=operator, unit="%").flaw is Flaw.TWO_OPERATORS


def test_a_column_beside_a_range_or_about_is_none() -> None:
    assert read_target("85~90", operator="≥", unit="%").is_number
    assert read_target("约90", operator="=", unit="%").is_number


def test_a_column_of_quality_keeps_text_text() -> None:
    assert read_target("显著提升", operator="定性").is_text


@given(st.text(max_size=120))
def test_any_text_is_read_and_kept(raw: str) -> None:
    target = read_target(raw)
    assert target.raw == raw
    for span in (target.number_span, target.unit_span, target.operator_span, target.flaw_span):
        assert span is None or 0 <= span[0] < span[1] <= len(raw)
    assert (target.number is not None) == (target.kind is TargetKind.NUMBER)
    assert (target.flaw is not None) == (target.kind is TargetKind.UNREADABLE)
    assert len(target.shown) <= 60


PIECES = [
    "≥",
    "≤",
    "=",
    ">",
    "不低于",
    "25",
    "1,200",
    "3.50",
    "十二",
    "万",
    "百分之",
    "%",
    "(家)",
    "人次",
    "以上",
    "以内",
]


@given(
    st.lists(st.sampled_from([*PIECES, "~", "-", " ", "(", ")", "2026年", "月", "底前", "提升"]), max_size=8)
)
def test_any_mixture_of_the_grammar_s_own_pieces_is_read_and_kept(pieces: list[str]) -> None:
    raw = "".join(pieces)
    target = read_target(raw)
    assert target.raw == raw
    if target.number_span and target.upper is None:
        assert read_target(cut(target, target.number_span)).number == target.number


@given(
    st.sampled_from(["≥", "≤", "=", ">", "<", ""]),
    st.decimals(min_value=0, max_value=10**12, places=2),
    st.sampled_from(["家", "人次", "%", "元/人", "平方米", "份", "工作日", "dB(A)"]),
)
def test_the_form_s_notation_is_read_exactly(operator: str, number: Decimal, unit: str) -> None:
    raw = f"{operator}{number:f}({unit})"
    target = read_target(raw)
    assert (target.operator, target.number, target.unit, target.decimals) == (operator, number, unit, 2)
    assert cut(target, target.number_span) == f"{number:f}"
    assert cut(target, target.unit_span) == unit


@given(st.text(alphabet=" ≥()-~以上0123456789.,万%", max_size=80))
def test_no_text_takes_long(raw: str) -> None:
    read_target(raw)
