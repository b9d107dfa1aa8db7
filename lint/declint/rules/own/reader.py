"""Reading a file of rules: every mistake with its line, none of them the end of reading."""

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator
from decimal import Decimal
from typing import TypeVar

from declint.declaration.source import Source
from declint.declaration.tree import Mapping, Node, Scalar, Sequence
from declint.finding import Words
from declint.language.likeness import nearest
from declint.language.width import half
from declint.pattern import pattern
from declint.rules.errors import RuleProblem

Made = TypeVar("Made")
MOST_WORDS, LONGEST_WORD, LONGEST_TEXT = 200, 200, 2000
"""How many words a list may have, and how many characters a word and a text."""
_NUMBER = pattern(r"-?[0-9]{1,15}(?:\.[0-9]{1,6})?")
_BLANK = ("", "~", "null", "Null", "NULL")


class Reader:
    """The mistakes found so far in one file, and what its nodes say."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[RuleProblem] = []

    def line(self, node: Node) -> int:
        """The line of a node, from 1."""
        return self.source.position(node.start)[0]

    def refuse(self, node: Node, zh: str, en: str) -> None:
        """Note a mistake; braces in the sentences mean themselves."""
        words = Words(*(text.replace("{", "{{").replace("}", "}}") for text in (zh, en)))
        self.problems.append(RuleProblem(self.source.path, self.line(node), words))

    def entries(self, node: Node, known: Collection[str], required: Iterable[str], what: str) -> "Entries":
        """The entries of a mapping: unknown and repeated keys, and those that are missing, are mistakes."""
        if not isinstance(node, Mapping):
            self.refuse(node, f"“{what}”应写成几行“名称: 内容”", f"{what} must be “name: value” lines")
            return Entries(self, node, {}, flawed=True)
        found: dict[str, Node] = {}
        before = len(self.problems)
        slips: set[str | None] = set()
        for entry in node.entries:
            key = entry.key.text
            if key not in known:
                slips.add(_meant(key, known))
                self.refuse(
                    entry.key,
                    f"“{what}”里没有“{key}”这一项{hint(key, known)[0]}",
                    f"there is no “{key}” in {what}{hint(key, known)[1]}",
                )
            elif key in found:
                self.refuse(entry.key, f"“{key}”写了两次", f"“{key}” stands twice")
            elif not _is_blank(entry.value):
                found[key] = entry.value
        for key in required:
            if key not in found and key not in slips:
                self.refuse(node, f"“{what}”缺少“{key}”", f"{what} lacks “{key}”")
        return Entries(self, node, found, flawed=len(self.problems) > before)

    def text(self, node: Node, longest: int = LONGEST_TEXT) -> str:
        """A text without the blanks around it, '' after a mistake."""
        if not isinstance(node, Scalar) or _is_blank(node):
            self.refuse(node, "这里应是一段文字", "a text is due here")
            return ""
        if len(node.text) > longest:
            self.refuse(node, f"文字超过 {longest} 个字", f"the text has more than {longest} characters")
            return ""
        return node.text.strip()

    def items(self, node: Node) -> list[Node]:
        """The nodes of a list; a single one counts as a list of one."""
        found: list[Node] = node.items if isinstance(node, Sequence) else [node]
        if len(found) > MOST_WORDS or not found:
            self.refuse(node, f"应有 1 至 {MOST_WORDS} 项", f"1 to {MOST_WORDS} items are due")
            return []
        return found

    def words(self, node: Node) -> tuple[str, ...]:
        """A word or a list of words."""
        found = (self.text(item, LONGEST_WORD) for item in self.items(node))
        return tuple(word for word in found if word)

    def number(self, node: Node) -> Decimal | None:
        """A number, None after a mistake."""
        text = half(self.text(node)).replace(",", "")
        if not text:
            return None
        if _NUMBER.fullmatch(text):
            return Decimal(text)
        self.refuse(node, f"“{text}”不是数字，写成 210 或 99.5", f"“{text}” is no number such as 210 or 99.5")
        return None

    def count(self, node: Node) -> Decimal | None:
        """A whole number from 0."""
        found = self.number(node)
        if found is not None and (found < 0 or found != found.to_integral_value()):
            self.refuse(node, "应是 0 或正整数", "a whole number from 0 is due")
            return None
        return found

    def date(self, node: Node) -> datetime.date | None:
        """A day such as 2026-07-01, None after a mistake."""
        text = self.text(node)
        try:
            return datetime.date.fromisoformat(text) if text else None
        except ValueError:
            self.refuse(node, f"“{text}”不是日期，写成 2026-07-01", f"“{text}” is no day such as 2026-07-01")
            return None

    def one_of(self, node: Node, choices: Collection[str], what: str) -> str:
        """One word out of a fixed list, '' after a mistake."""
        text = self.text(node)
        if text and text not in choices:
            zh, en = hint(text, choices)
            self.refuse(node, f"{what}不能是“{text}”{zh}", f"“{text}” is no {what}{en}")
            return ""
        return text


class Entries:
    """The known entries of one mapping; ``flawed`` tells that its keys were refused in part."""

    def __init__(self, reader: Reader, node: Node, found: dict[str, Node], *, flawed: bool) -> None:
        self.reader = reader
        self.node = node
        self.flawed = flawed
        self._found = found

    def __contains__(self, key: str) -> bool:
        return key in self._found

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def node_of(self, key: str) -> Node:
        """The value of a key, or the mapping where the key is missing (which has been noted)."""
        return self._found.get(key, self.node)

    def get(self, key: str, read: Callable[[Node], Made], default: Made) -> Made:
        """What ``read`` makes of a value, ``default`` where the key is missing."""
        return read(self._found[key]) if key in self._found else default


def _is_blank(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.style and node.text in _BLANK


def _meant(word: str, choices: Collection[str]) -> str | None:
    return nearest(word, list(choices), 50)


def hint(word: str, choices: Collection[str]) -> tuple[str, str]:
    """The question which choice was meant, or all of them where none is near, in Chinese and English."""
    meant = _meant(word, choices)
    if meant:
        return f"，是不是“{meant}”？", f", did you mean “{meant}”?"
    return f"，可以写：{'、'.join(choices)}", f"; there are: {', '.join(choices)}"
