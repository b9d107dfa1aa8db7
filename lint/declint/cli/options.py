"""Options that several commands share."""

from enum import StrEnum
from typing import Annotated

import typer

from declint.cli import USAGE
from declint.cli.console import complain
from declint.cli.language import LANGUAGE, say
from declint.rules.errors import PluginError, RuleFileError, UnknownRuleError


class Language(StrEnum):
    """The languages of messages."""

    ZH = "zh"
    EN = "en"


class Colour(StrEnum):
    """When to colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def refuse(error: UnknownRuleError | PluginError) -> int:
    """Say that a rule is not known or can't be loaded; the exit code."""
    if isinstance(error, RuleFileError):
        for problem in error.problems:
            complain(problem.say(LANGUAGE))
        complain(
            say(
                "规则文件没有使用；请改正后再试，写法见 docs/own-rules.zh-CN.md",
                "the rules were not used; correct this and try again, see docs/own-rules.md",
            )
        )
        return USAGE
    if isinstance(error, PluginError):
        complain(say(f"规则插件不能用：{error}", f"a rule plug-in can't be used: {error}"))
        return USAGE
    hint = say(f"，是不是 {error.meant}", f", did you mean {error.meant}") if error.meant else ""
    complain(
        say(
            f"没有规则“{error.word}”{hint}？全部规则见 declint rules",
            f"no rule “{error.word}”{hint}? See declint rules",
        )
    )
    return USAGE


LanguageOption = Annotated[
    Language | None,
    typer.Option("--lang", help=say("语言：zh（中文）或 en（英文）。", "The language of messages.")),
]
ColourOption = Annotated[
    Colour, typer.Option("--color", help=say("何时用颜色：auto、always、never。", "When to use colours."))
]
OwnRulesOption = Annotated[
    list[str] | None,
    typer.Option(
        "--rules",
        metavar="FILE",
        help=say("自定规则的 YAML 文件，可多次写。", "A YAML file of own rules; may be given several times."),
    ),
]
