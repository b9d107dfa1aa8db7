"""From the errors of a JSON Schema validator to causes: one problem for each thing to repair."""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec.structs import replace

from declint.declaration.edition import editions, kind_of
from declint.declaration.problem import Problem
from declint.declaration.schema import numbered_keys, schema
from declint.declaration.tree import Mapping, Node, node_at
from declint.finding import Argument, Part, Path, Place, Stretch
from declint.language.lexicon import lexicon
from declint.language.likeness import nearest

INDICATORS = "绩效指标"
_VALUE_CHECKS = frozenset({"pattern", "enum", "minimum", "maximum", "minLength", "maxLength"})


def unrolled(errors: Iterable[Any], root: Mapping) -> list[Problem]:
    """The causes behind the errors, in the order of the text."""
    ordered = sorted(errors, key=lambda error: (_path(root, list(error.absolute_path)), error.validator))
    problems = [problem for error in ordered for problem in _explain(error, root)]
    return sorted(_merged(problems), key=_order)


def is_structural(problem: Problem) -> bool:
    """Whether whole rows or blocks are not where they belong, so that what can be read is not the form."""
    if problem.kind in (
        "level1-missing",
        "level2-missing",
        "rows-expected",
        "misplaced-key",
        "not-a-mapping",
    ):
        return True
    expected = problem.arguments.get("expected", ())
    if problem.kind == "wrong-type" and isinstance(expected, tuple):
        return "object" in expected and "string" not in expected
    return problem.kind == "misspelt-key" and problem.arguments["meant"] in (*_blocks(), INDICATORS)


def _order(problem: Problem) -> tuple[int, ...]:
    return problem.at.path if isinstance(problem.at, Place) else ()


def _explain(error: Any, root: Mapping) -> Iterator[Problem]:
    keys = list(error.absolute_path)
    path = _path(root, keys)
    label = str(keys[-1]).split("\0")[0] if keys else ""
    match error.validator:
        case "additionalProperties":
            yield from _unknown_keys(error, path, label)
        case "required":
            missing = tuple(key for key in error.validator_value if key not in error.instance)
            yield Problem("missing-key", _key_place(path), {"key": label, "keys": missing})
        case "type":
            yield _wrong_type(error, root, path, label)
        case check if check in _VALUE_CHECKS:
            arguments: dict[str, Argument] = {
                "key": label,
                "value": shown(error.instance),
                "check": check,
            }
            yield Problem("bad-value", _value_place(path, error.instance), arguments)
        case _:
            arguments = {"key": label, "value": "", "check": "content"}
            yield Problem("bad-value", _key_place(path), arguments)


def _wrong_type(error: Any, root: Mapping, path: Path, label: str) -> Problem:
    wanted = error.validator_value
    found = type_of(error.instance)
    inside = bool(path) and root.entries[path[0]].key.text == INDICATORS
    if inside and len(path) in (2, 3) and found != "array":
        return _level_problem(root, path, error.instance)
    arguments: dict[str, Argument] = {
        "key": label,
        "value": shown(error.instance) if found in ("string", "number") else "",
        "expected": (wanted,) if isinstance(wanted, str) else tuple(sorted(wanted)),
        "found": found,
    }
    return Problem("wrong-type", _value_place(path, error.instance), arguments)


def _level_problem(root: Mapping, path: Path, found: object) -> Problem:
    """A text where a level of labels is due: a label's line is missing above it, or its rows below it."""
    keys = [node_at(root, path[:depth]).key.text for depth in range(2, len(path) + 1)]
    label = keys[-1]
    arguments: dict[str, Argument] = {"key": label, "value": shown(found)}
    if len(path) == 2 or kind_of(label):
        return Problem("rows-expected", Place(path, Part.KEY), arguments)
    parent = keys[0]
    home = _level1_of(parent)
    arguments |= {"key": parent, "row": label, "home": home or ""}
    kind = "level1-missing" if home else "level2-missing"
    return Problem(kind, Place(path[:2], Part.KEY), arguments)


def _level1_of(label: str) -> str | None:
    """The level 1 above a label that is a level 2 and nothing else."""
    kind = kind_of(label)
    newest = editions()[0]
    if kind is None or newest.level1(label):
        return None
    return newest.level1_of(kind)


def _unknown_keys(error: Any, path: Path, block: str) -> Iterator[Problem]:
    allowed = list(error.schema["properties"])
    before = ""
    for number, key in enumerate(error.instance):
        plain = key.split("\0")[0]
        if plain in allowed:
            before = plain if plain in (*_blocks(), INDICATORS) else before
            continue
        home = _home(plain, block, before)
        meant = _meant(plain, [label for label in allowed if label not in error.instance])
        arguments: dict[str, Argument] = {"key": plain, "block": block, "allowed": tuple(allowed)}
        if home is not None:
            kind = "misplaced-key"
            arguments |= {"keys": (plain,), "home": home}
        else:
            kind = "misspelt-key" if meant else "unknown-key"
            arguments["meant"] = meant or ""
        yield Problem(kind, Place((*path, number), Part.KEY), arguments)


