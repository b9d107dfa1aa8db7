"""Checking one file by itself: a pure function of its bytes, the rules and the settings."""

from collections.abc import Callable, Iterable
from functools import partial

from declint.clock import Clock
from declint.declaration.comments import suppressions
from declint.declaration.facts import Kept
from declint.declaration.locate import locate
from declint.declaration.reading import Reading
from declint.finding import Finding, Place, Stretch
from declint.guarding import out_of_time, run_rule
from declint.language.lexicon import extended
from declint.rules.kit import AnyRule, DeclarationRule, ReadingRule
from declint.run.checked import Checked, Found
from declint.run.outcome import Terms, read


def check(path: str, data: bytes | OSError, terms: Terms) -> Checked:
    """Run the rules on one file, as far as its time allows."""
    with extended(terms.settings.words):
        reading, limits = read(path, data, terms.settings), terms.settings.limits
        found: list[Found] = []
        crashes: list[Found] = []
        unrun: frozenset[str] = frozenset()
        due = [rule for rule in terms.rules if _speaks_of(rule, reading)]
        clock = Clock(limits.file_seconds)
        for number, rule in enumerate(due):
            if not clock.left:
                unrun = frozenset(each.code for each in due[number:])
                problem = out_of_time(rule, limits.file_seconds, len(due) - number)
                crashes.append(Found(rule.code, problem))
                break
            subject = reading if isinstance(rule, ReadingRule) else reading.declaration
            run_guarded(
                rule,
                partial(rule.check, subject),
                min(limits.rule_seconds, clock.left),
                partial(accept, found, rule, reading),
                crashes,
            )
        kept = Kept.of(reading.declaration) if reading.declaration else None
        covered = suppressions(reading.source, reading.tree)
        return Checked(tuple(found), tuple(crashes), unrun, covered, kept)


def glance(path: str, data: bytes | OSError, terms: Terms) -> Checked:
    """Read one file for what others are compared with; no rule runs on it."""
    with extended(terms.settings.words):
        reading = read(path, data, terms.settings)
        kept = Kept.of(reading.declaration) if reading.declaration else None
        return Checked(covered=suppressions(reading.source, reading.tree), kept=kept)


def accept(found: list[Found], rule: AnyRule, reading: Reading, finding: Finding) -> None:
    """Put a finding of a rule among those found. Raises as ``proven``."""
    found.append(proven(rule.code, finding, reading))


def _speaks_of(rule: AnyRule, reading: Reading) -> bool:
    return isinstance(rule, ReadingRule) or (
        isinstance(rule, DeclarationRule) and reading.declaration is not None
    )


def run_guarded(
    rule: AnyRule,
    work: Callable[[], Iterable[Finding]],
    seconds: float,
    accept: Callable[[Finding], None],
    crashes: list[Found],
) -> None:
    """Hand what a rule finds to ``accept``; a rule that fails or takes too long is one of ``crashes``."""
    if problem := run_rule(rule, work, accept, seconds):
        crashes.append(Found(rule.code, problem))


def proven(code: str, finding: Finding, reading: Reading) -> Found:
    """A finding with its place in the text.

    Raises where it can't be shown: a place of no file, words without arguments.
    """
    for each in finding.related:
        if each.path is None:
            span_of(each.at, reading)
    titles = (each.title for each in finding.fixes)
    words = (finding.message, finding.advice, *(each.words for each in finding.related), *titles)
    for sentence in words:
        sentence.say("zh", finding.arguments)
        sentence.say("en", finding.arguments)
    start, end = span_of(finding.at, reading)
    return Found(code, finding, start, end, reading.source.position(start)[0])


def span_of(place: Place | Stretch, reading: Reading) -> tuple[int, int]:
    """Offsets of a place. Raises ValueError where it is none of this file."""
    start, end = locate(place, reading.source.text, reading.tree)
    if not 0 <= start <= end <= len(reading.source.text):
        message = f"{place} is not in the file"
        raise ValueError(message)
    return start, end
