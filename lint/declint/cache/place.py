"""Where the cache is: never in the checked folder, for who wrote that folder would write the cache too."""

import os
from pathlib import Path

VARIABLE = "DECLINT_CACHE_DIR"
"""The variable that names another folder for the cache, as a build server may want."""
_NAME = "results.sqlite"


def cache_file() -> Path:
    """The file that holds the cache, whether or not it is there."""
    return _folder() / _NAME


def _folder() -> Path:
    if named := os.environ.get(VARIABLE):
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("declint", appauthor=False)
