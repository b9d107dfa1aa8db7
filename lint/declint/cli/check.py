"""``declint check``: check declarations and report."""

from collections.abc import Collection
from enum import StrEnum
from typing import Annotated

import typer

from declint.cli import CLEAN, FINDINGS, INTERNAL, NOTHING_CHECKED, outputs
from declint.cli.console import complain
from declint.cli.inputs import besides, inputs, nothing_checked, split
from declint.cli.language import say
from declint.cli.options import Colour, ColourOption, LanguageOption, OwnRulesOption, refuse
from declint.finding import Severity
from declint.rules.registry import PluginError, UnknownRuleError, selected
from declint.run import Report, check_files
from declint.settings import Settings


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
    output_format: outputs.FormatOption = None,
    output: outputs.OutputOption = None,
    select: Annotated[
        list[str] | None,
        typer.Option(
            help=say("只用这些规则（代码、名称或前缀）。", "Only these rules (code, name or prefix).")
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(help=say("不用这些规则。", "Without these rules."))
    ] = None,
    own_rules: OwnRulesOption = None,
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
    settings = Settings(select=split(select), ignore=split(ignore), own_rules=tuple(own_rules or ()))
    try:
        rules = selected(settings)
    except (UnknownRuleError, PluginError) as error:
        return refuse(error)
    report = check_files(besides(inputs(paths, stdin_filename), settings.own_rules), rules, settings)
    written = outputs.show(report, output_format, output, lang, color)
    if not report.files_read:
        complain(nothing_checked(paths))
    return written or exit_code(report, fail_on)


def exit_code(report: Report, fail_on: FailOn, only: Collection[str] | None = None) -> int:
    """The exit code that a report asks for; ``only`` names the codes that count."""
    if report.crashed:
        return INTERNAL
    if not report.files_read:
        return NOTHING_CHECKED
    if fail_on is FailOn.NEVER:
        return CLEAN
    bar = Severity(fail_on.value).rank
    counted = (result for result in report.results if only is None or result.rule.code in only)
    return FINDINGS if any(result.severity.rank <= bar for result in counted) else CLEAN
