"""Reading a plain command line: known options with good values, and paths.

Whatever is more than that (help, a slip, completion) is left to the library of the command line, which can
say what is wrong. What is read here is what the library would read.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any

from declint.cli.choices import Choice


class NotPlainError(Exception):
    """The library has to read this command line."""


def read(arguments: Sequence[str], choices: Iterable[Choice]) -> dict[str, Any]:
    """The values by parameter, those that are not given as they are by default. Raises NotPlainError."""
    by_flag = {choice.flag: choice for choice in choices}
    given: dict[str, list[Any]] = {}
    rest = iter(arguments)
    for word in rest:
        flag, equals, value = word.partition("=") if word.startswith("--") else ("", "", word)
        if (flag not in by_flag) or (not flag and word.startswith("-") and word != "-"):
            raise NotPlainError
        choice = by_flag[flag]
        if choice.takes is bool:
            given.setdefault(choice.parameter, []).append(_true(equals))
            continue
        if flag and not equals:
            value = _following(rest)
        given.setdefault(choice.parameter, []).append(_value(choice, value))
    return {choice.parameter: _settled(choice, given.get(choice.parameter)) for choice in by_flag.values()}


def _true(equals: str) -> bool:
    if equals:
        raise NotPlainError
    return True


def _following(rest: Iterable[str]) -> str:
    """The next word as the value of an option; one that looks like an option itself may be a slip."""
    value = next(iter(rest), "-")
    if value.startswith("-"):
        raise NotPlainError
    return value


def _value(choice: Choice, text: str) -> Any:
    if choice.reads:
        try:
            return choice.reads(text)
        except Exception as error:
            if not hasattr(error, "format_message"):
                raise
            raise NotPlainError from error
    if issubclass(choice.takes, StrEnum):
        try:
            return choice.takes(text)
        except ValueError as error:
            raise NotPlainError from error
    return text


def _settled(choice: Choice, values: list[Any] | None) -> Any:
    if values is None:
        return choice.default
    return values if choice.many else values[-1]
