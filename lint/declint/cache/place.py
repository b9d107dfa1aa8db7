"""Where the cache is: never in the checked folder, for who wrote that folder would write the cache too."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

VARIABLE = "DECLINT_CACHE_DIR"
"""The variable that names another folder for the cache, as a build server may want."""
_NAME = "results.sqlite"


def cache_file() -> Path:
    """The file that holds the cache, whether or not it is there."""
    return folder(sys.platform, os.environ) / _NAME


def folder(system: str, environment: Mapping[str, str]) -> Path:
    """The folder for the cache: the one that is named, else where the system wants caches of its user."""
    if named := environment.get(VARIABLE):
        return Path(named)
    if system == "win32":
        local = environment.get("LOCALAPPDATA")
        return (Path(local) if local else _home() / "AppData" / "Local") / "declint" / "Cache"
    if system == "darwin":
        return _home() / "Library" / "Caches" / "declint"
    caches = Path(environment.get("XDG_CACHE_HOME", ""))
    return (caches if caches.is_absolute() else _home() / ".cache") / "declint"


def _home() -> Path:
    """The folder of the user; for a user without one a place where nothing can be kept."""
    try:
        home = Path.home()
    except RuntimeError:
        home = Path()
    return home if home.is_absolute() else Path(os.devnull)
