"""The JSON Schema on a tree: a fast yes, and for a no the one cause and its place."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from declint.declaration.resources import schema_text
from declint.declaration.tree import Mapping, Node, Scalar, Sequence
from declint.finding import Argument, Part, Path, Place, Stretch
from declint.language.likeness import nearest

_NUMBER = re.compile(r"[-+]?[0-9]{1,17}(\.[0-9]{1,17})?")
_BLANK = ("", "~", "null", "Null", "NULL")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a file before it is a declaration; ``kind`` names it, texts are the rule's."""

    kind: str
    at: Place | Stretch
    arguments: dict[str, Argument] = field(default_factory=dict)


def instance(node: Node | None) -> Any:
    """The tree as JSON data. A key that stands twice gets a number behind a NUL, so that both are seen."""
    if node is None:
        return None
    if isinstance(node, Mapping):
        return dict(zip(_keys(node), (instance(entry.value) for entry in node.entries), strict=True))
    if isinstance(node, Sequence):
        return [instance(item) for item in node.items]
    return _value(node)


def _value(scalar: Scalar) -> str | int | float | None:
    text = scalar.text
    if scalar.style:
        return text
    if text in _BLANK:
        return None
    if _NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return text


def _keys(node: Mapping) -> list[str]:
    seen: dict[str, int] = {}
    keys = []
    for entry in node.entries:
        text = entry.key.text
        seen[text] = seen.get(text, 0) + 1
        keys.append(text if seen[text] == 1 else f"{text}\0{seen[text]}")
    return keys


@cache
def _schema() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(schema_text("declaration"))
    return loaded


@cache
def _gate() -> Any:
    import jsonschema_rs

    return jsonschema_rs.validator_for(_schema())


@cache
def _explainer() -> Any:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(_schema())


def violations(root: Node | None) -> list[Problem]:
    """Every breach of the schema, one problem a cause, in the order of the text."""
    data = instance(root)
    if _gate().is_valid(data):
        return []
    if not isinstance(root, Mapping):
        return [Problem("empty" if root is None else "not-a-mapping", Stretch(0, 0))]
    problems = [
        problem for error in _explainer().iter_errors(data) for problem in _explain(error, root) if problem
    ]
    return sorted(_merged(problems), key=_order)


def _order(problem: Problem) -> tuple[int, ...]:
    return problem.at.path if isinstance(problem.at, Place) else ()


def _explain(error: Any, root: Mapping) -> Iterator[Problem]:
    path = _path(root, list(error.absolute_path))
    match error.validator:
        case "additionalProperties":
            yield from _unknown_keys(error, path)
        case "required":
            missing = tuple(key for key in error.validator_value if key not in error.instance)
            yield Problem("missing-key", _key_place(path), {"keys": missing})
        case "type":
            expected = error.validator_value
            wanted = (expected,) if isinstance(expected, str) else tuple(expected)
            yield Problem(
                "wrong-type",
                _value_place(path, error.instance),
                {"expected": tuple(sorted(wanted)), "found": _type(error.instance)},
            )
        case "pattern" | "enum" | "minimum" | "maximum" | "minLength" | "maxLength":
            label = str(error.absolute_path[-1]) if error.absolute_path else ""
            yield Problem(
                "bad-value",
                _value_place(path, error.instance),
                {"key": label, "value": _shown(error.instance), "check": str(error.validator)},
            )
        case _:
            yield Problem("bad-value", _key_place(path), {"key": "", "value": "", "check": "content"})


def _unknown_keys(error: Any, path: Path) -> Iterator[Problem]:
    allowed = list(error.schema["properties"])
    for number, key in enumerate(error.instance):
        plain = key.split("\0")[0]
        if plain not in allowed:
            meant = nearest(plain, [label for label in allowed if label not in error.instance])
            yield Problem(
                "misspelt-key" if meant else "unknown-key",
                Place((*path, number), Part.KEY),
                {"key": plain, "meant": meant or "", "allowed": tuple(allowed)},
            )


def _merged(problems: list[Problem]) -> Iterator[Problem]:
    """One problem a cause: a misspelt key explains the missing one, siblings of one wrong kind go together."""
    misspelt = {
        (_parent(problem), problem.arguments["meant"])
        for problem in problems
        if problem.kind == "misspelt-key"
    }
    seen: set[tuple[object, ...]] = set()
    for each in problems:
        problem = _without(each, misspelt) if each.kind == "missing-key" else each
        if problem.kind == "wrong-type":
            found = problem.arguments["expected"], problem.arguments["found"]
            identity: tuple[object, ...] = (_parent(problem), *found)
        else:
            identity = (problem.at, problem.arguments.get("key"), problem.arguments.get("keys"))
        if identity not in seen and problem.arguments.get("keys") != ():
            seen.add(identity)
            yield problem


def _parent(problem: Problem) -> Path:
    return problem.at.path[:-1] if isinstance(problem.at, Place) else ()


def _without(problem: Problem, misspelt: set[tuple[Path, Argument]]) -> Problem:
    """A missing-key problem without the keys that are there under a misspelt name."""
    parent = problem.at.path if isinstance(problem.at, Place) else ()
    keys = problem.arguments["keys"]
    assert isinstance(keys, tuple)
    left = tuple(key for key in keys if (parent, key) not in misspelt)
    return replace(problem, arguments={"keys": left})


def _path(root: Mapping, keys: list[str | int]) -> Path:
    path: list[int] = []
    node: Node = root
    for key in keys:
        if not isinstance(node, Mapping):
            break
        number = _keys(node).index(str(key))
        path.append(number)
        node = node.entries[number].value
    return tuple(path)


def _key_place(path: Path) -> Place | Stretch:
    return Place(path, Part.KEY) if path else Stretch(0, 0)


def _value_place(path: Path, found: object) -> Place | Stretch:
    return (
        Place(path, Part.KEY if found is None or isinstance(found, dict) else Part.VALUE)
        if path
        else Stretch(0, 0)
    )


def _shown(value: object) -> str:
    text = "" if value is None else str(value)
    return text if len(text) <= 40 else text[:39] + "…"


def _type(value: object) -> str:
    match value:
        case None:
            return "null"
        case dict():
            return "object"
        case list():
            return "array"
        case str():
            return "string"
        case _:
            return "number"
