"""Goals of different projects that share long parts."""

import re
from collections.abc import Sequence
from functools import cache, cached_property, lru_cache

from msgspec import Struct

from declint.declaration.facts import Facts
from declint.declaration.model import Field
from declint.language.clauses import CLAUSE_ENDS
from declint.language.lexicon import words
from declint.language.names import bare
from declint.language.width import half
from declint.pattern import pattern
from declint.rules.dup.projects import bodies, subject
from declint.rules.dup.stretches import Copy, Passage, copies_between

_PART, _WHOLE = 40, 30
_OPEN = 512
"""Of how many declarations the goals are held ready."""
_STAGE = pattern(r"\([^()]*\)|第?[一二三四五六七八九十0-9]{1,8}(?:期|批|阶段|标段|季度)|[0-9]+")


class Goals(Struct, frozen=True, dict=True):
    """The goals of one declaration: the year's, or the project's where those are blank."""

    facts: Facts

    @cached_property
    def field(self) -> Field:
        """The field that holds them."""
        return self.facts.goals[-1]

    @cached_property
    def project(self) -> str:
        """What the project is about, apart from year, body, place and stage."""
        names = [field.text for field in (self.facts.supervisor, self.facts.unit) if field]
        return _STAGE.sub("", subject(self.facts.name, bodies(*names)))


@lru_cache(maxsize=_OPEN)
def goals_of(facts: Facts) -> Goals:
    """The goals of a declaration."""
    return Goals(facts)


class SharedGoal(Struct, frozen=True):
    """A part of a later declaration's goals that stands in an earlier one's."""

    later: Goals
    earlier: Goals
    copy: Copy


def shared_goal(later: Goals, earlier: Sequence[Goals]) -> SharedGoal | None:
    """The longest part of a declaration's goals that one of some earlier ones of another project has."""
    found = [shared for each in earlier if (shared := _shared(later, each)) and each.project != later.project]
    return max(found, key=lambda shared: shared.copy.end - shared.copy.start, default=None)


def _shared(later: Goals, earlier: Goals) -> SharedGoal | None:
    here, there = later.field.text, earlier.field.text
    passage, other = Passage(here, _WHOLE), Passage(there, _WHOLE)
    copies = list(copies_between(passage, other))
    if not copies:
        return None
    longest = max(copies, key=lambda copy: copy.end - copy.start)
    text = here[longest.start : longest.end]
    is_whole = passage.plain == other.plain
    return SharedGoal(later, earlier, longest) if own_words(text) >= (_WHOLE if is_whole else _PART) else None


def own_words(text: str) -> int:
    """How many characters of a text are neither citation nor what every project says."""
    stock = words("copies", "目标套话")
    clauses = (bare(clause) for clause in CLAUSE_ENDS.split(half(text)))
    return sum(len(clause) for clause in clauses if clause not in stock and not _citation().match(clause))


@cache
def _citation() -> re.Pattern[str]:
    return pattern("|".join(words("copies", "引用开头")))
