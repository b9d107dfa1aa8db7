"""The JSON Schema on a tree: a fast yes, and for a no the one cause and its place."""

from functools import cache
from typing import Any

from msgspec import json

from declint.declaration.gate import Check, gate
from declint.declaration.problem import Problem
from declint.declaration.resources import schema_text
from declint.declaration.tree import Mapping, Node, Scalar, Sequence
from declint.finding import Stretch
from declint.pattern import pattern

_NUMBER = pattern(r"[-+]?[0-9]{1,17}(\.[0-9]{1,17})?")
_BLANK = ("", "~", "null", "Null", "NULL")


def instance(node: Node | None) -> Any:
    """The tree as JSON data. A key that stands twice gets a number behind a NUL, so that both are seen.

    Line ends at the end of a text are layout, not content.
    """
    if node is None:
        return None
    if isinstance(node, Mapping):
        return dict(zip(numbered_keys(node), (instance(entry.value) for entry in node.entries), strict=True))
    if isinstance(node, Sequence):
        return [instance(item) for item in node.items]
    return _value(node)


def _value(scalar: Scalar) -> str | int | float | None:
    text = scalar.text
    if scalar.style:
        return text.rstrip("\r\n")
    if text in _BLANK:
        return None
    if _NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return text


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
def _gate() -> Check:
    return gate(schema())


@cache
def _explainer() -> Any:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema())


def violations(root: Node | None) -> list[Problem]:
    """Every breach of the schema, one problem a cause, in the order of the text."""
    data = instance(root)
    if _gate()(data):
        return []
    if not isinstance(root, Mapping):
        return [Problem("empty" if root is None else "not-a-mapping", Stretch(0, 0))]
    from declint.declaration.unroll import unrolled

    return unrolled(_explainer().iter_errors(data), root)
