"""Running the command line as a user does."""

import itertools
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

_NUMBERS = itertools.count()
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(autouse=True)
def cache_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own, so that none rests on what another has found."""
    folder = tmp_path_factory.getbasetemp() / f"cache-{next(_NUMBERS)}"
    monkeypatch.setenv("DECLINT_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def declint(tmp_path: Path) -> Run:
    """Run ``declint`` in an empty folder; keyword arguments are environment variables."""

    def run(
        *arguments: str, stdin: bytes = b"", cwd: Path | None = None, **environment: str
    ) -> "subprocess.CompletedProcess[str]":
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("LC_", "LANG", "DECLINT")) or name == "DECLINT_CACHE_DIR"
        }
        kept.pop("COLUMNS", None)
        done = subprocess.run(
            [sys.executable, "-m", "declint", *arguments],
            input=stdin,
            capture_output=True,
            cwd=cwd or tmp_path,
            env={**kept, "PYTHONIOENCODING": "utf-8", **environment},
            check=False,
            timeout=60,
        )
        encoding = environment.get("PYTHONIOENCODING", "utf-8").split(":")[0]
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding)
        )

    return run
