"""Printing: the encoding, width and colours of wherever the output goes."""

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TextIO

from declint.cli.language import spoken
from declint.report.terminal import View, clean

_CHINESE_CONSOLES = ("gbk", "gb2312", "gb18030", "cp936")
_NARROWEST = 40
_AT_ONCE = 200
"""How many lines are printed at a time."""


def view(language: str | None, colour: str = "auto", to: TextIO | None = None) -> View:
    """How to show a report on a stream, on standard output where none is given."""
    stream = to or sys.stdout
    encoding = (stream.encoding or "").lower().replace("-", "")
    return View(
        language or spoken(),
        _width() if stream.isatty() or _columns() else 80,
        _coloured(colour, stream),
        encoding in _CHINESE_CONSOLES,
    )


def _width() -> int:
    import shutil

    return max(shutil.get_terminal_size((80, 24)).columns, _NARROWEST)


def _columns() -> bool:
    return os.environ.get("COLUMNS", "").isdigit()


def _coloured(colour: str, stream: TextIO) -> bool:
    """NO_COLOR beats FORCE_COLOR, both beat what the terminal says."""
    if colour != "auto":
        wanted = colour == "always"
    elif os.environ.get("NO_COLOR"):
        wanted = False
    elif os.environ.get("FORCE_COLOR"):
        wanted = True
    else:
        wanted = stream.isatty() and os.environ.get("TERM") != "dumb"
    if wanted and sys.platform == "win32":
        import colorama

        colorama.just_fix_windows_console()
    return wanted


class UnprintedError(Exception):
    """Standard output takes no more, as on a full disk; the text is the system's reason."""


@contextlib.contextmanager
def _printing() -> Iterator[None]:
    """Raises UnprintedError, and BrokenPipeError where the reader has gone."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UnprintedError(error.strerror or type(error).__name__) from error


def print_text(lines: Iterable[str], to: TextIO | None = None) -> None:
    """Print lines for a person: what the console's encoding lacks is replaced, never an error.

    The lines may be coloured; what they show of a file has to be clean.
    """
    stream = to or sys.stdout
    _tolerant(stream)
    waiting = iter(lines)
    while some := list(islice(waiting, _AT_ONCE)):
        with _printing():
            stream.write("\n".join(some) + "\n")
    with _printing():
        stream.flush()


def tell(lines: Iterable[str]) -> None:
    """Print sentences for a person, in which paths and names of any kind may stand."""
    print_text(clean(line) for line in lines)


def print_data(lines: Iterable[str]) -> None:
    """Print lines for a program: UTF-8 wherever they go."""
    print_bytes(line.encode("utf-8", "backslashreplace") + b"\n" for line in lines)


def print_bytes(pieces: Iterable[bytes]) -> None:
    """Print bytes as they are."""
    with _printing():
        sys.stdout.flush()
    for piece in pieces:
        with _printing():
            sys.stdout.buffer.write(piece)
    with _printing():
        sys.stdout.buffer.flush()


def complain(message: str) -> None:
    """Say on standard error what went wrong and what to do."""
    _tolerant(sys.stderr)
    sys.stderr.write(f"declint: {clean(message)}\n")


def _tolerant(stream: TextIO) -> None:
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="replace")
