"""Every command that writes, for the tests in which writing fails."""

import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.reliability.running import WRONG, bystander

from declint.declaration.reading import read_text
from declint.declaration.source import Source
from declint.forms.layout import lay_out
from declint.forms.write_docx import write_docx
from declint.settings import Limits

WRITING = [
    ("fix", "z.yaml"),
    ("check", "z.yaml", "--output", "html=report.html"),
    ("check", "z.yaml", "--output", "xlsx=report.xlsx"),
    ("baseline", "z.yaml"),
    ("export", "z.yaml", "-o", "."),
    ("export", "z.yaml", "-o", ".", "--format", "xlsx"),
    ("export", "z.yaml", "--summary", "all.xlsx"),
    ("import", "form.docx", "-o", "."),
    ("annotate", "form.docx"),
    ("new", "名称", "--folder", "."),
    ("init", "."),
    ("schema", "-o", "schemas"),
]
"""They are given a folder that ``filled`` has filled."""


def filled(folder: Path) -> None:
    """Put a declaration with a mistake and a form into a folder."""
    bystander(folder)
    declaration = read_text(Source("a.yaml", WRONG), Limits()).declaration
    assert declaration
    (folder / "form.docx").write_bytes(write_docx(lay_out(declaration)))


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def fails_whole(run: Callable[..., "subprocess.CompletedProcess[str]"], folder: Path, *words: str) -> None:
    """A command that can't write says so and leaves the folder as it was."""
    before = contents(folder)
    done = run(folder, *words)
    assert done.returncode in (1, 2), done.stderr
    assert "can't" in done.stderr, done.stderr
    assert contents(folder) == before
