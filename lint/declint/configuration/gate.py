"""A fast yes to data that keep to a JSON Schema. Why other data do not, a full validator has to say.

To load such a validator takes as long as to check a declaration. There is no yes where a schema has a keyword
that is unknown here.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from declint.pattern import pattern

Schema = Mapping[str, Any]
_SAY_NOTHING = frozenset({"$schema", "$id", "$defs", "title", "description", "examples", "default"})
_TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, Decimal),
    "array": (list,),
    "object": (dict,),
}


def keeps_to(data: Any, schema: Schema, whole: Schema) -> bool:
    """Whether data keep to ``schema``, a part of the ``whole``, for certain."""
    return all(
        keyword in _KEYWORDS and _KEYWORDS[keyword](data, stated, schema, whole)
        for keyword, stated in schema.items()
        if keyword not in _SAY_NOTHING
    )


def _part(whole: Schema, way: str) -> Schema:
    """The part that ``#/$defs/rules`` leads to."""
    for step in way.removeprefix("#/").split("/"):
        whole = whole[step]
    return whole


def _of(kind: str, holds: Callable[[Any, Any], bool]) -> Callable[[Any, Any, Schema, Schema], bool]:
    """A keyword for data of one kind; other data get no yes."""
    return lambda data, stated, _schema, _whole: type(data) in _TYPES[kind] and holds(data, stated)


def _items(data: Any, stated: Any, _schema: Schema, whole: Schema) -> bool:
    return isinstance(data, list) and all(keeps_to(each, stated, whole) for each in data)


def _members(data: Any, stated: Any, _schema: Schema, whole: Schema) -> bool:
    return isinstance(data, dict) and all(
        keeps_to(value, stated[key], whole) for key, value in data.items() if key in stated
    )


def _others(data: Any, stated: Any, schema: Schema, whole: Schema) -> bool:
    known = schema.get("properties", {})
    return isinstance(data, dict) and all(
        key in known or (stated is not False and keeps_to(value, stated, whole))
        for key, value in data.items()
    )


_KEYWORDS: Mapping[str, Callable[[Any, Any, Schema, Schema], bool]] = {
    "$ref": lambda data, way, _, whole: keeps_to(data, _part(whole, way), whole),
    "anyOf": lambda data, several, _, whole: any(keeps_to(data, each, whole) for each in several),
    "type": lambda data, name, *_: type(data) in _TYPES.get(name, ()),
    "enum": _of("string", lambda data, allowed: data in allowed),
    "pattern": _of("string", lambda data, text: pattern(text).search(data) is not None),
    "minLength": _of("string", lambda data, least: len(data) >= least),
    "maxLength": _of("string", lambda data, most: len(data) <= most),
    "minimum": _of("number", lambda data, least: data >= least),
    "maximum": _of("number", lambda data, most: data <= most),
    "exclusiveMinimum": _of("number", lambda data, bound: data > bound),
    "minItems": _of("array", lambda data, least: len(data) >= least),
    "maxItems": _of("array", lambda data, most: len(data) <= most),
    "required": _of("object", lambda data, names: all(name in data for name in names)),
    "items": _items,
    "properties": _members,
    "additionalProperties": _others,
}
