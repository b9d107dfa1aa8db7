"""Every regular expression of declint, as JSON: where it is compiled, the expression, its flags, its uses.

Run as a program of its own, so that nothing has been compiled before it listens.
"""

import importlib
import json
import pkgutil
import re
import sys
from pathlib import Path
from typing import Any

from benchmarks.drafting.declaration import declarations

import declint
from declint import pattern

_ROOT = Path(__file__).parents[2]
_PACKAGE = Path(declint.__file__).parent


class Heard:
    """A compiled expression that notes which of its methods are used."""

    def __init__(self, expression: re.Pattern[str], uses: set[str]) -> None:
        self.expression = expression
        self.uses = uses

    def __getattr__(self, name: str) -> Any:
        if name in ("match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split"):
            self.uses.add(name)
        return getattr(self.expression, name)


def main() -> None:
    """Listen, import everything, and check declarations, so that what is compiled late is compiled too."""
    compiled = re._compile  # type: ignore[attr-defined]
    found: dict[tuple[str, int], tuple[str, set[str]]] = {}

    def listening(pattern: Any, flags: Any) -> Any:
        frame = sys._getframe(1)
        while frame.f_back and Path(frame.f_code.co_filename).parent.name == "re":
            frame = frame.f_back
        path = Path(frame.f_code.co_filename)
        if isinstance(pattern, Heard):
            return pattern
        if isinstance(pattern, str) and path.is_relative_to(_PACKAGE):
            where = path.relative_to(_PACKAGE).as_posix()
            _, uses = found.setdefault((pattern, int(flags)), (where, set()))
            return Heard(compiled(pattern, flags), uses)
        return compiled(pattern, flags)

    re._compile = listening  # type: ignore[attr-defined]
    pattern.pattern = re.compile  # type: ignore[assignment]
    for module in pkgutil.walk_packages(declint.__path__, "declint."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    _use()
    rows = [(where, *key, sorted(uses)) for key, (where, uses) in found.items()]
    json.dump(sorted(rows), sys.stdout)


def _use() -> None:
    from declint.fixing.repair import checker, repair
    from declint.report.formats import FORMATS
    from declint.report.terminal import View
    from declint.rules.registry import every_rule
    from declint.run import Terms
    from declint.settings import Settings

    paths = sorted((_ROOT / "declarations" / "2026").glob("*.yaml"))
    inputs = [(path.name, path.read_bytes()) for path in paths]
    inputs += [(name, text.encode()) for name, text in declarations(30, 2)]
    outcome = repair(
        [*inputs, ("a.yaml", "年度：2026".encode())], checker(lambda _: Terms(every_rule(), Settings()))
    )
    for each in FORMATS.values():
        if not each.needs:
            each.encoded(outcome.report, View())


if __name__ == "__main__":
    main()
