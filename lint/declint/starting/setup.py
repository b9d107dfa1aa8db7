"""The files that a folder of declarations needs, written where there are none; what is there stays."""

import tomllib
from collections.abc import Iterator
from enum import Enum
from importlib.resources import files as resources
from pathlib import Path

from msgspec import Struct

from declint import files
from declint.declaration.resources import SUFFIX, schema_names, schema_text
from declint.starting.creating import create
from declint.starting.modeline import FOLDER
from declint.version import __version__

SYSTEMS = ("github", "gitlab")
_CI_FILES = {"github": ".github/workflows/declint.yml", "gitlab": ".gitlab-ci.yml"}


class State(Enum):
    """What became of a file: written, found as it should be, older, or without what declint needs."""

    CREATED = "created"
    KEPT = "kept"
    OLDER = "older"
    LACKING = "lacking"


class Piece(Struct, frozen=True):
    """One file: where it goes and what it says. A file that is there and has ``mark`` in it needs nothing."""

    path: str
    text: str
    mark: str

    @property
    def generated(self) -> bool:
        """Whether nobody writes it by hand, so that another content is an older one."""
        return self.path.startswith(f"{FOLDER}/")


def pieces(system: str | None) -> Iterator[Piece]:
    """Every file, with that of a CI system where one is named."""
    yield Piece("declint.toml", _template("declint.toml"), "")
    for name in schema_names():
        text = schema_text(name)
        yield Piece(f"{FOLDER}/{name}{SUFFIX}", text, text)
    yield Piece("examples/申报表示例.yaml", _template("example.yaml"), "")
    yield Piece(".pre-commit-config.yaml", _template("pre-commit-config.yaml"), "declint")
    yield Piece(".vscode/settings.json", _template("vscode-settings.json"), "declaration.schema.json")
    yield Piece(".vscode/extensions.json", _template("vscode-extensions.json"), "redhat.vscode-yaml")
    yield Piece(".gitattributes", _template("gitattributes"), "declint-baseline")
    if system:
        yield Piece(_CI_FILES[system], _template(f"{system}.yml"), "declint")


def _template(name: str) -> str:
    text = resources("declint.data").joinpath("init", name).read_text(encoding="utf-8")
    return text.replace("@VERSION@", __version__)


def put(folder: Path, piece: Piece) -> State:
    """Write a file if there is none. Raises OSError."""
    if piece.path == "declint.toml" and _configured(folder):
        return State.KEPT
    path = folder / piece.path
    if create(path, piece.text):
        return State.CREATED
    if piece.mark in path.read_text(encoding="utf-8", errors="replace"):
        return State.KEPT
    return State.OLDER if piece.generated else State.LACKING


def _configured(folder: Path) -> bool:
    """Whether pyproject.toml holds the configuration already."""
    try:
        project = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    tool = project.get("tool")
    return isinstance(tool, dict) and "declint" in tool


def system_of(folder: Path) -> str | None:
    """The CI system that a repository shows by its files or by where it is pushed to, or None."""
    if files.is_there(folder / _CI_FILES["gitlab"]):
        return "gitlab"
    if files.is_folder(folder / ".github"):
        return "github"
    try:
        config = (folder / ".git" / "config").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    addresses = [line.partition("=")[2] for line in config.splitlines() if line.strip().startswith("url")]
    return next((system for system in SYSTEMS for address in addresses if system in address), None)
