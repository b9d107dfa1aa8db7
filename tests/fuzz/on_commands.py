"""A target: the command line as a whole, in a folder of its own that it can't write out of."""

import contextlib
import io
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tests.fuzz.documents import small_documents
from tests.fuzz.kinds import ROOT, WRONG
from tests.fuzz.target import Target
from tests.fuzz.words import split

from declint import cli
from declint.cli import check, language
from declint.cli.remembering import jobs_of
from declint.report.terminal import is_visible
from declint.testing import BASE

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGING = (
    "os.mkdir",
    "os.remove",
    "os.rmdir",
    "os.rename",
    "os.link",
    "os.symlink",
    "os.chmod",
    "os.truncate",
)
_LOOKING = ("os.scandir", "os.listdir")
_STARTING = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "socket.connect")
_COLOURED = re.compile(r"\x1b\[[0-9;]*[mJH]")
_ORDER = re.compile(r"^\s*(::|##\[|##vso)", re.MULTILINE)
_INTERRUPTED = 130


class _Fence:
    """Refuses, as a system would, what reaches out of a folder; looks through Python's own audit."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.closed = str(folder), False
        self.known = tuple(str(Path(each).resolve()) for each in (sys.prefix, sys.base_prefix, ROOT))
        sys.addaudithook(self.hear)

    def hear(self, event: str, given: tuple[Any, ...]) -> None:
        if not self.closed:
            return
        if event == "open":
            if isinstance(given[2], int) and given[2] & _WRITING:
                self._refuse(given[0], allowed=(self.folder, "/dev/"))
        elif event in _CHANGING:
            self._refuse(given[0], allowed=(self.folder,))
        elif event in _LOOKING:
            self._refuse(given[0], allowed=(self.folder, *self.known))
        elif event in _STARTING:
            raise FileNotFoundError(2, "No such file or directory", "git")

    @staticmethod
    def _refuse(path: Any, allowed: tuple[str, ...]) -> None:
        if isinstance(path, str | bytes | os.PathLike):
            real = os.path.realpath(os.path.dirname(os.path.abspath(os.fsdecode(path)) + "/x"))  # noqa: PTH100, PTH120
            if not f"{real}/".startswith(allowed):
                raise PermissionError(13, "Permission denied", os.fsdecode(path))


@cache
def _fence() -> _Fence:
    made = tempfile.TemporaryDirectory(prefix="declint-fuzz-")
    _KEPT.append(made)
    return _Fence(Path(made.name).resolve() / "here")


_KEPT: list["tempfile.TemporaryDirectory[str]"] = []


def _filled(folder: Path) -> None:
    """A folder with a file of each kind that a command may be given."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "sub").mkdir(parents=True)
    (folder / ".git").mkdir()
    docx, xlsx, *_, copied, _ = small_documents()
    contents = {
        "a.yaml": BASE.encode(),
        "b.yaml": BASE.replace("社区图书馆", "文化馆").encode(),
        "sub/c.yaml": BASE.encode("gb18030"),
        "wrong.yaml": WRONG.encode(),
        "empty.yaml": b"",
        "broken.yaml": "年度：2026\n绩效指标: [".encode(),
        "form.docx": docx,
        "form.xlsx": xlsx,
        "form.pdf": small_documents()[5],
        "copied.txt": copied,
        "rules.yaml": (ROOT / "docs" / "own-rules.example.yaml").read_bytes(),
        "known.txt": (ROOT / "declarations" / "baseline.txt").read_bytes(),
    }
    for name, data in contents.items():
        (folder / name).write_bytes(data)
    (folder / "link.yaml").symlink_to("a.yaml")
    (folder / "loop.yaml").symlink_to("loop.yaml")


@contextlib.contextmanager
def _surroundings(words: list[str], folder: Path) -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    """Streams, folder, environment and language as of a process of its own; the cache outlives it."""
    out, err = io.BytesIO(), io.BytesIO()
    before = Path.cwd()
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "TMPDIR")}
    cache = str(folder.parent / "cache")
    surroundings = {**kept, "DECLINT_DEBUG": "1", "HOME": str(folder), "DECLINT_CACHE_DIR": cache}
    streams = [io.TextIOWrapper(each, "utf-8", write_through=True) for each in (out, err)]
    try:
        os.chdir(folder)
        with (
            patch.object(sys, "argv", ["declint", *words]),
            patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(BASE.encode()), "utf-8")),
            patch.object(sys, "stdout", streams[0]),
            patch.object(sys, "stderr", streams[1]),
            patch.dict(os.environ, surroundings, clear=True),
            patch.object(language, "LANGUAGE", language.detect(words, surroundings)),
            patch.object(time, "sleep", _impatient),
            patch.object(check, "jobs_of", _alone),
        ):
            language.speak("")
            yield out, err
    finally:
        os.chdir(before)
        for stream in streams:
            stream.detach()


def _impatient(_seconds: float) -> None:
    """``--watch`` ends by Ctrl-C alone."""
    raise KeyboardInterrupt


def _alone(word: str) -> int | None:
    """As ``--jobs`` is read, but in one process; several are tried elsewhere."""
    return None if jobs_of(word) is None else 1


def _ran(words: list[str]) -> tuple[int, bytes, bytes]:
    fence = _fence()
    folder = Path(fence.folder)
    _filled(folder)
    with _surroundings(words, folder) as (out, err):
        fence.closed = True
        try:
            cli.main()
        except SystemExit as leaving:
            code = leaving.code
        finally:
            fence.closed = False
    assert isinstance(code, int)
    return code, out.getvalue(), err.getvalue()


def target_command(data: bytes) -> None:
    """Any words end in an exit code and a message, leave nothing half-written, and do the same twice."""
    words = split(data)
    code, out, err = _ran(words)
    assert code in (0, 1, 2, 3, 4) or (code == _INTERRUPTED and "--watch" in words), code
    assert b"Traceback" not in out + err
    if code in (2, 3):
        assert err.strip() or out.strip()
    _harmless(err.decode("utf-8"), coloured=True)
    if not out.startswith(b"PK"):
        _harmless(out.decode("utf-8"), coloured=True, ordering="github" in words)
    folder = Path(_fence().folder)
    left = [path.name for path in folder.rglob("*.tmp")]
    assert not left, left
    if not {"fix", "new", "import", "init", "baseline"} & set(words):
        assert (folder / "wrong.yaml").read_text(encoding="utf-8") == WRONG
    if len(data) % 4 == 0 and "--watch" not in words:
        assert _ran(words) == (code, out, err)


def _harmless(text: str, *, coloured: bool, ordering: bool = False) -> None:
    """No control characters but colours and line ends, and no order to a build server."""
    plain = _COLOURED.sub("", text) if coloured else text
    strange = {char for char in plain if char not in "\n\ufeff\t" and not is_visible(char)}
    assert not strange, strange
    assert ordering or not _ORDER.search(plain), _ORDER.search(plain)


COMMAND_TARGETS = (Target(target_command, 1_200, 30, "words"),)
