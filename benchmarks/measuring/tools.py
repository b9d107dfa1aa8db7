"""The tools that are measured and how each is called on a folder of declarations."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.measuring.processes import environment

_HERE = Path(__file__).parent
SCHEMA = _HERE.parents[1] / "schemas" / "declaration.schema.json"
RULESET = _HERE.parent / "spectral.yaml"
PEERS = ("yamllint", "check-jsonschema", "ajv", "spectral")
OPTIONS = ("--jobs", "--no-cache")
"""Options of declint that a measured version may not have yet."""


@dataclass(frozen=True)
class Tools:
    """Where the tools are: name to program, of those that are installed."""

    programs: Mapping[str, str]
    versions: Mapping[str, str] = field(default_factory=dict)
    options: frozenset[str] = frozenset()
    ajv_schema: Path = SCHEMA

    def declint(self, paths: tuple[str, ...], *options: str, many: bool = True) -> tuple[str, ...]:
        """A check of many files has a line for each finding, of a few the usual text."""
        shape = ("--output-format", "concise") if many else ()
        words = [word for word in options if not word.startswith("--") or word in self.options]
        given = words if "--jobs" in self.options else [word for word in words if not word.isdigit()]
        return (self.programs["declint"], "check", *shape, *given, *paths)

    def peer(self, name: str, files: tuple[str, ...]) -> tuple[str, ...]:
        """A peer's check of the files of the current folder."""
        program = self.programs[name]
        many = len(files) > 1
        if name == "yamllint":
            return (program, "--format", "parsable", *((".",) if many else files))
        if name == "check-jsonschema":
            return (program, "--schemafile", str(SCHEMA), *files)
        pattern = "**/*.yaml" if many else files[0]
        if name == "ajv":
            kind = ("--spec=draft2020", "--strict=false")
            return (program, "validate", *kind, "-s", str(self.ajv_schema), "-d", pattern)
        return (program, "lint", "--ruleset", str(RULESET), pattern)


def floor(what: str) -> tuple[str, ...]:
    """The ``read`` or the ``load`` of the current folder."""
    return (sys.executable, str(_HERE / "floor.py"), what, ".")


def found(given: Mapping[str, str], folder: Path) -> Tools:
    """The tools on PATH or as given; writes the schema that ajv gets to ``folder``.

    Raises LookupError where declint is not installed.
    """
    programs = {name: given.get(name) or shutil.which(name) or "" for name in ("declint", *PEERS)}
    programs = {name: program for name, program in programs.items() if program}
    if "declint" not in programs:
        message = "declint is not installed: python -m pip install -e ."
        raise LookupError(message)
    usage = _said([programs["declint"], "check", "--help"])
    options = frozenset(option for option in OPTIONS if option in usage)
    versions = {name: _version(program) for name, program in programs.items()}
    return Tools(programs, versions, options, _schema_for_ajv(folder))


def _schema_for_ajv(folder: Path) -> Path:
    """Our schema without the type of dates: ajv's reader makes objects of them, which are no strings."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    schema["$defs"]["date"] = {}
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "ajv.schema.json"
    path.write_text(json.dumps(schema), encoding="utf-8")
    return path


def _version(program: str) -> str:
    said = _said([program, "--version"])
    match = re.search(r"\d+\.\d+(\.\d+)?", said)
    if match:
        return match[0]
    package = Path(program).resolve().parent.parent / "package.json"
    if package.exists():
        return str(json.loads(package.read_text(encoding="utf-8"))["version"])
    return ""


def _said(command: list[str]) -> str:
    done = subprocess.run(  # noqa: S603  (the tools that were asked for)
        command, capture_output=True, check=False, env=environment(COLUMNS="200"), encoding="utf-8"
    )
    return done.stdout
