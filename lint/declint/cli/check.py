"""``declint check``: check declarations and report."""

from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path

from declint import files
from declint.cli import CLEAN, FINDINGS, INTERNAL, NOTHING_CHECKED, USAGE, choices, progress, reports
from declint.cli.choices import Choice, Colour, FailOn, Language
from declint.cli.console import complain
from declint.cli.gates import Inputs, named, since, staged, unchanged
from declint.cli.inputs import Files, default_path, nothing_checked
from declint.cli.language import say, speak
from declint.cli.naming import mention_renamed
from declint.cli.planning import planned, refusals, refuse
from declint.cli.remembering import JOBS, NO_CACHE, jobs_of, memory, wrong_jobs
from declint.configuration import Plan
from declint.documents import Documents, place
from declint.finding import Severity
from declint.report.formats import Format
from declint.run import Means, Report, Result, check_files

OFFERED = (
    Choice(
        "paths",
        "",
        (
            "文件、文件夹或通配符；- 是标准输入。不写时检查 declarations 文件夹，没有就检查当前文件夹。",
            "Files, folders, patterns; - is standard input. Default: declarations, or this folder.",
        ),
        many=True,
        metavar="[PATHS]...",
    ),
    reports.FORMAT,
    reports.OUTPUT,
    choices.SELECT,
    choices.EXTEND_SELECT,
    choices.IGNORE,
    choices.FAIL_ON,
    choices.CONFIG,
    choices.ISOLATED,
    choices.BASELINE,
    Choice(
        "no_baseline",
        "--no-baseline",
        ("不用配置里的基线。", "Without the configured baseline."),
        bool,
        default=False,
    ),
    Choice(
        "prune_baseline",
        "--prune-baseline",
        ("从基线里删去已经改好的。", "Remove from the baseline what has been repaired."),
        bool,
        default=False,
    ),
    Choice(
        "is_staged",
        "--staged",
        ("只查 git 暂存的内容。", "Only what git has staged, as it is staged."),
        bool,
        default=False,
    ),
    Choice(
        "revision",
        "--since",
        ("只查和 git 版本 REV 相比有改动的文件。", "Only files changed since git revision REV."),
        metavar="REV",
    ),
    choices.OWN_RULES,
    choices.STATISTICS,
    choices.WATCH,
    JOBS,
    NO_CACHE,
    Choice(
        "stdin_filename",
        "--stdin-filename",
        ("标准输入在报告里的文件名。", "The name of standard input in the report."),
        default="<stdin>",
    ),
    choices.LANGUAGE,
    choices.COLOUR,
)
"""What ``command`` can be told: its parameters with their defaults."""


def command(
    paths: list[str] | None,
    output_format: Format | None,
    output: list[reports.Output] | None,
    select: list[str] | None,
    extend_select: list[str] | None,
    ignore: list[str] | None,
    fail_on: FailOn | None,
    config: str | None,
    isolated: bool,
    baseline: str | None,
    no_baseline: bool,
    prune_baseline: bool,
    is_staged: bool,
    revision: str | None,
    own_rules: list[str] | None,
    statistics: bool,
    watch: bool,
    jobs: str,
    no_cache: bool,
    stdin_filename: str,
    lang: Language | None,
    color: Colour,
) -> int:
    """Check declarations; the exit code."""
    if watch:
        return _repeated(paths or [default_path()], partial(command, **{**locals(), "watch": False}))
    chosen = _counted(output_format) if statistics else output_format
    wanted = paths or [default_path()]
    processes = jobs_of(jobs)
    if processes is None:
        complain(wrong_jobs(jobs))
        return USAGE
    if problem := _contradiction(wanted, is_staged, revision, baseline, no_baseline):
        complain(problem)
        return USAGE
    known = None if no_cache else memory()
    plan = planned(
        select,
        extend_select,
        ignore,
        config,
        isolated,
        fail_on=fail_on,
        lang=lang,
        baseline="" if no_baseline else baseline,
        own_rules=own_rules,
        memory=known,
    )
    try:
        settings = plan.configuration_of(_places(wanted, stdin_filename)[0]).settings
        speak(settings.language)
        mention_renamed((*settings.select, *settings.extend_select, *settings.ignore), plan.recall)
        inputs = _inputs(wanted, stdin_filename, is_staged, revision, plan)
        report = _checked(inputs, _places(wanted, stdin_filename)[0], plan, Means(processes, known))
        report = _without_known(report, prune=prune_baseline)
    except refusals() as error:
        return refuse(error)
    written = reports.show(report, chosen, output, lang, color)
    if inputs.unchanged:
        complain(unchanged(revision))
    elif not report.files_read:
        complain(nothing_checked(paths))
    return written or (CLEAN if inputs.unchanged else exit_code(report))


