"""The data files: YAML that a budget officer can read, read once and kept for the next start."""

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import msgpack

from declint.kept import Kept

_ENDING = ".yaml"


def names() -> tuple[str, ...]:
    """The names of the files, without their ending."""
    return tuple(name for name, _ in _files())


@cache
def contents(name: str) -> Any:
    """What a file holds, as an earlier start has read it where no file has changed since."""
    packed = _kept().get(name)
    return msgpack.decode(packed) if packed else _read()[name]


@cache
def _kept() -> Kept:
    return Kept(__file__, " ".join(f"{name} {stamp}" for name, stamp in _files()))


@cache
def _read() -> Mapping[str, Any]:
    """What every file holds, kept for the next start."""
    read = {name: _from_yaml(name) for name in names()}
    packed = {name: msgpack.encode(held) for name, held in read.items()}
    if all(msgpack.decode(packed[name]) == held for name, held in read.items()):
        _kept().add(packed, most=len(packed))
    return read


def _files() -> list[tuple[str, str]]:
    """The name of each file, and its time and size."""
    with os.scandir(Path(__file__).parent) as found:
        return sorted(
            (each.name.removesuffix(_ENDING), f"{each.stat().st_mtime_ns} {each.stat().st_size}")
            for each in found
            if each.name.endswith(_ENDING)
        )


def _from_yaml(name: str) -> Any:
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = Path(__file__).with_name(name + _ENDING).read_text(encoding="utf-8")
    return yaml.load(text, Loader=loader)  # noqa: S506  (the loader is the safe one)
