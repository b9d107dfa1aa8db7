"""Running the rules across declarations."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from declint.declaration.facts import Facts
from declint.declaration.siblings import same_unit_groups
from declint.finding import Finding
from declint.language.lexicon import extended
from declint.rules.kit import CrossRule, Scope
from declint.run.checked import Found, Joined
from declint.run.checking import proven, run_guarded, span_of
from declint.run.keeping import facts_among
from declint.run.outcome import FileResult, Terms
from declint.run.packing import unpack

if TYPE_CHECKING:
    from declint.run.memory import Memory


def compare(files: Sequence[FileResult], memory: "Memory | None" = None) -> Joined:
    """What the declarations among the files say of each other, each under its own settings.

    What the declarations of one unit say of each other is remembered unit by unit.
    """
    facts = facts_among(files, memory)
    terms = list({file.terms.settings: file.terms for file in reversed(files)}.values())[::-1]
    whole = _compared(files, list(facts.values()), Scope.ALL, terms)
    found, crashes = list(whole.found), list(whole.crashes)
    for unit, joined in _units(files, facts, terms, memory):
        found.extend((unit[number], each) for number, each in joined.found)
        crashes.extend((unit[number], each) for number, each in joined.crashes)
    return Joined(tuple(found), tuple(crashes))


def _units(
    files: Sequence[FileResult], facts: Mapping[int, Facts], terms: Sequence[Terms], memory: "Memory | None"
) -> Iterator[tuple[list[int], Joined]]:
    """The numbers of the declarations of each unit, and what they say of each other."""
    place = {id(each): number for number, each in facts.items()}
    units = [[place[id(each)] for each in group] for group in same_unit_groups(list(facts.values()))]
    known = memory.joined_units([[files[number] for number in unit] for unit in units]) if memory else []
    news: list[tuple[list[FileResult], Joined]] = []
    for unit, packed in zip_longest(units, known):
        joined = unpack(packed, Joined) if packed else None
        if joined is None:
            some = [files[number] for number in unit]
            joined = _compared(some, [facts[number] for number in unit], Scope.UNIT, terms)
            news.append((some, joined))
        yield unit, joined
    if memory:
        memory.keep_units(news)


def _compared(
    files: Sequence[FileResult], facts: Sequence[Facts], scope: Scope, terms: Sequence[Terms]
) -> Joined:
    """What the rules of a scope say of these files."""
    found: list[tuple[int, Found]] = []
    crashes: list[tuple[int, Found]] = []
    for each in terms if facts else ():
        settings = each.settings
        here = {file.path: number for number, file in enumerate(files) if file.terms.settings == settings}
        with extended(settings.words):
            for rule in each.rules if here else ():
                if isinstance(rule, CrossRule) and rule.scope is scope:
                    _across(rule, facts, files, here, found, crashes)
    return Joined(tuple(found), tuple(crashes))


def _across(
    rule: CrossRule,
    facts: Sequence[Facts],
    files: Sequence[FileResult],
    here: dict[str, int],
    found: list[tuple[int, Found]],
    crashes: list[tuple[int, Found]],
) -> None:
    """Run one rule and keep what it says of the files ``here``: numbers of files by their paths."""
    paths: list[str] = []
    first = next(iter(here.values()))
    settings = files[first].terms.settings

    def work() -> Iterator[Finding]:
        for path, finding in rule.check(facts, settings):
            paths.append(path)
            yield finding

    def accept(finding: Finding) -> None:
        number = here.get(paths.pop())
        if number is None or rule not in files[number].terms.rules:
            return
        proof = proven(rule.code, finding, files[number].source, files[number].tree)
        for each in finding.related:
            if each.path in here:
                other = files[here[each.path]]
                span_of(each.at, other.source, other.tree)
        found.append((number, proof))

    failed: list[Found] = []
    run_guarded(rule, work, settings.limits.rule_seconds * len(facts), accept, failed)
    crashes.extend((first, each) for each in failed)
