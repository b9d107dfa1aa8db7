"""``declint annotate``: a document with its findings written into it."""

from pathlib import Path
from typing import Annotated

import typer

from declint import files
from declint.cli import CLEAN, INTERNAL, NOTHING_CHECKED, USAGE
from declint.cli.console import complain, tell
from declint.cli.language import say, speak, spoken
from declint.cli.options import (
    ConfigOption,
    IgnoreOption,
    IsolatedOption,
    LanguageOption,
    OwnRulesOption,
    SelectOption,
)
from declint.cli.outputs import extra_missing, refuse_targets, write
from declint.cli.planning import planned, refusals, refuse
from declint.configuration import Plan
from declint.documents import Documents
from declint.finding import Severity
from declint.forms.refusals import FormError
from declint.forms.remark import Remark
from declint.forms.table import printable
from declint.pattern import pattern
from declint.report.remarks import remarks
from declint.run import check_files

_OLE = b"\xd0\xcf\x11\xe0"
_HEADS = ("序号 位置 级别 规则 问题 改法 单元格内容", "No. Place Severity Rule Problem Repair Cell")
_DATE = pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?")


def command(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help=say("要检查的 .docx 或 .xlsx 文件。", "The .docx or .xlsx file to check.")
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=say("写到这个文件；默认在原文件名后加“-批注”。", "The file to write. Default: NAME-批注."),
        ),
    ] = None,
    author: Annotated[str, typer.Option(help=say("批注的作者。", "The author of the comments."))] = "declint",
    date: Annotated[
        str | None,
        typer.Option(
            metavar="YYYY-MM-DD",
            help=say("批注的日期；默认不写。", "The date of the comments. Default: none."),
        ),
    ] = None,
    fix: Annotated[
        bool,
        typer.Option(
            "--fix",
            help=say(
                "把有把握的改正写成 Word 的修订，由您接受或拒绝。",
                "Write safe fixes as tracked changes in Word, to accept or reject.",
            ),
        ),
    ] = False,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    own_rules: OwnRulesOption = None,
    force: Annotated[
        bool, typer.Option("--force", help=say("覆盖已有的文件。", "Overwrite a file that is there."))
    ] = False,
    lang: LanguageOption = None,
) -> int:
    """Annotate a document; the exit code."""
    target = output or file.parent / f"{file.stem}-批注{file.suffix}"
    refused = _refused(file, target, date, force)
    if refused != CLEAN:
        return refused
    plan = planned(select, None, ignore, config, isolated, lang=lang, own_rules=own_rules)
    try:
        speak(plan.configuration_of(file).settings.language)
        data = _data(file)
        found, crashed = _check(file.as_posix(), data, plan)
        annotated, fixed = _annotated(data, found, printable(author), _time(date), fix)
    except FormError as error:
        complain(f"{file.as_posix()}{say('：', ': ')}{error.say(spoken())}")
        return USAGE if error.kind == "not-installed" else NOTHING_CHECKED
    except refusals() as error:
        return refuse(error)
    except ModuleNotFoundError as error:
        return extra_missing(error)
    if not write(target, annotated):
        return USAGE
    _tell(target, found, fixed, fix)
    return INTERNAL if crashed else CLEAN


def _data(file: Path) -> bytes:
    """The bytes of a document that has a place for comments.

    Raises FormError.
    """
    data = files.read(file)
    if isinstance(data, OSError):
        raise FormError("no-access", problem=data.strerror or type(data).__name__)
    if b"%PDF-" in data[:1024]:
        raise FormError("no-comments-in-pdf")
    if data and not data.startswith((b"PK", _OLE)):
        raise FormError("no-comments")
    return data


def _time(date: str | None) -> str | None:
    return f"{date}T00:00:00Z" if date and "T" not in date else date


def _refused(file: Path, target: Path, date: str | None, force: bool) -> int:
    """Say what is wrong with the options; CLEAN where nothing is."""
    if date is not None and not _DATE.fullmatch(date):
        complain(say(f"日期要写成 2026-01-31 的样子：{date}", f"a date reads like 2026-01-31: {date}"))
        return USAGE
    if target.suffix.lower() != file.suffix.lower():
        complain(
            say(
                f"批注后还是同一种文件，文件名要以 {file.suffix} 结尾：{target.as_posix()}",
                f"the kind of file stays, so its name ends in {file.suffix}: {target.as_posix()}",
            )
        )
        return USAGE
    if files.real(target) == files.real(file):
        complain(
            say(
                "不会改动原文件。请用 -o 写另一个文件名",
                "the original is never changed. Give another file name with -o",
            )
        )
        return USAGE
    return refuse_targets([target], force)


def _check(path: str, data: bytes, plan: Plan) -> tuple[list[Remark], bool]:
    """The remarks on every form of a document, and whether a rule crashed.

    Raises FormError and what ``Plan.terms_of`` raises.
    """
    terms = plan.terms_of(path)
    documents = Documents()
    inputs = list(documents.opened([(path, data)]))
    for error in documents.refused.values():
        raise error
    if not documents.origins:
        raise FormError("no-comments")
    report = check_files(inputs, terms.rules, terms.settings)
    return list(remarks(report, documents.origins, spoken())), report.crashed


def _annotated(
    data: bytes, found: list[Remark], author: str, time: str | None, fix: bool
) -> tuple[bytes, list[Remark]]:
    """The document with its remarks, and those whose fix was written.

    Raises FormError, and ModuleNotFoundError where the extra is missing.
    """
    try:
        return _written(data, found, author, time, fix)
    except (FormError, ModuleNotFoundError):
        raise
    except Exception as error:  # a part that reading passes over may be damaged in any way
        raise FormError("broken", problem=type(error).__name__) from error


def _written(
    data: bytes, found: list[Remark], author: str, time: str | None, fix: bool
) -> tuple[bytes, list[Remark]]:
    from declint.forms.package import unpack

    if data.startswith(_OLE):
        raise FormError("no-comments-in-xls")
    if "word/document.xml" in unpack(data):
        from declint.forms.annotate_docx import annotate_docx

        return annotate_docx(data, found, author, time, fix)
    from declint.forms.annotate_xlsx import NotTransitionalError, annotate_xlsx
    from declint.forms.sheet import OWN

    words = say(
        "序号 位置 级别 规则 问题 改法 单元格内容", "No. Place Severity Rule Problem Repair Cell"
    ).split()
    name = OWN + say("检查结果", "findings")
    try:
        return annotate_xlsx(data, found, author, words, name), []
    except NotTransitionalError as error:
        raise FormError("strict") from error


def _tell(target: Path, found: list[Remark], fixed: list[Remark], fix: bool) -> None:
    errors, warnings, notes = (sum(each.severity is severity for each in found) for severity in Severity)
    tell(
        [
            say(
                f"写了 {len(found)} 条批注（错误 {errors}，警告 {warnings}，提示 {notes}）："
                f"{target.as_posix()}",
                f"{len(found)} comments ({errors} errors, {warnings} warnings, {notes} notes): "
                f"{target.as_posix()}",
            )
        ]
    )
    if not fix:
        return
    left = [each for each in found if each.repair and each not in fixed]
    lines = [say(f"写成修订的改正 {len(fixed)} 处。", f"Written as tracked changes: {len(fixed)}.")]
    if left:
        lines.append(say("请您自己改的：", "For you to make:"))
        lines.extend(f"  {each.spot} {each.code} {each.repair}" for each in left)
    tell(lines)
