"""Options as the library of the command line wants them, made from what they are as data."""

import inspect
from collections.abc import Callable, Iterable
from typing import Annotated, Any

import typer

from declint.cli import choices
from declint.cli.choices import Choice, Colour, FailOn, Language
from declint.cli.language import say


def option(choice: Choice) -> Any:
    """An option, or the arguments, as the library knows it."""
    shared: dict[str, Any] = {
        "help": say(*choice.help),
        "metavar": choice.metavar,
        "parser": choice.reads,
        "autocompletion": choice.completes,
    }
    return typer.Option(choice.flag, **shared) if choice.flag else typer.Argument(**shared)


def signed(command: Callable[..., int], offered: Iterable[Choice]) -> Callable[..., int]:
    """A command with a signature by which the library offers these options."""

    def called(**values: Any) -> int:
        return command(**values)

    parameters = [
        inspect.Parameter(
            choice.parameter,
            inspect.Parameter.KEYWORD_ONLY,
            default=choice.default,
            annotation=Annotated[_type(choice), option(choice)],
        )
        for choice in offered
    ]
    called.__annotations__ = {each.name: each.annotation for each in parameters}
    vars(called)["__signature__"] = inspect.Signature(parameters)
    return called


def _type(choice: Choice) -> Any:
    one: Any = choice.takes
    whole = list[one] if choice.many else one
    return whole | None if choice.default is None else whole


SelectOption = Annotated[list[str] | None, option(choices.SELECT)]
ExtendSelectOption = Annotated[list[str] | None, option(choices.EXTEND_SELECT)]
IgnoreOption = Annotated[list[str] | None, option(choices.IGNORE)]
FailOnOption = Annotated[FailOn | None, option(choices.FAIL_ON)]
ConfigOption = Annotated[str | None, option(choices.CONFIG)]
IsolatedOption = Annotated[bool, option(choices.ISOLATED)]
BaselineOption = Annotated[str | None, option(choices.BASELINE)]
LanguageOption = Annotated[Language | None, option(choices.LANGUAGE)]
ColourOption = Annotated[Colour, option(choices.COLOUR)]
OwnRulesOption = Annotated[list[str] | None, option(choices.OWN_RULES)]
