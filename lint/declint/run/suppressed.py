"""What the rules on suppressions say of the comments of a file, once every other rule has spoken."""

import datetime
from collections.abc import Iterator, Sequence
from functools import partial

from declint.finding.suppression import Covered, Judged
from declint.rules.card import Known
from declint.rules.kit import SuppressionRule
from declint.rules.registry import every_rule
from declint.rules.selecting import severity_of
from declint.rules.suppressing import judged
from declint.run.checked import Found
from declint.run.checking import accept, run_guarded
from declint.run.outcome import FileResult, Result


def on_suppressions(
    file: FileResult,
    covered: Sequence[Covered],
    found: Sequence[tuple[Known, int]],
    today: datetime.date,
    *,
    whole: bool,
) -> Iterator[Result]:
    """What they say of the comments ``covered``; ``found`` are the rules that spoke, each with its line.

    It comes last, so it is neither suppressed nor gives way. ``whole`` as in ``FileResult.ran``.
    """
    known = (*every_rule(), *file.terms.rules)
    yield from _said(file, judged(covered, found, file.ran(whole=whole), known, today))


def _said(file: FileResult, every: Sequence[Judged]) -> Iterator[Result]:
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
            yield Result(rule, severity, file, *one.span, one.line, one.column, said=one.finding)
