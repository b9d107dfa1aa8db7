"""Data that a JSON Schema nearly allows, for the formats that have one."""

import json
import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tests.fuzz.pools import HOSTILE, VALUES

from declint.declaration.resources import schema_text

_DEEPEST = 6
_NUMBERS = (-1, 0, 1, 2, 100, 2026, 10**9, 10**20, 0.5, -0.0, 1e300)
Schema = dict[str, Any]


class Shaped:
    """Draws data by a schema; one part in so many is not what the schema asks for.

    ``words`` are used for texts, and below a key that ``named`` knows mostly the words that it has for it.
    """

    def __init__(
        self,
        name: str,
        chance: random.Random,
        words: Sequence[str],
        named: Mapping[str, Sequence[str]],
        wrong: float,
    ) -> None:
        self.schema: Schema = json.loads(schema_text(name))
        self.chance, self.words, self.named, self.wrong = chance, words, named, wrong

    def any(self) -> Any:
        """Data for the whole schema."""
        return self._made(self.schema, "", 0)

    def _made(self, schema: Schema, key: str, depth: int) -> Any:
        if self.chance.random() < self.wrong or depth > _DEEPEST:
            return self._anything(key, depth)
        if "$ref" in schema:
            return self._made(self._defined(schema["$ref"]), key, depth)
        if "anyOf" in schema and "type" not in schema:
            return self._made(self.chance.choice(schema["anyOf"]), key, depth)
        if "enum" in schema:
            return self.chance.choice(schema["enum"])
        return self._of_kind(schema, key, depth)

    def _of_kind(self, schema: Schema, key: str, depth: int) -> Any:
        kinds = schema.get("type", "string")
        kind = kinds if isinstance(kinds, str) else self.chance.choice(kinds)
        if kind == "object":
            return self._object(schema, key, depth)
        if kind == "array":
            count = self.chance.choice((0, 1, 1, 2, 3)) + schema.get("minItems", 0)
            return [self._made(schema.get("items", {}), key, depth + 1) for _ in range(count)]
        return self._number(schema) if kind in ("integer", "number") else self._text(schema, key)

    def _defined(self, reference: str) -> Schema:
        found: Any = self.schema
        for part in reference.removeprefix("#/").split("/"):
            found = found[part]
        schema: Schema = found
        return schema

    def _object(self, schema: Schema, key: str, depth: int) -> dict[str, Any]:
        known = schema.get("properties", {})
        most = schema.get("maxProperties", 4)
        some = self.chance.sample(list(known), min(len(known), self.chance.randint(1, most)))
        chosen = dict.fromkeys((*schema.get("required", ()), *some))
        made = {each: self._made(known.get(each, {}), each, depth + 1) for each in chosen}
        if self.chance.random() < self.wrong and made:
            del made[self.chance.choice(list(made))]
        extra = schema.get("additionalProperties")
        if isinstance(extra, dict) or self.chance.random() < self.wrong:
            for _ in range(self.chance.randint(1, 3)):
                name = self._word(key)
                made[name] = self._made(extra if isinstance(extra, dict) else {}, name, depth + 1)
        return made

    def _number(self, schema: Schema) -> int:
        low, high = int(schema.get("minimum", 0)), int(schema.get("maximum", 1000))
        if self.chance.random() < self.wrong:
            return self.chance.choice((low - 1, high + 1))
        return self.chance.choice((low, high, self.chance.randint(low, high)))

    def _text(self, schema: Schema, key: str) -> str:
        examples = [each for each in schema.get("examples", ()) if isinstance(each, str)]
        if "pattern" in schema and self.chance.random() > self.wrong:
            return self._by_pattern(schema["pattern"], examples)
        return self.chance.choice((*examples, self._word(key), self._word(key)))

    def _by_pattern(self, pattern: str, examples: list[str]) -> str:
        chance = self.chance
        if "A-Z" in pattern:
            return f"{chance.choice(('OWN', 'HBJ', 'AB'))}{chance.randint(0, 999):03}"
        if "w-" in pattern:
            return f"rule-{chance.randint(0, 999)}"
        if "[0-9]{2}-[0-9]{2}" in pattern:
            return f"20{chance.randint(20, 30)}-{chance.randint(1, 12):02}-{chance.randint(1, 29):02}"
        return chance.choice((*examples, f"{chance.randint(0, 3000)}", "2026-2028", "2026-", "12-31"))

    def _word(self, key: str) -> str:
        kind = self.chance.random()
        if kind < self.wrong:
            return self.chance.choice(HOSTILE) + self.chance.choice(VALUES)
        if key in self.named and kind > self.wrong * 2:
            return self.chance.choice(self.named[key])
        return self.chance.choice(self.words)

    def _anything(self, key: str, depth: int) -> Any:
        plain: tuple[Callable[[], Any], ...] = (
            lambda: self._word(key),
            lambda: self.chance.choice(_NUMBERS),
            lambda: True,
            lambda: "",
            list,
            dict,
        )
        made = self.chance.choice(plain)()
        return [made] if depth < _DEEPEST and self.chance.random() < 0.2 else made
