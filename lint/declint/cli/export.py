"""``declint export``: declarations as the official form, and many of them as one summary."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from declint import files
from declint.cli import CLEAN, FINDINGS, NOTHING_CHECKED, USAGE
from declint.cli.console import complain, tell
from declint.cli.inputs import Files
from declint.cli.language import say, speak
from declint.cli.options import ConfigOption, IsolatedOption, LanguageOption, OwnRulesOption
from declint.cli.outputs import extra_missing, refuse_targets, unwritten, write
from declint.cli.planning import planned, refusals, refuse
from declint.configuration import Plan
from declint.declaration.model import Declaration
from declint.declaration.reading import Reading
from declint.finding import Place, Severity
from declint.forms.layout import Layout, lay_out
from declint.forms.measure import TooLongError
from declint.forms.unplaced import unplaced
from declint.run import Report, check_files


class Format(StrEnum):
    """What a declaration may be written as."""

    DOCX = "docx"
    XLSX = "xlsx"
    HTML = "html"


class Readable(NamedTuple):
    """A declaration that can be exported, with its file as the user knows it."""

    shown: str
    reading: Reading
    declaration: Declaration
    layout: Layout


class Job(NamedTuple):
    """A file to write; ``source`` is what it is made of, for messages."""

    source: str
    target: Path
    make: Callable[[], bytes]


def command(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATHS...",
            help=say("申报表文件、文件夹或通配符。", "Declarations: files, folders, patterns."),
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FOLDER", help=say("写到这个文件夹。", "The folder to write to.")
        ),
    ] = None,
    formats: Annotated[
        list[Format] | None,
        typer.Option(
            "--format",
            help=say(
                "docx（Word）、xlsx（Excel）或 html（打印用网页），可以写几次；默认 docx。",
                "docx, xlsx or html (for print); may be given several times. Default: docx.",
            ),
        ),
    ] = None,
    summary: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.xlsx",
            help=say(
                "写一份汇总表：每个项目一行、每个指标一行，附检查结果。",
                "Write a summary workbook: a row a project, a row an indicator, with what was found.",
            ),
        ),
    ] = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    own_rules: OwnRulesOption = None,
    force: Annotated[
        bool, typer.Option("--force", help=say("覆盖已有的文件。", "Overwrite files that are there."))
    ] = False,
    lang: LanguageOption = None,
) -> int:
    """Export declarations; the exit code."""
    if _unclear(output, summary):
        return USAGE
    plan = planned(None, None, None, config, isolated, lang=lang, own_rules=own_rules)
    try:
        report = _checked(paths, plan, judged=summary is not None)
    except refusals() as error:
        return refuse(error)
    readable = list(_readable(report))
    if not readable:
        return _nothing(paths)
    jobs = [*_forms(readable, output, formats), *_summary(report, summary)]
    refused = refuse_targets((job.target for job in jobs), force)
    if refused != CLEAN:
        return refused
    try:
        written = [job.target for job in jobs if _done(job)]
    except ModuleNotFoundError as error:
        return extra_missing(error)
    whole = [_whole(each) for each in readable] if output else []
    _tell(written, output, summary)
    complete = len(written) == len(jobs) and len(readable) == len(report.files) and all(whole)
    return CLEAN if complete else FINDINGS


def _checked(paths: list[str], plan: Plan, *, judged: bool) -> Report:
    """The declarations read, and checked where the summary tells what was found.

    Raises what ``Plan.terms_of`` raises.
    """
    terms = plan.terms_of(paths[0])
    speak(terms.settings.language)
    found = Files(paths, list(files.find(paths))).besides(terms.settings.own_rules)
    if judged:
        return check_files(found, terms.rules, terms.settings, terms_of=plan.terms_of)
    return check_files(found, (), terms.settings)


def _unclear(output: Path | None, summary: Path | None) -> bool:
    """Whether it is not said what to write; then that is said."""
    if output is None and summary is None:
        complain(
            say(
                "请用 -o 写明导出到哪个文件夹，或用 --summary 写明汇总表的文件名",
                "say with -o to which folder to export, or with --summary the summary's file name",
            )
        )
        return True
    if summary is not None and summary.suffix.lower() != ".xlsx":
        complain(
            say(
                f"汇总表是 Excel 文件，文件名要以 .xlsx 结尾：{summary.as_posix()}",
                f"the summary is an Excel file, its name ends in .xlsx: {summary.as_posix()}",
            )
        )
        return True
    return False


def _readable(report: Report) -> Iterator[Readable]:
    """The declarations that can be exported; of the others the reason is said."""
    for file in report.files:
        declaration = file.reading.declaration
        if declaration:
            yield Readable(file.path, file.reading, declaration, lay_out(declaration))
        else:
            complain(_reason(file.path, file.reading))


def _reason(shown: str, reading: Reading) -> str:
    reasons = [str(each.arguments["reason"]) for each in reading.problems if each.kind == "no-access"]
    if reasons:
        return say(
            f"{shown} 打不开（{reasons[0]}），没有导出。请核对路径和权限",
            f"{shown} can't be opened ({reasons[0]}) and was not exported. Check path and rights",
        )
    return say(
        f"{shown} 不是可读的申报表，没有导出。运行 declint check 看原因",
        f"{shown} is no readable declaration and was not exported. See declint check",
    )


def _nothing(paths: Iterable[str]) -> int:
    where = "、".join(paths)
    complain(
        say(
            f"没有导出任何申报表：{where} 里没有可读的 .yaml 文件。请核对路径",
            f"nothing was exported: no readable .yaml file in {where}. Check the path",
        )
    )
    return NOTHING_CHECKED


def _forms(readable: Iterable[Readable], output: Path | None, formats: list[Format] | None) -> Iterator[Job]:
    for each in readable:
        for form in dict.fromkeys(formats or [Format.DOCX]) if output else ():
            assert output
            target = output / f"{Path(each.shown).stem}.{form}"
            yield Job(each.shown, target, partial(_form, each, form))


def _form(each: Readable, form: Format) -> bytes:
    writer: Any = import_module(f"declint.forms.write_{form}")
    data: bytes = getattr(writer, f"write_{form}")(each.layout)
    return data


def _summary(report: Report, summary: Path | None) -> Iterator[Job]:
    if summary:
        yield Job(summary.as_posix(), summary, partial(_summarised, report))


def _summarised(report: Report) -> bytes:
    from declint.forms.summary import Project, write_summary

    found = Counter((result.file.path, result.severity) for result in report.results)
    codes: defaultdict[str, dict[tuple[int, ...], list[str]]] = defaultdict(dict)
    for result in report.results:
        at = result.finding.at
        if isinstance(at, Place):
            codes[result.file.path].setdefault(at.path[:4], []).append(result.rule.code)
    return write_summary(
        [
            Project(
                file.path,
                file.reading.declaration,
                {severity: found[file.path, severity] for severity in Severity},
                codes[file.path],
            )
            for file in report.files
            if file.reading.declaration
        ]
    )


def _done(job: Job) -> bool:
    """Whether a file was written; the reason is said where it was not.

    Raises ModuleNotFoundError where the extra is not installed.
    """
    try:
        return write(job.target, job.make())
    except OSError as error:
        unwritten(job.target, error)
        return False
    except TooLongError as error:
        complain(
            say(
                f"{job.source} 没有导出成 Excel：“{error}…”超过一个单元格能放的 32767 个字。请导出成 docx",
                f"{job.source} was not exported: “{error}…” is longer than the 32767 characters of an Excel "
                "cell. Export it as docx",
            )
        )
        return False


def _whole(each: Readable) -> bool:
    """Whether the form shows all that the file holds; what it does not show is said."""
    left = unplaced(each.reading.tree, each.layout)
    replaced = each.layout.replaced
    if left:
        names = say("、", ", ").join(left)
        complain(
            say(
                f"{each.shown}：表格上没有这些栏目，内容没有导出：{names}",
                f"{each.shown}: the form has no place for these and does not show them: {names}",
            )
        )
    if replaced:
        complain(
            say(
                f"{each.shown}：有 {replaced} 个文档里不能有的控制字符，已用 � 代替",
                f"{each.shown}: {replaced} control characters that no document holds are shown as �",
            )
        )
    return not left and not replaced


def _tell(written: list[Path], output: Path | None, summary: Path | None) -> None:
    if output:
        number, folder = sum(target != summary for target in written), output.as_posix()
        tell([say(f"导出了 {number} 个文件到 {folder}。", f"{number} files written to {folder}.")])
    if summary and summary in written:
        tell([say(f"汇总表：{summary.as_posix()}。", f"Summary: {summary.as_posix()}.")])
