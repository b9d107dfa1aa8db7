"""Every regular expression of declint, as JSON: where it is compiled, the expression, its flags.

Run as a program of its own, so that nothing has been compiled before it listens.
"""

import importlib
import json
import pkgutil
import re
import sys
from pathlib import Path
from typing import Any

import declint

_ROOT = Path(__file__).parents[2]
_PACKAGE = Path(declint.__file__).parent


def main() -> None:
    """Listen, import everything, and check declarations, so that what is compiled late is compiled too."""
    compiled = re._compile  # type: ignore[attr-defined]
    found: dict[tuple[str, int], str] = {}

    def listening(pattern: Any, flags: Any) -> Any:
        frame = sys._getframe(1)
        while frame.f_back and Path(frame.f_code.co_filename).parent.name == "re":
            frame = frame.f_back
        path = Path(frame.f_code.co_filename)
        if isinstance(pattern, str) and path.is_relative_to(_PACKAGE):
            found[pattern, int(flags)] = path.relative_to(_PACKAGE).as_posix()
        return compiled(pattern, flags)

    re._compile = listening  # type: ignore[attr-defined]
    for module in pkgutil.walk_packages(declint.__path__, "declint."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    _use()
    json.dump(sorted((where, *key) for key, where in found.items()), sys.stdout)


def _use() -> None:
    from declint.fixing.repair import checker, repair
    from declint.report.formats import FORMATS
    from declint.report.terminal import View
    from declint.rules.registry import every_rule
    from declint.settings import Settings

    paths = sorted((_ROOT / "declarations" / "2026").glob("*.yaml"))
    inputs = [(path.name, path.read_bytes()) for path in paths]
    outcome = repair([*inputs, ("a.yaml", "年度：2026".encode())], checker(every_rule(), Settings()))
    for each in FORMATS.values():
        if not each.needs:
            each.encoded(outcome.report, View())


if __name__ == "__main__":
    main()
