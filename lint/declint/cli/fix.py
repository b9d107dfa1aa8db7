"""``declint fix``: repair what has a certain repair."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from declint import files
from declint.cli import FINDINGS, USAGE
from declint.cli.check import exit_code
from declint.cli.console import complain, print_data, print_text, view
from declint.cli.inputs import inputs, nothing_checked, split
from declint.cli.language import say
from declint.cli.options import Colour, ColourOption, FailOn, LanguageOption, refuse
from declint.fixing.repair import Outcome, Repaired, checker, repair
from declint.report import diff, repairs
from declint.rules.kit import AnyRule
from declint.rules.registry import PluginError, UnknownRuleError, find_rules, selected
from declint.settings import Settings


def command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATHS]...",
            help=say(
                "文件、文件夹或通配符；- 是标准输入，改好的内容写到标准输出。"
                "不写时是 declarations 文件夹，没有就是当前文件夹。",
                "Files, folders, patterns; - is standard input, repaired to standard output. "
                "Default: declarations, or this folder.",
            ),
        ),
    ] = None,
    as_diff: Annotated[
        bool,
        typer.Option(
            "--diff",
            help=say(
                "只显示会改什么，不改文件；有可改的，退出码为 1。",
                "Show what would change, change nothing; exit code 1 where something would.",
            ),
        ),
    ] = False,
    unsafe: Annotated[
        bool,
        typer.Option(
            "--unsafe",
            help=say(
                "也做可能不合原意的修改（换单位、移栏目等），改后请核对。",
                "Also repairs that may change the meaning; check them afterwards.",
            ),
        ),
    ] = False,
    select: Annotated[
        list[str] | None,
        typer.Option(
            help=say("只改这些规则的问题（代码、名称或前缀）。", "Only these rules (code, name or prefix).")
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(help=say("不改这些规则的问题。", "Without these rules."))
    ] = None,
    fail_on: Annotated[
        FailOn,
        typer.Option(
            help=say(
                "还剩哪一级的问题时退出码为 1。", "From which severity on what is left gives exit code 1."
            )
        ),
    ] = FailOn.ERROR,
    stdin_filename: Annotated[
        str, typer.Option(help=say("标准输入在报告里的文件名。", "The name of standard input in the report."))
    ] = "<stdin>",
    lang: LanguageOption = None,
    color: ColourOption = Colour.AUTO,
) -> int:
    """Repair declarations; the exit code."""
    piped = files.STDIN in (paths or ())
    if piped and paths != [files.STDIN]:
        complain(
            say("标准输入（-）不能和别的文件一起改", "standard input (-) can't be repaired with other files")
        )
        return USAGE
    settings = Settings(select=split(select), ignore=split(ignore))
    try:
        rules, only = _rules(settings)
    except (UnknownRuleError, PluginError) as error:
        return refuse(error)
    outcome = repair(inputs(paths, stdin_filename), checker(rules, settings), unsafe=unsafe, only=only)
    changed = [file for file in outcome.files if file.made]
    if as_diff:
        _print_diff(changed, lang, color)
        written = changed
    elif piped:
        _pass_on(outcome)
        written = changed
    else:
        written = list(_written(changed))
    told = repairs.summary(outcome, written, only=only, unsafe=unsafe, dry=as_diff)
    to = sys.stderr if as_diff or piped else sys.stdout
    if outcome.report.files_read:
        print_text(repairs.render(told, view(lang, color, to)), to)
    else:
        complain(nothing_checked(paths))
    code = exit_code(outcome.report, fail_on, only)
    return code or (FINDINGS if (as_diff and changed) or len(written) < len(changed) else code)


def _rules(settings: Settings) -> tuple[Sequence[AnyRule], frozenset[str]]:
    """The rules to check by, and the codes whose fixes are asked for.

    Whatever is selected, no rule may find more afterwards than before.
    """
    asked = selected(settings)
    usual = selected(Settings(ignore=settings.ignore))
    named = {rule.code for word in settings.select for rule in find_rules(word)}
    only = frozenset(rule.code for rule in asked if not settings.select or rule.code in named)
    rules = {rule.code: rule for rule in (*usual, *asked)}
    return [rules[code] for code in sorted(rules)], only


def _print_diff(changed: Iterable[Repaired], lang: str | None, color: str) -> None:
    if sys.stdout.isatty() or color == Colour.ALWAYS:
        shown = view(lang, color)
        print_text(line for file in changed for line in diff.shown(file, shown))
    else:
        print_data(line for file in changed for line in diff.diff(file))


def _pass_on(outcome: Outcome) -> None:
    """Write what came from standard input to standard output, repaired."""
    for file in outcome.files:
        sys.stdout.buffer.write(file.after)
    sys.stdout.buffer.flush()


def _written(changed: Iterable[Repaired]) -> Iterator[Repaired]:
    """Replace the files, each as a whole; one that has changed since it was read is left alone."""
    for file in changed:
        path = Path(file.path)
        if files.read(path) != file.before:
            complain(
                say(
                    f"{file.path}：检查期间文件被别的程序改动，没有写入。请再运行一次",
                    f"{file.path}: changed on disk meanwhile, left alone. Run it again",
                )
            )
            continue
        try:
            files.write_atomically(path, file.after)
        except OSError as error:
            reason = error.strerror or error
            complain(
                say(
                    f"{file.path}：写不进去（{reason}），文件保持原样。检查是否只读、被占用、磁盘已满",
                    f"{file.path}: can't be written ({reason}), left as it was. "
                    "Is it read-only, locked, or the disk full?",
                )
            )
            continue
        yield file
