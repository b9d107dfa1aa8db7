"""Files of own rules, read."""

import string
from collections.abc import Iterable
from pathlib import Path

from declint.declaration.problem import Problem
from declint.declaration.slips import slips_in_text
from declint.declaration.source import Source, UndecodableError, decode
from declint.declaration.tree import Node, Scalar, Sequence, UnreadableError, read_tree
from declint.finding import Severity, Stretch, Words
from declint.pattern import pattern
from declint.rules.catalogue import RULES
from declint.rules.errors import RuleFileError, RuleProblem
from declint.rules.own.across import SameInAll
from declint.rules.own.reader import Entries, Reader, hint
from declint.rules.own.requirement import COMMON
from declint.rules.own.requirements import AnyRequirement, read_requirement
from declint.rules.own.rule import (
    CrossCheck,
    DeclarationCheck,
    OwnCrossRule,
    OwnDeclarationRule,
    OwnRule,
    Sentences,
    rule_text,
)
from declint.rules.own.selection import Selection, read_selection
from declint.rules.syn.causes import texts_of
from declint.rules.text import Example
from declint.settings import Limits

_REQUIRED = ("代码", "标题", "为什么", "依据", "要求")
_KEYS = (*_REQUIRED, "名称", "级别", "查什么", "适用", "消息", "改法", "错误示例", "正确示例")
_CODE = pattern(r"[A-Z]{2,8}[0-9]{3}")
_NAME = pattern(r"[\w-]{2,60}")
_SEVERITIES = {"错误": Severity.ERROR, "警告": Severity.WARNING, "提示": Severity.NOTE}
_LANGUAGES = ("中文", "英文")
_MOST_RULES = 500
_NOT_OPENED: dict[type[Exception], tuple[str, str]] = {
    FileNotFoundError: ("不存在，请核对路径", "there is none, check the path"),
    PermissionError: ("没有读取权限", "it may not be read by you"),
    IsADirectoryError: ("是一个文件夹，请写明文件", "it is a folder, name the file"),
}
_LIMITS = Limits(file_bytes=1_000_000, nodes=50_000, scalar_characters=20_000)
_BUILT_IN = frozenset(rule.family for rule in RULES)


def load_own_rules(paths: Iterable[str]) -> tuple[OwnRule, ...]:
    """The rules of YAML files, in the order of the files.

    Raises RuleFileError with every mistake of every file.
    """
    rules: list[OwnRule] = []
    problems: list[RuleProblem] = []
    for path in dict.fromkeys(paths):
        found, wrong = _read_file(path)
        rules.extend(found)
        problems.extend(wrong)
    problems.extend(_taken_twice(rules))
    if problems:
        raise RuleFileError(problems)
    return tuple(rules)


def _read_file(path: str) -> tuple[list[OwnRule], list[RuleProblem]]:
    shown = Path(path).as_posix()
    try:
        if Path(path).exists() and not Path(path).is_file():
            raise OSError(0, "not a file")
        data = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        zh, en = _NOT_OPENED.get(type(error), (f"打不开（{error}）", f"it can't be opened ({error})"))
        return [], [_whole(shown, f"规则文件{zh}", f"the file of rules: {en}")]
    if len(data) > _LIMITS.file_bytes:
        return [], [_whole(shown, "规则文件超过 1 MB", "the file of rules is larger than 1 MB")]
    try:
        source = Source(shown, decode(data)[0])
    except UndecodableError:
        return [], [_whole(shown, "规则文件不是 UTF-8 文本", "the file of rules is no UTF-8 text")]
    return read_rules(source)


def _whole(path: str, zh: str, en: str) -> RuleProblem:
    return RuleProblem(path, 0, Words(*(text.replace("{", "{{").replace("}", "}}") for text in (zh, en))))


def read_rules(source: Source) -> tuple[list[OwnRule], list[RuleProblem]]:
    """The rules of a text, and its mistakes."""
    reader = Reader(source)
    try:
        root = read_tree(source.text, _LIMITS)
    except UnreadableError as error:
        here = Problem(error.kind, Stretch(error.start, error.end), dict(error.arguments))
        for problem in slips_in_text(source.text) or [here]:
            _refuse(problem, reader)
        return [], reader.problems
    if not isinstance(root, Sequence):
        reader.refuse(
            root or Scalar("", 0, 0),
            "规则文件应是规则的列表：每条规则以“- 代码: ……”开头",
            "a file of rules is a list: each rule begins with “- 代码: …”",
        )
        return [], reader.problems
    if len(root.items) > _MOST_RULES:
        reader.refuse(root, f"规则超过 {_MOST_RULES} 条", f"there are more than {_MOST_RULES} rules")
        return [], reader.problems
    rules = [rule for item in root.items if (rule := _rule(item, reader))]
    return rules, sorted(reader.problems, key=lambda problem: problem.line)


def _refuse(problem: Problem, reader: Reader) -> None:
    """Note why the text can't be read, in the words that declarations have for it."""
    message, advice = texts_of(problem.kind, str(problem.arguments.get("problem", "")))
    zh, en = (
        f"{message.say(language, problem.arguments)}{mark}{advice.say(language, problem.arguments)}"
        for language, mark in (("zh", "。"), ("en", "; "))
    )
    start = problem.at.start or 0
    reader.refuse(Scalar("", start, start), zh, en)


