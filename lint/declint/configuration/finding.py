"""Finding the configuration that holds for a folder; a file is only read where there is one."""

import re
from pathlib import Path

from declint import files
from declint.configuration.model import ConfigurationError
from declint.finding import Words
from declint.pattern import pattern

NAMES = ("declint.toml", "pyproject.toml")
"""The files that may hold a configuration; in one folder the first is used."""
_MAY_HAVE_TABLE = pattern(
    r"""^[\s\ufeff]*(?:\[{1,2}\s*["']?tool["']?\s*(?:\]|\.\s*["']?declint)|["']?tool["']?\s*[.=])""",
    re.MULTILINE,
)
"""[tool.declint], or another way to say so."""
OUTSIDE = Words(
    "“{word}”不在配置文件所在的文件夹里；只用文件夹里面的文件",
    "“{word}” is not inside the configuration's folder; only files inside it are used",
)


def find(folder: Path) -> Path | None:
    """The nearest configuration at or above a folder, up to the top of the repository; None where none is.

    A pyproject.toml without [tool.declint] is passed over.

    Raises ConfigurationError where a file on the way is no TOML.
    """
    for here in (folder, *folder.parents):
        for name in NAMES:
            candidate = here / name
            if files.is_file(candidate) and (name == NAMES[0] or _has_table(candidate)):
                if not files.real(candidate).is_relative_to(files.real(here)):
                    raise ConfigurationError(OUTSIDE, str(candidate), word=name)
                return candidate
        if files.is_there(here / ".git"):
            return None
    return None


def _has_table(path: Path) -> bool:
    """Whether a pyproject.toml speaks of declint; only then does it have to be in order."""
    try:
        text = path.read_bytes()
    except OSError:
        return False
    if not _MAY_HAVE_TABLE.search(text.decode("utf-8", "replace")):
        return False
    from declint.configuration.reading import has_table

    return has_table(path)
