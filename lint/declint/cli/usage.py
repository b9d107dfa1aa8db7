"""Wrong usage in the user's language."""

from typing import Any

from declint.cli.console import complain, print_text
from declint.cli.language import say
from declint.pattern import pattern

_CHINESE = tuple(
    (pattern(text), sentence)
    for text, sentence in (
        (r"No such command '(.+?)'\. Did you mean '?([^',?]+)", r"没有“\1”这个命令，是不是 \2"),
        (r"No such command '(.+?)'", r"没有“\1”这个命令"),
        (r"No such option: (\S+?)\.? Did you mean (.+?)\?", r"没有 \1 这个选项，是不是 \2"),
        (r"No such option: (\S+)", r"没有 \1 这个选项"),
        (
            r"Invalid value for '?(\S+?)'?: .*?'(.*?)' is not one of (.+?)\. Did you mean (.+?)\?",
            r"\1 不能是“\2”，是不是 \4？可以是 \3",
        ),
        (r"Invalid value for '?(\S+?)'?: .*?'(.*?)' is not one of (.+?)\.", r"\1 不能是“\2”，可以是 \3"),
        (r"Invalid value for '?(.+?)'?: (.+)", r"\1 的值不对：\2"),
        (r"Missing argument '?(.+?)'?\.", r"缺少必要的参数 \1"),
        (r"Missing option '?(.+?)'?\.", r"缺少必要的选项 \1"),
        (r"Option '?(.+?)'? requires an argument", r"选项 \1 后面要写值"),
        (r"Got unexpected extra arguments?(?:\(s\))? \((.+)\)", r"多了参数 \1"),
    )
)
"""What the command line's library says of wrong usage, and how we say it in Chinese."""


def misuse(message: str) -> Exception:
    """An error of the command line's library, for a value that a command can't use."""
    from typer import BadParameter

    return BadParameter(message)


def complain_of(error: Any) -> None:
    """Say what is wrong with the usage; where no command was given, show what there is."""
    if type(error).__name__ == "NoArgsIsHelpError":
        print_text([error.format_message()])
    else:
        complain(_said(error))


def _said(error: Any) -> str:
    """A usage error in the user's language, with the next step."""
    english = error.format_message()
    for wanted, sentence in _CHINESE:
        if match := wanted.search(english):
            return say(match.expand(sentence) + "。用法见 declint --help", f"{english} See declint --help")
    return say(f"命令用法不对：{english}。用法见 declint --help", f"{english} See declint --help")
