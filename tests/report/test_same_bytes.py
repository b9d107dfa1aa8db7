"""The same input makes the same bytes: no times, no folders, no accident of order."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from declint.report.formats import FORMATS
from declint.report.terminal import View
from declint.run import Report

PUBLISHED = Path(__file__).parents[2] / "declarations" / "2026"


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_rendering_twice(hostile: Report, name: str, language: str) -> None:
    view = View(language)
    assert FORMATS[name].encoded(hostile, view) == FORMATS[name].encoded(hostile, view)


def test_two_processes_in_two_folders(tmp_path: Path) -> None:
    digests = []
    for seed in ("1", "4242"):
        folder = tmp_path / seed
        (folder / "declarations").mkdir(parents=True)
        for path in sorted(PUBLISHED.glob("0[1-6]*.yaml")):
            (folder / "declarations" / path.name).write_bytes(path.read_bytes())
        outputs = [f"--output={name}=out{each.suffix}.{name}" for name, each in FORMATS.items()]
        done = subprocess.run(
            [sys.executable, "-m", "declint", "check", *outputs],
            cwd=folder,
            env={**os.environ, "PYTHONHASHSEED": seed, "DECLINT_LANG": "zh"},
            capture_output=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == 1, done.stderr.decode()
        written = sorted(folder.glob("out*"))
        assert len(written) == len(FORMATS)
        digests.append({path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in written})
        assert not [path.name for path in written if str(tmp_path).encode() in path.read_bytes()]
    assert digests[0] == digests[1]
