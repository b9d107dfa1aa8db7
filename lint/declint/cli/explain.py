"""``declint explain``: the text of a rule, offline."""

from collections.abc import Iterator
from typing import Annotated

import typer

from declint.cli import CLEAN
from declint.cli.choices import Colour
from declint.cli.console import print_text, view
from declint.cli.language import say
from declint.cli.naming import complete_rules, mention_renamed
from declint.cli.options import ColourOption, LanguageOption, OwnRulesOption
from declint.cli.planning import refuse
from declint.report.shown import paragraphs
from declint.report.terminal import View, paint, wrap
from declint.report.text import STYLES
from declint.report.wording import SEVERITY
from declint.rules.kit import AnyRule
from declint.rules.registry import PluginError, UnknownRuleError, find_rules
from declint.rules.text import Example

_TITLES = {
    "what": ("查什么", "What it reports"),
    "why": ("为什么", "Why"),
    "wrong": ("错误示例", "Wrong"),
    "right": ("正确示例", "Right"),
    "source": ("依据", "Source"),
}


def command(
    code: Annotated[
        str,
        typer.Argument(
            help=say("规则的代码或名称，如 TGT001。", "Code or name, such as TGT001."),
            autocompletion=complete_rules,
        ),
    ],
    own_rules: OwnRulesOption = None,
    lang: LanguageOption = None,
    color: ColourOption = Colour.AUTO,
) -> int:
    """Explain a rule; the exit code."""
    try:
        rules = find_rules(code, own_rules or ())
        mention_renamed([code])
    except (UnknownRuleError, PluginError) as error:
        return refuse(error)
    shown = view(lang, color)
    for number, rule in enumerate(rules):
        if number:
            print_text([""])
        print_text(_page(rule, shown))
    return CLEAN


def _page(rule: AnyRule, shown: View) -> Iterator[str]:
    chosen = 0 if shown.language == "zh" else 1
    text = rule.text
    severity = SEVERITY[rule.severity].say(shown.language, {})
    yield f"{paint(f'{severity} {rule.code}', STYLES[rule.severity], shown)} {paint(rule.name, 'dim', shown)}"
    yield paint(text.title[chosen], "bold", shown)
    for key, body in (("what", text.what[chosen]), ("why", text.why[chosen])):
        yield from ("", paint(_TITLES[key][chosen], "bold", shown), *_paragraphs(body, shown))
    for key, examples in (("wrong", text.wrong), ("right", text.right)):
        yield from ("", paint(_TITLES[key][chosen], "bold", shown), *_examples(examples))
    yield from ("", paint(_TITLES["source"][chosen], "bold", shown), *_paragraphs(text.source[chosen], shown))


def _paragraphs(body: str, shown: View) -> Iterator[str]:
    """Paragraphs wrapped anew."""
    for item, paragraph in paragraphs(body, shown):
        text = f"- {paragraph}" if item else paragraph
        yield from (f"  {line}" for line in wrap(text, shown.width - 2, shown))


def _examples(examples: tuple[Example, ...]) -> Iterator[str]:
    for number, example in enumerate(examples):
        if number:
            yield ""
        for position, text in enumerate((*example.files, example.settings)):
            if position and text:
                yield "    …"
            yield from (f"    {line}" for line in text.splitlines())
