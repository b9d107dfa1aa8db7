"""``declint new``: begin a declaration, by questions or by flags."""

import datetime
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from declint import files
from declint.cli import CLEAN, USAGE
from declint.cli.console import complain, tell
from declint.cli.language import say
from declint.cli.options import LanguageOption
from declint.cli.unwritten import no_access
from declint.declaration.edition import editions
from declint.declaration.reading import read_bytes
from declint.language.lexicon import lexicon
from declint.settings import Limits
from declint.starting import answers
from declint.starting.answers import BadAnswerError
from declint.starting.creating import create
from declint.starting.form import Form, agree, file_name, render
from declint.starting.modeline import modeline

_FOLDER = "declarations"


class _Question(NamedTuple):
    """One value of the form: its label, what reads an answer, and what a blank answer means."""

    key: str
    label: str
    read: Callable[[str], Any]
    usual: str = ""


def _editions(incomplete: str) -> list[str]:
    return [each.short for each in editions() if each.short.startswith(incomplete)]


def _option(*names: str, zh: str, en: str, metavar: str = "TEXT", **more: Any) -> Any:
    return typer.Option(*names, help=say(zh, en), metavar=metavar, **more)


def command(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help=say("项目名称。", "The project's name."))
    ] = None,
    year: Annotated[str | None, _option(zh="年度，如 2026。", en="The budget year.", metavar="YEAR")] = None,
    nature: Annotated[str | None, _option(zh="项目性质。", en="项目性质.")] = None,
    project_class: Annotated[str | None, _option("--class", zh="项目类别。", en="项目类别.")] = None,
    supervisor: Annotated[str | None, _option(zh="主管部门全称。", en="The supervising body.")] = None,
    unit: Annotated[str | None, _option(zh="实施单位全称。", en="The implementing unit.")] = None,
    start: Annotated[
        str | None, _option(zh="计划开始日期，默认年初。", en="First day; default 1 January.", metavar="DATE")
    ] = None,
    end: Annotated[
        str | None,
        _option(zh="计划完成日期，默认年末。", en="Last day; default 31 December.", metavar="DATE"),
    ] = None,
    amount: Annotated[
        str | None, _option(zh="年度资金申请总额（元）。", en="The sum applied for, in 元.", metavar="SUM")
    ] = None,
    carried_over: Annotated[
        str | None, _option(zh="其中上年结转资金。", en="Of it carried over.", metavar="SUM")
    ] = None,
    other_funds: Annotated[
        str | None, _option(zh="其中其他资金。", en="Of it other funds.", metavar="SUM")
    ] = None,
    edition: Annotated[
        str | None,
        _option(
            zh="表式：2021（默认）、2015、四川等。",
            en="Edition of the form: 2021 (default), 2015 …",
            autocompletion=_editions,
        ),
    ] = None,
    goal: Annotated[str | None, _option(zh="年度总体目标。", en="The goal of the year.")] = None,
    folder: Annotated[
        Path | None, _option(zh="放在哪个文件夹，默认 declarations/年度。", en="Default: declarations/YEAR.")
    ] = None,
    questions: Annotated[
        bool,
        typer.Option(
            "--questions/--no-questions",
            help=say("在终端里逐项提问没有给出的内容。", "Ask, on a terminal, for what is not given."),
        ),
    ] = True,
    lang: LanguageOption = None,
) -> int:
    """Begin a declaration; the exit code."""
    del lang
    given = {
        "name": name,
        "year": year,
        "nature": nature,
        "project_class": project_class,
        "supervisor": supervisor,
        "unit": unit,
        "start": start,
        "end": end,
        "amount": amount,
        "carried_over": carried_over,
        "other_funds": other_funds,
        "edition": edition,
        "goal": goal,
    }
    asking = questions and sys.stdin.isatty() and sys.stdout.isatty()
    try:
        values, folder = _values(given, folder, asking)
        form = Form(**values)
        agree(form)
        path = folder / file_name(form.name, _names(folder))
    except BadAnswerError as error:
        complain(say(error.zh, error.en))
        return USAGE
    return _write(path, form)


