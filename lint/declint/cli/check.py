"""``declint check``: check declarations and report."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from declint import documents, files
from declint.cli import CLEAN, FINDINGS, INTERNAL, NOTHING_CHECKED
from declint.cli.console import complain, print_data, print_text, view
from declint.cli.language import say
from declint.cli.options import Colour, ColourOption, LanguageOption, refuse
from declint.finding import Severity
from declint.rules.registry import PluginError, UnknownRuleError, selected
from declint.run import Report, check_files
from declint.settings import Settings


class Format(StrEnum):
    """The formats of a report."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"


class FailOn(StrEnum):
    """From which severity on a finding fails the run."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


def command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATHS]...",
            help=say(
                "文件、文件夹或通配符；- 是标准输入。不写时检查 declarations 文件夹，没有就检查当前文件夹。",
                "Files, folders, patterns; - is standard input. Default: declarations, or this folder.",
            ),
        ),
    ] = None,
    output_format: Annotated[
        Format, typer.Option("--output-format", help=say("输出格式。", "Format of the report."))
    ] = Format.TEXT,
    select: Annotated[
        list[str] | None,
        typer.Option(
            help=say("只用这些规则（代码、名称或前缀）。", "Only these rules (code, name or prefix).")
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(help=say("不用这些规则。", "Without these rules."))
    ] = None,
    fail_on: Annotated[
        FailOn, typer.Option(help=say("从哪一级起退出码为 1。", "From which severity on the exit code is 1."))
    ] = FailOn.ERROR,
    stdin_filename: Annotated[
        str, typer.Option(help=say("标准输入在报告里的文件名。", "The name of standard input in the report."))
    ] = "<stdin>",
    lang: LanguageOption = None,
    color: ColourOption = Colour.AUTO,
) -> int:
    """Check declarations; the exit code."""
    settings = Settings(select=_split(select), ignore=_split(ignore))
    try:
        rules = selected(settings)
    except (UnknownRuleError, PluginError) as error:
        return refuse(error)
    inputs = documents.opened(_inputs(paths or [_default()], stdin_filename))
    report = check_files(inputs.inputs, rules, settings)
    documents.place(report, inputs)
    _print(report, output_format, lang, color)
    if not report.files_read:
        complain(_nothing(paths))
    return _exit_code(report, fail_on)


def _split(words: list[str] | None) -> tuple[str, ...]:
    return tuple(part.strip() for word in words or () for part in word.split(",") if part.strip())


def _default() -> str:
    return "declarations" if Path("declarations").is_dir() else "."


def _inputs(paths: list[str], stdin_filename: str) -> list[tuple[str, bytes | OSError]]:
    inputs: list[tuple[str, bytes | OSError]] = []
    if files.STDIN in paths:
        inputs.append((Path(stdin_filename).as_posix(), sys.stdin.buffer.read()))
    named = files.find(path for path in paths if path != files.STDIN)
    return [*inputs, *((shown, files.read(path)) for shown, path in named)]


def _print(report: Report, output_format: Format, lang: str | None, color: str) -> None:
    shown = view(lang, color)
    if output_format is Format.JSON:
        from declint.report import json

        print_data(json.render(report, shown))
    elif output_format is Format.CONCISE:
        from declint.report import concise

        print_text(concise.render(report, shown))
    else:
        from declint.report import text

        print_text(text.render(report, shown))


def _nothing(paths: list[str] | None) -> str:
    where = "、".join(paths or [_default()])
    return say(
        f"没有检查任何申报表：{where} 里没有可读的 .yaml 文件。请核对路径",
        f"nothing was checked: no readable .yaml file in {where}. Check the path",
    )


def _exit_code(report: Report, fail_on: FailOn) -> int:
    if report.crashed:
        return INTERNAL
    if not report.files_read:
        return NOTHING_CHECKED
    if fail_on is FailOn.NEVER:
        return CLEAN
    bar = Severity(fail_on.value).rank
    return FINDINGS if any(result.severity.rank <= bar for result in report.results) else CLEAN
