"""The JSON Schema on a tree: a fast yes, and for a no the one cause and its place."""

from collections.abc import Callable
from functools import cache
from typing import Any

from msgspec import json

from declint.declaration.gate import gate
from declint.declaration.nodes import json_value
from declint.declaration.problem import Problem
from declint.declaration.resources import schema_text
from declint.declaration.tree import Mapping, Node, Sequence
from declint.finding import Stretch


def instance(node: Node | None) -> Any:
    """The tree as JSON data. A key that stands twice gets a number behind a NUL, so that both are seen."""
    if node is None:
        return None
    if isinstance(node, Mapping):
        return dict(zip(numbered_keys(node), (instance(entry.value) for entry in node.entries), strict=True))
    if isinstance(node, Sequence):
        return [instance(item) for item in node.items]
    return json_value(node)


def numbered_keys(node: Mapping) -> list[str]:
    """The keys of a mapping, made different where one stands twice."""
    seen: dict[str, int] = {}
    keys = []
    for entry in node.entries:
        text = entry.key.text
        seen[text] = seen.get(text, 0) + 1
        keys.append(text if seen[text] == 1 else f"{text}\0{seen[text]}")
    return keys


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema of a declaration."""
    loaded: dict[str, Any] = json.decode(schema_text("declaration"))
    return loaded


@cache
def _gate() -> Callable[[Node], bool]:
    return gate(schema())


@cache
def _explainer() -> Any:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema())


def violations(root: Node | None) -> list[Problem]:
    """Every breach of the schema, one problem a cause, in the order of the text."""
    if not isinstance(root, Mapping):
        return [Problem("empty" if root is None else "not-a-mapping", Stretch(0, 0))]
    if _gate()(root):
        return []
    from declint.declaration.unroll import unrolled

    return unrolled(_explainer().iter_errors(instance(root)), root)
