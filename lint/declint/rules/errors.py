"""What can be wrong with the choice of rules, before any declaration is read."""

from collections.abc import Sequence

from msgspec import Struct

from declint.finding import Words


class PluginError(Exception):
    """Rules that are not built in can't be loaded; the text says which and why."""


class UnknownRuleError(Exception):
    """A selection names no rule."""

    def __init__(self, word: str, meant: str | None) -> None:
        super().__init__(word)
        self.word = word
        self.meant = meant


class RuleProblem(Struct, frozen=True):
    """One mistake in a file of rules; ``line`` counts from 1, 0 means the file as a whole."""

    path: str
    line: int
    words: Words

    def say(self, language: str) -> str:
        """The mistake with its place, in ``language`` (``zh`` or ``en``)."""
        where = f"{self.path}:{self.line}" if self.line else self.path
        return f"{where}: {self.words.say(language, {})}"


class RuleFileError(PluginError):
    """Files of own rules hold mistakes; ``problems`` has every one of them."""

    def __init__(self, problems: Sequence[RuleProblem]) -> None:
        super().__init__("; ".join(problem.say("en") for problem in problems))
        self.problems = tuple(problems)
