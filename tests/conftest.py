"""Running the command line as a user does."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def declint(tmp_path: Path) -> Run:
    """Run ``declint`` in an empty folder; keyword arguments are environment variables."""

    def run(
        *arguments: str, stdin: bytes = b"", cwd: Path | None = None, **environment: str
    ) -> "subprocess.CompletedProcess[str]":
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("LC_", "LANG", "DECLINT"))
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
