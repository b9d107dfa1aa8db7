"""More ways to the same mistakes: other spellings, other places, other slips of the keyboard."""

from collections.abc import Callable

from declint.declaration.edition import COSTS, Kind
from declint.finding import Words
from declint.testing.mutations.draft import Draft, Test, is_count, is_rate, named, of
from declint.testing.mutations.mutation import Mutation, alone

Change = Callable[[Draft], str | None]
_CAPPED = (is_rate, named("合格率", "准确率", "覆盖率", "及时率", "达标率", "通过率", "完成率", "满意度"))
_BENEFITS = (Kind.SOCIAL_BENEFIT, Kind.LASTING_INFLUENCE)


def _target(value: str, *tests: Test) -> Change:
    """Another target in the first fitting row whose number the goals do not repeat."""
    return lambda draft: draft.targeted(draft.row(*tests, lambda row: not draft.is_told(row)), value)


def _row(name: str, value: str, *kinds: Kind) -> Change:
    return lambda draft: draft.with_row(name, value, *kinds)


def _line(label: str, change: Callable[[str], str]) -> Change:
    """Another line in place of the one of a label at the top."""

    def apply(draft: Draft) -> str | None:
        line = next((each for each in draft.text.splitlines() if each.lstrip().startswith(f"{label}:")), None)
        return draft.text.replace(line, change(line), 1) if line else None

    return apply


def _zero_request(draft: Draft) -> str | None:
    labels = ("年度资金申请总额", "当年财政拨款", "上年结转资金", "其他资金")
    if draft.declaration.text("项目资金/项目资金总额"):
        return None
    return draft.filled(**{f"年度资金__{label}": "0.00" for label in labels})


def _carried_over_forgotten(draft: Draft) -> str | None:
    return draft.filled(年度资金__上年结转资金="12345.00")


def _year_goal_is_total(draft: Draft) -> str | None:
    total = draft.declaration.text("绩效目标/项目总目标")
    if not total or not draft.declaration.spans_years:
        return None
    return draft.filled(绩效目标__项目总目标=draft.goal.replace("\n", ""))


def _repeated_with_blanks(draft: Draft) -> str | None:
    row = draft.row(is_count, of(Kind.QUANTITY))
    return draft.with_row(f"{row.name[:2]} {row.name[2:]}", row.target.raw, Kind.QUANTITY) if row else None


def _next_year(draft: Draft) -> str | None:
    year = draft.declaration.year
    if year is None or draft.declaration.spans_years:
        return None
    return draft.saying(f"举办{year + 1}年便民服务开放日活动。")


def _spelling(code: str, name: str, value: str) -> Mutation:
    words = Words(f"比率写成“{value}”", f"a rate of “{value}”")
    return Mutation(name, code, words, alone(_target(value, *_CAPPED)))


def _sentence(code: str, name: str, zh: str, en: str, sentence: str) -> Mutation:
    return Mutation(name, code, Words(zh, en), alone(lambda draft: draft.saying(sentence)))


def _new(code: str, name: str, zh: str, en: str, row: str, value: str, *kinds: Kind) -> Mutation:
    return Mutation(name, code, Words(zh, en), alone(_row(row, value, *kinds)))


