"""Checking one file by itself: a pure function of its bytes, the rules and the settings."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache, partial

from msgspec.structs import replace

from declint.declaration.comments import suppressions
from declint.declaration.locate import locate
from declint.declaration.model import Declaration
from declint.declaration.reading import Reading
from declint.declaration.source import Source
from declint.declaration.tree import Node
from declint.finding import Argument, Finding, Place, Stretch, Words
from declint.finding.suppression import Covered
from declint.guarding import run_rule, run_rules
from declint.language.lexicon import extended
from declint.rules.kit import AnyRule, DeclarationRule, ReadingRule
from declint.run.checked import Checked, Found
from declint.run.keeping import Kept
from declint.run.outcome import Terms, read
from declint.run.packing import Fresh
from declint.run.speaking import spoken


def check(path: str, data: bytes | OSError, terms: Terms) -> Fresh:
    """Run the rules on one file, as far as its time allows."""
    with extended(terms.settings.words):
        reading = read(path, data, terms.settings)
        found: list[Found] = []
        due = [(rule, subject) for rule in terms.rules if (subject := _subject(rule, reading))]
        keep = partial(accept, found, reading.source, reading.tree)
        crashes, unrun = run_rules(due, keep, terms.settings.limits)
        cut = tuple(Found.of_file(rule.code, finding) for rule, finding in crashes)
        told, project = _told_once(found, terms), _project(reading)
        checked = Checked(told, cut, frozenset(unrun), _covered(reading), project)
        return Fresh(checked, Kept.of(reading.declaration))


def _told_once(found: list[Found], terms: Terms) -> tuple[Found, ...]:
    """What was found, those marked for which another one speaks."""
    if len({each.code for each in found}) < 2:
        return tuple(found)
    marks = spoken(found, terms.known)
    return tuple(
        each if speaks else replace(each, speaks=False) for each, speaks in zip(found, marks, strict=True)
    )


def glance(path: str, data: bytes | OSError, terms: Terms) -> Fresh:
    """Read one file for what others are compared with; no rule runs on it."""
    with extended(terms.settings.words):
        reading = read(path, data, terms.settings)
        checked = Checked(covered=_covered(reading), project=_project(reading))
        return Fresh(checked, Kept.of(reading.declaration))


def _covered(reading: Reading) -> tuple[Covered, ...]:
    return suppressions(reading.source, reading.tree)


def _project(reading: Reading) -> str | None:
    return reading.declaration.name if reading.declaration else None


def _subject(rule: AnyRule, reading: Reading) -> Reading | Declaration | None:
    """What a rule looks at in a file, None where the file has nothing for it."""
    if isinstance(rule, ReadingRule):
        return reading
    return reading.declaration if isinstance(rule, DeclarationRule) else None


def accept(found: list[Found], source: Source, tree: Node | None, rule: AnyRule, finding: Finding) -> None:
    """Put a finding of a rule among those found. Raises as ``proven``."""
    found.append(proven(rule.code, finding, source, tree))


def run_guarded(
    rule: AnyRule,
    work: Callable[[], Iterable[Finding]],
    seconds: float,
    accept: Callable[[Finding], None],
    crashes: list[Found],
) -> None:
    """Hand what a rule finds to ``accept``; a rule that fails or takes too long is one of ``crashes``."""
    if problem := run_rule(rule, work, accept, seconds):
        crashes.append(Found.of_file(rule.code, problem))


def proven(code: str, finding: Finding, source: Source, tree: Node | None) -> Found:
    """A finding with its place in the text.

    Raises where it can't be shown: a place of no file, words without arguments.
    """
    beside = tuple(None if each.path else span_of(each.at, source, tree) for each in finding.related)
    titles = (each.title for each in finding.fixes)
    words = (finding.message, finding.advice, *(each.words for each in finding.related), *titles)
    for sentence in words:
        if not _is_plain(sentence, finding.arguments):
            sentence.say("zh", finding.arguments)
            sentence.say("en", finding.arguments)
    return Found.of(code, finding, span_of(finding.at, source, tree), beside, source)


def _is_plain(words: Words, arguments: Mapping[str, Argument]) -> bool:
    """Whether words can be said for certain without trying: they name arguments, and those are texts."""
    names = _names_in(words)
    return names is not None and all(isinstance(arguments.get(name), str | int) for name in names)


@lru_cache(maxsize=1_000)
def _names_in(words: Words) -> frozenset[str] | None:
    """The arguments that words name; None where they do more with them than to show them."""
    from string import Formatter

    names: set[str] = set()
    for _, name, form, conversion in (*Formatter().parse(words.zh), *Formatter().parse(words.en)):
        if name is None:
            continue
        if form or conversion or not name.isidentifier():
            return None
        names.add(name)
    return frozenset(names)


def span_of(place: Place | Stretch, source: Source, tree: Node | None) -> tuple[int, int]:
    """Offsets of a place. Raises ValueError where it is none of this file."""
    start, end = locate(place, source.text, tree)
    if not 0 <= start <= end <= len(source.text):
        message = f"{place} is not in the file"
        raise ValueError(message)
    return start, end
