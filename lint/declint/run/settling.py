"""Putting what was found where it belongs: among the results, or among what comments accept."""

import datetime
from collections.abc import Collection, Iterator, Sequence
from functools import partial

from declint.finding import Finding, Path, Place, Stretch
from declint.finding.suppression import Judged
from declint.rules.kit import SuppressionRule
from declint.rules.registry import every_rule, severity_of
from declint.rules.suppressing import accepted, judged
from declint.run.checked import Found
from declint.run.checking import accept, run_guarded
from declint.run.outcome import FileResult, Report, Result


def settle(file: FileResult, report: Report, today: datetime.date, *, is_checked: bool) -> None:
    """Add what was found in a file to the report; of a mere sibling, what involves the files reported on."""
    spoken = _spoken_once(file)
    if not is_checked:
        reported = {each.path for each in report.files}
        spoken = [(number, each) for number, each in spoken if _involves(each.finding, reported)]
    covered = file.checked.covered
    found = [(file.terms.rule(each.code), each.line) for _, each in spoken]
    for (number, each), (rule, _), by in zip(spoken, found, accepted(covered, found, today), strict=True):
        severity = severity_of(rule, file.terms.settings, each.finding.severity)
        result = Result(rule, severity, file, each.start, each.end, number, by)
        (report.suppressed if by else report.results).append(result)
    if covered and is_checked:
        ran = file.ran(whole=report.whole)
        every = judged(covered, found, ran, (*every_rule(), *file.terms.rules), today)
        report.results.extend(_on_suppressions(file, every))
    for each in file.crashes:
        rule = file.terms.rule(each.code)
        report.results.append(Result(rule, rule.severity, file, each.start, each.end, said=each.finding))


def _on_suppressions(file: FileResult, every: Sequence[Judged]) -> Iterator[Result]:
    """What the rules on suppressions say; it comes last, so it is neither suppressed nor gives way."""
    source, tree, settings = file.source, file.tree, file.terms.settings
    for rule in file.terms.rules:
        if not isinstance(rule, SuppressionRule):
            continue
        found: list[Found] = []
        for each in every:
            run_guarded(
                rule,
                partial(rule.check, each),
                settings.limits.rule_seconds,
                partial(accept, found, source, tree, rule),
                file.late,
            )
        for one in found:
            severity = severity_of(rule, settings, one.finding.severity)
            yield Result(rule, severity, file, one.start, one.end, said=one.finding)


def _involves(finding: Finding, paths: Collection[str]) -> bool:
    return any(related.path in paths for related in finding.related)


def _spoken_once(file: FileResult) -> list[tuple[int, Found]]:
    """The findings with their numbers; of two rules that see one mistake, the more specific one speaks.

    The specific finding counts where it stands; the other gives way with any row that it speaks of.
    """
    rows: dict[str, set[Path]] = {}
    found = file.found
    for each in found:
        rows.setdefault(each.code, set()).update(_rows(each.finding.at))
    return [
        (number, each)
        for number, each in enumerate(found)
        if not any(
            _spoken_of(each.finding) & rows.get(code, set())
            for code in file.terms.rule(each.code).gives_way_to
        )
    ]


def _spoken_of(finding: Finding) -> set[Path]:
    return _rows(finding.at, *(related.at for related in finding.related if related.path is None))


def _rows(*places: Place | Stretch) -> set[Path]:
    return {place.path[:4] for place in places if isinstance(place, Place)}
