"""The short version of ``kills.py``, and a kill in the very moment of writing."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from tests.reliability.kills import WORKS, kill
from tests.reliability.running import SECONDS, WRONG, declint, environment

AT_THE_WORST = """
import os, runpy, signal, sys
step = sys.argv[1]
module, _, name = step.rpartition(".")
import pathlib
owner = {"os": os, "Path": pathlib.Path}[module]
def die(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)
setattr(owner, name, die)
sys.argv = ["declint", *sys.argv[2:]]
runpy.run_module("declint", run_name="__main__")
"""


@pytest.mark.parametrize("name", WORKS)
def test_a_kill_at_a_random_moment_harms_nothing(name: str) -> None:
    kill(name, random.Random(name), 1.0)  # noqa: S311


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.parametrize("step", ["os.fsync", "Path.replace", "Path.chmod"])
def test_a_kill_in_the_very_moment_of_writing_harms_nothing(step: str, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(WRONG, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", AT_THE_WORST, step, "fix", "a.yaml"],
        cwd=tmp_path,
        capture_output=True,
        timeout=SECONDS,
        env=environment(),
        check=False,
    )
    assert done.returncode == -9
    assert path.read_text(encoding="utf-8") == WRONG
    left = [each.name for each in tmp_path.iterdir() if each != path]
    assert all(name.startswith(".") and name.endswith(".tmp") for name in left)
    # What was left behind is no declaration: it is hidden, and the next run passes it over.
    assert declint(tmp_path, "fix", ".").returncode == 0
    assert "=100.00(%)" in path.read_text(encoding="utf-8")
    assert os.listdir(tmp_path).count("a.yaml") == 1  # noqa: PTH208
