"""Compiled modules of this package, kept together for the next start.

A start loads more than two hundred modules, and to look for each, open its file and read it takes long. What
is kept is what Python itself keeps module by module, and it holds while the source of a module has the same
size and time. Any other module is loaded as ever.
"""

import marshal
import os
import sys
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType

from msgspec import msgpack

from declint.kept import Kept

_OURS = "declint."
_MOST = 1_000
_SOURCES = ""
"""The part that holds of each module the path of its source, where Python keeps it, and its time and size."""
_Source = tuple[str, str, str]


class _Loader(SourceFileLoader):
    """Loads a module by the code that is kept."""

    def __init__(self, name: str, path: str, code: bytes) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002
        code: CodeType = marshal.loads(self._code)  # noqa: S302
        return code


class _Finder:
    """Finds the modules that are kept."""

    def __init__(self) -> None:
        self._kept = Kept(__file__, str(Path(__file__).parent))
        listed = self._kept.get(_SOURCES)
        self._sources: dict[str, _Source] = msgpack.decode(listed) if listed else {}
        self._loaded_before = set(sys.modules)

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        if name not in self._sources:
            return None
        path, cached, stamp = self._sources[name]
        code = self._kept.get(name) if stamp == _stamp(path) else None
        if code is None:
            return None
        folder, _, file = path.rpartition(os.sep)
        spec = ModuleSpec(name, _Loader(name, path, code), origin=path)
        spec.submodule_search_locations = [folder] if file == "__init__.py" else None
        spec.has_location = True
        spec.cached = cached
        return spec

    def keep(self) -> None:
        """Keep what has been loaded from elsewhere."""
        sources, codes = dict(self._sources), {}
        for name in set(sys.modules) - self._loaded_before:
            if name.startswith(_OURS) and (compiled := _compiled(name)):
                sources[name], codes[name] = compiled
        if codes:
            self._kept.add({**codes, _SOURCES: msgpack.encode(sources)}, most=_MOST)


def use() -> None:
    """Load modules as they are kept, until ``keep``."""
    sys.meta_path.insert(0, _Finder())


def keep() -> None:
    """Keep the modules that have been loaded since ``use``, for the next start."""
    for finder in [each for each in sys.meta_path if isinstance(each, _Finder)]:
        sys.meta_path.remove(finder)
        finder.keep()


def _compiled(name: str) -> tuple[_Source, bytes] | None:
    """A loaded module to keep; None where it is kept already, or is no file."""
    spec = sys.modules[name].__spec__
    if spec is None or type(spec.loader) is not SourceFileLoader:
        return None
    path = spec.loader.path
    stamp = _stamp(path)
    code = marshal.dumps(spec.loader.get_code(name))
    return ((path, spec.cached or "", stamp), code) if stamp and stamp == _stamp(path) else None


def _stamp(path: str) -> str:
    """Time and size of a source, '' where it is gone."""
    try:
        status = os.stat(path)  # noqa: PTH116  (once for each module of a start)
    except OSError:
        return ""
    return f"{status.st_mtime_ns} {status.st_size}"
