"""Goals of different projects that share long parts."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, cached_property

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
_CANDIDATES = 3
_KNOWN_PER_SEED = 8
_STAGE = pattern(r"\([^()]*\)|第?[一二三四五六七八九十0-9]{1,8}(?:期|批|阶段|标段|季度)|[0-9]+")


class Goals(Struct, frozen=True, dict=True):
    """The goals of one declaration: the year's, or the project's where those are blank."""

    facts: Facts

    @classmethod
    def of(cls, facts: Facts) -> "Goals | None":
        """The goals, or None where they have no clause to compare or the project has no name."""
        return cls(facts) if facts.name and facts.beginnings else None

    @property
    def field(self) -> Field:
        """The field that holds them."""
        return self.facts.goals[-1]

    @cached_property
    def project(self) -> str:
        """What the project is about, apart from year, body, place and stage."""
        names = [field.text for field in (self.facts.supervisor, self.facts.unit) if field]
        return _STAGE.sub("", subject(self.facts.name, bodies(*names)))


class SharedGoal(Struct, frozen=True):
    """A part of a later declaration's goals that stands in an earlier one's."""

    later: Goals
    earlier: Goals
    copy: Copy


def shared_goals(every: Sequence[Goals]) -> Iterator[SharedGoal]:
    """For each declaration the longest part of its goals that an earlier one of another project has."""
    known: dict[int, tuple[int, ...]] = {}
    for number, later in enumerate(every):
        seeds = later.facts.beginnings
        alike = Counter(other for seed in seeds for other in known.get(seed, ()))
        found = [
            shared
            for other, _ in alike.most_common(_CANDIDATES)
            if every[other].project != later.project and (shared := _shared(later, every[other]))
        ]
        if found:
            yield max(found, key=lambda shared: shared.copy.end - shared.copy.start)
        for seed in seeds:
            numbers = known.get(seed, ())
            if len(numbers) < _KNOWN_PER_SEED:
                known[seed] = (*numbers, number)


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
