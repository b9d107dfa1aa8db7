"""Putting what was found where it belongs: among the results, or among what comments accept."""

import datetime
from collections.abc import Collection, Mapping, Sequence

from declint.finding import Finding
from declint.finding.suppression import Suppression
from declint.rules.card import Known
from declint.rules.selecting import severity_of
from declint.run.checked import Outline, Sighting
from declint.run.outcome import FileResult, Report, Result
from declint.run.speaking import specific_among, spoken

Numbered = tuple[int, Sighting]


def settle(file: FileResult, report: Report, today: datetime.date, *, is_checked: bool) -> None:
    """Add what was found in a file to the report; of a mere sibling, what involves the files reported on."""
    outline, known = file.outline, file.terms.known
    speaking = _spoken(file, outline, known)
    if not is_checked:
        reported = {each.path for each in report.files}
        found = file.found
        speaking = [(number, each) for number, each in speaking if _involves(found[number].finding, reported)]
    if outline.covered:
        _add_uncovered(file, outline, speaking, report, today, is_checked=is_checked)
    else:
        report.results.extend(_result(file, known[each.code], number, each) for number, each in speaking)
    for each in (*outline.crashes, *file.late):
        report.crashed = True
        report.results.append(
            Result(
                known[each.code],
                known[each.code].severity,
                file,
                *each.span,
                each.line,
                each.column,
                said=each.finding,
                is_crash=True,
            )
        )


def _add_uncovered(
    file: FileResult,
    outline: Outline,
    speaking: Sequence[Numbered],
    report: Report,
    today: datetime.date,
    *,
    is_checked: bool,
) -> None:
    """Add to the report what was found in a file with comments that suppress, and what is to say of them."""
    from declint.rules.suppressing import accepted

    found = [(file.terms.known[each.code], each.line) for _, each in speaking]
    acceptable = accepted(outline.covered, found, today)
    for (number, each), (rule, _), by in zip(speaking, found, acceptable, strict=True):
        (report.suppressed if by else report.results).append(_result(file, rule, number, each, by))
    if is_checked:
        from declint.run.suppressed import on_suppressions

        report.results.extend(on_suppressions(file, outline.covered, found, today, whole=report.whole))


def _result(
    file: FileResult, rule: Known, number: int, each: Sighting, by: Suppression | None = None
) -> Result:
    severity = severity_of(rule, file.terms.settings, each.severity)
    return Result(rule, severity, file, each.start, each.end, each.line, each.column, number, by)


def _involves(finding: Finding, paths: Collection[str]) -> bool:
    return any(related.path in paths for related in finding.related)


def _spoken(file: FileResult, outline: Outline, known: Mapping[str, Known]) -> list[Numbered]:
    """The findings that speak for themselves, with their numbers."""
    own, across = {each.code for each in outline.found}, {each.code for each in file.joined}
    if across and (specific_among(own, across, known) or specific_among(across, own | across, known)):
        found = file.found
        return [(number, found[number]) for number, speaks in enumerate(spoken(found, known)) if speaks]
    every = (*outline.found, *file.joined)
    return [(number, each) for number, each in enumerate(every) if each.speaks]