VARIANTS = (
    Mutation(
        "tab-indent",
        "SYN001",
        Words("用 Tab 键缩进", "a tab for the indentation"),
        alone(lambda draft: draft.text.replace("\n  当年财政拨款", "\n\t当年财政拨款")),
    ),
    Mutation(
        "full-width-indent",
        "SYN001",
        Words("用全角空格缩进", "full-width blanks for the indentation"),
        alone(lambda draft: draft.text.replace("\n  当年财政拨款", "\n\u3000\u3000当年财政拨款")),
    ),
    Mutation(
        "quote-not-closed",
        "SYN001",
        Words("引号没有配对", "a quote that is never closed"),
        alone(_line("项目名称", lambda line: line.replace(": ", ': "'))),
    ),
    Mutation(
        "date-with-slashes",
        "SYN002",
        Words("日期写成 2026/1/1", "a date with slashes"),
        alone(_line("计划开始日期", lambda line: line.replace("-", "/"))),
    ),
    Mutation(
        "label-of-no-form",
        "SYN002",
        Words("多写一个表上没有的栏目", "a label that no form has"),
        alone(lambda draft: f"{draft.text}负责人: 张三\n"),
    ),
    Mutation(
        "required-label-left-out",
        "SYN002",
        Words("漏了实施单位一栏", "a required label left out"),
        alone(
            lambda draft: "".join(
                line for line in draft.text.splitlines(keepends=True) if not line.startswith("实施单位:")
            )
        ),
    ),
    Mutation(
        "amount-with-yuan",
        "SYN005",
        Words("金额后面带“元”", "an amount with 元 behind it"),
        alone(_line("当年财政拨款", lambda line: f"{line}元")),
    ),
    Mutation(
        "carried-over-forgotten",
        "FND001",
        Words("补了结转资金，没改总额", "money carried over, the sum unchanged"),
        alone(_carried_over_forgotten),
    ),
    Mutation(
        "request-of-zero", "FND005", Words("申请金额全是零", "a request of nothing"), alone(_zero_request)
    ),
    _spelling("TGT001", "rate-not-below-100", "不低于100%"),
    _spelling("TGT001", "rate-100-and-above", "100%以上"),
    _spelling("TGT001", "rate-typed-with-ascii", ">=100%"),
    _spelling("TGT002", "rate-of-150", "=150.00(%)"),
    _spelling("TGT003", "rate-at-most-100", "≤100.00(%)"),
    _spelling("TGT005", "two-operators", "≥≤95(%)"),
    _spelling("TGT005", "operator-without-number", "≥(%)"),
    _spelling("TGT005", "markup-in-target", "<b>≥95</b>%"),
    _spelling("TGT009", "full-width-per-cent", "≥95.00(％)"),
    _spelling("UNT005", "per-cent-in-words", "≥95.00(百分比)"),
    Mutation(
        "satisfaction-from-above",
        "TGT008",
        Words("满意度写成“≤”", "a satisfaction bounded from above"),
        alone(lambda draft: draft.targeted(draft.row(of(Kind.SATISFACTION), is_rate), _at_most(draft))),
    ),
    _new(
        "TGT006",
        "name-said-again",
        "指标值重复名称里的词",
        "the name's own word for a target",
        "工作程序规范性",
        "规范",
        Kind.QUALITY,
    ),
    _new(
        "TGT008",
        "accidents-from-below",
        "事故写成“≥”",
        "accidents bounded from below",
        "生产安全事故起数",
        "≥3.00(起)",
        *_BENEFITS,
    ),
    _new(
        "TGT008",
        "response-from-below",
        "响应时间写成“≥”",
        "a response time bounded from below",
        "咨询电话响应时间",
        "≥24.00(小时)",
        Kind.TIMELINESS,
    ),
    _new(
        "CAT001",
        "response-under-quantity",
        "响应时间填到数量指标下",
        "a response time under quantity",
        "服务热线响应时间",
        "≤2.00(小时)",
        Kind.QUANTITY,
    ),
    _new(
        "CAT001",
        "deadline-under-quantity",
        "完成时间填到数量指标下",
        "a deadline under quantity",
        "工作总结报送时间",
        "2026年10月底前",
        Kind.QUANTITY,
    ),
    _new(
        "CAT003",
        "satisfaction-under-quality",
        "满意度填到质量指标下",
        "a satisfaction under quality",
        "基层单位满意度",
        "≥90.00(%)",
        Kind.QUALITY,
    ),
    _new(
        "CAT004",
        "coverage-under-satisfaction",
        "覆盖率填到满意度指标下",
        "a coverage under satisfaction",
        "服务覆盖率",
        "≥95.00(%)",
        Kind.SATISFACTION,
    ),
    _new(
        "CAT007",
        "output-under-cost",
        "场次填到成本指标下",
        "a count under cost",
        "业务骨干培训场次",
        "≥12.00(场)",
        *COSTS,
    ),
    _new(
        "CAT010",
        "report-quality-among-benefits",
        "报告的科学性填到效益指标下",
        "the soundness of a report among benefits",
        "调研报告结论科学性",
        "=100.00(%)",
        *_BENEFITS,
    ),
    _new(
        "UNT001",
        "area-in-bodies",
        "面积的单位写成“家”",
        "an area in 家",
        "绿地养护面积",
        "≥9000.00(家)",
        Kind.QUANTITY,
    ),
    _new(
        "UNT001",
        "days-in-events",
        "天数的单位写成“场”",
        "days in 场",
        "集中培训天数",
        "≥20.00(场)",
        Kind.QUANTITY,
    ),
    _new(
        "UNT001",
        "per-cent-on-a-count",
        "家数的单位写成“%”",
        "per cent on a count",
        "走访企业家数",
        "≥60.00(%)",
        Kind.QUANTITY,
    ),
    _new(
        "UNT005",
        "unit-malformed",
        "单位写成“人/次”",
        "a malformed unit",
        "接待来访人次",
        "≥700.00(人/次)",
        Kind.QUANTITY,
    ),
    _new(
        "NAM001",
        "service-measured-by-nothing",
        "服务响应=100%",
        "a service at 100 % of nothing",
        "专家咨询服务响应",
        "=100.00(%)",
        Kind.QUALITY,
    ),
    Mutation(
        "row-repeated-with-a-blank",
        "DUP003",
        Words("同一指标多打一个空格", "a row again with a blank inside"),
        alone(_repeated_with_blanks),
    ),
    Mutation(
        "year-goal-is-the-total",
        "DUP007",
        Words("总目标照抄年度目标", "a total goal that is the year's"),
        alone(_year_goal_is_total),
    ),
    _new(
        "YEA001",
        "last-year-in-target",
        "完成时间留着往年的年份",
        "a year of long ago in a target",
        "工作总结报送时间",
        "2024年10月底前",
        Kind.TIMELINESS,
    ),
    Mutation(
        "next-year-in-goals",
        "YEA001",
        Words("目标写成下一年的活动", "an event of the next year"),
        alone(_next_year),
    ),
    Mutation(
        "period-of-another-year",
        "YEA002",
        Words("起止日期都是别的年度", "a period of another year"),
        alone(lambda draft: draft.filled(计划开始日期="2023-01-01", 计划完成日期="2023-12-31")),
    ),
    _sentence(
        "TXT003",
        "bracket-not-closed",
        "括号没有配对",
        "a bracket that is never closed",
        "做好资料归档（含电子资料。",
    ),
    _sentence(
        "TXT005", "formula-left", "留着公式标记", "markup of a formula", "合格率保持在 $\\geq$ 规定标准。"
    ),
    _sentence(
        "TXT006",
        "word-doubled-at-the-end",
        "句末词语打了两次",
        "a word typed twice at the end",
        "提高服务服务质量。",
    ),
)
"""More mutations of rules that have one already."""


def _at_most(draft: Draft) -> str:
    row = draft.row(of(Kind.SATISFACTION), is_rate)
    return f"≤{row.target.number:.2f}(%)" if row else ""
