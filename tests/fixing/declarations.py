"""Declarations as offices write them: comments anywhere, all kinds of quotes and line ends, mistakes."""

from dataclasses import dataclass

from hypothesis import strategies as st

from declint.testing import BASE

MISTAKES = (
    ("图书编目准确率: ≥98.00(%)", "图书编目准确率: ≥100.00(%)"),
    ("图书编目准确率: ≥98.00(%)", "图书编目准确率: ≥９８.00(％)"),
    ("图书编目准确率: ≥98.00(%)", "图书编目准确率: ≥98(%)"),
    ("图书编目准确率: ≥98.00(%)", "图书编目准确率: '>=100%'"),
    ("图书编目准确率: ≥98.00(%)", '图书编目准确率: "\\u2265100.00(%)"'),
    ("新书上架及时率: ≥95.00(%)", "新书上架及时率: {指标值: ≥100.00(%), 备注: '#1: 按月'}"),
    ("当年财政拨款: 500000.00", "当年财政拨款: '500,000.00'"),
    ("当年财政拨款: 500000.00", "当年财政拨款: 50万元"),
    ("年度资金申请总额: 500000.00", "年度资金申请总额:"),
    ("新增注册读者人数: ≥300.00(人)", "宣传报导满意读者人数: ≥300.00(人)"),
    ("新增注册读者人数: ≥300.00(人)", "参加读书会的读者: ≥300.00(人/次)"),
    ("读者满意度: ≥90.00(%)", "读者满意度: ≤90.00(%)"),
    ("实施单位: ", "主管部门: 示例市文化和旅游局\n实施单位: "),
    ("读者满意度: ≥90.00(%)", "'读者满意度': \"≥90(%)\""),
    (
        "      新书上架及时率: ≥95.00(%)\n",
        "      新书上架及时率: ≥95.00(%)\n      到馆读者满意度: ≥95.00(%)\n",
    ),
    ("      图书编目准确率: ", "      馆际互借响应时间: ≤2.00(天)\n      图书编目准确率: "),
    ("      读书活动场次: ", "      新书上架完成时间: |\n        2026年10月底前\n      读书活动场次: "),
    ("读者满意度达到 90% 以上。", "读者 and 家长满意度达到 90% 以上；；"),
    (
        "读者满意度达到 90% 以上。",
        "读者满意度达到 90% 以上。\n    <p>报导工作 30--40 次，不少于 12 人/次。</p>",
    ),
    ("读者满意度达到 90% 以上。", "读者满意度达到 90% 以上，2025年10月底前完成目录编印。"),
    ("全年举办读书活动", "全年举办举办读书活动"),
)
"""What is put in the place of what; several at once, where they still find their place."""
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030")
COMMENTS = ("# 说明", "# 报导；；≥100%: 'x", '# "“', "#")


@dataclass(frozen=True)
class Written:
    """A declaration and how its bytes are encoded."""

    text: str
    encoding: str

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self.text.encode(self.encoding)


@st.composite
def declarations(draw: st.DrawFn, encodings: tuple[str, ...] = ENCODINGS) -> Written:
    """A whole declaration with several mistakes, written in any of the ways that YAML has."""
    text = BASE
    for wrong in draw(st.lists(st.sampled_from(MISTAKES), max_size=7, unique=True)):
        text = text.replace(*wrong, 1)
    prose: int | None = None
    lines: list[str] = []
    for line in text.split("\n")[:-1]:
        depth = len(line) - len(line.lstrip())
        prose = None if prose is not None and depth <= prose else prose
        lines.extend(draw(_decorated(line, depth)) if prose is None else [line])
        prose = depth if line.endswith("|") else prose
    end = draw(st.sampled_from(("\n", "\r\n")))
    last = draw(st.sampled_from(("", end, end + end)))
    return Written(end.join(lines) + last, draw(st.sampled_from(encodings)))


@st.composite
def _decorated(draw: st.DrawFn, line: str, depth: int) -> list[str]:
    """A line of the form with comments and blank lines around it, its value in other quotes."""
    key, colon, value = line.partition(": ")
    if colon and value.strip() and value[0] not in "{|'\"" and draw(st.integers(0, 3)) == 0:
        value = draw(st.sampled_from((_single, _double, _escaped)))(value.strip())
    elif not colon or value == "|":
        return [*draw(_above(depth)), line]
    behind = draw(st.sampled_from(("", "", "", *(f"  {each}" for each in COMMENTS))))
    return [*draw(_above(depth)), f"{key}{colon}{value}{behind}"]


def _above(depth: int) -> st.SearchStrategy[list[str]]:
    nothing: list[list[str]] = [[], [], [], []]
    return st.sampled_from([*nothing, [""], *([" " * depth + each] for each in COMMENTS)])


def _single(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _double(value: str) -> str:
    return f'"{value}"'


def _escaped(value: str) -> str:
    return '"' + "".join(f"\\u{ord(char):04x}" if char in "≥≤=0" else char for char in value) + '"'
