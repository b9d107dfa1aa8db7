"""What a configuration may hold, after its JSON Schema, and what to say where it holds something else."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from msgspec import json

from declint.configuration.gate import keeps_to
from declint.configuration.model import ConfigurationError
from declint.configuration.positions import Keys
from declint.declaration.resources import schema_text
from declint.finding import Words

_UNKNOWN = Words(
    "没有“{key}”这个设置{hint_zh}。可用的：{known}", "no setting “{key}”{hint_en}. Known: {known}"
)
_TYPE = Words("“{key}”应当是{type_zh}，现在是 {value}", "“{key}” must be {type_en}, not {value}")
_CHOICE = Words(
    "“{key}”只能是 {choices}，现在是 {value}{hint_zh}",
    "“{key}” must be one of {choices}, not {value}{hint_en}",
)
_MISSING = Words("“{key}”里缺少 {missing}", "“{key}” lacks {missing}")
_RANGE = Words("“{key}”超出范围：{value}（{bound}）", "“{key}” is out of range: {value} ({bound})")
_FORM = Words("“{key}”的写法不对：{value}", "“{key}” is not written as it must be: {value}")
_TYPES = {
    "array": ('列表，如 ["TGT001"]', 'a list such as ["TGT001"]'),
    "object": ("一个表，如 [severity]", "a table such as [severity]"),
    "string": ("加引号的文字", "text in quotes"),
    "integer": ("整数", "a whole number"),
    "number": ("数", "a number"),
}


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema of a configuration."""
    loaded: dict[str, Any] = json.decode(schema_text("config"))
    return loaded


def check(table: Mapping[str, Any], path: str, lines: Mapping[Keys, int], top: Keys) -> None:
    """Raise ConfigurationError for the first thing, by line, that the schema refuses.

    ``top`` is the way to the table in the file: ``("tool", "declint")`` in pyproject.toml.
    """
    if keeps_to(table, schema(), schema()):
        return
    from jsonschema import Draft202012Validator

    errors = [
        (line_of((*top, *error.absolute_path, *_extra(error)), lines), error)
        for error in Draft202012Validator(schema()).iter_errors(table)
    ]
    if errors:
        line, error = min(errors, key=lambda each: each[0])
        words, arguments = _said(error)
        raise ConfigurationError(words, path, line, **arguments)


def line_of(keys: Iterable[str | int], lines: Mapping[Keys, int]) -> int:
    """The line of a key, or of the nearest one above it that has one; 0 where none has."""
    way = tuple(keys)
    while way and way not in lines:
        way = way[:-1]
    return lines.get(way, 0)


def _extra(error: Any) -> tuple[str, ...]:
    """The first key that a table may not have."""
    if error.validator != "additionalProperties":
        return ()
    return tuple(key for key in error.instance if key not in error.schema["properties"])[:1]


def _said(error: Any) -> tuple[Words, dict[str, str]]:
    key = _shown_key(error.absolute_path)
    value = _shown(error.instance)
    if error.validator == "additionalProperties":
        return _unknown(error)
    if error.validator == "required":
        missing = next(name for name in error.validator_value if name not in error.instance)
        return _MISSING, {"key": key, "missing": missing}
    if error.validator == "enum":
        choices = [str(choice) for choice in error.validator_value]
        return _CHOICE, {
            "key": key,
            "value": value,
            "choices": ", ".join(choices),
            **hints(str(error.instance), choices),
        }
    if error.validator == "type":
        zh, en = _TYPES[error.validator_value]
        return _TYPE, {"key": key, "value": value, "type_zh": zh, "type_en": en}
    if error.validator in _BOUNDS:
        return _RANGE, {
            "key": key,
            "value": value,
            "bound": f"{_BOUNDS[error.validator]} {error.validator_value}",
        }
    return _FORM, {"key": key, "value": value}


_BOUNDS = {
    "minimum": "≥",
    "maximum": "≤",
    "exclusiveMinimum": ">",
    "minLength": "≥",
    "maxLength": "≤",
    "minItems": "≥",
    "maxItems": "≤",
}


def _unknown(error: Any) -> tuple[Words, dict[str, str]]:
    known = list(error.schema["properties"])
    key = _extra(error)[0]
    shown = ", ".join(known)
    return _UNKNOWN, {"key": _shown_key([*error.absolute_path, key]), "known": shown, **hints(key, known)}


def hints(word: str, known: Iterable[str]) -> dict[str, str]:
    """“Did you mean” in both languages, '' where nothing is alike."""
    choices = list(known)
    from declint.language.likeness import nearest

    meant = nearest(word.lower().replace("_", "-"), choices) or nearest(word, choices)
    if not meant:
        return {"hint_zh": "", "hint_en": ""}
    return {"hint_zh": f"，是不是“{meant}”", "hint_en": f" (did you mean “{meant}”?)"}


def _shown_key(way: Iterable[str | int]) -> str:
    shown = ""
    for part in way:
        shown += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if shown else part
    return shown or "declint"


def _shown(value: Any) -> str:
    from json import dumps

    text = dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else text[:59] + "…"
