"""The line at the top of a declaration that tells editors its schema."""

import os
from pathlib import Path

from declint import files

FOLDER = "schemas"
SCHEMA = "declaration.schema.json"


def modeline(file: Path) -> str | None:
    """The line for a file, by the nearest ``schemas`` folder at or above it; None where there is none."""
    parent = file.absolute().parent
    for folder in (parent, *parent.parents):
        schema = folder / FOLDER / SCHEMA
        if files.is_file(schema):
            return f"# yaml-language-server: $schema={Path(os.path.relpath(schema, parent)).as_posix()}"
    return None
