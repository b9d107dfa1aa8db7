"""Modules that are kept together: the same as Python loads one by one, and never those of another source."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import declint
from declint.testing import BASE

CHECK = """
import json, sys
from declint.cli import main
sys.argv = ["declint", "check", "--no-cache", "a.yaml"]
try:
    main()
finally:
    shown = {
        name: {
            "loader": type(module.__spec__.loader).__name__,
            "file": module.__file__,
            "cached": module.__spec__.cached,
            "package": module.__package__,
            "path": list(getattr(module, "__path__", [])),
            "source": module.__spec__.loader.get_source(name)[:100],
            "names": sorted(vars(module)),
            "doc": module.__doc__,
        }
        for name, module in list(sys.modules.items())
        if name.startswith("declint.")
    }
    sys.stderr.write(json.dumps(shown))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a declaration, and a copy of the package beside it that may be changed."""
    (tmp_path / "a.yaml").write_text(BASE, encoding="utf-8")
    (package,) = declint.__path__
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(package, tmp_path / "lint" / "declint", ignore=ignored)
    schemas = Path(package).parents[1] / "schemas"
    if schemas.is_dir():
        shutil.copytree(schemas, tmp_path / "schemas")
    return tmp_path


def check(folder: Path, package: str = "lint") -> tuple[str, dict[str, Any]]:
    """What a check prints, and the modules of ours that it has loaded."""
    done = subprocess.run(
        [sys.executable, "-c", CHECK],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / package), "PYTHONDONTWRITEBYTECODE": ""},
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    return done.stdout, json.loads(done.stderr)


def kept(modules: dict[str, Any]) -> set[str]:
    return {name for name, module in modules.items() if module["loader"] == "_Loader"}


def test_modules_are_the_same_however_they_were_loaded(folder: Path) -> None:
    said, loaded = check(folder)
    assert kept(loaded) == set()
    said_again, again = check(folder)
    assert said_again == said
    assert len(kept(again)) > len(again) * 0.9
    for module in (*loaded.values(), *again.values()):
        del module["loader"]
    assert again == loaded


def test_a_source_that_has_changed_is_loaded_anew(folder: Path) -> None:
    check(folder)
    wording = folder / "lint" / "declint" / "report" / "wording.py"
    before = wording.stat()
    text = wording.read_text(encoding="utf-8")
    wording.write_text(text.replace("没有发现问题", "一个问题没有"), encoding="utf-8")
    os.utime(wording, ns=(before.st_atime_ns, before.st_mtime_ns + 2_000_000_000))
    said, loaded = check(folder)
    assert "一个问题没有" in said
    assert "declint.report.wording" not in kept(loaded)
    said, loaded = check(folder)
    assert "一个问题没有" in said
    assert "declint.report.wording" in kept(loaded)
    wording.unlink()
    wording.with_suffix("").mkdir()
    (wording.with_suffix("") / "__init__.py").write_text(text, encoding="utf-8")
    assert "没有发现问题" in check(folder)[0]


def test_damage_is_a_module_loaded_as_ever(folder: Path) -> None:
    said, _ = check(folder)
    (file,) = folder.rglob("modules.*.kept")
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2] + bytes(1_000) + whole[len(whole) // 2 + 1_000 :])
    said_then, loaded = check(folder)
    assert said_then == said
    assert 0 < len(kept(loaded)) < len(loaded)
    file.write_bytes(whole[:1_000])
    assert check(folder)[0] == said


def test_a_moved_package_keeps_nothing_of_its_old_place(folder: Path) -> None:
    check(folder)
    (folder / "lint").rename(folder / "moved")
    for _ in range(2):
        files = [module["file"] for module in check(folder, "moved")[1].values()]
        assert all(file.startswith(str(folder / "moved")) for file in files)
