"""The tree of a text: every key and value knows its stretch of the text, duplicated keys are kept."""

from collections import abc

from msgspec import Struct

from declint.finding import Argument, Path
from declint.pattern import pattern

BLANK = ("", "~", "null", "Null", "NULL")
"""What stands for nothing, where it is not quoted."""
_NUMBER = pattern(r"[-+]?[0-9]{1,17}(\.[0-9]{1,17})?")


class UnreadableError(Exception):
    """The text is no tree of the YAML subset; ``kind`` names the reason, offsets count characters from 0."""

    def __init__(self, kind: str, start: int, end: int, **arguments: Argument) -> None:
        super().__init__(kind)
        self.kind = kind
        self.start = start
        self.end = end
        self.arguments = arguments


class Scalar(Struct, eq=False, gc=False):
    """One value as text. ``style`` is '' (plain), a quote, ``|`` or ``>``.

    ``offsets`` keeps what ``locate.character_offsets`` has found, once it has been asked.
    """

    text: str
    start: int
    end: int
    style: str = ""
    offsets: "abc.Sequence[int] | None" = None


def json_value(scalar: Scalar) -> str | int | float | None:
    """A scalar as JSON data; line ends at the end of a text are layout, not content."""
    text = scalar.text
    if scalar.style:
        return text.rstrip("\r\n")
    if text in BLANK:
        return None
    if _NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return text


class Entry(Struct, eq=False, gc=False):
    """A key with its value."""

    key: Scalar
    value: "Node"


class Mapping(Struct):
    """Entries in the order of the text, duplicates among them."""

    entries: list[Entry]
    start: int
    end: int
    flow: bool

    def find(self, key: str) -> tuple[int, Entry] | None:
        """The first entry of that key, with its number."""
        for number, entry in enumerate(self.entries):
            if entry.key.text == key:
                return number, entry
        return None


class Sequence(Struct):
    """A YAML list; the format has none, so it only ever ends in a schema finding."""

    items: list["Node"]
    start: int
    end: int


Node = Scalar | Mapping | Sequence


def node_at(root: Node, path: Path) -> Entry:
    """The entry that a path leads to."""
    entry: Entry | None = None
    node = root
    for number in path:
        assert isinstance(node, Mapping)
        entry = node.entries[number]
        node = entry.value
    assert entry is not None
    return entry
