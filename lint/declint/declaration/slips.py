"""Typical slips of an office keyboard, named for what they are, each with its repair."""

from collections.abc import Iterable, Iterator

from declint.declaration.nodes import Mapping, Node, Scalar
from declint.declaration.problem import Problem
from declint.finding import Part, Path, Place, Stretch
from declint.language.width import half
from declint.pattern import pattern

STRUCTURAL = frozenset({"full-width-indent", "full-width-colon", "no-space-after-colon", "tab-indent"})
"""Slips that put rows where they do not belong: what can be read of the file is not the form."""

_PROSE = pattern(
    r"^(?P<indent>\s*+)(?:[^#]*?:\s+[|>][-+0-9]*\s*(?:#.*)?|(?:项目总目标|年度总体目标)\s*[:：].*)$"
)
_LINE = pattern(r"[^\r\n]+")
_LINE_START = pattern(r"(?<=\n)")
_COLON_THAT_COUNTS = pattern(r":(?:\s|$)")
_COLON = pattern(r"^\s*(?P<key>[^\s#:：'\"][^:：#。；;]{0,80}?)(?P<colon>\s*：\s*)(?P<rest>.*)$")
_NO_SPACE = pattern(r"^\s*(?P<key>[^\s#:：'\"/{\[][^\s#:：'\"/。；;]{0,80})(?P<colon>:)(?=[^\s:/\\])")
_VALUE = pattern(r"^\s*+(?:'[^']*'|\"[^\"]*\"|[^:#'\"]+):\s++(?P<value>.+)$")
_SIGN = pattern(
    r">(?![-+]?[1-9]?[-+]?$).*|\|(?![-+]?[1-9]?[-+]?$).*|[%@`,].*|\*(?![A-Za-z0-9_-]+$).*|-(?: .*)?"
    r"|\"[^\"]*\"\s*[^\s#].*|'[^']*'\s*[^\s#'].*|\[[^\[\]]*\]\s*[^\s#].*|\{[^{}]*\}\s*[^\s#].*"
)
_PLAIN_WITH_COLON = pattern(r"[^\s'\"{\[|>&*!%@`#].*?:(?:\s|$).*")
_FULL_WIDTH = pattern(r"[０-９－／．]")
_BREAKING = pattern(r":\s|\s#")
_INDENT = pattern(r"^[ \t\u3000\u00a0]+")
_HEADLESS = pattern(r">[0-9]")
_CUT = pattern(r"[ \t]+#[^”\r\n]*”[^\r\n]*")
_HALF_WIDTH_FIELDS = ("年度", "计划开始日期", "计划完成日期")
_BLOCKS = ("项目资金", "年度资金", "绩效目标")


def slips_in_text(text: str) -> list[Problem]:
    """The slips of a text that is no YAML, line by line; prose is passed over."""
    lines = list(_structure_lines(text))
    tab = _step(line for _, line in lines)
    return [slip for start, line in lines for slip in _slips_of_line(start, line, tab)]


def _step(lines: Iterable[str]) -> str:
    """The blanks of one level, as the lines that are indented with blanks have it: what a tab means."""
    depths = (len(line) - len(line.lstrip(" ")) for line in lines if not line.lstrip(" ")[:1].isspace())
    return " " * min((depth for depth in depths if depth > 1), default=2)


def _structure_lines(text: str) -> Iterator[tuple[int, str]]:
    """Each line outside prose, with its offset."""
    start = 0
    prose: int | None = None
    for line in _LINE_START.split(text):
        bare = line.rstrip("\r\n")
        indent = len(bare) - len(bare.lstrip())
        if prose is not None and bare.strip() and indent <= prose:
            prose = None
        if prose is None:
            if bare.strip() and not bare.lstrip().startswith("#"):
                yield start, bare
            if block := _PROSE.match(bare):
                prose = len(block["indent"])
        start += len(line)


def _slips_of_line(start: int, line: str, tab: str) -> Iterator[Problem]:
    indent = _INDENT.match(line)
    if indent and indent[0].strip(" "):
        kind = "tab-indent" if "\t" in indent[0] else "full-width-indent"
        yield _slip(kind, start, indent.span(), _plain_indent(indent[0], tab))
    if slip := _colon_slip(start, line):
        yield slip
    elif (match := _VALUE.match(line.rstrip())) and (named := _kind_of_value(match["value"])):
        text = _quoted(match["value"])
        yield _slip(named, start, match.span("value"), text, value=match["value"])


def _colon_slip(start: int, line: str) -> Problem | None:
    """The colon of a line that has none that counts."""
    if _COLON_THAT_COUNTS.search(line):
        return None
    if match := _COLON.match(line):
        text = ": " if match["rest"] else ":"
        return _slip("full-width-colon", start, match.span("colon"), text, key=match["key"])
    if match := _NO_SPACE.match(line):
        return _slip("no-space-after-colon", start, match.span("colon"), ": ", key=match["key"])
    return None


