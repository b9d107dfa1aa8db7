"""``declint baseline``: write down what is known, so that only new findings are reported."""

from pathlib import Path
from typing import Annotated

import typer

from declint import baseline as baselines
from declint import files
from declint.cli import CLEAN, INTERNAL, NOTHING_CHECKED, USAGE
from declint.cli.console import complain, tell
from declint.cli.gates import named
from declint.cli.inputs import default_path, nothing_checked
from declint.cli.language import say, speak
from declint.cli.options import (
    ConfigOption,
    ExtendSelectOption,
    IgnoreOption,
    IsolatedOption,
    LanguageOption,
    SelectOption,
)
from declint.cli.planning import planned, refusals, refuse
from declint.configuration import Plan
from declint.run import Report, check_files

DEFAULT = "declint-baseline.txt"
"""The baseline where neither the command line nor the configuration names one."""


def command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATHS]...", help=say("和 check 一样。", "As for check.")),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help=say(
                f"基线文件；默认是配置里的，没有就是 {DEFAULT}。",
                f"The baseline; default: the configured one, else {DEFAULT}.",
            ),
        ),
    ] = None,
    prune: Annotated[
        bool,
        typer.Option(
            "--prune",
            help=say("只删去已经改好的，不加新的。", "Only remove what has been repaired, add nothing."),
        ),
    ] = False,
    select: SelectOption = None,
    extend_select: ExtendSelectOption = None,
    ignore: IgnoreOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    lang: LanguageOption = None,
) -> int:
    """Write the baseline; the exit code."""
    wanted = paths or [default_path()]
    try:
        target = _target(output, wanted[0], planned(select, extend_select, ignore, config, isolated))
        plan = planned(select, extend_select, ignore, config, isolated, lang=lang, baseline=str(target))
        speak(plan.configuration_of(wanted[0]).settings.language)
        before = baselines.read(target) if prune or files.is_there(target) else ()
        report = _checked(wanted, plan)
    except refusals() as error:
        return refuse(error)
    if report.crashed:
        complain(
            say("有规则出错，没有写基线；详情见 declint check", "a rule crashed; no baseline was written")
        )
        return INTERNAL
    if not report.files_read:
        complain(nothing_checked(paths))
        return NOTHING_CHECKED
    if prune:
        _, kept = baselines.against(report, {str(target): before})
        lines = list(kept[str(target)])
    else:
        lines = baselines.updated(report, target, before)
    return _written(target, lines, len(before), report, prune=prune)


def _target(output: str | None, first: str, plan: Plan) -> Path:
    if output:
        return Path(output).absolute()
    return Path(plan.configuration_of(first).settings.baseline or DEFAULT).absolute()


def _checked(paths: list[str], plan: Plan) -> Report:
    inputs = named(paths, "<stdin>")
    terms = plan.terms_of(paths[0])
    return check_files(inputs.files, terms.rules, terms.settings, terms_of=plan.terms_of, whole=inputs.whole)


def _written(target: Path, lines: list[baselines.Line], before: int, report: Report, *, prune: bool) -> int:
    try:
        baselines.write(target, lines)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        complain(
            say(
                f"写不了 {target}（{reason}）。请核对文件夹和权限",
                f"{target} can't be written ({reason}). Check the folder and its permissions",
            )
        )
        return USAGE
    shown = _shown(target)
    if prune:
        gone = before - len(lines)
        tell(
            [
                say(
                    f"{shown}：删去已改好的 {gone} 处，还有 {len(lines)} 处。",
                    f"{shown}: {gone} repaired findings removed, {len(lines)} left.",
                )
            ]
        )
        return CLEAN
    tell(
        [
            say(f"{shown}：记下 {len(lines)} 处旧问题。", f"{shown}: {len(lines)} known findings."),
            say(
                f"以后只看新问题：declint check --baseline {shown}",
                f"From now on, to see only what is new: declint check --baseline {shown}",
            ),
        ]
    )
    if left := sum(not baselines.may_hold(result) for result in report.results):
        complain(
            say(
                f"有 {left} 处读不出来或不合表格结构的地方不能记入基线，请先改正",
                f"{left} findings of what can't be read or breaks the schema are in no baseline; repair them",
            )
        )
    return CLEAN


def _shown(target: Path) -> str:
    try:
        return target.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return target.as_posix()
