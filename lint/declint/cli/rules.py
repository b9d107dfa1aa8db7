"""``declint rules``: the table of all rules."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from declint.cli import CLEAN
from declint.cli.console import complain, print_data, print_text, view
from declint.cli.language import say
from declint.cli.options import Colour, ColourOption, LanguageOption, refuse
from declint.finding import Severity
from declint.report.terminal import View, pad, paint
from declint.report.text import STYLES
from declint.report.wording import severity_label
from declint.rules.registry import Listed, PluginError, listed


class Format(StrEnum):
    """The formats of the table."""

    TEXT = "text"
    JSON = "json"


def command(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORDS]...",
            help=say(
                "只列出代码、名称或标题含这些词的规则。",
                "Only rules whose code, name or title has these words.",
            ),
        ),
    ] = None,
    severity: Annotated[
        Severity | None, typer.Option(help=say("只列出这一级的规则。", "Only rules of this severity."))
    ] = None,
    output_format: Annotated[
        Format, typer.Option("--output-format", help=say("输出格式。", "Format of the table."))
    ] = Format.TEXT,
    lang: LanguageOption = None,
    color: ColourOption = Colour.AUTO,
) -> int:
    """List the rules; the exit code."""
    try:
        rules = [each for each in listed() if _wanted(each, words or [], severity)]
    except PluginError as error:
        return refuse(error)
    if output_format is Format.JSON:
        print_data(json.dumps([_data(each) for each in rules], ensure_ascii=False, indent=2).split("\n"))
        return CLEAN
    if not rules:
        complain(say("没有符合的规则", "no rule matches"))
        return CLEAN
    shown = view(lang, color)
    print_text(_row(each, shown) for each in rules)
    print_text(
        [
            say(
                f"共 {len(rules)} 条。说明：declint explain 代码",
                f"{len(rules)} rules. See declint explain CODE",
            )
        ]
    )
    return CLEAN


def _wanted(each: Listed, words: list[str], severity: Severity | None) -> bool:
    rule = each.rule
    searched = " ".join((rule.code, rule.name, *rule.text.title, each.package)).lower()
    return (severity is None or rule.severity is severity) and all(word.lower() in searched for word in words)


def _row(each: Listed, shown: View) -> str:
    rule = each.rule
    severity = paint(severity_label(rule.severity, shown), STYLES[rule.severity], shown)
    title = rule.text.title[0 if shown.language == "zh" else 1]
    marks = [say("默认不用", "off by default")] if not rule.default else []
    if each.package:
        marks.append(each.package)
    note = paint(f" [{', '.join(marks)}]", "dim", shown) if marks else ""
    name = f" {rule.name}" if shown.width >= 100 else ""
    name = pad(name, 36, shown) if name else ""
    return f"{rule.code} {severity}{name} {title}{note}"


def _data(each: Listed) -> dict[str, object]:
    rule = each.rule
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": str(rule.severity),
        "title": dict(zip(("zh", "en"), rule.text.title, strict=True)),
        "default": rule.default,
        "fix": str(rule.fix) if rule.fix else None,
        "since": rule.since,
        "package": each.package,
        "source": dict(zip(("zh", "en"), rule.text.source, strict=True)),
    }
