"""Targets beside the declarations: configurations, own rules, baselines, comments that accept findings.

Whatever they hold, they are used, or refused with a message in both languages.
"""

import tempfile
from collections import Counter
from functools import cache
from pathlib import Path

from tests.fuzz.kinds import ROOT, WRONG
from tests.fuzz.target import Target, told

from declint import baseline as baselines
from declint.baseline import BaselineError
from declint.configuration import CommandLine, Configuration, ConfigurationError, Plan, find
from declint.configuration.effective import effective
from declint.configuration.reading import load
from declint.finding.suppression import read_suppression
from declint.report.terminal import clean
from declint.rules.errors import PluginError, RuleFileError, UnknownRuleError
from declint.rules.own import load_own_rules
from declint.rules.registry import selected
from declint.run import Report, check_files
from declint.settings import Settings
from declint.testing import BASE

_INPUTS = [("1.yaml", WRONG.encode()), ("2.yaml", BASE.encode())]


@cache
def _folder() -> Path:
    """A folder of this process alone, with what a configuration may name."""
    made = tempfile.TemporaryDirectory(prefix="declint-fuzz-")
    _KEPT.append(made)
    folder = Path(made.name).resolve()
    (folder / ".git").mkdir()
    (folder / "rules.yaml").write_bytes((ROOT / "docs" / "own-rules.example.yaml").read_bytes())
    (folder / "known.txt").write_bytes((ROOT / "declarations" / "baseline.txt").read_bytes())
    return folder


_KEPT: list["tempfile.TemporaryDirectory[str]"] = []


def target_configuration(data: bytes) -> None:
    """A configuration is used or refused, twice alike, and what it sets lets no rule crash."""
    folder = _folder()
    is_project = b"tool" in data and b"declint" in data
    path = folder / ("pyproject.toml" if is_project else "declint.toml")
    path.write_bytes(data)
    try:
        first, again = _configured(path), _configured(path)
        assert first == again
        if isinstance(first, Configuration) and sum(data) % 8 == 0:
            _used(first, folder)
    finally:
        path.unlink()


def _configured(path: Path) -> Configuration | tuple[str, str]:
    try:
        found = find(path.parent)
        assert found in (path, None)
        configuration = load(path)
    except RuleFileError as error:
        return told(error.problems[0].say)
    except ConfigurationError as error:
        refused = error
    else:
        assert all(setting.key for setting in effective(configuration, path.parent / "1.yaml"))
        return configuration
    assert 0 <= refused.line <= path.read_bytes().count(b"\n") + 1
    return told(refused.say)


def _used(configuration: Configuration, folder: Path) -> None:
    assert configuration.path
    plan = Plan(CommandLine(), configuration.path)
    paths = [str(folder / name) for name, _ in _INPUTS]
    try:
        terms = plan.terms_of(paths[0])
        report = check_files(
            zip(paths, (data for _, data in _INPUTS), strict=True),
            terms.rules,
            terms.settings,
            terms_of=plan.terms_of,
        )
    except (UnknownRuleError, PluginError, ConfigurationError):
        return
    _no_crash(report)


def _no_crash(report: Report) -> None:
    crashes = [each.finding.arguments for file in report.files for each in file.crashes]
    assert not crashes, crashes
    for result in report.results:
        for language in ("zh", "en"):
            assert result.finding.message.say(language, result.finding.arguments)
            result.finding.advice.say(language, result.finding.arguments)


def target_own_rules(data: bytes) -> None:
    """A file of own rules is used or refused line by line, twice alike; a rule of it never crashes."""
    path = _folder() / "own.yaml"
    path.write_bytes(data)
    try:
        try:
            rules = load_own_rules([str(path)])
        except RuleFileError as error:
            lines = max(len(data), 1)
            for problem in error.problems:
                assert 0 <= problem.line <= lines
                told(problem.say)
            return
        assert [rule.code for rule in rules] == [rule.code for rule in load_own_rules([str(path)])]
        _no_crash(check_files([*_INPUTS, ("3.yaml", _other(len(data)))], rules, Settings()))
        for rule in rules:
            assert rule.text.title
    finally:
        path.unlink()


def _other(number: int) -> bytes:
    published = sorted((ROOT / "declarations" / "2026").glob("*.yaml"))
    return published[number % len(published)].read_bytes()


@cache
def _report() -> Report:
    return check_files(_INPUTS, selected(Settings()), Settings())


def target_baseline(data: bytes) -> None:
    """A baseline is read or refused and survives writing; what it knows and what is new is all there is."""
    path = _folder() / "baseline.txt"
    path.write_bytes(data)
    try:
        try:
            lines = baselines.read(path)
        except BaselineError as error:
            told(error.say)
            return
        baselines.write(path, lines)
        written = path.read_bytes()
        assert Counter(baselines.read(path)) == Counter(lines)
        baselines.write(path, reversed(lines))
        assert path.read_bytes() == written
        if len(data) % 8 == 0:
            _compared(path, lines)
    finally:
        path.unlink()


def _compared(path: Path, lines: tuple[baselines.Line, ...]) -> None:
    settings = Settings(baseline=str(path))
    report = check_files(_INPUTS, selected(settings), settings)
    known = {str(path): (*lines, *baselines.lines_of(report, path)[:2])}
    after, kept = baselines.against(report, known)
    assert len(after.results) + len(after.baselined) == len(report.results)
    assert after.repaired == len(known[str(path)]) - len(kept[str(path)])
    assert not Counter(kept[str(path)]) - Counter(known[str(path)])


def target_comment(data: bytes) -> None:
    """A comment accepts what it names with its reason, and never what can't be waved through."""
    text = " ".join(data.decode("utf-8", "replace").split("\n"))[:2_000]
    text = "".join(char for char in text if char.isprintable())
    suppression = read_suppression(text, 7)
    if suppression:
        assert 7 <= suppression.start <= suppression.end <= 7 + len(text)
        for word in suppression.words:
            assert text[word.start - 7 : word.end - 7] == word.text
    if len(data) % 4 and not suppression:
        return
    row = "图书编目准确率: ≥100.00(%)"
    comment = f" # {text}"
    before = _report()
    report = check_files(
        [("1.yaml", WRONG.replace(row, row + comment).encode()), _INPUTS[1]], selected(Settings()), Settings()
    )
    _no_crash(report)
    assert not [each for each in report.suppressed if each.rule.always or each.suppression is None]
    own = [each for each in report.results if not each.rule.code.startswith("SUP")]
    assert len(own) + len(report.suppressed) == len(before.results), clean(text)


SETTINGS_TARGETS = (
    Target(target_configuration, 4_000, 10, "configuration"),
    Target(target_own_rules, 2_000, 10, "own rules"),
    Target(target_baseline, 6_000, 10, "baseline"),
    Target(target_comment, 4_000, 10, "comment"),
)
