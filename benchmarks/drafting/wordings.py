"""The words of the generator, and draws from them that are the same on every machine."""

from functools import cache
from hashlib import blake2b
from pathlib import Path
from random import Random
from typing import Any, TypeVar

import yaml

Item = TypeVar("Item")
FOLDER = Path(__file__).parents[1] / "wordings"


@cache
def words(name: str) -> Any:
    """The content of one file of wordings: ``fields``, ``common`` or ``mistakes``."""
    return yaml.load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)


def chance_of(*parts: object) -> Random:
    """A source of chance of its own for what the parts name."""
    return Random("-".join(map(str, parts)))  # noqa: S311  (no secret: the same corpus every time)


def settled(items: list[Item], *parts: object) -> Item:
    """One of the items, always the same one for the same parts: a bureau's standard."""
    digest = blake2b("-".join(map(str, parts)).encode(), digest_size=4).digest()
    return items[int.from_bytes(digest, "big") % len(items)]
