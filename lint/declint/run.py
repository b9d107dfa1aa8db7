"""One run: find files, read, check, compare across, suppress, order. Every door leads through here."""

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property, partial
from itertools import groupby

from msgspec import Struct, field
from msgspec.structs import replace

from declint.declaration.comments import suppressions
from declint.declaration.facts import Facts, facts_of
from declint.declaration.locate import keys_of, locate
from declint.declaration.origin import Origin
from declint.declaration.reading import Reading, read_bytes, unreadable
from declint.declaration.source import Source
from declint.finding import Finding, Path, Place, Severity, Stretch, Words
from declint.finding.suppression import Judged, Suppression
from declint.guarding import run_rule, run_rules
from declint.language.lexicon import extended
from declint.rules import CrossRule, DeclarationRule, ReadingRule, SuppressionRule
from declint.rules.kit import AnyRule
from declint.rules.registry import every_rule, find_rules, severity_of
from declint.rules.suppressing import accepted, judged
from declint.settings import Settings

_TOO_MANY = Words(
    "这个文件有 {count} 处问题，只列出 {shown} 处，先列错误，再列警告和提示",
    "this file has {count} findings; {shown} are listed, errors first, then warnings and notes",
)
_TOO_MANY_ADVICE = Words(
    "先改正列出的，再检查一次；或在配置的 limits 里调高 shown-findings",
    "repair these and check again, or raise shown-findings in the configuration's limits",
)


class Terms(Struct, frozen=True):
    """What a file is checked by: the rules that run on it, and its settings."""

    rules: tuple[AnyRule, ...] = ()
    settings: Settings = field(default_factory=Settings)


class Result(Struct, frozen=True, dict=True):
    """A finding of a rule in a file. ``severity`` is the one in force.

    ``suppression`` is the comment that accepts it; such a result is none of ``Report.results``.
    """

    rule: AnyRule
    severity: Severity
    file: "FileResult"
    finding: Finding
    suppression: Suppression | None = None

    @cached_property
    def span(self) -> tuple[int, int]:
        """Offsets of the primary place in the file's text."""
        return self.file.span(self.finding.at)

    @property
    def order(self) -> tuple[str, int, int, str]:
        """What results are sorted by: file, place, code."""
        return (self.file.path, *self.span, self.rule.code)


class FileResult(Struct):
    """One file and what its own rules found in it.

    ``crashes`` say which rules did not come to their end, ``unrun`` holds the codes of those that did not
    even begin.
    ``origin`` leads back to the document where the declaration was read from one.
    """

    path: str
    reading: Reading
    found: list[tuple[AnyRule, Finding]] = field(default_factory=list)
    crashes: list[tuple[AnyRule, Finding]] = field(default_factory=list)
    unrun: set[str] = field(default_factory=set)
    terms: Terms = field(default_factory=Terms)
    origin: Origin | None = None

    @property
    def source(self) -> Source:
        """The text of the file."""
        return self.reading.source

    @property
    def name(self) -> str:
        """项目名称, or '' where there is none."""
        return self.reading.declaration.name if self.reading.declaration else ""

    def span(self, place: Place | Stretch) -> tuple[int, int]:
        """Offsets of a place in the file's text."""
        return locate(place, self.source.text, self.reading.tree)

    @property
    def shown_path(self) -> str:
        """The path of the file that the user knows: the document's, where the declaration is from one."""
        return self.origin.path if self.origin else self.path

    def where(self, offset: int) -> str:
        """``path:line:column``; of a document the path, for its cells are named in the message."""
        if self.origin:
            return self.origin.path
        line, column = self.source.position(offset)
        return f"{self.path}:{line}:{column}"

    def excerpt(self, start: int, end: int) -> tuple[Source, int, int]:
        """The text to show for a stretch, and the stretch within it: the file's, or the document's cell."""
        if self.origin:
            return self.origin.excerpt(self.source.text, start, end)
        return self.source, start, end

    def field(self, place: Place | Stretch) -> list[str]:
        """The keys on the way to a place, [] for the file as a whole."""
        return keys_of(self.reading.tree, place.path) if isinstance(place, Place) else []

    def prove(self, finding: Finding) -> None:
        """Raise where a finding can't be shown: a place of no file, words without arguments."""
        for place in (finding.at, *(each.at for each in finding.related if each.path is None)):
            self.prove_place(place)
        titles = (each.title for each in finding.fixes)
        words = (finding.message, finding.advice, *(each.words for each in finding.related), *titles)
        for each in words:
            each.say("zh", finding.arguments)
            each.say("en", finding.arguments)

    def prove_place(self, place: Place | Stretch) -> None:
        """Raise where a place is none of this file."""
        start, end = self.span(place)
        if not 0 <= start <= end <= len(self.source.text):
            message = f"{place} is not in the file"
            raise ValueError(message)

    def ran(self, *, whole: bool) -> frozenset[str]:
        """The codes of the rules that could speak of this file.

        Rules across declarations could only where the ``whole`` of what belongs together was read.
        """
        crashed = {rule.code for rule, _ in self.crashes} | self.unrun
        return frozenset(
            rule.code
            for rule in self.terms.rules
            if rule.code not in crashed
            and (
                isinstance(rule, ReadingRule)
                or (self.reading.declaration is not None and (whole or not isinstance(rule, CrossRule)))
            )
        )


