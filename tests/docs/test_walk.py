"""The script behind docs/walk.md: what it runs, what it rewrites, when it stops."""

import importlib.util
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or shutil.which("bash") is None, reason="the walk is a walk in a POSIX bash"
)
PAGE = """\
# Title

<!-- write: a.txt -->
```yaml
年度: 2026
```

<!-- run: mkdir deeper -->
```console
$ cat a.txt
an old answer
$ cd deeper && pwd
$ ls -a \\
>   | wc --lines
9
$ test -e nothing
```
```toml
x = 1
```
"""


@pytest.fixture
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("walk", ROOT / "docs" / "walk.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rewritten(script: ModuleType, page: str, home: Path) -> str:
    home.mkdir()
    return "".join(script.written(page, script.Walk(home)))


def test_answers_are_written_anew_and_nothing_else_changes(script: ModuleType, tmp_path: Path) -> None:
    once = rewritten(script, PAGE, tmp_path / "one")
    assert once == PAGE.replace("an old answer", "年度: 2026").replace(
        "&& pwd\n", "&& pwd\n~/work/deeper\n"
    ).replace("9\n$ test -e nothing\n", "2\n$ test -e nothing\n[退出码 exit code: 1]\n")
    assert rewritten(script, once, tmp_path / "two") == once


@pytest.mark.parametrize("command", ["no-such-program", "exit 2", "exit 4"])
def test_a_command_that_cannot_run_stops_the_script(script: ModuleType, tmp_path: Path, command: str) -> None:
    with pytest.raises(SystemExit, match=command):
        rewritten(script, f"```console\n$ {command}\n```\n", tmp_path / "one")


def test_every_command_of_the_page_is_one(script: ModuleType) -> None:
    text = script.PAGE.read_text("utf-8")
    for word in ("init", "new", "check", "fix", "baseline", "git commit", "ignore["):
        assert word in text
    assert str(ROOT) not in text
