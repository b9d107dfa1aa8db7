"""What one start has worked out, kept for the next, as Python keeps what it has compiled of a module.

It lies beside the compiled module that it was worked out by and is that module's in every way: for this very
Python, written where and when Python writes such files, and made anew where it is missing, damaged or of
another state of its sources. It is data and nothing that could be executed.
"""

import contextlib
import os
import sys
from importlib.util import cache_from_source, source_hash
from pathlib import Path

from declint.version import __version__

_DIGEST = 17
"""The bytes of a digest, with the end of its line."""


def load(module: str, state: str) -> memoryview | None:
    """What a module (its ``__file__``) has kept of this state of its sources, or None."""
    try:
        content = _place(module).read_bytes()
    except (OSError, ValueError):
        return None
    head = _head(state)
    body = memoryview(content)[len(head) + _DIGEST :]
    return body if content.startswith(head + _digest(body)) else None


def save(module: str, state: str, body: bytes) -> None:
    """Keep the body where that can be done."""
    if sys.dont_write_bytecode:
        return
    place = _place(module)
    temporary = place.with_suffix(f".{os.getpid()}")
    try:
        temporary.write_bytes(b"".join((_head(state), _digest(body), body)))
        temporary.replace(place)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()


def _place(module: str) -> Path:
    return Path(cache_from_source(module)).with_suffix(".kept")


def _head(state: str) -> bytes:
    return ascii(f"declint {__version__} {sys.version} {sys.byteorder} {state}").encode() + b"\n"


def _digest(body: bytes | memoryview) -> bytes:
    return source_hash(body).hex().encode() + b"\n"
