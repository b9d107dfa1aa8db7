"""The command line: one command a file; only the one that is called is loaded."""

import os
import sys
from importlib import import_module
from keyword import iskeyword
from typing import Annotated, Any, Literal, NoReturn

import typer

from declint.cli.console import complain, print_text
from declint.cli.language import say
from declint.version import __version__

CLEAN, FINDINGS, USAGE, NOTHING_CHECKED, INTERNAL = 0, 1, 2, 3, 4
"""The exit codes."""
COMMANDS = {
    "check": say("检查申报表。", "Check declarations."),
    "rules": say("列出全部规则。", "List the rules."),
    "explain": say("解释一条规则。", "Explain a rule."),
    "annotate": say("把检查结果写进 Word 或 Excel 文件。", "Write the findings into a Word or Excel file."),
    "import": say(
        "把 Word、Excel、PDF 或文本里的申报表读成申报文件。",
        "Forms in Word, Excel, PDF or text as declaration files.",
    ),
    "export": say(
        "把申报表导出成 Word、Excel 表格或网页。", "Declarations as Word, Excel or printable forms."
    ),
}
"""Every command with its help; each is the ``command`` function of its module."""
_INTERRUPTED = 130


def main() -> NoReturn:
    """Run the command line; leaves the process with the exit code."""
    try:
        code = _run(sys.argv[1:])
    except KeyboardInterrupt:
        complain(say("已中断", "interrupted"))
        code = _INTERRUPTED
    except BrokenPipeError:
        # The reader of the pipe has gone; what is left of the output has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = CLEAN
    except Exception as error:
        if os.environ.get("DECLINT_DEBUG"):
            raise
        complain(
            say(
                f"内部错误（{type(error).__name__}: {error}）。这是 declint 的缺陷，请反馈；"
                "设 DECLINT_DEBUG=1 可看到详情",
                f"internal error ({type(error).__name__}: {error}). This is a bug, please report it; "
                "DECLINT_DEBUG=1 shows the details",
            )
        )
        code = INTERNAL
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    application = typer.main.get_command(_application(arguments))
    try:
        code = application.main(arguments, prog_name="declint", standalone_mode=False)
    except typer.Exit as leaving:
        return leaving.exit_code
    except typer.Abort:
        return _INTERRUPTED
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        if type(error).__name__ == "NoArgsIsHelpError":
            print_text([error.format_message()])
        else:
            complain(_usage(error))
        return USAGE
    return code if isinstance(code, int) else CLEAN


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
        application.command(name, help=COMMANDS[name])(_module(name).command)
    return application


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


def _usage(error: Any) -> str:
    """A usage error in the user's language, with the next step."""
    name = type(error).__name__
    shown = getattr(error, "option_name", None) or getattr(error, "param_hint", None) or ""
    chinese = {
        "NoSuchOption": f"没有这个选项：{shown}",
        "BadParameter": f"选项的值不对：{error.format_message()}",
        "MissingParameter": f"缺少必要的参数：{error.format_message()}",
        "BadOptionUsage": f"选项用法不对：{error.format_message()}",
        "UsageError": f"命令用法不对：{error.format_message()}",
    }.get(name, error.format_message())
    return say(f"{chinese}。用法见 declint --help", f"{error.format_message()} See declint --help")
