"""A fast yes or no to whether a tree keeps to a JSON Schema, made of the schema itself.

It knows the keywords that our schema uses and no more. Why a tree does not keep to it, a full validator says.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from declint.declaration import nodes
from declint.declaration.nodes import Entry, Node, Scalar, json_value
from declint.pattern import pattern

T = TypeVar("T")
_OfValue = Callable[[Any], bool]
_OfMapping = Callable[[nodes.Mapping], bool]
_SAY_NOTHING = frozenset({"$schema", "$id", "$defs", "title", "description", "examples"})
_MEMBERS = frozenset({"properties", "additionalProperties", "required"})
_TYPES: Mapping[str, tuple[type, ...]] = {
    "null": (type(None),),
    "string": (str,),
    "number": (int, float),
    "integer": (int,),
    "object": (),
}
_EVERY_VALUE = {type(None), str, int, float}


class _Part:
    """What a part of a schema demands of the values of scalars, of mappings, and whether it takes lists."""

    def __init__(self, *, takes_lists: bool = True) -> None:
        self.of_values: _OfValue | None = None
        self.of_mappings: _OfMapping | None = None
        self.takes_lists = takes_lists

    def demand(self, *, value: _OfValue | None = None, mapping: _OfMapping | None = None) -> None:
        """Demand something more."""
        self.of_values = _both(self.of_values, value)
        self.of_mappings = _both(self.of_mappings, mapping)

    def add(self, other: "_Part") -> None:
        """Demand what another part demands as well."""
        self.demand(value=other.of_values, mapping=other.of_mappings)
        self.takes_lists &= other.takes_lists

    def holds(self, node: Node) -> bool:
        """Whether a node is what is demanded."""
        if isinstance(node, Scalar):
            return self.of_values is None or self.of_values(json_value(node))
        if isinstance(node, nodes.Mapping):
            return self.of_mappings is None or self.of_mappings(node)
        return self.takes_lists

    def holds_of_all(self, entries: list[Entry]) -> bool:
        """Whether all values are what is demanded."""
        if self.of_values:
            return all(self.holds(entry.value) for entry in entries)
        return all(isinstance(entry.value, Scalar) or self.holds(entry.value) for entry in entries)


def _both(one: Callable[[T], bool] | None, other: Callable[[T], bool] | None) -> Callable[[T], bool] | None:
    return (lambda subject: one(subject) and other(subject)) if one and other else one or other


_ANYTHING, _NOTHING = _Part(), _Part(takes_lists=False)
_NOTHING.demand(value=lambda _: False, mapping=lambda _: False)


def gate(schema: Mapping[str, Any]) -> Callable[[Node], bool]:
    """The check of a tree by a schema. Raises KeyError where the schema uses a keyword unknown here."""

    @cache
    def referred(name: str) -> _Part:
        return made_of(schema["$defs"][name])

    def made_of(stated: Mapping[str, Any] | bool) -> _Part:
        if isinstance(stated, bool):
            return _ANYTHING if stated else _NOTHING
        if unknown := set(stated) - set(_KEYWORDS) - _SAY_NOTHING - _MEMBERS - {"$ref"}:
            raise KeyError(*unknown)
        part = _Part()
        if "$ref" in stated:
            part.add(referred(stated["$ref"].removeprefix("#/$defs/")))
        for keyword in _KEYWORDS.keys() & stated.keys():
            _KEYWORDS[keyword](part, stated[keyword])
        if _MEMBERS & stated.keys():
            part.demand(mapping=members(stated))
        return part

    def members(stated: Mapping[str, Any]) -> _OfMapping:
        known = {key: made_of(value) for key, value in stated.get("properties", {}).items()}
        other, required = made_of(stated.get("additionalProperties", True)), stated.get("required", ())
        return _members({**dict.fromkeys(required, other), **known}, other, required)

    return made_of(schema).holds


def _members(known: Mapping[str, _Part], other: _Part, required: Sequence[str]) -> _OfMapping:
    """Each key by its own part, or by that of all others; a key that stands twice is another one then.

    No key that is ``required`` may be left over.
    """

    def hold(node: nodes.Mapping) -> bool:
        left = dict(known)
        for entry in node.entries:
            if not left.pop(entry.key.text, other).holds(entry.value):
                return False
        return left.keys().isdisjoint(required)

    return hold if known else lambda node: other.holds_of_all(node.entries)


def _type(part: _Part, stated: str | list[str]) -> None:
    names = {stated} if isinstance(stated, str) else set(stated)
    allowed = {each for name in names for each in _TYPES[name]}
    part.takes_lists = False
    if "object" not in names:
        part.demand(mapping=lambda _: False)
    if allowed < _EVERY_VALUE:
        whole = "integer" in names
        part.demand(
            value=lambda value: (
                type(value) in allowed or (whole and type(value) is float and value.is_integer())
            )
        )


def _enum(part: _Part, allowed: list[Any]) -> None:
    part.takes_lists = False
    part.demand(mapping=lambda _: False)
    part.demand(value=lambda value: value in allowed)


def _pattern(part: _Part, text: str) -> None:
    wanted = pattern(text)
    part.demand(value=_of(str, lambda value: wanted.search(value) is not None))


def _of(kind: type | tuple[type, ...], holds: _OfValue) -> _OfValue:
    """What is of another kind is none of this keyword's business."""
    return lambda value: not isinstance(value, kind) or holds(value)


_NUMBER = (int, float)
_KEYWORDS: Mapping[str, Callable[[_Part, Any], None]] = {
    "type": _type,
    "enum": _enum,
    "pattern": _pattern,
    "minLength": lambda part, least: part.demand(value=_of(str, lambda text: len(text) >= least)),
    "maxLength": lambda part, most: part.demand(value=_of(str, lambda text: len(text) <= most)),
    "minimum": lambda part, least: part.demand(value=_of(_NUMBER, lambda number: number >= least)),
    "maximum": lambda part, most: part.demand(value=_of(_NUMBER, lambda number: number <= most)),
    "minProperties": lambda part, least: part.demand(mapping=lambda node: len(node.entries) >= least),
}
