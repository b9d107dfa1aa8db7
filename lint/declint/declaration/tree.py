"""YAML text as a tree in which every key and value knows its stretch of the text.

Duplicated keys are kept, order is kept, nothing is converted: a scalar is its text. What the format refuses
(anchors, aliases, tags, merge keys, a second document) raises ``UnreadableError``.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml
from msgspec import Struct

from declint.finding import Argument, Path
from declint.settings import Limits

_Loader: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class UnreadableError(Exception):
    """The text is no tree of the YAML subset; ``kind`` names the reason, offsets count characters from 0."""

    def __init__(self, kind: str, start: int, end: int, **arguments: Argument) -> None:
        super().__init__(kind)
        self.kind = kind
        self.start = start
        self.end = end
        self.arguments = arguments


class Scalar(Struct, eq=False):
    """One value as text. ``style`` is '' (plain), a quote, ``|`` or ``>``.

    ``offsets`` keeps what ``locate.character_offsets`` has found, once it has been asked.
    """

    text: str
    start: int
    end: int
    style: str = ""
    offsets: list[int] | None = None


class Entry(NamedTuple):
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


class _Open:
    """A mapping or list whose end has not been seen yet."""

    __slots__ = ("key", "node")

    def __init__(self, node: Mapping | Sequence) -> None:
        self.node = node
        self.key: Scalar | None = None


def read_tree(text: str, limits: Limits) -> Node | None:
    """The tree of a text, or None where the text holds nothing.

    Raises UnreadableError.
    """
    stack: list[_Open] = []
    root: Node | None = None
    documents = nodes = 0
    for event in _events(text):
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise UnreadableError("several-documents", *_span(event))
            continue
        if isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            stack.pop().node.end = _span(event)[1]
            continue
        if not isinstance(event, yaml.NodeEvent):
            continue
        nodes += 1
        _refuse(event, nodes, len(stack), limits)
        node = _node(event)
        if not stack:
            root = node
        else:
            _attach(stack[-1], node)
        if not isinstance(node, Scalar):
            stack.append(_Open(node))
    return root


def _attach(parent: _Open, node: Node) -> None:
    if isinstance(parent.node, Sequence):
        parent.node.items.append(node)
    elif parent.key is not None:
        parent.node.entries.append(Entry(parent.key, node))
        parent.key = None
    elif not isinstance(node, Scalar):
        raise UnreadableError("complex-key", node.start, node.start + 1)
    elif node.text == "<<" and not node.style:
        raise UnreadableError("merge-key", node.start, node.end)
    else:
        parent.key = node


def _node(event: Any) -> Node:
    start, end = _span(event)
    if isinstance(event, yaml.ScalarEvent):
        return Scalar(event.value, start, end, event.style or "")
    if isinstance(event, yaml.MappingStartEvent):
        return Mapping([], start, end, bool(event.flow_style))
    return Sequence([], start, end)


def _refuse(event: Any, nodes: int, depth: int, limits: Limits) -> None:
    """Raise for what the subset does not have and for what is larger than any form."""
    start, end = _span(event)
    if isinstance(event, yaml.AliasEvent):
        raise UnreadableError("alias", start, end, name=str(event.anchor))
    if event.anchor:
        raise UnreadableError("anchor", start, max(end, start + 1), name=event.anchor)
    if event.tag:
        raise UnreadableError("tag", start, max(end, start + 1), name=event.tag)
    if depth >= limits.depth:
        raise UnreadableError("too-deep", start, max(end, start + 1), limit=limits.depth)
    if nodes > limits.nodes:
        raise UnreadableError("too-many-nodes", start, max(end, start + 1), limit=limits.nodes)
    if isinstance(event, yaml.ScalarEvent) and len(event.value) > limits.scalar_characters:
        raise UnreadableError("scalar-too-long", start, start + 1, limit=limits.scalar_characters)


def _span(event: Any) -> tuple[int, int]:
    return event.start_mark.index, event.end_mark.index


def _events(text: str) -> Iterator[Any]:
    try:
        yield from yaml.parse(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        raise _syntax(text, error) from error
    except yaml.reader.ReaderError as error:
        raise _control_character(text, error) from error
    except (
        UnicodeEncodeError
    ) as error:  # half of a surrogate pair, which no file holds but a caller's text may
        code = f"U+{ord(text[error.start]):04X}"
        raise UnreadableError("control-character", error.start, error.start + 1, code=code) from error


_BEGUN = (
    "while scanning a simple key",
    "while scanning a quoted scalar",
    "while parsing a flow mapping",
    "while parsing a flow sequence",
)


def _syntax(text: str, error: "yaml.MarkedYAMLError") -> UnreadableError:
    """What began and never ended shows where it began; anything else where reading stopped."""
    begun = error.context_mark if error.context in _BEGUN else None
    mark = begun or error.problem_mark or error.context_mark
    at = min(mark.index if mark else 0, len(text))
    end = min(at + 1, len(text))
    if begun and error.context == _BEGUN[0]:
        end = max(end, at + len(text[at:].splitlines()[0].rstrip())) if end > at else end
    return UnreadableError("syntax", at, end, problem=error.problem or "")


def _control_character(text: str, error: "yaml.reader.ReaderError") -> UnreadableError:
    at = next(
        (i for i, char in enumerate(text) if yaml.reader.Reader.NON_PRINTABLE.match(char)),
        min(error.position, len(text)),
    )
    code = f"U+{ord(text[at]):04X}" if at < len(text) else "?"
    return UnreadableError("control-character", at, min(at + 1, len(text)), code=code)


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
