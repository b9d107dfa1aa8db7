"""Rules as users name them: completed while they type, and understood by their old names."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from declint.cli.console import complain
from declint.cli.language import LANGUAGE, say
from declint.settings import Settings

if TYPE_CHECKING:
    from declint.rules.card import Known
    from declint.rules.selecting import Recall


def complete_rules(incomplete: str) -> list[tuple[str, str]]:
    """The codes, names and families that begin like the last word of a list, each with what it means."""
    from declint.rules.families import family_title
    from declint.rules.registry import every_rule

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


def mention_renamed(words: Iterable[str], recall: "Recall | None" = None) -> None:
    """Say which of these words are names that rules had, and what those are called now. Raises PluginError.

    ``recall`` is as in ``rules.selecting``.
    """
    for word, rule in _renamed(tuple(words), recall).items():
        complain(
            say(
                f"规则“{word}”已改名，现在是 {rule.code}（{rule.name}）；旧名仍可用，请改用新名",
                f"the rule “{word}” is now {rule.code} ({rule.name}); the old name still works, "
                "please use the new one",
            )
        )


def _renamed(words: tuple[str, ...], recall: "Recall | None") -> "dict[str, Known]":
    if not words:
        return {}
    from declint.rules.selecting import every_known

    every = every_known(Settings(), recall)
    return {word: rule for word in words for rule in every if rule.was_named(word)}
