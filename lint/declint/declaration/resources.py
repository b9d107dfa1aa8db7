"""Where the schemas lie: inside an installed wheel, or at the top of a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
SUFFIX = ".schema.json"


def schema_text(name: str) -> str:
    """The text of a JSON Schema (one of ``schema_names()``)."""
    return (_folder() / f"{name}{SUFFIX}").read_text(encoding="utf-8")


def schema_names() -> tuple[str, ...]:
    """The names of the schemas: ``declaration``, ``report`` and whatever else lies beside them."""
    return tuple(sorted(path.name.removesuffix(SUFFIX) for path in _folder().glob(f"*{SUFFIX}")))


def _folder() -> Path:
    installed = _PACKAGE / "schemas"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "schemas"
