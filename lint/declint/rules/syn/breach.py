"""From a breach of the schema to a finding: its words, the right text for this very value, its fix."""

from declint.declaration.amount import YUAN
from declint.declaration.problem import Problem
from declint.declaration.reading import Reading
from declint.declaration.schema import schema
from declint.declaration.tree import Mapping, Scalar, Sequence, node_at
from declint.finding import Argument, Edit, Finding, Fix, Part, Place, Words, Writing
from declint.rules.kit import SAFE, UNSAFE
from declint.rules.syn.right_value import likely_date, right_amount, right_date, right_year
from declint.rules.syn.schema_words import BREACHES, EXAMPLES

_RENAME = Words("改成“{meant}”", "rename to “{meant}”")
_REWRITE = Words("改成“{right}”", "write “{right}”")
_QUOTE = Words("加英文单引号", "put it in single quotes")
_DATES = ("计划开始日期", "计划完成日期")
_WRITINGS = {"number-for-text": Writing.QUOTED, "bad-year": Writing.RAW}
_LEVEL2 = {"成本指标": "经济成本指标", "效益指标": "社会效益指标", "满意度指标": "服务对象满意度指标"}


def finding_of(problem: Problem, reading: Reading) -> Finding:
    """The finding for one breach."""
    kind = problem.kind
    if kind == "wrong-type":
        kind = _kind_of_type(problem, reading)
    elif kind == "missing-key" and problem.arguments["keys"] == ("指标值",):
        kind = "missing-target"
    elif kind == "misplaced-key" and not problem.arguments["home"]:
        kind = "misplaced-at-top"
    elif kind == "bad-value":
        kind = _kind_of_value(problem)
    right, certain = _right(kind, problem, reading)
    message, advice = BREACHES[kind]
    shown = f"'{right}'" if kind == "number-for-text" else right
    arguments = {**problem.arguments, **_context(problem), "right": shown}
    return Finding(
        problem.at, message, advice, arguments, fixes=_fixes(kind, problem, right if certain else "")
    )


def _context(problem: Problem) -> dict[str, Argument]:
    """Where the breach stands, and a correct line."""
    key = str(problem.arguments.get("key", ""))
    keys = problem.arguments.get("keys")
    block = str(problem.arguments.get("block", "")) if problem.kind != "missing-key" else key
    example = keys[0] if problem.kind == "missing-key" and isinstance(keys, tuple) else key
    return {
        "place": f"“{block}”下" if block else "" if problem.kind != "missing-key" else "文件",
        "place_en": f"under “{block}”" if block else "at the top",
        "example": EXAMPLES.get(example, f"{example}: ……"),
        "columns": tuple(schema()["properties"].get(key, {}).get("properties", ())),
        "level2": _LEVEL2.get(key, "数量指标"),
    }


def _kind_of_type(problem: Problem, reading: Reading) -> str:
    key, found = problem.arguments["key"], problem.arguments["found"]
    expected = problem.arguments["expected"]
    assert isinstance(expected, tuple)
    if found == "null":
        return "no-rows" if key == "绩效指标" else "blank"
    if found == "array":
        return "bracket-list" if _opens_with_bracket(problem, reading) else "list"
    if key == "年度" and found != "object":
        return "bad-year"
    if key in _DATES and found == "number":
        return "bad-date"
    if "string" not in expected and "object" in expected:
        return "block-expected"
    return "value-expected" if found == "object" else "number-for-text"


def _opens_with_bracket(problem: Problem, reading: Reading) -> bool:
    if not isinstance(problem.at, Place) or reading.tree is None:
        return False
    value = node_at(reading.tree, problem.at.path).value
    return isinstance(value, Sequence) and reading.source.text.startswith("[", value.start)


def _kind_of_value(problem: Problem) -> str:
    key, check = problem.arguments["key"], problem.arguments["check"]
    if check == "content":
        return "no-rows" if key == "绩效指标" else "missing-target"
    if key == "年度":
        return "bad-year"
    if key in _DATES:
        return "bad-date"
    if key == "金额单位":
        return "bad-unit"
    if check == "pattern":
        return "bad-amount"
    return {"maxLength": "too-long", "minLength": "blank"}.get(str(check), "bad-value")


def _right(kind: str, problem: Problem, reading: Reading) -> tuple[str, bool]:
    """The right text for this value and whether it is certain; else an example."""
    text = _text(problem, reading)
    match kind:
        case "bad-year":
            found, example = right_year(text), "2026"
        case "bad-date":
            found, example = right_date(text), likely_date(text, last=problem.arguments["key"] == _DATES[1])
        case "bad-amount":
            found, example = right_amount(text, _amount_unit(reading)), "500000.00"
        case "bad-unit":
            found, example = None, "万元" if "万" in text else "元"
        case "number-for-text":
            found, example = text, ""
        case _:
            found, example = None, ""
    return found or example, found is not None


def _text(problem: Problem, reading: Reading) -> str:
    if not isinstance(problem.at, Place) or reading.tree is None:
        return ""
    value = node_at(reading.tree, problem.at.path).value
    return value.text if isinstance(value, Scalar) else ""


def _amount_unit(reading: Reading) -> str:
    found = reading.tree.find("金额单位") if isinstance(reading.tree, Mapping) else None
    text = found[1].value.text if found and isinstance(found[1].value, Scalar) else ""
    return text if text in YUAN else "元"


def _fixes(kind: str, problem: Problem, right: str) -> tuple[Fix, ...]:
    if not isinstance(problem.at, Place):
        return ()
    if kind == "misspelt-key":
        key = Place(problem.at.path, Part.KEY)
        return (Fix(_RENAME, UNSAFE, (Edit(key, str(problem.arguments["meant"])),)),)
    if right:
        title = _QUOTE if kind == "number-for-text" else _REWRITE
        return (Fix(title, SAFE, (Edit(problem.at, right, _WRITINGS.get(kind, Writing.VALUE)),)),)
    return ()
