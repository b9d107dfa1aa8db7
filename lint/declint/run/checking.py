"""Checking one file by itself: a pure function of its bytes, the rules and the settings."""

from collections.abc import Callable, Iterable
from functools import partial

from declint.declaration.comments import Covered, suppressions
from declint.declaration.facts import Kept
from declint.declaration.locate import locate
from declint.declaration.model import Declaration
from declint.declaration.reading import Reading
from declint.finding import Finding, Place, Stretch
from declint.guarding import run_rule, run_rules
from declint.language.lexicon import extended
from declint.rules.kit import AnyRule, DeclarationRule, ReadingRule
from declint.run.checked import Checked, Found
from declint.run.outcome import Terms, read


def check(path: str, data: bytes | OSError, terms: Terms) -> Checked:
    """Run the rules on one file, as far as its time allows."""
    with extended(terms.settings.words):
        reading = read(path, data, terms.settings)
        found: list[Found] = []
        due = [(rule, subject) for rule in terms.rules if (subject := _subject(rule, reading))]
        crashes, unrun = run_rules(due, partial(accept, found, reading), terms.settings.limits)
        cut = tuple(Found(rule.code, finding) for rule, finding in crashes)
        return Checked(tuple(found), cut, frozenset(unrun), _covered(reading), _kept(reading))


def glance(path: str, data: bytes | OSError, terms: Terms) -> Checked:
    """Read one file for what others are compared with; no rule runs on it."""
    with extended(terms.settings.words):
        reading = read(path, data, terms.settings)
        return Checked(covered=_covered(reading), kept=_kept(reading))


def _covered(reading: Reading) -> tuple[Covered, ...]:
    return suppressions(reading.source, reading.tree)


def _kept(reading: Reading) -> Kept | None:
    return Kept.of(reading.declaration) if reading.declaration else None


def _subject(rule: AnyRule, reading: Reading) -> Reading | Declaration | None:
    """What a rule looks at in a file, None where the file has nothing for it."""
    if isinstance(rule, ReadingRule):
        return reading
    return reading.declaration if isinstance(rule, DeclarationRule) else None


def accept(found: list[Found], reading: Reading, rule: AnyRule, finding: Finding) -> None:
    """Put a finding of a rule among those found. Raises as ``proven``."""
    found.append(proven(rule.code, finding, reading))


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
