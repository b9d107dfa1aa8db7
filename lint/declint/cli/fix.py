"""``declint fix``: repair what has a certain repair."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from declint import files
from declint.cli import FINDINGS, USAGE
from declint.cli.check import exit_code
from declint.cli.choices import Colour
from declint.cli.console import complain, print_bytes, print_data, print_text, view
from declint.cli.inputs import default_path, inputs, nothing_checked, split
from declint.cli.language import say, speak
from declint.cli.options import (
    ColourOption,
    ConfigOption,
    FailOnOption,
    IsolatedOption,
    LanguageOption,
    OwnRulesOption,
)
from declint.cli.planning import planned, refusals, refuse
from declint.fixing.repair import Outcome, Repaired, checker, repair
from declint.forms.kinds import is_document
from declint.report import diff, repairs
from declint.rules.registry import find_rules
from declint.run import Terms


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
    fail_on: FailOnOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    own_rules: OwnRulesOption = None,
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
    plan = planned(None, select, ignore, config, isolated, fail_on=fail_on, lang=lang, own_rules=own_rules)
    try:
        terms = plan.terms_of(stdin_filename if piped else (paths or [default_path()])[0])
        speak(terms.settings.language)
        only = _asked(split(select), terms)
        found = list(inputs(paths, stdin_filename).besides(terms.settings.own_rules))
        if documents := [path for path, data in found if isinstance(data, bytes) and is_document(path, data)]:
            complain(_documents(documents))
            return USAGE
        outcome = repair(found, checker(plan.terms_of), unsafe=unsafe, only=only)
    except refusals() as error:
        return refuse(error)
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
    code = exit_code(outcome.report, only=only)
    return code or (FINDINGS if (as_diff and changed) or len(written) < len(changed) else code)


def _documents(paths: list[str]) -> str:
    shown, first = "、".join(paths), paths[0]
    return say(
        f"{shown} 不是 .yaml 申报文件，不能直接改。declint annotate {first} --fix 把改法写成修订，另存一份",
        f"{shown}: no .yaml declaration, so it can't be repaired in place. "
        f"declint annotate {first} --fix writes the repairs as tracked changes into a copy",
    )


def _asked(select: tuple[str, ...], terms: Terms) -> frozenset[str]:
    """The codes whose fixes are asked for: those of the words, else all.

    Whatever is selected, no rule may find more afterwards than before: all usual rules judge the result.
    Raises UnknownRuleError and PluginError.
    """
    named = {rule.code for word in select for rule in find_rules(word, terms.settings.own_rules)}
    return frozenset(rule.code for rule in terms.rules if not select or rule.code in named)


def _print_diff(changed: Iterable[Repaired], lang: str | None, color: str) -> None:
    if sys.stdout.isatty() or color == Colour.ALWAYS:
        shown = view(lang, color)
        print_text(line for file in changed for line in diff.shown(file, shown))
    else:
        print_data(line for file in changed for line in diff.diff(file))


def _pass_on(outcome: Outcome) -> None:
    """Write what came from standard input to standard output, repaired."""
    print_bytes(file.after for file in outcome.files)


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
