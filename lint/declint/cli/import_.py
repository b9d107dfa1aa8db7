"""``declint import``: forms in Word, Excel, PDF and pasted text as declaration files."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from declint import files
from declint.cli import CLEAN, FINDINGS, NOTHING_CHECKED, USAGE
from declint.cli.console import complain, tell
from declint.cli.language import LANGUAGE, say
from declint.cli.options import LanguageOption
from declint.cli.outputs import refuse_targets, write
from declint.forms.form import Form
from declint.forms.kinds import is_named_document
from declint.forms.reading import FormsRead, file_name, read_forms
from declint.forms.refusals import FormError
from declint.forms.write_yaml import write_yaml
from declint.pattern import pattern

_NUMBERED = pattern(r"(?P<number>[0-9]{2,})-(?P<rest>.+\.ya?ml)")
_SCHEMA = Path("schemas", "declaration.schema.json")


class Target(NamedTuple):
    """A form and the file it goes to."""

    form: Form
    path: Path


def command(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="FILES...",
            help=say(
                "Word（.docx）、Excel（.xlsx、.xls）、有文字的 PDF，或从表格复制出来的文本文件。",
                "Word (.docx), Excel (.xlsx, .xls), PDF with text, or text copied out of a form.",
            ),
        ),
    ],
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="FOLDER", help=say("写到这个文件夹。", "The folder to write to.")
        ),
    ],
    force: Annotated[
        bool, typer.Option("--force", help=say("覆盖已有的文件。", "Overwrite files that are there."))
    ] = False,
    comments: Annotated[
        bool,
        typer.Option(
            "--comments/--no-comments",
            help=say(
                "把需要核对的地方写成文件里的注释（默认写）。",
                "Whether what had to be decided is also written as comments into the files.",
            ),
        ),
    ] = True,
    lang: LanguageOption = None,
) -> int:
    """Import forms; the exit code."""
    language = str(lang or LANGUAGE)
    documents = list(_documents(paths))
    if not documents:
        complain(_nothing(paths))
    read, failed = _read(documents, language)
    if not read:
        return NOTHING_CHECKED
    try:
        found = list(_targets([each for _, each in read], output))
    except OSError as error:
        complain(_unopened(output.as_posix(), error))
        return USAGE
    targets = dict(zip((shown for shown, _ in read), found, strict=True))
    every = [target for found in targets.values() for target in found]
    refused = refuse_targets((target.path for target in every), force)
    if refused != CLEAN:
        return refused
    complete = not failed
    for shown, document in read:
        kept = []
        for target in targets[shown]:
            text, _ = write_yaml(target.form, _schema(target.path), language if comments else None, shown)
            if write(target.path, text.encode()):
                kept.append(target)
            else:
                complete = False
        tell(_report(shown, document, kept, language))
    return CLEAN if complete else FINDINGS


def _documents(paths: list[str]) -> Iterator[tuple[str, Path]]:
    """Each document that is meant; a folder means the documents in it, those that Word has open aside."""
    for path in paths:
        if files.is_folder(path):
            for found in files.below(Path(path), _is_wanted):
                yield found.as_posix(), found
        else:
            yield from files.find([path])


def _is_wanted(name: str) -> bool:
    return not name.startswith("~$") and is_named_document(name)


def _nothing(paths: list[str]) -> str:
    where = "、".join(paths)
    return say(
        f"没有导入任何申报表：{where} 里没有 Word、Excel、PDF 或文本文件。请核对路径",
        f"nothing was imported: no Word, Excel, PDF or text file in {where}. Check the path",
    )


def _read(documents: list[tuple[str, Path]], language: str) -> tuple[list[tuple[str, FormsRead]], bool]:
    """Every document that can be read; whether one could not, and then that is said."""
    read: list[tuple[str, FormsRead]] = []
    failed = False
    for shown, path in documents:
        data = files.read(path)
        try:
            if isinstance(data, OSError):
                complain(_unopened(shown, data))
                failed = True
                continue
            read.append((shown, read_forms(shown, data)))
        except FormError as error:
            complain(
                say(
                    f"{shown}：{error.say(language)}。没有导入",
                    f"{shown}: {error.say(language)}. Not imported",
                )
            )
            failed = True
    return read, failed


def _unopened(shown: str, error: OSError) -> str:
    reason = error.strerror or type(error).__name__
    return say(
        f"{shown} 打不开（{reason}），没有导入。请核对路径和权限",
        f"{shown} can't be opened ({reason}) and was not imported. Check path and rights",
    )


def _targets(documents: list[FormsRead], output: Path) -> Iterator[list[Target]]:
    """Where each form goes: a project that the folder has keeps its file, others get the next numbers."""
    present: dict[str, Path] = {}
    last = 0
    for path in sorted(output.iterdir()) if files.is_folder(output) else ():
        match = _NUMBERED.fullmatch(path.name)
        if match:
            present.setdefault(match["rest"], path)
            last = max(last, int(match["number"]))
    for document in documents:
        targets = []
        for form in document.forms:
            rest = file_name(0, form).partition("-")[2]
            if rest in present:
                path = present.pop(rest)
            else:
                last += 1
                path = output / file_name(last, form)
            targets.append(Target(form, path))
        yield targets


def _schema(target: Path) -> str:
    """The path from a file to the schema of the repository it lies in, '' where there is none."""
    folder = Path(os.path.abspath(target)).parent  # noqa: PTH100  (resolve() would follow links)
    for parent in folder.parents:
        if files.is_file(parent / _SCHEMA):
            return Path(os.path.relpath(parent / _SCHEMA, folder)).as_posix()
    return ""


def _report(shown: str, document: FormsRead, kept: list[Target], language: str) -> Iterator[str]:
    """What became of a document: the files, what was decided, what was not used."""
    yield say(f"{shown}：导入 {len(kept)} 份申报表", f"{shown}: declarations imported: {len(kept)}")
    for form, path in kept:
        rows = len(form.indicators)
        yield say(f"  {path.as_posix()}：{rows} 个指标", f"  {path.as_posix()}: indicators: {rows}")
        for decision in form.decisions:
            place = f"{decision.cell.spot.say(language)}: " if decision.cell else ""
            yield f"    {place}{decision.say(language)}"
    for cell, words, arguments in document.document.notes:
        yield f"  {cell.spot.say(language)}: {words.say(language, arguments)}"
    if document.unused:
        count = len(document.unused)
        yield say(f"  没有采用的内容 {count} 处：", f"  cells that were not used: {count}")
        for cell in document.unused:
            yield f"    {cell.spot.say(language)}: {' '.join(cell.text.split())}"