def _repeated(paths: list[str], check: Callable[[], int]) -> int:
    from declint.cli.watching import repeat

    return repeat(paths, check)


def _counted(chosen: Format | None) -> Format:
    from declint.cli.counting import counted

    return counted(chosen)


def _contradiction(
    paths: list[str], is_staged: bool, revision: str | None, baseline: str | None, no_baseline: bool
) -> str:
    """What can't be asked for together, '' where nothing is."""
    if is_staged and revision is not None:
        return say("--staged 和 --since 只能用一个", "--staged and --since can't be used together")
    if (is_staged or revision is not None) and files.STDIN in paths:
        return say(
            "标准输入不能和 --staged、--since 一起用",
            "standard input can't be used with --staged or --since",
        )
    if baseline is not None and no_baseline:
        return say(
            "--baseline 和 --no-baseline 只能用一个", "--baseline and --no-baseline can't be used together"
        )
    return ""


def _places(paths: list[str], stdin_filename: str) -> list[str]:
    return [stdin_filename if path == files.STDIN else path for path in paths]


def _inputs(
    paths: list[str], stdin_filename: str, is_staged: bool, revision: str | None, plan: Plan
) -> Inputs:
    if is_staged:
        return staged(paths, plan)
    return since(paths, revision, plan) if revision is not None else named(paths, stdin_filename)


def _checked(inputs: Inputs, first: str, plan: Plan, means: Means) -> Report:
    terms = plan.terms_of(first)
    wanted = Files([], []) if inputs.unchanged else inputs.files.besides(terms.settings.own_rules)
    opened = Documents()
    report = check_files(
        opened.opened(progress.shown(wanted, len(wanted))),
        terms_of=plan.terms_of_file,
        only=inputs.only,
        whole=inputs.whole,
        means=means,
    )
    place(report, opened)
    return report


def _without_known(report: Report, *, prune: bool) -> Report:
    """The report without what the baselines know; ``prune`` removes from them what has been repaired."""
    paths = sorted({file.terms.settings.baseline for file in (*report.files, *report.siblings)} - {""})
    if not paths:
        return report
    from declint import baseline as baselines

    report, kept = baselines.against(report, {path: baselines.read(Path(path)) for path in paths})
    for path, lines in kept.items() if prune else ():
        if len(lines) < len(baselines.read(Path(path))):
            baselines.write(Path(path), lines)
    if prune:
        report.repaired = 0
    return report


def exit_code(report: Report, fail_on: FailOn | None = None, only: Collection[str] | None = None) -> int:
    """The exit code that a report asks for; ``only`` names the codes that count.

    Without ``fail_on`` the bar is the one that each file's settings set.
    """
    if report.crashed:
        return INTERNAL
    if not report.files_read:
        return NOTHING_CHECKED
    counted = (result for result in report.results if only is None or result.rule.code in only)
    return FINDINGS if any(_fails(result, fail_on) for result in counted) else CLEAN


def _fails(result: Result, fail_on: FailOn | None) -> bool:
    bar = fail_on or FailOn(result.file.terms.settings.fail_on or FailOn.ERROR)
    return bar is not FailOn.NEVER and result.severity.rank <= Severity(bar.value).rank
