"""The data files: YAML that a budget officer can read, read once and kept for the next start."""

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Raw, msgpack

from declint import kept

_ENDING = ".yaml"


def names() -> tuple[str, ...]:
    """The names of the files, without their ending."""
    return tuple(name for name, _ in _files())


@cache
def contents(name: str) -> Any:
    """What a file holds."""
    return msgpack.decode(_every()[name])


@cache
def _every() -> Mapping[str, Raw]:
    """What every file holds, packed, as an earlier start has read it where no file has changed since."""
    files = _files()
    state = " ".join(f"{name} {stamp}" for name, stamp in files)
    if body := kept.load(__file__, state):
        return msgpack.decode(body, type=dict[str, Raw])
    read = {name: _from_yaml(name) for name, _ in files}
    packed = {name: Raw(msgpack.encode(held)) for name, held in read.items()}
    if all(msgpack.decode(packed[name]) == held for name, held in read.items()):
        kept.save(__file__, state, msgpack.encode(packed))
    return packed


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
