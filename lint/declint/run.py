"""One run: find files, read, check, compare across, order. Every door leads through here."""

import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path as FilePath

from declint.declaration.facts import Facts, facts_of
from declint.declaration.locate import keys_of, locate
from declint.declaration.origin import Origin
from declint.declaration.reading import Reading, read_bytes, unreadable
from declint.declaration.source import Source
from declint.finding import Finding, Path, Place, Severity, Stretch, Words
from declint.rules import CrossRule, DeclarationRule, ReadingRule
from declint.rules.kit import AnyRule
from declint.settings import Settings

_CRASH = Words(
    "规则 {rule} 检查这个文件时出错（{problem}）。这是 declint 的缺陷，不是您的申报表的问题",
    "rule {rule} crashed on this file ({problem}). This is a bug in declint, not in your declaration",
)
_CRASH_ADVICE = Words(
    "其他规则的结果不受影响；请把本文件和这条信息反馈给规则的维护者",
    "the other rules are not affected; please report this file and message to the rule's maintainers",
)


@dataclass(frozen=True)
class Result:
    """A finding of a rule in a file. ``severity`` is the one in force."""

    rule: AnyRule
    severity: Severity
    file: "FileResult"
    finding: Finding

    @cached_property
    def span(self) -> tuple[int, int]:
        """Offsets of the primary place in the file's text."""
        return self.file.span(self.finding.at)

    @property
    def order(self) -> tuple[str, int, int, str]:
        """What results are sorted by: file, place, code."""
        return (self.file.path, *self.span, self.rule.code)


@dataclass
class FileResult:
    """One file and what its own rules found in it.

    ``origin`` leads back to the document where the declaration was read from one.
    """

    path: str
    reading: Reading
    found: list[tuple[AnyRule, Finding]] = field(default_factory=list)
    crashes: list[tuple[AnyRule, Finding]] = field(default_factory=list)
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


@dataclass
class Report:
    """What a run found. ``crashed`` tells that a rule failed: exit code 4."""

    files: list[FileResult]
    results: list[Result]
    crashed: bool

    @property
    def files_read(self) -> int:
        """How many files the system handed out, whatever they hold."""
        return sum(
            not any(problem.kind == "no-access" for problem in file.reading.problems) for file in self.files
        )

    def count(self, severity: Severity) -> int:
        """How many findings of a severity."""
        return sum(result.severity is severity for result in self.results)

    def file(self, path: str) -> FileResult | None:
        """The file of that path, if it was checked."""
        return self._by_path.get(path)

    @cached_property
    def _by_path(self) -> dict[str, FileResult]:
        return {file.path: file for file in self.files}


def check_files(
    inputs: Iterable[tuple[str, bytes | OSError]], rules: Sequence[AnyRule], settings: Settings
) -> Report:
    """Check files given as (path, bytes), or the error that reading them ended in."""
    files = [check_file(path, data, rules, settings) for path, data in inputs]
    crashed = _compare(files, rules, settings) or any(file.crashes for file in files)
    results = [
        Result(rule, rule.severity, file, finding)
        for file in files
        for rule, finding in [*_spoken_once(file.found), *file.crashes]
    ]
    results.sort(key=lambda result: result.order)
    return Report(files, results, crashed)


def check_file(path: str, data: bytes | OSError, rules: Sequence[AnyRule], settings: Settings) -> FileResult:
    """Check one file by itself: a pure function of its bytes, the rules and the settings."""
    reading = (
        unreadable(path, data.strerror or type(data).__name__)
        if isinstance(data, OSError)
        else read_bytes(path, data, settings.limits)
    )
    result = FileResult(path, reading)
    for rule in rules:
        if isinstance(rule, ReadingRule):
            _guarded(rule, result, partial(rule.check, reading))
        elif isinstance(rule, DeclarationRule) and reading.declaration:
            _guarded(rule, result, partial(rule.check, reading.declaration))
    return result


def _guarded(rule: AnyRule, file: FileResult, check: Callable[[], Iterable[Finding]]) -> None:
    try:
        for finding in check():
            file.span(finding.at)
            file.found.append((rule, finding))
    except Exception as error:  # noqa: BLE001  (any rule's crash is a finding and hides no other)
        file.crashes.append((rule, _crash(rule, error)))


def _crash(rule: AnyRule, error: Exception) -> Finding:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    problem = f"{type(error).__name__}: {error} · {FilePath(frame.filename).name}:{frame.lineno}"
    return Finding(Stretch(0, 0), _CRASH, _CRASH_ADVICE, {"rule": rule.code, "problem": problem[:300]})


def _compare(files: list[FileResult], rules: Sequence[AnyRule], settings: Settings) -> bool:
    """Run the rules across declarations; whether one of them crashed."""
    facts: list[Facts] = [
        facts_of(file.path, file.reading.declaration) for file in files if file.reading.declaration
    ]
    by_path = {file.path: file for file in files}
    crashed = False
    for rule in rules:
        if isinstance(rule, CrossRule) and facts:
            try:
                for path, finding in rule.check(facts, settings):
                    by_path[path].span(finding.at)
                    by_path[path].found.append((rule, finding))
            except Exception as error:  # noqa: BLE001  (as above)
                files[0].crashes.append((rule, _crash(rule, error)))
                crashed = True
    return crashed


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
