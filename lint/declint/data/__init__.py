"""The data files: YAML that a budget officer can read, read once and kept for the next start."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import msgpack

from declint import kept


def names() -> tuple[str, ...]:
    """The names of the files, without their ending."""
    return tuple(path.stem for path in _files())


def contents(name: str) -> Any:
    """What a file holds."""
    return _every()[name]


@cache
def _every() -> Mapping[str, Any]:
    """What every file holds, as an earlier start has read it where no file has changed since."""
    state = " ".join(f"{path.name} {path.stat().st_mtime_ns} {path.stat().st_size}" for path in _files())
    if body := kept.load(__file__, state):
        loaded: Mapping[str, Any] = msgpack.decode(body)
        return loaded
    read = {path.stem: _from_yaml(path) for path in _files()}
    body = msgpack.encode(read)
    if msgpack.decode(body) == read:
        kept.save(__file__, state, body)
    return read


def _files() -> list[Path]:
    return sorted(path for path in Path(__file__).parent.iterdir() if path.suffix == ".yaml")


def _from_yaml(path: Path) -> Any:
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506  (the loader is the safe one)
