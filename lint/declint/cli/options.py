"""Options that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from declint.baseline import BaselineError
from declint.cli import USAGE
from declint.cli.console import complain
from declint.cli.inputs import split
from declint.cli.language import say, spoken
from declint.cli.naming import complete_rules
from declint.configuration import CommandLine, ConfigurationError, Plan
from declint.git import GitError
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


class FailOn(StrEnum):
    """From which severity on a finding fails the run."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


Refusal = UnknownRuleError | PluginError | ConfigurationError | BaselineError | GitError
REFUSALS = (UnknownRuleError, PluginError, ConfigurationError, BaselineError, GitError)
"""What makes a command end before it has begun."""


def refuse(error: Refusal) -> int:
    """Say why the command can't be done as it was meant; the exit code."""
    if isinstance(error, ConfigurationError | BaselineError | GitError):
        complain(error.say(spoken()))
        return USAGE
    if isinstance(error, RuleFileError):
        for problem in error.problems:
            complain(problem.say(spoken()))
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


def planned(
    select: list[str] | None,
    extend_select: list[str] | None,
    ignore: list[str] | None,
    config: str | None,
    isolated: bool,
    *,
    fail_on: str | None = None,
    lang: str | None = None,
    baseline: str | None = None,
    own_rules: list[str] | None = None,
) -> Plan:
    """What holds for which file, by these options and the configurations that will be found."""
    line = CommandLine(
        split(select),
        split(extend_select),
        split(ignore),
        fail_on or "",
        lang or "",
        str(Path(baseline).absolute()) if baseline else baseline,
        tuple(str(Path(each).absolute()) for each in own_rules or ()),
    )
    return Plan(line, Path(config) if config else None, isolated)


SelectOption = Annotated[
    list[str] | None,
    typer.Option(
        autocompletion=complete_rules,
        help=say("只用这些规则（代码、名称或前缀）。", "Only these rules (code, name or prefix)."),
    ),
]
ExtendSelectOption = Annotated[
    list[str] | None,
    typer.Option(autocompletion=complete_rules, help=say("另加这些规则。", "These rules as well.")),
]
IgnoreOption = Annotated[
    list[str] | None,
    typer.Option(autocompletion=complete_rules, help=say("不用这些规则。", "Without these rules.")),
]
FailOnOption = Annotated[
    FailOn | None,
    typer.Option(
        help=say(
            "从哪一级起退出码为 1（默认 error）。",
            "From which severity on the exit code is 1 (default: error).",
        )
    ),
]
ConfigOption = Annotated[
    str | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help=say("只用这个配置文件。", "Use this configuration file for everything."),
    ),
]
IsolatedOption = Annotated[
    bool, typer.Option("--isolated", help=say("不找配置文件。", "Look for no configuration file."))
]
BaselineOption = Annotated[
    str | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help=say("不列出这份基线里的旧问题。", "Leave out what this baseline knows."),
    ),
]
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
