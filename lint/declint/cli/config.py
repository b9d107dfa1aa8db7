"""``declint config``: the settings in force, and where each comes from."""

import json
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from msgspec.structs import replace

from declint.cli import CLEAN
from declint.cli.choices import Colour
from declint.cli.console import print_data, print_text, view
from declint.cli.language import say, speak, spoken
from declint.cli.options import (
    BaselineOption,
    ColourOption,
    ConfigOption,
    ExtendSelectOption,
    FailOnOption,
    IgnoreOption,
    IsolatedOption,
    LanguageOption,
    SelectOption,
)
from declint.cli.planning import planned, refusals, refuse
from declint.configuration import Configuration, Origin, OriginKind
from declint.configuration.effective import Setting, effective
from declint.report.terminal import View, clean, paint, width
from declint.rules.selecting import severity_of
from declint.run import Terms


class Format(StrEnum):
    """The formats of the settings."""

    TEXT = "text"
    JSON = "json"


def command(
    path: Annotated[
        str,
        typer.Argument(
            help=say(
                "哪个文件或文件夹的设置（默认当前文件夹）。", "Of which file or folder (default: this one)."
            )
        ),
    ] = ".",
    output_format: Annotated[Format, typer.Option("--output-format", help=say("输出格式。", "Format."))] = (
        Format.TEXT
    ),
    select: SelectOption = None,
    extend_select: ExtendSelectOption = None,
    ignore: IgnoreOption = None,
    fail_on: FailOnOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    baseline: BaselineOption = None,
    lang: LanguageOption = None,
    color: ColourOption = Colour.AUTO,
) -> int:
    """Show the settings in force; the exit code."""
    plan = planned(
        select, extend_select, ignore, config, isolated, fail_on=fail_on, lang=lang, baseline=baseline
    )
    try:
        configuration = plan.configuration_of(path)
        terms = plan.terms_of(path)
    except refusals() as error:
        return refuse(error)
    speak(configuration.settings.language)
    settings = _with_language(effective(configuration, Path(path).absolute()))
    if output_format is Format.JSON:
        data = _data(path, configuration, settings, terms)
        print_data(json.dumps(data, ensure_ascii=False, indent=2).split("\n"))
    else:
        print_text(_lines(configuration, settings, terms, view(lang, color)))
    return CLEAN


def _with_language(settings: tuple[Setting, ...]) -> tuple[Setting, ...]:
    """The settings with the language that is spoken where none is set."""
    return tuple(
        replace(each, value=spoken()) if each.key == "language" and not each.value else each
        for each in settings
    )


def _data(
    path: str, configuration: Configuration, settings: tuple[Setting, ...], terms: Terms
) -> dict[str, Any]:
    return {
        "path": Path(path).as_posix(),
        "configuration": configuration.path.as_posix() if configuration.path else None,
        "settings": {
            each.key: {
                "value": each.value,
                "origins": [
                    {"kind": str(origin.kind), "path": origin.path, "line": origin.line}
                    for origin in each.origins
                ],
            }
            for each in settings
        },
        "rules": [
            {"code": rule.code, "severity": str(severity_of(rule, terms.settings))} for rule in terms.rules
        ],
    }


def _lines(
    configuration: Configuration, settings: tuple[Setting, ...], terms: Terms, shown: View
) -> Iterator[str]:
    none = say("没有配置文件，全部用默认值", "no configuration file; everything has its default")
    yield f"# {clean(configuration.path.as_posix()) if configuration.path else none}"
    for each in settings:
        value = say("未设", "not set") if each.value in (None, "") else _toml(each.value)
        setting = f"{each.key} = {clean(value)}"
        origin = f"# {say('、', ', ').join(_origin(one) for one in each.origins)}"
        if width(f"{setting}  {origin}", shown) > shown.width:
            yield setting
            yield paint(f"    {origin}", "dim", shown)
        else:
            yield f"{setting}  {paint(origin, 'dim', shown)}"
    count = len(terms.rules)
    yield say(
        f"运行 {count} 条规则；全部代码见 --output-format json",
        f"{count} rules run; --output-format json lists their codes",
    )


def _origin(origin: Origin) -> str:
    if origin.kind is OriginKind.FILE:
        return clean(f"{origin.path}:{origin.line}" if origin.line else origin.path)
    if origin.kind is OriginKind.COMMAND_LINE:
        return say("命令行", "command line")
    return say("默认", "default")


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        pairs = (f"{_toml(key)} = {_toml(inner)}" for key, inner in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list):
        return f"[{', '.join(_toml(inner) for inner in value)}]"
    return json.dumps(value, ensure_ascii=False)
