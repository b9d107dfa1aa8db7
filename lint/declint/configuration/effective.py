"""The settings in force for a file or folder, and where each of them comes from."""

from pathlib import Path
from typing import Any

from msgspec import Struct

from declint.configuration.model import Configuration, Origin
from declint.settings import Settings

Value = Any
"""A value as TOML would hold it."""


class Setting(Struct, frozen=True):
    """One setting under its name in the file. Several origins where one adds to another."""

    key: str
    value: Value
    origins: tuple[Origin, ...]


def effective(configuration: Configuration, path: Path) -> tuple[Setting, ...]:
    """Every setting in force for a path, in the order of the schema."""
    settings = configuration.settings_for(path)
    extra = configuration.per_file_of(path)
    found = []
    for key, value in _values(settings).items():
        own = configuration.origins.get(key)
        added = [each.origin for each in extra if _speaks_of(key, each)]
        origins = (*((own,) if own else ()), *added) or (Origin(),)
        found.append(Setting(key, value, origins))
    return tuple(found)


def _speaks_of(key: str, entry: Any) -> bool:
    attribute = {"extend-select": "select"}.get(key, key)
    return key != "select" and bool(getattr(entry, attribute, None))


def _values(settings: Settings) -> dict[str, Value]:
    limits = settings.limits
    return {
        "select": list(settings.select),
        "extend-select": list(settings.extend_select),
        "ignore": list(settings.ignore),
        "severity": dict(settings.severity),
        "edition": settings.edition,
        "year": settings.year,
        "language": settings.language,
        "fail-on": settings.fail_on or "error",
        "implementing-units": list(settings.implementing_units),
        "supervisors": list(settings.supervisors),
        "standards": [
            {
                "name": each.name,
                "limit": f"{each.limit:f}",
                "unit": each.unit,
                "source": each.source,
                "since": each.since,
            }
            for each in settings.standards
        ],
        "words": {f"{name}.{key}": list(words) for name, key, words in settings.words},
        "weights-total": list(settings.weights_total),
        "limits": {
            "file-bytes": limits.file_bytes,
            "depth": limits.depth,
            "nodes": limits.nodes,
            "scalar-characters": limits.scalar_characters,
            "rule-seconds": limits.rule_seconds,
            "file-seconds": limits.file_seconds,
            "shown-findings": limits.shown_findings,
        },
        "baseline": settings.baseline,
        "rules": list(settings.own_rules),
    }
