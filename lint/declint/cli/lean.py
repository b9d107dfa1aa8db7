"""Keeping a process of the command line from work that comes to nothing; see docs/adr/0034.

Only the command line does so: a program that uses declint as a library keeps its own settings.
"""

import atexit
import gc
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import LazyLoader
from types import SimpleNamespace
from typing import Any, NoReturn, cast

_GARBAGE = 50_000
"""How many objects pile up before Python looks for cycles; what a start makes stays."""
_LATER = ("msgspec.inspect", "textwrap")
"""What msgspec describes types with; read when it is first asked for that."""


def make_ready() -> None:
    """Load what everything builds on, without those parts of it that nobody uses."""
    gc.set_threshold(_GARBAGE)
    sys.meta_path.insert(0, _Later)
    with _standing_in(_STAND_INS):
        import_module("msgspec")
        import_module("pathlib")
    sys.meta_path.remove(_Later)


def leave(code: int) -> NoReturn:
    """End the process, whose work is done, and let the system take back its memory as a whole.

    To take apart every object takes longer than most rules. Who asked to be told of the end is told.
    """
    if _is_alone():
        atexit._run_exitfuncs()  # noqa: SLF001
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
        os._exit(code)
    sys.exit(code)


def _is_alone() -> bool:
    """Whether nobody else is at work in this process: another thread, a profiler, a tracer."""
    threading = sys.modules.get("threading")
    return not sys.getprofile() and not sys.gettrace() and (not threading or threading.active_count() == 1)


class _Later:
    """Finds modules that are read only when something of them is asked for."""

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None, _target: object = None) -> ModuleSpec | None:
        spec = PathFinder.find_spec(name, path) if name in _LATER else None
        if spec and spec.loader:
            spec.loader = LazyLoader(spec.loader)
        return spec


def _quoted(data: bytes) -> str:
    from urllib.parse import quote_from_bytes

    return quote_from_bytes(data)


_STAND_INS: Mapping[str, object] = {
    # ``ntpath`` asks for it again and again where there is none; on Windows it is loaded.
    "nt": None,
    # What msgspec would take from it is in ``typing`` since Python 3.11.
    "typing_extensions": None,
    # ``uuid`` asks it for no more than this, before Python 3.13.
    "platform": SimpleNamespace(system=lambda: os.uname().sysname),
    # ``pathlib`` makes addresses of paths with it, before Python 3.13.
    "urllib.parse": SimpleNamespace(quote_from_bytes=_quoted),
}


@contextmanager
def _standing_in(modules: Mapping[str, object]) -> Iterator[None]:
    """While inside, these stand for modules that are not loaded; those are as ever afterwards."""
    loaded = cast("dict[str, Any]", sys.modules)
    new = {name: module for name, module in modules.items() if name not in loaded}
    loaded.update(new)
    try:
        yield
    finally:
        for name in new:
            del loaded[name]