def _rule(node: Node, reader: Reader) -> OwnRule | None:
    before = len(reader.problems)
    found = reader.entries(node, _KEYS, _REQUIRED, "规则")
    code = found.get("代码", lambda each: _code(each, reader), "")
    name = found.get("名称", lambda each: _name(each, reader), code.lower())
    severity = found.get("级别", lambda each: reader.one_of(each, _SEVERITIES, "级别"), "警告")
    selection = found.get("适用", lambda each: read_selection(each, reader), Selection())
    requirement = found.get("要求", lambda each: read_requirement(each, reader), None)
    title, why, basis = (_words(found, key, reader) for key in ("标题", "为什么", "依据"))
    text = rule_text(
        title,
        _words(found, "查什么", reader) if "查什么" in found else _what(requirement),
        why,
        basis,
        found.get("错误示例", lambda each: _examples(each, reader), ()),
        found.get("正确示例", lambda each: _examples(each, reader), ()),
    )
    sentences = _sentences(found, requirement, reader) if requirement else None
    if len(reader.problems) > before or requirement is None or sentences is None:
        return None
    level = _SEVERITIES[severity]
    path, line = reader.source.path, reader.line(node)
    if isinstance(requirement, SameInAll):
        cross = CrossCheck(selection, requirement, sentences)
        scope = requirement.rests_on
        return OwnCrossRule(code, name, level, cross, own_text=text, origin=path, line=line, scope=scope)
    check = DeclarationCheck(selection, requirement, sentences)
    return OwnDeclarationRule(code, name, level, check, own_text=text, origin=path, line=line)


def _what(requirement: AnyRequirement | None) -> Words:
    shown = requirement.shown if requirement else Words("", "")
    return Words(f"要求：{shown.zh}。", f"Required: {shown.en}.")


def _code(node: Node, reader: Reader) -> str:
    text = reader.text(node)
    if text and not _CODE.fullmatch(text):
        reader.refuse(
            node,
            f"代码“{text}”应是 2 至 8 个大写字母加 3 位数字，如 OWN001",
            f"the code “{text}” must be 2 to 8 capital letters and 3 digits, such as OWN001",
        )
        return ""
    if text.rstrip("0123456789") in _BUILT_IN:
        reader.refuse(
            node,
            f"代码“{text}”用了内置规则的字头，请换一个，如 OWN001",
            f"“{text}” has the letters of a built-in family; take others, such as OWN001",
        )
        return ""
    return text


def _name(node: Node, reader: Reader) -> str:
    text = reader.text(node)
    if text and not _NAME.fullmatch(text):
        reader.refuse(
            node,
            f"名称“{text}”只能用文字、数字和连字符，2 至 60 个字",
            f"the name “{text}” may have letters, digits and hyphens, 2 to 60 of them",
        )
        return ""
    return text


def _words(found: Entries, key: str, reader: Reader) -> Words:
    """A text in both languages; a single one stands for both."""
    if key not in found:
        return Words("", "")
    node = found.node_of(key)
    if isinstance(node, Scalar):
        text = reader.text(node)
        return Words(text, text)
    both = reader.entries(node, _LANGUAGES, ("中文",), key)
    zh = both.get("中文", reader.text, "")
    return Words(zh, both.get("英文", reader.text, zh))


def _sentences(found: Entries, requirement: AnyRequirement, reader: Reader) -> Sentences:
    chosen = []
    for key, default in (("消息", requirement.message), ("改法", requirement.advice)):
        words = _words(found, key, reader) if key in found else default
        if key in found:
            _check_placeholders(found.node_of(key), words, requirement, reader)
        chosen.append(words)
    return Sentences(*chosen)


def _check_placeholders(node: Node, words: Words, requirement: AnyRequirement, reader: Reader) -> None:
    known = (*requirement.placeholders, *COMMON)
    for text in dict.fromkeys(words):
        try:
            parts = list(string.Formatter().parse(text))
        except ValueError:
            reader.refuse(
                node,
                "大括号没有配对；要显示大括号本身，写两遍：{{ }}",
                "unpaired braces; write {{ }} for braces themselves",
            )
            continue
        for _, field, layout, conversion in parts:
            if field is not None and (field not in known or layout or conversion):
                zh, en = hint(field, known)
                reader.refuse(
                    node, f"没有“{{{field}}}”这个占位{zh}", f"there is no placeholder “{{{field}}}”{en}"
                )


def _examples(node: Node, reader: Reader) -> tuple[Example, ...]:
    """Each item is a case: a text, or a list of texts where it takes several declarations."""
    cases = node.items if isinstance(node, Sequence) else [node]
    return tuple(
        Example(tuple(text for item in _files(case) if (text := _fragment(item, reader)))) for case in cases
    )


def _files(case: Node) -> list[Node]:
    return case.items if isinstance(case, Sequence) else [case]


def _fragment(node: Node, reader: Reader) -> str:
    if isinstance(node, Scalar) and node.style in ("|", ">") and node.text.strip():
        return node.text if node.text.endswith("\n") else f"{node.text}\n"
    reader.refuse(
        node,
        "示例应写成一段文字：先写“- |”，从下一行起缩进着写申报表的片段",
        "an example is a text: write “- |”, then the fragment of a declaration, indented, on the next lines",
    )
    return ""


def _taken_twice(rules: list[OwnRule]) -> list[RuleProblem]:
    """Codes and names that two rules claim, or that are those of a built-in rule."""
    taken = {word: "declint" for rule in RULES for word in (rule.code, rule.name)}
    problems = []
    for rule in rules:
        for word in dict.fromkeys((rule.code, rule.name)):
            if word in taken:
                zh = f"代码或名称“{word}”已经用过（{taken[word]}），每条规则各用一个"
                en = f"the code or name “{word}” is taken ({taken[word]}); each rule needs its own"
                problems.append(RuleProblem(rule.origin, rule.line, Words(zh, en)))
                break
            taken.setdefault(word, f"{rule.origin}:{rule.line}")
    return problems
