"""The baseline: the mistakes that are known already, one line each, so that only new ones are reported.

A line names the file, the rule, the field, the beginning of the text, and a digest of the evidence. Not the
line number: what moves is no new mistake. What stands in the file twice stands in the baseline twice. The
lines are sorted, so that two people's changes merge line by line.
"""

import os
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from declint import files
from declint.finding import Words
from declint.pattern import pattern
from declint.rules.card import Kind
from declint.run import Report, Result

HEADER = "# declint 基线：已知的旧问题，一行一处。由 declint baseline 写成。Known findings, one a line."
_EXCERPT = 40
_DIGEST = pattern(r"[0-9a-f]{12}")
_REPAIRS = ("right", "example", "sample", "better", "new_name", "beside")
"""Arguments with these beginnings tell how to repair; they are no evidence of the mistake."""
_NO_FILE = Words(
    "读不了基线文件 {path}（{reason}）。先用 declint baseline 写一份，或者核对路径",
    "the baseline {path} can't be read ({reason}). Write one with declint baseline, or check the path",
)
_NO_LINE = Words(
    "{path}:{line}: 这一行不是基线里的一行。合并时留下的标记要删去；也可以用 declint baseline 重写一份",
    "{path}:{line}: this is no line of a baseline. Remove what a merge has left, or write it anew with "
    "declint baseline",
)


class BaselineError(Exception):
    """A baseline that can't be read or written."""

    def __init__(self, words: Words, **arguments: str | int) -> None:
        super().__init__(words.say("en", arguments))
        self.words = words
        self.arguments = arguments

    def say(self, language: str) -> str:
        """What is wrong, in ``zh`` or ``en``."""
        return self.words.say(language, self.arguments)


class Line(Struct, frozen=True, order=True):
    """One known finding. ``path`` is relative to the folder of the baseline."""

    path: str
    code: str
    field: str
    excerpt: str
    digest: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What it is recognised by; the rest is for the reader."""
        return self.path, self.code, self.digest

    def __str__(self) -> str:
        return "\t".join((self.path, self.code, self.field, self.excerpt, self.digest))


def read(path: Path) -> tuple[Line, ...]:
    """The lines of a baseline file. Raises BaselineError."""
    try:
        if path.exists() and not path.is_file():
            raise OSError(0, "not a file")
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise BaselineError(_NO_FILE, path=str(path), reason=error.strerror or "?") from error
    except UnicodeDecodeError as error:
        raise BaselineError(_NO_FILE, path=str(path), reason="UTF-8") from error
    lines = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            parts = line.split("\t")
            if len(parts) != 5 or not _DIGEST.fullmatch(parts[4]):
                raise BaselineError(_NO_LINE, path=str(path), line=number)
            lines.append(Line(*parts))
    return tuple(lines)


def write(path: Path, lines: Iterable[Line]) -> None:
    """Write a baseline, sorted. Raises OSError; the file is written as a whole or not at all."""
    text = "".join(f"{line}\n" for line in (HEADER, *sorted(str(each) for each in lines)))
    files.write_atomically(path, text.encode("utf-8"))


def lines_of(report: Report, path: Path) -> list[Line]:
    """A line for each finding of a report that a baseline at ``path`` may hold."""
    return [line_of(result, path.parent) for result in report.results if may_hold(result)]


def may_hold(result: Result) -> bool:
    """Whether a baseline can know a finding: what can't be read can't be waved through, a crash neither."""
    return not result.rule.always and not result.is_crash


def line_of(result: Result, folder: Path) -> Line:
    """The line of a finding."""
    import hashlib

    keys = result.file.field(result.finding.at)
    start, end = result.span
    text = _plain(result.file.source.text[start:end])
    evidence = [result.rule.code, *(_plain(key) for key in keys), "", text, *_arguments(result)]
    digest = hashlib.sha256("\0".join(evidence).encode("utf-8", "backslashreplace")).hexdigest()[:12]
    excerpt = text if len(text) <= _EXCERPT else text[: _EXCERPT - 1] + "…"
    where = "/".join(_plain(key) for key in keys)
    return Line(_relative(result.file.path, folder), result.rule.code, where, excerpt, digest)


def _arguments(result: Result) -> Iterable[str]:
    """The evidence that the file itself gives; counts, and what siblings say, change without it."""
    if result.rule.kind is Kind.CROSS:
        return []
    return [
        f"{name}={_plain(value)}"
        for name, value in sorted(result.finding.arguments.items())
        if isinstance(value, str) and not name.startswith(_REPAIRS)
    ]


def _plain(text: str) -> str:
    return _printable(" ".join(unicodedata.normalize("NFC", text).split()))


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() else f"<U+{ord(char):04X}>" for char in text)


def _relative(path: str, folder: Path) -> str:
    """A path as seen from the folder of the baseline, with forward slashes, the same on every system."""
    real = files.real(Path(path).parent) / Path(path).name
    try:
        relative = Path(os.path.relpath(real, files.real(folder)))
    except ValueError:
        relative = real  # another drive of Windows
    shown = _printable(unicodedata.normalize("NFC", relative.as_posix()))
    return f"./{shown}" if shown.startswith("#") else shown  # a line that begins so is a comment


def against(
    report: Report, baselines: Mapping[str, tuple[Line, ...]], exists: Callable[[Path], bool] = files.is_there
) -> tuple[Report, dict[str, tuple[Line, ...]]]:
    """The report without what the baselines know, and for each baseline the lines that are still needed.

    ``baselines`` maps paths of baselines to their lines; each file is compared with the one that its settings
    name. A line is repaired where its file was checked by its rule and nothing answers to it, or where there
    is no such file any more.
    """
    known = {path: Counter(line.key for line in lines) for path, lines in baselines.items()}
    met = {path: Counter[tuple[str, str, str]]() for path in baselines}
    new, old = [], []
    for result in report.results:
        path = result.file.terms.settings.baseline
        key = line_of(result, Path(path).parent).key if path in known and may_hold(result) else None
        if key and met[path][key] < known[path][key]:
            met[path][key] += 1
            old.append(result)
        else:
            new.append(result)
    kept = {
        path: tuple(_needed(lines, met[path], _judged(report, path), Path(path).parent, exists))
        for path, lines in baselines.items()
    }
    repaired = sum(len(baselines[path]) - len(lines) for path, lines in kept.items())
    return replace(report, results=new, baselined=[*report.baselined, *old], repaired=repaired), kept


def updated(report: Report, path: Path, before: Iterable[Line]) -> list[Line]:
    """The lines that a baseline at ``path`` gets after a run: its findings, and what it did not look at."""
    untouched = _needed(before, Counter(), _judged(report, str(path)), path.parent, files.is_there)
    return [*lines_of(report, path), *untouched]


def _judged(report: Report, baseline: str) -> dict[str, frozenset[str]]:
    """For each checked file, as the baseline names it, the rules that could speak of it."""
    folder = Path(baseline).parent
    return {
        _relative(file.path, folder): file.ran(whole=report.whole)
        for file in report.files
        if file.terms.settings.baseline == baseline
    }


def _needed(
    lines: Iterable[Line],
    met: Counter[tuple[str, str, str]],
    judged: Mapping[str, frozenset[str]],
    folder: Path,
    exists: Callable[[Path], bool],
) -> Iterable[Line]:
    left = met.copy()
    for line in lines:
        if left[line.key] > 0:
            left[line.key] -= 1
            yield line
        elif line.path in judged:
            if line.code not in judged[line.path]:
                yield line
        elif exists(folder / line.path):
            yield line
