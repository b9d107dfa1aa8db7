"""What commands can be told, as data: the usual library and the plain reader both build on it."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from msgspec import Struct

from declint.cli.naming import complete_rules


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


class Choice(Struct, frozen=True):
    """One option, or the arguments of a command where there is no ``flag``.

    ``parameter`` is what the command's function calls it, ``help`` says it in Chinese and English. ``takes``
    is ``bool`` for an option without a value, else what the value is. ``many`` may be given again and again.
    ``reads`` makes of the text what is neither text nor one of some words; it raises an error of the command
    line's library. ``completes`` offers the values that begin like a word.
    """

    parameter: str
    flag: str
    help: tuple[str, str]
    takes: type[Any] = str
    many: bool = False
    default: Any = None
    metavar: str | None = None
    reads: Callable[[str], Any] | None = None
    completes: Callable[[str], list[Any]] | None = None


SELECT = Choice(
    "select",
    "--select",
    ("只用这些规则（代码、名称或前缀）。", "Only these rules (code, name or prefix)."),
    many=True,
    completes=complete_rules,
)
EXTEND_SELECT = Choice(
    "extend_select",
    "--extend-select",
    ("另加这些规则。", "These rules as well."),
    many=True,
    completes=complete_rules,
)
IGNORE = Choice(
    "ignore", "--ignore", ("不用这些规则。", "Without these rules."), many=True, completes=complete_rules
)
FAIL_ON = Choice(
    "fail_on",
    "--fail-on",
    (
        "从哪一级起退出码为 1（默认 error）。",
        "From which severity on the exit code is 1 (default: error).",
    ),
    FailOn,
)
CONFIG = Choice(
    "config",
    "--config",
    ("只用这个配置文件。", "Use this configuration file for everything."),
    metavar="FILE",
)
ISOLATED = Choice(
    "isolated", "--isolated", ("不找配置文件。", "Look for no configuration file."), bool, default=False
)
BASELINE = Choice(
    "baseline",
    "--baseline",
    ("不列出这份基线里的旧问题。", "Leave out what this baseline knows."),
    metavar="FILE",
)
LANGUAGE = Choice(
    "lang", "--lang", ("语言：zh（中文）或 en（英文）。", "The language of messages."), Language
)
COLOUR = Choice(
    "color",
    "--color",
    ("何时用颜色：auto、always、never。", "When to use colours."),
    Colour,
    default=Colour.AUTO,
)
OWN_RULES = Choice(
    "own_rules",
    "--rules",
    ("自定规则的 YAML 文件，可多次写。", "A YAML file of own rules; may be given several times."),
    many=True,
    metavar="FILE",
)
STATISTICS = Choice(
    "statistics",
    "--statistics",
    (
        "只给出各规则、类别、文件的数目（text 或 json 格式）。",
        "Counts by rule, family and file in place of findings (as text or json).",
    ),
    bool,
    default=False,
)
WATCH = Choice(
    "watch",
    "--watch",
    ("有改动就再检查，直到按 Ctrl-C。", "Check again on every change, until Ctrl-C."),
    bool,
    default=False,
)
