"""Regular expressions that are compiled when they are first used: most runs never use most of them."""

import re
from typing import Any, cast

from declint.programs import compiled

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _Pattern:
    """Stands for a compiled pattern; once that is there, its own methods are called without a detour."""

    def __init__(self, text: str, flags: int) -> None:
        self.pattern = text
        self._stated = flags

    def __getattr__(self, name: str) -> Any:
        found = compiled(self.pattern, self._stated)
        for method in _METHODS:
            setattr(self, method, getattr(found, method))
        return getattr(found, name)


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives, made when it is first used; a mistake in the text shows only then."""
    return cast("re.Pattern[str]", _Pattern(text, flags))
