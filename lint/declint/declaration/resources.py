"""Where the schemas lie: inside an installed wheel, or at the top of a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def schema_text(name: str) -> str:
    """The text of a JSON Schema (``declaration``, ``report``)."""
    installed = _PACKAGE / "schemas"
    folder = installed if installed.is_dir() else _PACKAGE.parents[1] / "schemas"
    return (folder / f"{name}.schema.json").read_text(encoding="utf-8")
