"""``declint schema``: print the JSON Schemas, write them to a folder, or show the line that editors read."""

from pathlib import Path
from typing import Annotated

import typer

from declint import files
from declint.cli import CLEAN, USAGE
from declint.cli.console import complain, print_data, tell
from declint.cli.language import say
from declint.cli.options import LanguageOption
from declint.cli.unwritten import no_access
from declint.declaration.resources import SUFFIX, schema_names, schema_text
from declint.starting.modeline import FOLDER
from declint.starting.modeline import modeline as modeline_of

_DECLARATION = "declaration"


def _names(incomplete: str) -> list[str]:
    return [name for name in schema_names() if name.startswith(incomplete)]


def command(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME",
            autocompletion=_names,
            help=say(
                "declaration（申报表，默认）、report（检查结果）等；写错时列出全部名称。",
                "declaration (the default), report …; a wrong name lists them all.",
            ),
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FOLDER",
            help=say(
                "写到这个文件夹；不写 NAME 时全部写出。", "Write to this folder; all of them without NAME."
            ),
        ),
    ] = None,
    modeline: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help=say(
                "显示这份申报表的第一行应写什么，编辑器才会边写边提示。",
                "Show the first line of this declaration that makes editors complete and check it.",
            ),
        ),
    ] = None,
    lang: LanguageOption = None,
) -> int:
    """Print or write schemas; the exit code."""
    del lang
    if name is not None and name not in schema_names():
        known = "、".join(schema_names())
        complain(say(f"没有架构“{name}”。可用的有：{known}", f"no schema “{name}”. There are: {known}"))
        return USAGE
    if modeline is not None:
        return _show_modeline(modeline)
    if output is not None:
        return _write(output, (name,) if name else schema_names())
    print_data(schema_text(name or _DECLARATION).rstrip("\n").split("\n"))
    return CLEAN


def _write(folder: Path, names: tuple[str, ...]) -> int:
    for name in names:
        path = folder / f"{name}{SUFFIX}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            files.write_atomically(path, schema_text(name).encode())
        except OSError as error:
            return no_access(path, error)
        tell([path.as_posix()])
    return CLEAN


def _show_modeline(file: Path) -> int:
    line = modeline_of(file)
    if line is None:
        complain(
            say(
                f"这里还没有架构文件；请先运行 declint schema -o {FOLDER}，再运行一次",
                f"there is no schema here yet; run declint schema -o {FOLDER} first, then this again",
            )
        )
        return USAGE
    tell([line])
    return CLEAN
