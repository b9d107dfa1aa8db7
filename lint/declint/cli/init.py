"""``declint init``: give a folder what working with declarations needs."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from declint import files
from declint.cli import CLEAN, USAGE
from declint.cli.console import complain, tell
from declint.cli.language import say
from declint.cli.options import LanguageOption
from declint.cli.unwritten import no_access
from declint.starting.setup import Piece, State, pieces, put, system_of

_SAID = {
    State.CREATED: ("已新建", "created"),
    State.KEPT: ("已有，不动", "kept"),
    State.OLDER: ("已有，与本版本不同，不动", "kept; differs from this version's"),
    State.LACKING: ("已有，不动；请把下面的内容加进去", "kept; please add what follows"),
}


class System(StrEnum):
    """The CI systems that there is a file for."""

    AUTO = "auto"
    GITHUB = "github"
    GITLAB = "gitlab"
    NONE = "none"


def command(
    folder: Annotated[
        Path,
        typer.Argument(metavar="FOLDER", help=say("哪个文件夹，默认当前文件夹。", "Default: this folder.")),
    ] = Path(),
    ci: Annotated[
        System,
        typer.Option(
            help=say(
                "自动检查用哪个平台；auto 看文件夹里有什么。",
                "The CI system; auto looks at what the folder has.",
            )
        ),
    ] = System.AUTO,
    lang: LanguageOption = None,
) -> int:
    """Write configuration, hook, editor settings, CI file, schemas and an example; the exit code."""
    del lang
    if files.is_there(folder) and not files.is_folder(folder):
        complain(say(f"{folder.as_posix()} 不是文件夹", f"{folder.as_posix()} is no folder"))
        return USAGE
    system = system_of(folder) if ci is System.AUTO else None if ci is System.NONE else ci.value
    states = []
    for piece in pieces(system):
        try:
            state = put(folder, piece)
        except OSError as error:
            return no_access(folder / piece.path, error)
        states.append(state)
        _tell(piece, folder, state)
    _close(folder, states, asked=ci is System.AUTO and system is None)
    return CLEAN


def _tell(piece: Piece, folder: Path, state: State) -> None:
    tell([f"{say(*_SAID[state])}  {(folder / piece.path).as_posix()}"])
    if state is State.LACKING:
        tell(f"    {line}".rstrip() for line in piece.text.splitlines())


def _close(folder: Path, states: list[State], *, asked: bool) -> None:
    """What to do next."""
    inside = "" if folder == Path() else f" {folder.as_posix()}"
    if State.OLDER in states:
        schemas = (folder / "schemas").as_posix()
        tell([say(f"更新架构：declint schema -o {schemas}", f"Schemas: declint schema -o {schemas}")])
    if asked:
        tell(
            [
                say(
                    f"没有看出用哪个平台做自动检查；需要时运行 declint init{inside} --ci github（或 gitlab）",
                    f"No CI system found; if you want one: declint init{inside} --ci github (or gitlab)",
                )
            ]
        )
    tell(
        [
            say(
                "接下来：declint new 新建申报表，declint check 检查；提交前自动检查：pre-commit install",
                "Next: declint new, then declint check; to check before each commit: pre-commit install",
            )
        ]
    )
