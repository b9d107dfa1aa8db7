"""Reports to be shown: a small one that a person can review, and one whose every text is hostile."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from declint.declaration.model import Declaration
from declint.finding import Edit, Finding, Fix, Related, Safety, Severity, Stretch, Words
from declint.rules.kit import AnyRule
from declint.rules.registry import every_rule, selected
from declint.run import Report, check_files
from declint.settings import Settings
from declint.testing import BASE

SMALL = {
    "示例/甲.yaml": BASE.replace("图书编目准确率: ≥98.00(%)", "图书编目准确率: ≥100.00(%)").replace(
        "读书活动场次: ≥12.00(场)", "读书活动场次: ≥10.00(场)"
    ),
    "示例/乙.yaml": BASE.replace("项目名称: ", "项目名称：", 1),
    "示例/丙.yaml": BASE.replace("社区图书馆", "乡镇图书馆")
    .replace("全年举办读书活动不少于 12 场，读者满意度达到 90% 以上。", "按计划开放图书馆。")
    .replace("单场读书活动成本", "单场朗读活动成本")
    .replace("图书编目准确率", "图书借还准确率"),
}
"""A declaration with two mistakes, one that can't be read, one without a mistake."""

HOSTILE = (
    "=1+1\n::error file=a.yaml::owned%0A::warning::owned,line=9\r\x1b[31m\x07"
    "</script><script>alert(1)</script>]]>--><b onclick='x()'>&amp;\"'"
    "\u202etxt.exe\u2066\u200b\u200d\ufeff\u2028|x|`y`**z**[l](http://evil.example) "
    "![i](http://evil.example/i) @someone www.evil.example {0} ##[error]owned "
    "##vso[task.complete]\ud800\uffff"
)
"""What no format may take for its own: commands, markup, formulas, controls, directions, half characters."""
HOSTILE_PATH = "=表\n::error::owned/a,b:c%0A</script>|`\u202e\x1b[31m##[error]\udc80.yaml"


def quoted(text: str) -> str:
    """A text as a double-quoted scalar, without the half characters that YAML refuses."""
    return "".join(
        char if char.isprintable() and char not in '"\\' else f"\\u{ord(char):04x}"
        for char in text
        if not 0xD800 <= ord(char) <= 0xDFFF and ord(char) < 0xFFFE
    ).join('""')


WORDS = Words("“{text}”不对：{text}", "“{text}” is wrong: {text}")


def _hostile(declaration: Declaration) -> Iterator[Finding]:
    """Report every name, target and field with hostile words, places and repairs."""
    places = [
        *(each.value for each in declaration.fields.values()),
        *(part for each in declaration.indicators for part in (each.key, each.value)),
        *(each.value.within(0, 3) for each in declaration.indicators),
    ]
    for place in places:
        related = (
            Related(declaration.indicators[0].key, WORDS),
            Related(Stretch(3, 9), WORDS, "no such file"),
        )
        fix = Fix(WORDS, Safety.SAFE, (Edit(place, HOSTILE),))
        yield Finding(place, WORDS, WORDS, {"text": HOSTILE, "several": (HOSTILE, "b")}, related, (fix,))


@pytest.fixture(scope="session")
def small() -> Report:
    """Three rules, so that a new rule changes no snapshot of a format."""
    settings = Settings(select=("GOL001", "SYN001", "TGT001"))
    inputs = [(path, text.encode()) for path, text in SMALL.items()]
    return check_files(inputs, selected(settings), settings)


@pytest.fixture(scope="session")
def hostile() -> Report:
    """The same hostile declaration for every format; its rules speak at every severity."""
    text = (
        BASE.replace("社区图书馆运行", quoted(HOSTILE))
        .replace("      图书编目准确率: ≥98.00(%)", f"      {quoted(HOSTILE)}: {quoted(HOSTILE)}")
        .replace("    全年举办读书活动", "    ::error::owned </script> =1 全年举办读书活动")
        .replace("      新书上架及时率: ", '      "=x<script>\\e": ')
    )
    rules = list(selected(Settings()))
    model = next(rule for rule in every_rule() if rule.code == "TGT001")
    for number, severity in enumerate(Severity, 1):
        rules.append(_as_rule(model, f"ZZZ{number:03d}", severity))
    files = [(HOSTILE_PATH, text.encode()), (f"{HOSTILE_PATH}2", b"\xff\xff"), (f"{HOSTILE_PATH}3", b"a: [")]
    report = check_files(files, rules, Settings())
    assert not report.crashed
    assert report.files[0].reading.declaration is not None
    return report


def _as_rule(model: AnyRule, code: str, severity: Severity) -> AnyRule:
    return replace(model, code=code, name=f"hostile-{severity}", severity=severity, check=_hostile)
