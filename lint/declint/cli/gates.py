"""Which files a check is about: the named ones, or those that git says have changed."""

import os
from collections.abc import Collection, Iterable
from pathlib import Path

from msgspec import Struct

from declint import files
from declint.cli.inputs import Files, Input, inputs
from declint.cli.language import say
from declint.configuration import Plan

_SCHEMA = "declaration.schema.json"
_CONFIGURATION = "declint.toml"


class Inputs(Struct, frozen=True):
    """Files with their bytes. ``only`` names those to report on where the others are just siblings.

    ``whole`` tells that folders were read and not single files, so that no sibling is missing. ``unchanged``
    tells that there are declarations, but git knows of no change to report on.
    """

    files: Files
    only: frozenset[str] | None = None
    whole: bool = True
    unchanged: bool = False


def named(paths: list[str] | None, stdin_filename: str) -> Inputs:
    """The files that paths mean, and standard input for ``-``."""
    whole = all(path != files.STDIN and not files.is_file(path) for path in paths or ())
    return Inputs(inputs(paths, stdin_filename), whole=whole)


def staged(paths: list[str], plan: Plan) -> Inputs:
    """What is staged, with everything else of the index beside it. Raises GitError and ConfigurationError."""
    from declint.git import repository

    git = repository(Path.cwd())
    index = {path: name for path, name in git.index().items() if files.is_meant(path, paths)}
    shown = {path: _shown(path) for path in sorted(index)}
    contents = git.contents(index[path] for path in shown)
    found: list[Input] = list(zip(shown.values(), contents, strict=True))
    return _reported(found + _missing(paths, index), git.staged(), shown, plan)


def since(paths: list[str], revision: str, plan: Plan) -> Inputs:
    """What differs from a revision, with the rest of the work tree beside it.

    Raises GitError and ConfigurationError.
    """
    from declint.git import repository

    changed = repository(Path.cwd()).changed_since(revision)
    found = list(files.find(paths))
    shown = {Path.cwd() / path: name for name, path in found}
    return _reported([(name, files.read_found(path, paths)) for name, path in found], changed, shown, plan)


def _reported(found: list[Input], changed: Collection[Path], shown: dict[Path, str], plan: Plan) -> Inputs:
    """The inputs with those to report on: the changed ones, or all where what they are judged by changed."""
    read = Files([], [], tuple(found))
    for name in shown.values():
        plan.configuration_of(name)
    judging = {Path(os.path.realpath(path)) for path in plan.files}
    if any(
        path.name in (_SCHEMA, _CONFIGURATION) or Path(os.path.realpath(path)) in judging for path in changed
    ):
        return Inputs(read)
    real = {Path(os.path.realpath(path)) for path in changed}
    unread = {name for name, data in found if isinstance(data, OSError)}
    only = {name for path, name in shown.items() if Path(os.path.realpath(path)) in real}
    return Inputs(read, frozenset(only | unread), unchanged=not only and not unread)


def _missing(paths: Iterable[str], index: Collection[Path]) -> list[Input]:
    """Paths that are neither in the index nor on the disk: a slip, not a folder without changes."""
    return [
        (Path(path).as_posix(), FileNotFoundError(2, os.strerror(2)))
        for path in paths
        if not files.is_there(path) and not any(files.is_meant(each, [path]) for each in index)
    ]


def _shown(path: Path) -> str:
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:
        return path.as_posix()


def unchanged(revision: str | None) -> str:
    """That git knows of no changed declaration."""
    if revision:
        return say(
            f"自“{revision}”以来没有改动过的申报表，不用检查",
            f"no declaration has changed since “{revision}”; nothing to check",
        )
    return say("没有暂存的申报表，不用检查", "no declaration is staged; nothing to check")
