"""The fast yes to a configuration: never to one that the schema refuses, and to every usual one."""

import copy
import tomllib
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests.configuration.test_reading import FULL

from declint.configuration.gate import keeps_to
from declint.configuration.problems import schema

VALIDATOR = Draft202012Validator(schema())
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-5, 3_000)
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["error", "off", "zh", "2026-01-01", "210.50", "TGT001", "x" * 600])
)
KEYS = st.text(max_size=6) | st.sampled_from([*schema()["properties"], "name", "limit", "files"])
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=6,
)


def is_plain(table: Any) -> bool:
    return keeps_to(table, schema(), schema())


def test_a_usual_configuration_gets_a_yes() -> None:
    table = _plain(tomllib.loads(FULL, parse_float=Decimal))
    assert VALIDATOR.is_valid(table)
    assert is_plain(table)
    assert is_plain({})
    assert is_plain({**table, "weights-total": [90, 100]})


@given(VALUES)
def test_no_yes_to_what_the_schema_refuses(value: Any) -> None:
    assert VALIDATOR.is_valid(value) or not is_plain(value)


@given(st.data(), VALUES)
def test_no_yes_to_a_configuration_that_one_change_has_spoilt(data: st.DataObject, value: Any) -> None:
    table = _plain(tomllib.loads(FULL, parse_float=Decimal))
    place = table
    for _ in range(data.draw(st.integers(0, 3))):
        inner = [each for each in _inside(place) if isinstance(each, dict | list) and each]
        place = data.draw(st.sampled_from(inner)) if inner else place
    key = data.draw(st.sampled_from([*place] if isinstance(place, dict) else range(len(place))))
    place[key] = copy.deepcopy(value)
    assert VALIDATOR.is_valid(table) or not is_plain(table)


@pytest.mark.parametrize("part", [{"multipleOf": 2}, {"type": "null"}, {"anyOf": [{"const": 2}]}])
def test_no_yes_where_the_schema_says_what_is_unknown_here(part: dict[str, Any]) -> None:
    assert not keeps_to(2, part, part)


def _inside(place: Any) -> list[Any]:
    return list(place.values() if isinstance(place, dict) else place)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value if isinstance(value, str | int | Decimal) else value.isoformat()
