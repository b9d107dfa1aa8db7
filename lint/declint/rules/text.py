"""The text of a rule: Markdown in its docstring, in fixed sections, Chinese and English."""

import re
from functools import lru_cache

from msgspec import Struct

from declint.pattern import pattern

_SECTION = pattern(r"^## (?P<title>.+)$", re.MULTILINE)
_BLOCK = pattern(r"^```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_BETWEEN_CASES = pattern(r"^---$", re.MULTILINE)
_JOINED = pattern(r"(?<=[，。；：、）]) *\n *")
_PRACTICE = ("填报惯例", "filing practice")
SECTIONS = ("查什么", "What", "为什么", "Why", "错误示例 Wrong", "正确示例 Right", "依据 Source")
"""The titles of the sections, in their order."""


class Example(Struct, frozen=True):
    """One case: the files of one folder (usually one), each a fragment of a declaration, and settings."""

    files: tuple[str, ...]
    settings: str = ""


class RuleText(Struct, frozen=True):
    """A rule's text in parts; the title and the sections are pairs (Chinese, English)."""

    title: tuple[str, str]
    what: tuple[str, str]
    why: tuple[str, str]
    wrong: tuple[Example, ...]
    right: tuple[Example, ...]
    source: tuple[str, str]
    markdown: str


@lru_cache(maxsize=512)
def read_text(docstring: str) -> RuleText:
    """The parts of a rule's docstring.

    Raises ValueError where a section is missing or out of order.
    """
    lines = docstring.strip("\n")
    head, *rest = _SECTION.split(lines)
    titles = tuple(title.strip() for title in rest[::2])
    if titles != SECTIONS:
        message = f"sections must be {SECTIONS}, found {titles}"
        raise ValueError(message)
    what_zh, what_en, why_zh, why_en, wrong, right, source = (body.strip() for body in rest[1::2])
    chinese, _, english = head.strip().partition("\n")
    return RuleText(
        (chinese.strip(), english.strip()),
        (what_zh, what_en),
        (why_zh, why_en),
        _examples(wrong),
        _examples(right),
        _source(source),
        lines,
    )


def _source(text: str) -> tuple[str, str]:
    """The source in Chinese and in English; ``中文 · English`` is one thing said twice. One line each."""
    text = _JOINED.sub("", text).replace("\n", " ")
    chinese = text.replace(f" · {_PRACTICE[1]}", "")
    english = text.replace(f"{_PRACTICE[0]} · ", "")
    return chinese.partition(" · ")[0], english.rpartition(" · ")[2]


def _examples(section: str) -> tuple[Example, ...]:
    """Cases are divided by a line ``---``; a case has a ``yaml`` block a file and perhaps a ``toml`` one."""
    cases = []
    for part in _BETWEEN_CASES.split(section):
        blocks = [(match["kind"], match["text"]) for match in _BLOCK.finditer(part)]
        files = tuple(text for kind, text in blocks if kind == "yaml")
        if files:
            cases.append(Example(files, "".join(text for kind, text in blocks if kind == "toml")))
    return tuple(cases)
