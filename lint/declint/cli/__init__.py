"""The command line: one command a file; only the one that is called is loaded."""

import gc
import os
import re
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
COMPLETING = "_DECLINT_COMPLETE"
"""The variable by which a shell asks for completions."""
_INTERRUPTED = 130
_GARBAGE = 50_000
"""How many objects pile up before Python looks for cycles; what a start makes stays."""
_CHINESE = tuple(
    (re.compile(pattern), sentence)
    for pattern, sentence in (
        (r"No such command '(.+?)'\. Did you mean '?([^',?]+)", r"没有“\1”这个命令，是不是 \2"),
        (r"No such command '(.+?)'", r"没有“\1”这个命令"),
        (r"No such option: (\S+?)\.? Did you mean (.+?)\?", r"没有 \1 这个选项，是不是 \2"),
        (r"No such option: (\S+)", r"没有 \1 这个选项"),
        (
            r"Invalid value for '?(\S+?)'?: .*?'(.*?)' is not one of (.+?)\. Did you mean (.+?)\?",
            r"\1 不能是“\2”，是不是 \4？可以是 \3",
        ),
        (r"Invalid value for '?(\S+?)'?: .*?'(.*?)' is not one of (.+?)\.", r"\1 不能是“\2”，可以是 \3"),
        (r"Invalid value for '?(.+?)'?: (.+)", r"\1 的值不对：\2"),
        (r"Missing argument '?(.+?)'?\.", r"缺少必要的参数 \1"),
        (r"Missing option '?(.+?)'?\.", r"缺少必要的选项 \1"),
        (r"Option '?(.+?)'? requires an argument", r"选项 \1 后面要写值"),
        (r"Got unexpected extra arguments?(?:\(s\))? \((.+)\)", r"多了参数 \1"),
    )
)
"""What the command line's library says of wrong usage, and how we say it in Chinese."""


def main() -> NoReturn:
    """Run the command line; leaves the process with the exit code."""
    gc.set_threshold(_GARBAGE)
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
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        if type(error).__name__ == "NoArgsIsHelpError":
            print_text([error.format_message()])
        else:
            complain(_usage(error))
        return USAGE
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
    english = error.format_message()
    for pattern, sentence in _CHINESE:
        if match := pattern.search(english):
            return say(match.expand(sentence) + "。用法见 declint --help", f"{english} See declint --help")
    return say(f"命令用法不对：{english}。用法见 declint --help", f"{english} See declint --help")
