"""``declint rules``: the table of all rules."""

import json
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

import typer

from declint.cli import CLEAN
from declint.cli.choices import Colour
from declint.cli.console import complain, print_data, print_text, view
from declint.cli.language import say
from declint.cli.options import ColourOption, LanguageOption, OwnRulesOption
from declint.cli.planning import refuse
from declint.finding import Severity
from declint.report.terminal import View, pad, paint, width, wrap
from declint.report.text import STYLES
from declint.report.wording import severity_label
from declint.rules.registry import Listed, PluginError, listed

TEST = "test"
"""The word that runs the examples of own rules instead of listing rules."""


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
                "只列出代码、名称或标题含这些词的规则。“test 文件”运行自定规则的示例。",
                "Only rules whose code, name or title has these words. “test FILE” runs own rules' examples.",
            ),
        ),
    ] = None,
    severity: Annotated[
        Severity | None, typer.Option(help=say("只列出这一级的规则。", "Only rules of this severity."))
    ] = None,
    output_format: Annotated[
        Format, typer.Option("--output-format", help=say("输出格式。", "Format of the table."))
    ] = Format.TEXT,
    own_rules: OwnRulesOption = None,
    lang: LanguageOption = None,
    color: ColourOption = Colour.AUTO,
) -> int:
    """List the rules; the exit code."""
    if words and words[0] == TEST:
        from declint.cli import rule_tests

        return rule_tests.run([*words[1:], *(own_rules or ())], view(lang, color))
    try:
        every = listed(own_rules or ())
        families = {each.rule.code[:length] for each in every for length in range(1, 9)}
        rules = [each for each in every if _wanted(each, words or [], severity, families)]
    except PluginError as error:
        return refuse(error)
    if output_format is Format.JSON:
        print_data(json.dumps([_data(each) for each in rules], ensure_ascii=False, indent=2).split("\n"))
        return CLEAN
    if not rules:
        complain(say("没有符合的规则", "no rule matches"))
        return CLEAN
    shown = view(lang, color)
    print_text(_rows(rules, shown))
    print_text(
        [
            say(
                f"共 {len(rules)} 条。说明：declint explain 代码",
                f"{len(rules)} rules. See declint explain CODE",
            )
        ]
    )
    return CLEAN


def _wanted(each: Listed, words: list[str], severity: Severity | None, families: set[str]) -> bool:
    """Whether a rule is asked for; a word that begins codes means those, any other is searched for."""
    rule = each.rule
    searched = " ".join((rule.name, *rule.aliases, *rule.text.title, each.package)).lower()
    return (severity is None or rule.severity is severity) and all(
        rule.code.startswith(word.upper()) if word.upper() in families else word.lower() in searched
        for word in words
    )


def _rows(rules: list[Listed], shown: View) -> Iterator[str]:
    """A line a rule; what is too long for it goes on below its title."""
    for each in rules:
        rule = each.rule
        name = pad(rule.name, 32, shown) + " " if shown.width >= 100 else ""
        label = severity_label(rule.severity, shown)
        marks = [each.package] if each.package else []
        if not rule.default:
            marks.append(say("默认不用", "off by default"))
        note = f" [{', '.join(marks)}]" if marks else ""
        indent = width(f"{rule.code} {label} {name}", shown)
        title = rule.text.title[0 if shown.language == "zh" else 1] + note
        first, *rest = wrap(title, shown.width - indent, shown)
        yield f"{rule.code} {paint(label, STYLES[rule.severity], shown)} {name}{first}"
        yield from (" " * indent + line for line in rest)


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
        "aliases": list(rule.aliases),
        "package": each.package,
        "source": dict(zip(("zh", "en"), rule.text.source, strict=True)),
    }
