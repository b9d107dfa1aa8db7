"""Typical slips of an office keyboard, named for what they are, each with its repair."""

import re
from collections.abc import Iterator

from declint.declaration.schema import Problem
from declint.declaration.tree import Mapping, Node, Scalar
from declint.finding import Part, Path, Place, Stretch
from declint.language.width import half

_BLOCK = re.compile(r"^(?P<indent>\s*)[^#]*?:\s+[|>][-+0-9]*\s*(?:#.*)?$")
_COLON = re.compile(r"^\s*(?P<key>[^\s#:：'\"][^:：#]*?)(?P<colon>\s*：\s*)(?P<rest>.*)$")
_NO_SPACE = re.compile(r"^\s*(?P<key>[^\s#:：'\"/]+)(?P<colon>:)(?=[^\s:/\\])")
_SIGN = re.compile(r"^\s*[^:#]+:\s+(?P<value>(?:>(?![-+0-9]*\s*$)|[%@`]|\*(?![A-Za-z0-9_]+\s*$)).*?)\s*$")
_CURLY = re.compile(r"^\s*[^:#]+:\s+(?P<value>[“‘].*?(?::\s|\s#).*[”’])\s*$")
_INDENT = re.compile(r"^[ \t\u3000\u00a0]+")
_HALF_WIDTH_FIELDS = ("年度", "计划开始日期", "计划完成日期")


def slips_in_text(text: str) -> list[Problem]:
    """The slips of a text that is no YAML, line by line; blocks of prose are passed over."""
    return [slip for start, line in _structure_lines(text) for slip in _slips_of_line(start, line)]


def _structure_lines(text: str) -> Iterator[tuple[int, str]]:
    """Each line outside blocks of prose, with its offset."""
    start = 0
    prose: int | None = None
    for line in re.split(r"(?<=\n)", text):
        bare = line.rstrip("\r\n")
        indent = len(bare) - len(bare.lstrip())
        if prose is not None and bare.strip() and indent <= prose:
            prose = None
        if prose is None:
            if bare.strip() and not bare.lstrip().startswith("#"):
                yield start, bare
            if block := _BLOCK.match(bare):
                prose = len(block["indent"])
        start += len(line)


def _slips_of_line(start: int, line: str) -> Iterator[Problem]:
    indent = _INDENT.match(line)
    if indent and indent[0].strip(" "):
        kind = "tab-indent" if "\t" in indent[0] else "full-width-indent"
        yield _slip(kind, start, indent.span(), _plain_indent(indent[0]))
    has_colon = re.search(r":(?:\s|$)", line)
    if not has_colon and (match := _COLON.match(line)):
        text = ": " if match["rest"] else ":"
        yield _slip("full-width-colon", start, match.span("colon"), text, key=match["key"])
    elif not has_colon and (match := _NO_SPACE.match(line)):
        yield _slip("no-space-after-colon", start, match.span("colon"), ": ", key=match["key"])
    elif match := _SIGN.match(line):
        yield _slip(
            "unquoted-sign", start, match.span("value"), _quoted(match["value"]), value=match["value"]
        )
    elif match := _CURLY.match(line):
        text = _quoted(match["value"])
        yield _slip("curly-quotes", start, match.span("value"), text, value=match["value"])


def _slip(kind: str, start: int, span: tuple[int, int], text: str, **arguments: str) -> Problem:
    return Problem(kind, Stretch(start + span[0], start + span[1]), {**arguments, "replacement": text})


def _plain_indent(indent: str) -> str:
    return indent.replace("\t", "  ").replace("\u3000", "  ").replace("\u00a0", " ")


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def slips_in_tree(root: Node | None, text: str) -> list[Problem]:
    """The slips of a text that is YAML, but not the YAML that was meant."""
    if isinstance(root, Scalar) and "：" in root.text:
        return slips_in_text(text)
    if not isinstance(root, Mapping):
        return []
    return [*_indents(root, ()), *_colons(root), *_full_width_fields(root)]


def _indents(node: Mapping, path: Path) -> Iterator[Problem]:
    for number, entry in enumerate(node.entries):
        here = (*path, number)
        if not entry.key.style and entry.key.text[:1] in ("\u3000", "\u00a0"):
            width = len(entry.key.text) - len(entry.key.text.lstrip("\u3000\u00a0 "))
            text = _plain_indent(entry.key.text[:width])
            yield Problem("full-width-indent", Place(here, Part.KEY, 0, width), {"replacement": text})
        if isinstance(entry.value, Mapping):
            yield from _indents(entry.value, here)


def _colons(root: Mapping) -> Iterator[Problem]:
    """``数量指标:`` followed by ``名称：值`` lines is one scalar where rows were meant."""
    found = root.find("绩效指标")
    if not found:
        return
    number, indicators = found
    level2s: list[tuple[Path, Node]] = [((number,), indicators.value)]
    for _ in range(2):
        level2s = [
            ((*path, inner), entry.value)
            for path, node in level2s
            if isinstance(node, Mapping)
            for inner, entry in enumerate(node.entries)
        ] + [(path, node) for path, node in level2s if isinstance(node, Scalar)]
    for path, node in level2s:
        if isinstance(node, Scalar) and "：" in node.text:
            key = node.text.partition("：")[0]
            yield Problem("full-width-colon", Place(path), {"key": key, "replacement": ""})


def _full_width_fields(root: Mapping) -> Iterator[Problem]:
    for number, entry in enumerate(root.entries):
        if entry.key.text in _HALF_WIDTH_FIELDS and isinstance(entry.value, Scalar):
            text = entry.value.text
            if half(text) != text:
                arguments = {"key": entry.key.text, "value": text, "replacement": half(text)}
                yield Problem("full-width-digits", Place((number,)), dict(arguments))