class Report(Struct, dict=True):
    """What a run found. ``crashed`` tells that a rule failed: exit code 4.

    ``suppressed`` are the findings that a comment accepts, ``baselined`` those that the baseline knows; both
    are none of ``results``. ``repaired`` counts what the baseline knows and is no more. ``siblings`` were
    read for the sake of the others only. ``whole`` tells that all that belongs together was read.
    ``unlisted`` are the findings that ``listed`` has left out.
    """

    files: list[FileResult]
    results: list[Result]
    crashed: bool
    suppressed: list[Result] = field(default_factory=list)
    baselined: list[Result] = field(default_factory=list)
    repaired: int = 0
    siblings: list[FileResult] = field(default_factory=list)
    whole: bool = True
    unlisted: list[Result] = field(default_factory=list)

    @property
    def files_read(self) -> int:
        """How many files the system handed out, whatever they hold."""
        return sum(
            not any(problem.kind == "no-access" for problem in file.reading.problems) for file in self.files
        )

    def count(self, severity: Severity) -> int:
        """How many findings of a severity, those that are not listed among them."""
        return sum(result.severity is severity for result in (*self.results, *self.unlisted))

    def file(self, path: str) -> FileResult | None:
        """The file of that path, if it was read."""
        return self._by_path.get(path)

    @cached_property
    def _by_path(self) -> dict[str, FileResult]:
        return {file.path: file for file in (*self.siblings, *self.files)}


def check_files(
    inputs: Iterable[tuple[str, bytes | OSError]],
    rules: Sequence[AnyRule],
    settings: Settings,
    *,
    terms_of: Callable[[str], Terms] | None = None,
    only: Collection[str] | None = None,
    whole: bool = True,
    today: datetime.date | None = None,
) -> Report:
    """Check files given as (path, bytes), or the error that reading them ended in.

    ``terms_of`` gives the terms of each path where they are not ``rules`` and ``settings`` for all. ``only``
    names the files to report on; the others are read for what the declarations say of each other. ``whole``
    is False where siblings may be missing. ``today`` is the day that suppressions expire by.
    """
    same = Terms(tuple(rules), settings)
    files: list[FileResult] = []
    siblings: list[FileResult] = []
    for path, data in inputs:
        terms = terms_of(path) if terms_of else same
        with extended(terms.settings.words):
            file = FileResult(path, _read(path, data, terms.settings), terms=terms)
            if only is None or path in only:
                _check(file)
                files.append(file)
            else:
                siblings.append(file)
    return report_on(files, siblings, whole=whole, today=today)


def report_on(
    files: list[FileResult],
    siblings: Sequence[FileResult] = (),
    *,
    whole: bool = True,
    today: datetime.date | None = None,
) -> Report:
    """Compare files that have been checked one by one, and order what was found; adds to their findings."""
    day = today or datetime.datetime.now().astimezone().date()
    crashed = _compare([*files, *siblings], files)
    report = Report(files, [], crashed, siblings=list(siblings), whole=whole)
    for file in report.files:
        _settle(file, report, day, is_checked=True)
    for file in report.siblings:
        _settle(file, report, day, is_checked=False)
    report.crashed = report.crashed or any(file.crashes for file in files)
    report.results.sort(key=lambda result: result.order)
    report.suppressed.sort(key=lambda result: result.order)
    return report


def listed(report: Report) -> Report:
    """The report as it is shown: of a file with more findings than its limit, the worst ones."""
    results: list[Result] = []
    unlisted: list[Result] = []
    for _, group in groupby(report.results, key=lambda result: result.file.path):
        found = list(group)
        file = found[0].file
        most = file.terms.settings.limits.shown_findings
        if len(found) > most:
            found.sort(key=lambda result: result.severity.rank)
            unlisted += found[most:]
            results.append(_too_many(file, len(found), most))
            found = sorted(found[:most], key=lambda result: result.order)
        results += found
    return replace(report, results=results, unlisted=unlisted)


def _too_many(file: FileResult, count: int, most: int) -> Result:
    (rule,) = find_rules("SYN001")
    finding = Finding(Stretch(0, 0), _TOO_MANY, _TOO_MANY_ADVICE, {"count": count, "shown": most})
    return Result(rule, Severity.NOTE, file, finding)


def check_file(path: str, data: bytes | OSError, rules: Sequence[AnyRule], settings: Settings) -> FileResult:
    """Check one file by itself: a pure function of its bytes, the rules and the settings."""
    with extended(settings.words):
        file = FileResult(path, _read(path, data, settings), terms=Terms(tuple(rules), settings))
        _check(file)
    return file


def _read(path: str, data: bytes | OSError, settings: Settings) -> Reading:
    if isinstance(data, OSError):
        return unreadable(path, data)
    return read_bytes(path, data, settings.limits, settings.edition, settings.year)


