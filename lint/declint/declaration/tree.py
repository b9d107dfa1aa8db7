"""YAML text as a tree in which every key and value knows its stretch of the text.

Duplicated keys are kept, order is kept, nothing is converted: a scalar is its text. What the format refuses
(anchors, aliases, tags, merge keys, a second document) raises ``UnreadableError``.
"""

from declint.declaration.nodes import Entry, Mapping, Node, Scalar, Sequence, UnreadableError, node_at
from declint.declaration.plain import read_plain
from declint.settings import Limits

__all__ = [
    "Entry",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "UnreadableError",
    "node_at",
    "read_tree",
]


def read_tree(text: str, limits: Limits) -> Node | None:
    """The tree of a text, or None where the text holds nothing.

    Raises UnreadableError.
    """
    root = read_plain(text, limits)
    if root is None:
        from declint.declaration.events import read_events

        return read_events(text, limits)
    return root
