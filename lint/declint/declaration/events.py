"""The tree of a text as libyaml reads it, and what it says of a text that is none."""

from collections.abc import Iterator
from typing import Any

import yaml

from declint.declaration.nodes import Entry, Mapping, Node, Scalar, Sequence, UnreadableError
from declint.settings import Limits

_Loader: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Open:
    """A mapping or list whose end has not been seen yet."""

    __slots__ = ("key", "node")

    def __init__(self, node: Mapping | Sequence) -> None:
        self.node = node
        self.key: Scalar | None = None


def read_events(text: str, limits: Limits) -> Node | None:
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
