"""The word lists under ``data/``: YAML that a budget officer can read and extend."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def lexicon(name: str) -> Any:
    """The contents of ``data/NAME.yaml``."""
    text = files("declint.data").joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=_Loader)  # noqa: S506  (the loader is the safe one)


@cache
def words(name: str, key: str) -> tuple[str, ...]:
    """One list of a lexicon, the longest words first, so that the first match is the most telling."""
    return tuple(sorted((str(word) for word in lexicon(name)[key]), key=len, reverse=True))
