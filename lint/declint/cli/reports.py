"""Where reports go: one on standard output, any number into files."""

import os
import sys
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from declint import files
from declint.cli import CLEAN, USAGE
from declint.cli.choices import Choice
from declint.cli.console import complain, print_bytes, print_data, print_text, view
from declint.cli.language import say
from declint.cli.usage import misuse
from declint.report.formats import FORMATS, Format, MissingPackageError, encode
from declint.report.terminal import View
from declint.run import Report, listed


class Output(Struct, frozen=True):
    """A report that is to go into a file."""

    format: Format
    path: Path


def _format(name: str) -> Format:
    """The format of a name. Raises typer.BadParameter where there is none, or where it can't be written."""
    found = FORMATS.get(name.strip().lower())
    if found is None:
        from declint.language.likeness import nearest

        every = ", ".join(f"'{each}'" for each in FORMATS)
        meant = nearest(name.strip().lower(), list(FORMATS))
        hint = f" Did you mean {meant}?" if meant else ""
        message = f"'{name}' is not one of {every}.{hint}"
        raise misuse(message)
    try:
        found.require()
    except MissingPackageError as error:
        command = f'python -m pip install "declint[{error.extra}]"'
        raise misuse(
            say(
                f"{error.format_name} 格式需要再装一个组件：{command}",
                f"the format {error.format_name} needs a package more: {command}.",
            )
        ) from error
    return found


def _output(text: str) -> Output:
    name, equals, path = text.partition("=")
    if not equals or not path.strip():
        raise misuse(
            say(
                f"“{text}”要写成 格式=文件，如 html=检查报告.html",
                f"“{text}” must be FORMAT=PATH, such as html=report.html.",
            )
        )
    output = Output(_format(name), Path(path))
    if files.is_folder(output.path) or not files.is_folder(output.path.absolute().parent):
        raise misuse(
            say(
                f"不能写到“{path}”：文件夹要先建好，后面要有文件名",
                f"can't write “{path}”: its folder must exist, and a file name must follow.",
            )
        )
    return output


def _names(incomplete: str) -> list[str]:
    return [name for name in FORMATS if name.startswith(incomplete)]


FORMAT = Choice(
    "output_format",
    "--output-format",
    (f"输出格式：{', '.join(FORMATS)}。", f"Format of the report: {', '.join(FORMATS)}."),
    Format,
    metavar="FORMAT",
    reads=_format,
    completes=_names,
)
OUTPUT = Choice(
    "output",
    "--output",
    (
        "另把报告写成文件，如 html=报告.html；可写多次。",
        "Write a report into a file as well, such as html=report.html; may be repeated.",
    ),
    Output,
    many=True,
    metavar="FORMAT=PATH",
    reads=_output,
)


def show(
    report: Report, output_format: Format | None, outputs: list[Output] | None, lang: str | None, color: str
) -> int:
    """Print the report and write the others; CLEAN, or USAGE where one could not be written."""
    chosen = output_format or FORMATS["text"]
    report = listed(report)
    shown = _placed(view(lang, color))
    written = [_write(report, output, shown) for output in _distinct(outputs or [])]
    if chosen.binary:
        written.append(_print_bytes(report, chosen, shown))
    elif chosen.personal:
        print_text(chosen.lines(report, shown))
    else:
        print_data(chosen.lines(report, shown))
    if any(each.name == "github" for each in (chosen, *(output.format for output in outputs or ()))):
        written.append(_summarise(report, shown))
    return CLEAN if all(written) else USAGE


def _distinct(outputs: list[Output]) -> list[Output]:
    """The outputs of which none takes another's file. Raises typer.BadParameter where one does."""
    if len({files.real(output.path) for output in outputs}) < len(outputs):
        raise misuse(
            say(
                "两份报告写到了同一个文件，请各用一个文件名",
                "two reports go into one file: give each its own name.",
            )
        )
    return outputs


def _placed(shown: View) -> View:
    """The view with the folder that paths start from and the top of the repository around it."""
    here = Path.cwd()
    top = next((each for each in (here, *here.parents) if files.is_there(each / ".git")), here)
    return replace(shown, folder=here.as_posix(), root=top.as_posix())


def _write(report: Report, output: Output, shown: View) -> bool:
    """Write one report; whether that worked."""
    path = output.path.absolute()
    if any(files.real(path) == files.real(file.path) for file in report.files if "\0" not in file.path):
        complain(
            say(
                f"没有写“{output.path}”：它是被检查的申报表，请换一个文件名",
                f"“{output.path}” is not written: it is one of the declarations. Choose another name",
            )
        )
        return False
    plain = replace(shown, width=80, colour=False, wide=False, target=path.parent.as_posix())
    try:
        files.write_atomically(path, output.format.encoded(report, plain))
    except OSError as error:
        _unwritten(str(output.path), error)
        return False
    return True


def _unwritten(path: str, error: OSError) -> None:
    complain(
        say(
            f"“{path}”写不进去（{error.strerror}）。请关闭正打开它的程序，或换一个位置",
            f"can't write “{path}” ({error.strerror}). Close what has it open, or choose another place",
        )
    )


def _print_bytes(report: Report, chosen: Format, shown: View) -> bool:
    if sys.stdout.isatty():
        complain(
            say(
                f"{chosen.name} 不能显示在屏幕上，请写成文件：--output {chosen.name}=报告{chosen.suffix}",
                f"{chosen.name} can't be shown on a screen: --output {chosen.name}=report{chosen.suffix}",
            )
        )
        return False
    print_bytes([chosen.encoded(report, shown)])
    return True


def _summarise(report: Report, shown: View) -> bool:
    """Add the report to the page that GitHub shows of the job, where GitHub names one."""
    name = os.environ.get("GITHUB_STEP_SUMMARY")
    if not name:
        return True
    from declint.report.github import job_summary

    try:
        with Path(name).open("ab") as page:
            page.write(encode(job_summary(report, shown)))
    except OSError as error:
        _unwritten(name, error)
        return False
    return True
