"""``declint export``: declarations as the official form, and many of them as one summary."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from declint import files
from declint.cli import CLEAN, FINDINGS, NOTHING_CHECKED, USAGE
from declint.cli.console import complain, print_text
from declint.cli.language import say
from declint.cli.options import LanguageOption
from declint.cli.outputs import extra_missing, refuse_targets, write
from declint.declaration.model import Declaration
from declint.declaration.reading import Reading, read_bytes, unreadable
from declint.forms.layout import Layout, lay_out
from declint.forms.unplaced import unplaced
from declint.settings import Settings


class Format(StrEnum):
    """What a declaration may be written as."""

    DOCX = "docx"
    XLSX = "xlsx"
    HTML = "html"


class Readable(NamedTuple):
    """A declaration that can be exported, with its file as the user knows it."""

    shown: str
    path: Path
    reading: Reading
    declaration: Declaration


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
    force: Annotated[
        bool, typer.Option("--force", help=say("覆盖已有的文件。", "Overwrite files that are there."))
    ] = False,
    lang: LanguageOption = None,
) -> int:
    """Export declarations; the exit code."""
    del lang
    if output is None:
        complain(say("请用 -o 写明导出到哪个文件夹", "say with -o to which folder to export"))
        return USAGE
    readable, unread = _read(paths)
    wanted = dict.fromkeys(formats or [Format.DOCX])
    targets = [(each, form, output / f"{each.path.stem}.{form}") for form in wanted for each in readable]
    refused = refuse_targets([target for _, _, target in targets], force)
    if refused != CLEAN:
        return refused
    if not readable:
        where = "、".join(paths)
        complain(
            say(
                f"没有导出任何申报表：{where} 里没有可读的 .yaml 文件。请核对路径",
                f"nothing was exported: no readable .yaml file in {where}. Check the path",
            )
        )
        return NOTHING_CHECKED
    layouts = {each.shown: lay_out(each.declaration) for each in readable}
    try:
        failed = [target for each, form, target in targets if not _export(each, layouts, form, target)]
    except ModuleNotFoundError as error:
        return extra_missing(error)
    lost = [each for each in readable if not _whole(each, layouts[each.shown])]
    written = len(targets) - len(failed)
    print_text(
        [say(f"导出了 {written} 个文件到 {output.as_posix()}。", f"{written} files in {output.as_posix()}.")]
    )
    return FINDINGS if failed or lost or unread else CLEAN


def _read(paths: Iterable[str]) -> tuple[list[Readable], int]:
    """The declarations that can be exported, and the number of those that can't, the reason said for each."""
    readable: list[Readable] = []
    unread = 0
    for shown, path in files.find(paths):
        data = files.read(path)
        if isinstance(data, OSError):
            reading = unreadable(shown, data.strerror or type(data).__name__)
        else:
            reading = read_bytes(shown, data, Settings().limits)
        if reading.declaration:
            readable.append(Readable(shown, path, reading, reading.declaration))
        else:
            unread += 1
            complain(_reason(shown, reading))
    return readable, unread


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


def _export(each: Readable, layouts: dict[str, Layout], form: Format, target: Path) -> bool:
    """Write one file; False, with the reason said, where that is not possible.

    Raises ModuleNotFoundError where the extra is not installed.
    """
    layout, title = layouts[each.shown], each.declaration.name
    if form is Format.DOCX:
        from declint.forms.write_docx import write_docx

        return write(target, write_docx(layout, title))
    if form is Format.HTML:
        from declint.forms.write_html import write_html

        return write(target, write_html(layout, title))
    from declint.forms.workbook import TooLongError
    from declint.forms.write_xlsx import write_xlsx

    try:
        return write(target, write_xlsx(layout, title))
    except TooLongError as error:
        complain(
            say(
                f"{each.shown} 没有导出成 Excel：“{error}…”超过一个单元格能放的 32767 个字。请导出成 docx",
                f"{each.shown} was not exported: “{error}…” is longer than the 32767 characters of an Excel "
                "cell. Export it as docx",
            )
        )
        return False


def _whole(each: Readable, layout: Layout) -> bool:
    """Whether the form shows all that the file holds; what it does not show is said."""
    left = unplaced(each.reading.tree, layout)
    if left:
        names = say("、", ", ").join(left)
        complain(
            say(
                f"{each.shown}：表格上没有这些栏目，内容没有导出：{names}",
                f"{each.shown}: the form has no place for these and does not show them: {names}",
            )
        )
    if layout.replaced:
        complain(
            say(
                f"{each.shown}：有 {layout.replaced} 个文档里不能有的控制字符，已用 � 代替",
                f"{each.shown}: {layout.replaced} control characters that no document holds are shown as �",
            )
        )
    return not left and not layout.replaced