def _kind_of_value(value: str) -> str | None:
    """What keeps a value from being read as the text it is, or None."""
    if _SIGN.fullmatch(value):
        return "unquoted-sign"
    if value[0] in "“‘" and value[-1] in "”’" and _BREAKING.search(value):
        return "curly-quotes"
    return "colon-in-value" if _PLAIN_WITH_COLON.fullmatch(value) else None


def _slip(kind: str, start: int, span: tuple[int, int], text: str, **arguments: str) -> Problem:
    return Problem(kind, Stretch(start + span[0], start + span[1]), {**arguments, "replacement": text})


def _plain_indent(indent: str, tab: str = "  ") -> str:
    return indent.replace("\t", tab).replace("\u3000", "  ").replace("\u00a0", " ")


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def slips_in_tree(root: Node | None, text: str) -> list[Problem]:
    """The slips of a text that is YAML, but not the YAML that was meant."""
    if isinstance(root, Scalar):
        return [slip for slip in slips_in_text(text) if slip.kind in STRUCTURAL] if not root.style else []
    if not isinstance(root, Mapping):
        return []
    return [
        *(_indents(root, ()) if "\u3000" in text or "\u00a0" in text else ()),
        *_colons(root, text),
        *_full_width_fields(root),
        *(_lost(root, text) if "“" in text or ">" in text else ()),
    ]


def _indents(node: Mapping, path: Path) -> Iterator[Problem]:
    for number, entry in enumerate(node.entries):
        here = (*path, number)
        if not entry.key.style and entry.key.text[:1] in ("\u3000", "\u00a0"):
            width = len(entry.key.text) - len(entry.key.text.lstrip("\u3000\u00a0 "))
            text = _plain_indent(entry.key.text[:width])
            yield Problem("full-width-indent", Place(here, Part.KEY, 0, width), {"replacement": text})
        if isinstance(entry.value, Mapping):
            yield from _indents(entry.value, here)


def _colons(root: Mapping, text: str) -> Iterator[Problem]:
    """``数量指标:`` followed by ``名称：值`` lines is one scalar where rows were meant."""
    for scalar in _rowless(root):
        line_start = text.rfind("\n", 0, scalar.start) + 1
        if scalar.style or text[line_start : scalar.start].strip():
            continue
        for match in _LINE.finditer(text[line_start : scalar.end]):
            if slip := _colon_slip(line_start + match.start(), match[0]):
                yield slip


def _rowless(root: Mapping) -> Iterator[Scalar]:
    """The texts that stand where a block, a level 1 or a level 2 has its rows."""
    for entry in root.entries:
        if entry.key.text in _BLOCKS and isinstance(entry.value, Scalar):
            yield entry.value
        if entry.key.text == "绩效指标":
            level1s = _below([entry.value])
            yield from (
                node for node in (entry.value, *level1s, *_below(level1s)) if isinstance(node, Scalar)
            )


def _below(nodes: Iterable[Node]) -> list[Node]:
    return [entry.value for node in nodes if isinstance(node, Mapping) for entry in node.entries]


def _full_width_fields(root: Mapping) -> Iterator[Problem]:
    for number, entry in enumerate(root.entries):
        if entry.key.text in _HALF_WIDTH_FIELDS and isinstance(entry.value, Scalar):
            text = entry.value.text
            if _FULL_WIDTH.search(text):
                arguments = {"key": entry.key.text, "value": text, "replacement": half(text)}
                yield Problem("full-width-digits", Place((number,)), dict(arguments))


def _lost(node: Mapping, text: str) -> Iterator[Problem]:
    """Values that YAML reads as nothing or only in part: ``>5`` opens a block, `` #`` a comment."""
    for entry in node.entries:
        value = entry.value
        if isinstance(value, Mapping):
            yield from _lost(value, text)
        elif isinstance(value, Scalar) and (end := _end_of_lost(value, text)):
            kind = "curly-quotes" if value.style == "" else "unquoted-sign"
            written = text[value.start : end]
            yield _slip(kind, 0, (value.start, end), _quoted(written), value=written)


def _end_of_lost(value: Scalar, text: str) -> int | None:
    """Where a value ends that was meant to go on, or None for one that was read whole."""
    if value.style == ">" and not value.text.strip():
        match = _HEADLESS.match(text, value.start)
        return match.end() if match else None
    if value.style == "" and value.text.startswith("“") and "”" not in value.text:
        match = _CUT.match(text, value.end)
        return value.end + len(match[0].rstrip()) if match else None
    return None
