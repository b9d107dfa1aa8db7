"""``declint completion``: the script that lets a shell complete commands, options and rules."""

import sys
from enum import StrEnum
from importlib import import_module
from typing import Annotated

import typer

from declint.cli import CLEAN, COMPLETING
from declint.cli.console import complain, print_data
from declint.cli.language import say
from declint.cli.options import LanguageOption


class Shell(StrEnum):
    """The shells that can complete."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"


_USE = {
    Shell.BASH: ("~/.bashrc", 'eval "$(declint completion bash)"'),
    Shell.ZSH: ("~/.zshrc", 'eval "$(declint completion zsh)"'),
    Shell.FISH: ("~/.config/fish/config.fish", "declint completion fish | source"),
    Shell.POWERSHELL: ("$PROFILE", "declint completion powershell | Out-String | Invoke-Expression"),
}


def command(
    shell: Annotated[Shell, typer.Argument(help=say("哪种命令行。", "The shell."))],
    lang: LanguageOption = None,
) -> int:
    """Print the script; the exit code."""
    del lang
    script: str = import_module("typer.completion").get_completion_script(
        prog_name="declint", complete_var=COMPLETING, shell=shell.value
    )
    print_data(script.strip("\n").split("\n"))
    if sys.stdout.isatty():
        file, line = _USE[shell]
        complain(
            say(
                f"启用补全：把这一行加到 {file} 里：{line}",
                f"to complete with Tab, add this line to {file}: {line}",
            )
        )
    return CLEAN