def _values(given: dict[str, str | None], folder: Path | None, asking: bool) -> tuple[dict[str, Any], Path]:
    """Every value of the form and the folder it goes to. Raises BadAnswerError."""
    if asking:
        tell(
            [
                say(
                    "逐项回答；直接按回车就是方括号里的内容，没有方括号的留空。按 Ctrl-C 放弃，不会写文件。",
                    "Answer each; Enter takes what stands in brackets, or leaves it blank. Ctrl-C gives up.",
                )
            ]
        )
    values: dict[str, Any] = {}
    first = (
        _Question("name", say("项目名称", "项目名称 (project)"), answers.read_name),
        _Question("year", say("年度", "年度 (year)"), answers.read_year, _usual_year(folder)),
    )
    for question in first:
        values[question.key] = _value(question, given[question.key], asking, values)
    folder = folder or Path(_FOLDER, str(values["year"]))
    file_name(values["name"], _names(folder))
    for question in _rest(values["year"], _sibling(folder) if asking else {}):
        values[question.key] = _value(question, given[question.key], asking, values)
    return values, folder


def _rest(year: int, sibling: dict[str, str]) -> tuple[_Question, ...]:
    """The questions after name and year; ``sibling`` holds what the last declaration of the folder says."""
    usual = lexicon("starting")
    nature, project_class = (" / ".join(usual[key]) for key in ("项目性质", "项目类别"))
    yuan = say("元，可写 50万元，可留空", "in 元, may be blank")
    return (
        _Question("nature", f"项目性质 ({nature})", answers.read_text, sibling.get("项目性质", "")),
        _Question(
            "project_class", f"项目类别 ({project_class})", answers.read_text, sibling.get("项目类别", "")
        ),
        _Question("supervisor", "主管部门", answers.read_text, sibling.get("主管部门", "")),
        _Question("unit", "实施单位", answers.read_text, sibling.get("实施单位", "")),
        _Question("start", "计划开始日期", answers.read_day, f"{year}-01-01"),
        _Question("end", "计划完成日期", answers.read_day, f"{year}-12-31"),
        _Question("amount", f"年度资金申请总额 ({yuan})", answers.read_money),
        _Question("carried_over", f"上年结转资金 ({yuan})", answers.read_money),
        _Question("other_funds", f"其他资金 ({yuan})", answers.read_money),
        _Question("edition", "表式", answers.read_edition, editions()[0].short),
        _Question("goal", say("年度总体目标 (可留空)", "年度总体目标 (may be blank)"), answers.read_goal),
    )


def _value(question: _Question, given: str | None, asking: bool, so_far: dict[str, Any]) -> Any:
    """What a flag, an answer or the usual value says. Raises BadAnswerError for a flag.

    An answer is asked for again until it is one, and agrees with those before it.
    """
    if given is not None or not asking:
        try:
            return question.read(question.usual if given is None else given)
        except BadAnswerError as error:
            raise error.about(question.label.partition(" (")[0]) from error
    while True:
        answer = typer.prompt(question.label, default=question.usual, show_default=bool(question.usual))
        try:
            value = question.read(answer)
            if "year" in so_far:
                agree(Form(**{"edition": editions()[0], **so_far, question.key: value}))
        except BadAnswerError as error:
            tell(["  " + say(error.zh, error.en)])
        else:
            return value


def _usual_year(folder: Path | None) -> str:
    """The year of the folder, else the last one that has a folder, else this one."""
    names = [folder.name] if folder else _names(Path(_FOLDER))
    years = [name for name in names if len(name) == 4 and name.isascii() and name.isdigit()]
    return max(years, default=str(datetime.datetime.now().astimezone().year))


def _names(folder: Path) -> list[str]:
    try:
        return [path.name for path in folder.iterdir()]
    except OSError:
        return []


def _sibling(folder: Path) -> dict[str, str]:
    """The head of the last declaration in a folder, to be offered again."""
    last = max((name for name in _names(folder) if name.endswith(files.SUFFIXES)), default=None)
    data = files.read(folder / last) if last else None
    if not isinstance(data, bytes):
        return {}
    declaration = read_bytes(str(last), data, Limits()).declaration
    labels = ("项目性质", "项目类别", "主管部门", "实施单位")
    return {label: declaration.text(label) for label in labels} if declaration else {}


def _write(path: Path, form: Form) -> int:
    try:
        created = create(path, render(form, modeline(path) or ""))
    except OSError as error:
        return no_access(path, error)
    if not created:
        complain(
            say(f"{path.as_posix()} 已经存在，没有改动", f"{path.as_posix()} is there already; not touched")
        )
        return USAGE
    shown = path.as_posix()
    quoted = f'"{shown}"' if " " in shown else shown
    tell(
        [
            say(f"已新建 {shown}", f"Created {shown}"),
            say(
                f"接下来：填写空白处，再运行 declint check {quoted}",
                f"Next: fill in the blanks, then declint check {quoted}",
            ),
        ]
    )
    return CLEAN