def _check(file: FileResult) -> None:
    """Run the rules on one file, as far as its time allows."""
    reading = file.reading

    def accept(rule: AnyRule, finding: Finding) -> None:
        file.prove(finding)
        file.found.append((rule, finding))

    due: list[tuple[AnyRule, object]] = []
    for rule in file.terms.rules:
        if isinstance(rule, ReadingRule):
            due.append((rule, reading))
        elif isinstance(rule, DeclarationRule) and reading.declaration:
            due.append((rule, reading.declaration))
    crashes, file.unrun = run_rules(due, accept, file.terms.settings.limits)
    file.crashes += crashes


def _settle(file: FileResult, report: Report, today: datetime.date, *, is_checked: bool) -> None:
    """Put what was found in a file where it belongs: among the results, or among what comments accept."""
    spoken = _spoken_once(file.found)
    if not is_checked:
        reported = {each.path for each in report.files}
        spoken = [(rule, finding) for rule, finding in spoken if _involves(finding, reported)]
    covered = suppressions(file.source, file.reading.tree)
    found = [(rule, file.source.position(file.span(finding.at)[0])[0]) for rule, finding in spoken]
    for (rule, finding), suppression in zip(spoken, accepted(covered, found, today), strict=True):
        severity = severity_of(rule, file.terms.settings, finding.severity)
        result = Result(rule, severity, file, finding, suppression)
        (report.suppressed if suppression else report.results).append(result)
    if covered and is_checked:
        ran = file.ran(whole=report.whole)
        every = judged(covered, found, ran, (*every_rule(), *file.terms.rules), today)
        report.results.extend(_on_suppressions(file, every))
    report.results.extend(Result(rule, rule.severity, file, finding) for rule, finding in file.crashes)


def _on_suppressions(file: FileResult, every: Sequence[Judged]) -> Iterator[Result]:
    """What the rules on suppressions say; it comes last, so it is neither suppressed nor gives way."""
    before = len(file.found)
    for rule in file.terms.rules:
        for each in every if isinstance(rule, SuppressionRule) else ():
            _guarded(rule, file, partial(rule.check, each), file.terms.settings.limits.rule_seconds)
    for rule, finding in file.found[before:]:
        yield Result(rule, severity_of(rule, file.terms.settings, finding.severity), file, finding)


def _involves(finding: Finding, paths: Collection[str]) -> bool:
    return any(related.path in paths for related in finding.related)


def _guarded(rule: AnyRule, file: FileResult, check: Callable[[], Iterable[Finding]], seconds: float) -> None:
    def accept(finding: Finding) -> None:
        file.prove(finding)
        file.found.append((rule, finding))

    if problem := run_rule(rule, check, accept, seconds):
        file.crashes.append((rule, problem))


def _compare(files: Sequence[FileResult], checked: Sequence[FileResult]) -> bool:
    """Run the rules across declarations, under each file's settings; whether one of them crashed."""
    facts: list[Facts] = [
        facts_of(file.path, file.reading.declaration) for file in files if file.reading.declaration
    ]
    crashed = False
    for settings in dict.fromkeys(file.terms.settings for file in files) if facts and checked else ():
        here = {file.path: file for file in files if file.terms.settings == settings}
        rules = {rule.code: rule for file in here.values() for rule in file.terms.rules}
        with extended(settings.words):
            for rule in rules.values():
                if isinstance(rule, CrossRule):
                    crashed |= _across(rule, facts, settings, here, checked[0])
    return crashed


def _across(
    rule: CrossRule,
    facts: Sequence[Facts],
    settings: Settings,
    here: dict[str, FileResult],
    first: FileResult,
) -> bool:
    """Run one rule across declarations and keep what it says of the files ``here``; whether it crashed."""
    paths: list[FileResult | None] = []

    def found() -> Iterator[Finding]:
        for path, finding in rule.check(facts, settings):
            paths.append(here.get(path))
            yield finding

    def accept(finding: Finding) -> None:
        file = paths.pop()
        if file and rule in file.terms.rules:
            file.prove(finding)
            for each in finding.related:
                if each.path in here:
                    here[each.path].prove_place(each.at)
            file.found.append((rule, finding))

    problem = run_rule(rule, found, accept, settings.limits.rule_seconds * len(facts))
    if problem:
        first.crashes.append((rule, problem))
    return problem is not None


def _spoken_once(found: list[tuple[AnyRule, Finding]]) -> list[tuple[AnyRule, Finding]]:
    """Where two rules see the same mistake on a row, the more specific one speaks.

    The specific finding counts where it stands; the other gives way with any row that it speaks of.
    """
    rows: dict[str, set[Path]] = {}
    for rule, finding in found:
        rows.setdefault(rule.code, set()).update(_rows(finding.at))
    return [
        (rule, finding)
        for rule, finding in found
        if not any(_spoken_of(finding) & rows.get(code, set()) for code in rule.gives_way_to)
    ]


def _spoken_of(finding: Finding) -> set[Path]:
    return _rows(finding.at, *(related.at for related in finding.related if related.path is None))


def _rows(*places: Place | Stretch) -> set[Path]:
    return {place.path[:4] for place in places if isinstance(place, Place)}
