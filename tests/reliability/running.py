"""Running declint as its users do: as a program."""

import os
import subprocess
import sys
from pathlib import Path

from declint.testing import BASE

CLEAN = BASE
WRONG = BASE.replace("图书编目准确率: ≥98.00(%)", "图书编目准确率: ≥100.00(%)")
SECONDS = 60


def command(*words: str) -> list[str]:
    return [sys.executable, "-P", "-X", "utf8", "-m", "declint", *words]


_OURS, _CACHE = ("DECLINT", "GITHUB"), "DECLINT_CACHE_DIR"


def environment(**more: str) -> dict[str, str]:
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith(_OURS) or name == _CACHE
    }
    return {**clean, "DECLINT_LANG": "en", "NO_COLOR": "1", **more}


def declint(
    folder: Path, *words: str, given: bytes | None = None, **more: str
) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder; it must end by itself."""
    done = subprocess.run(
        command(*words),
        cwd=folder,
        input=given if given is not None else b"",
        capture_output=True,
        timeout=SECONDS,
        env=environment(**more),
        check=False,
    )
    out, err = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
    assert "Traceback" not in out + err
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


def bystander(folder: Path) -> None:
    """A file whose finding must be reported whatever happens to the others."""
    (folder / "z.yaml").write_text(WRONG, encoding="utf-8")