def _meant(key: str, choices: list[str]) -> str | None:
    plain = "".join(key.split())
    other: str | None = lexicon("labels")["别名"].get(plain)
    if other is not None:
        return other if other in choices else None
    return nearest(plain, choices)


def _blocks() -> dict[str, list[str]]:
    """The labels of each block of the head."""
    return {
        label: list(part["properties"])
        for label, part in schema()["properties"].items()
        if "object" in part.get("type", ()) and label != INDICATORS
    }


def _home(key: str, block: str, before: str) -> str | None:
    """The block that a label belongs in, '' for the top; None where it is no label or stands right."""
    if block:
        return "" if key in schema()["properties"] else None
    homes = [label for label, labels in _blocks().items() if key in labels]
    if homes:
        return before if before in homes else homes[0]
    if key in schema()["properties"][INDICATORS]["properties"]:
        return INDICATORS
    level1 = _level1_of(key)
    return f"{INDICATORS}/{level1}" if level1 else None


def _merged(problems: list[Problem]) -> Iterator[Problem]:
    """One problem a cause: a misspelt or misplaced key explains the missing one."""
    misspelt = {
        (_parent(problem), problem.arguments["meant"])
        for problem in problems
        if problem.kind == "misspelt-key"
    }
    astray = _astray(problems)
    joined = _joined(problems)
    seen: set[object] = set()
    for each in problems:
        problem = _without(each, misspelt, astray) if each.kind == "missing-key" else each
        if _is_explained(problem, astray):
            continue
        identity = _identity(problem)
        if identity not in seen:
            seen.add(identity)
            yield joined.get(identity, problem)


def _astray(problems: list[Problem]) -> set[str]:
    """Top labels whose lack is explained: their parts, or they themselves, stand in another place."""
    misplaced = [each for each in problems if each.kind == "misplaced-key"]
    return {str(each.arguments["home"]).split("/")[0] or str(each.arguments["key"]) for each in misplaced}


def _is_explained(problem: Problem, astray: set[str]) -> bool:
    if problem.kind == "missing-key":
        return problem.arguments["keys"] == ()
    return (
        problem.kind == "wrong-type"
        and problem.arguments["found"] == "null"
        and problem.arguments["key"] in astray
    )


def _identity(problem: Problem) -> object:
    if problem.kind == "misplaced-key":
        return problem.kind, _parent(problem), problem.arguments["home"]
    return problem.kind, problem.at, problem.arguments.get("keys")


def _joined(problems: list[Problem]) -> dict[object, Problem]:
    """Misplaced keys of one block that belong in one other block are one problem."""
    found: dict[object, Problem] = {}
    for each in problems:
        if each.kind == "misplaced-key":
            first = found.setdefault(_identity(each), each)
            if first is not each:
                keys = (*_texts(first, "keys"), *_texts(each, "keys"))
                found[_identity(each)] = replace(first, arguments={**first.arguments, "keys": keys})
    return found


def _texts(problem: Problem, name: str) -> tuple[str, ...]:
    value = problem.arguments[name]
    assert isinstance(value, tuple)
    return value


def _parent(problem: Problem) -> Path:
    return problem.at.path[:-1] if isinstance(problem.at, Place) else ()


def _without(problem: Problem, misspelt: set[tuple[Path, Argument]], astray: set[str]) -> Problem:
    """A missing-key problem without the keys that are there under a misspelt name or in the wrong place."""
    parent = problem.at.path if isinstance(problem.at, Place) else ()
    left = tuple(
        key
        for key in _texts(problem, "keys")
        if (parent, key) not in misspelt and not (key in astray and not parent)
    )
    return replace(problem, arguments={**problem.arguments, "keys": left})


def _path(root: Mapping, keys: list[str | int]) -> Path:
    path: list[int] = []
    node: Node = root
    for key in keys:
        if not isinstance(node, Mapping):
            break
        number = numbered_keys(node).index(str(key))
        path.append(number)
        node = node.entries[number].value
    return tuple(path)


def _key_place(path: Path) -> Place | Stretch:
    return Place(path, Part.KEY) if path else Stretch(0, 0)


def _value_place(path: Path, found: object) -> Place | Stretch:
    if not path:
        return Stretch(0, 0)
    return Place(path, Part.KEY if found is None or isinstance(found, dict | list) else Part.VALUE)


def shown(value: object) -> str:
    """A value as one line for a message."""
    text = "" if value is None else " ".join(str(value).split())
    return text if len(text) <= 40 else text[:39] + "…"


def type_of(value: object) -> str:
    """The JSON type of a value."""
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
