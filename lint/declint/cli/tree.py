"""The tree of all commands, as the library of the command line has it."""

import os
from importlib import import_module
from keyword import iskeyword
from typing import Annotated, Any, Literal

import typer

from declint.cli import CLEAN, COMPLETING, INTERRUPTED
from declint.cli.language import say
from declint.cli.options import signed
from declint.version import __version__

COMMANDS = {
    "check": say("检查申报表。", "Check declarations."),
    "fix": say("自动改正能确定改法的地方。", "Repair what has a certain repair."),
    "config": say("显示生效的设置和各自的来源。", "Show the settings in force and where each comes from."),
    "baseline": say("把现有的问题记入基线。", "Write the known findings to a baseline."),
    "rules": say("列出全部规则。", "List the rules."),
    "explain": say("解释一条规则。", "Explain a rule."),
    "init": say("为文件夹配好检查所需的文件。", "Set up a folder of declarations."),
    "new": say("新建一份申报表。", "Begin a declaration."),
    "import": say(
        "把 Word、Excel、PDF 或文本里的申报表读成申报文件。",
        "Forms in Word, Excel, PDF or text as declaration files.",
    ),
    "export": say(
        "把申报表导出成 Word、Excel 表格或网页。", "Declarations as Word, Excel or printable forms."
    ),
    "annotate": say("把检查结果写进 Word 或 Excel 文件。", "Write the findings into a Word or Excel file."),
    "cache": say("查看、解释或清空缓存。", "Look at, explain or empty the cache."),
    "completion": say("让命令行能用 Tab 键补全。", "Let a shell complete with Tab."),
    "schema": say("显示或写出数据架构，供编辑器使用。", "Print or write the JSON Schemas."),
}
"""Every command with its help; each is the ``command`` function of its module."""


def run(arguments: list[str]) -> int:
    """Run the command that the arguments name; the exit code. Raises the library's errors of wrong usage."""
    if COMPLETING in os.environ:
        import_module("typer.completion").completion_init()
        arguments = _words_so_far()
    application = typer.main.get_command(_application(arguments))
    try:
        code = application.main(arguments, prog_name="declint", standalone_mode=False)
    except typer.Exit as leaving:
        return leaving.exit_code
    except typer.Abort:
        raise KeyboardInterrupt from None
    if code == INTERRUPTED:  # the library has caught Ctrl-C
        raise KeyboardInterrupt
    return code if isinstance(code, int) else CLEAN


def _words_so_far() -> list[str]:
    """What a shell that asks for completions has on its line; each shell tells it in its own variable."""
    line = os.environ.get("_TYPER_COMPLETE_ARGS") or os.environ.get("COMP_WORDS") or ""
    return line.split()[1:-1]


def _application(arguments: list[str]) -> typer.Typer:
    """The commands that these arguments need: the one they name, or all for the overview."""
    application = typer.Typer(
        name="declint",
        help=say("财政项目支出绩效目标申报表的检查工具。", "A linter for budget performance declarations."),
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    application.callback()(_globals)
    named = next((word for word in arguments if word in COMMANDS), None)
    for name in (named,) if named else COMMANDS:
        application.command(name, help=COMMANDS[name])(_function(_module(name)))
    return application


def _function(module: Any) -> Any:
    """The function of a command; what it can be told is in its signature, or beside it as data."""
    return signed(module.command, module.OFFERED) if hasattr(module, "OFFERED") else module.command


def _module(name: str) -> Any:
    """The module of a command; that of ``import`` may not bear its name."""
    return import_module(f"declint.cli.{name}_" if iskeyword(name) else f"declint.cli.{name}")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"declint {__version__}")
        raise typer.Exit


def _globals(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help=say("显示版本号。", "Show the version.")
        ),
    ] = False,
    lang: Annotated[
        Literal["zh", "en"] | None,
        typer.Option(help=say("语言：zh（中文）或 en（英文）。", "The language of messages.")),
    ] = None,
) -> None:
    del version, lang
