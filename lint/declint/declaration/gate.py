"""A fast yes or no to whether data keep to a JSON Schema, made of the schema itself.

It knows the keywords that our schema uses and no more. Why data do not keep to it, a full validator says.
"""

from collections.abc import Callable, Mapping
from typing import Any

from declint.pattern import pattern

Check = Callable[[Any], bool]
_SAY_NOTHING = frozenset({"$schema", "$id", "$defs", "title", "description", "examples"})
_MEMBERS = frozenset({"properties", "additionalProperties"})


def gate(schema: Mapping[str, Any]) -> Check:
    """The check of data by a schema. Raises KeyError where the schema uses a keyword unknown here."""
    referred: dict[str, Check] = {}

    def by_reference(reference: str) -> Check:
        name = reference.removeprefix("#/$defs/")
        if name not in referred:
            referred[name] = by_part(schema["$defs"][name])
        return referred[name]

    def by_part(part: Mapping[str, Any]) -> Check:
        checks = [_KEYWORDS[key](value) for key, value in part.items() if key in _KEYWORDS]
        if unknown := set(part) - set(_KEYWORDS) - _SAY_NOTHING - _MEMBERS - {"$ref"}:
            raise KeyError(*unknown)
        if "$ref" in part:
            checks.append(by_reference(part["$ref"]))
        if _MEMBERS & set(part):
            known = {key: by_part(value) for key, value in part.get("properties", {}).items()}
            others = part.get("additionalProperties", True)
            checks.append(
                _members(known, (lambda _: others) if isinstance(others, bool) else by_part(others))
            )
        return checks[0] if len(checks) == 1 else lambda data: all(check(data) for check in checks)

    return by_part(schema)


def _members(known: Mapping[str, Check], other: Check) -> Check:
    return lambda data: (
        not isinstance(data, dict) or all(known.get(key, other)(value) for key, value in data.items())
    )


def _is_number(data: Any) -> bool:
    return isinstance(data, int | float) and not isinstance(data, bool)


_TYPES: Mapping[str, Check] = {
    "null": lambda data: data is None,
    "string": lambda data: isinstance(data, str),
    "object": lambda data: isinstance(data, dict),
    "number": _is_number,
    "integer": lambda data: _is_number(data) and (isinstance(data, int) or data.is_integer()),
}


def _type(stated: str | list[str]) -> Check:
    allowed = [_TYPES[name] for name in ([stated] if isinstance(stated, str) else stated)]
    return lambda data: any(is_one(data) for is_one in allowed)


def _pattern(text: str) -> Check:
    wanted = pattern(text)
    return _of(str, lambda data: wanted.search(data) is not None)


def _of(kind: type, holds: Check) -> Check:
    """What is of another kind is none of this keyword's business."""
    return lambda data: not isinstance(data, kind) or holds(data)


_KEYWORDS: Mapping[str, Callable[[Any], Check]] = {
    "type": _type,
    "enum": lambda allowed: lambda data: data in allowed,
    "pattern": _pattern,
    "minLength": lambda least: _of(str, lambda data: len(data) >= least),
    "maxLength": lambda most: _of(str, lambda data: len(data) <= most),
    "minimum": lambda least: lambda data: not _is_number(data) or data >= least,
    "maximum": lambda most: lambda data: not _is_number(data) or data <= most,
    "required": lambda names: _of(dict, lambda data: all(name in data for name in names)),
    "minProperties": lambda least: _of(dict, lambda data: len(data) >= least),
}
