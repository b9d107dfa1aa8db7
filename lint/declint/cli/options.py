"""Options that several commands share."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from declint.cli import USAGE
from declint.cli.console import complain
from declint.cli.language import LANGUAGE, say
from declint.rules.families import family_title
from declint.rules.registry import PluginError, UnknownRuleError, every_rule, renamed


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


def mention_renamed(words: Iterable[str]) -> None:
    """Say which of these words are names of old, and what the rules are called now. Raises PluginError."""
    for word, rule in renamed(words).items():
        complain(
            say(
                f"规则“{word}”已改名，现在是 {rule.code}（{rule.name}）；旧名仍可用，请改用新名",
                f"the rule “{word}” is now {rule.code} ({rule.name}); the old name still works, "
                "please use the new one",
            )
        )


def complete_rules(incomplete: str) -> list[tuple[str, str]]:
    """The codes, names and families that begin like the last word of a list, each with what it means."""
    done, comma, word = incomplete.rpartition(",")
    before, chosen = done + comma, 0 if LANGUAGE == "zh" else 1
    known = [(rule.family, family_title(rule.family)[chosen]) for rule in every_rule()]
    for rule in every_rule():
        known += [(rule.code, rule.text.title[chosen]), (rule.name, rule.text.title[chosen])]
    found = {text: meaning for text, meaning in known if text.lower().startswith(word.lower())}
    names_too = word.islower()
    return [
        (before + text, meaning) for text, meaning in sorted(found.items()) if names_too or text.isupper()
    ]


def no_access(path: Path, error: OSError) -> int:
    """Say that a file can't be written; the exit code."""
    why = error.strerror or type(error).__name__
    complain(
        say(
            f"不能写文件 {path.as_posix()}（{why}）。请核对文件夹是否存在、能否写入、文件是否正被打开",
            f"can't write {path.as_posix()} ({why}). Check that the folder can be written to",
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
