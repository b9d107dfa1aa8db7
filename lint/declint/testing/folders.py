"""Folders of cases: ``good`` (nothing found), ``bad`` (exactly what it says), ``fix`` (before and after).

::

    cases/
      declint-cases.toml          marks the folder; may name own rules and rules whose text is run
      TGT001/
        good/name.yaml            no finding
        bad/name.yaml             # 应报 TGT001: 设备验收合格率
        bad/two-files/a.yaml b.yaml settings.toml
        fix/name.yaml             before; name.after.yaml is what the fixes of TGT001 make of it

Files are fragments, completed as the examples in a rule's text are. Settings of a single file stand in
``name.toml`` beside it.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from declint.finding import Finding
from declint.fixing.edits import TextEdit, applied
from declint.fixing.resolve import resolve
from declint.rules.kit import AnyRule
from declint.rules.registry import every_rule, find_rules
from declint.rules.text import Example
from declint.run import FileResult, Report
from declint.testing.examples import check_example, complete

MARKER = "declint-cases.toml"
"""The file that makes a folder one of cases."""
GOOD, BAD, FIX = "good", "bad", "fix"
_KINDS = (GOOD, BAD, FIX)
_AFTER = ".after"
_KEYS = {"rules", "examples"}
_WHOLE_FILE = "文件"
_EXPECTED = re.compile(r"^\s*#\s*应报\s+(?P<code>[A-Za-z0-9-]+)\s*[:：]\s*(?P<label>.+?)\s*$", re.MULTILINE)


class CaseError(Exception):
    """A folder of cases is not laid out as it must be; the text says what to change."""


class Folder(Struct, frozen=True):
    """The installed rules, the own ones that the marker names, and those whose examples are run as well."""

    root: Path
    installed: tuple[AnyRule, ...]
    own: tuple[AnyRule, ...]
    examples: tuple[AnyRule, ...]

    @property
    def rules(self) -> tuple[AnyRule, ...]:
        """Every rule that a case can be about."""
        return (*self.installed, *self.own)

    def rules_for(self, code: str) -> list[AnyRule]:
        """The rules that a case is checked with: the installed ones that run by default, and its own."""
        return [rule for rule in self.rules if rule.code == code or (rule.default and rule in self.installed)]


class FolderCase(Struct, frozen=True):
    """One case: its files (several where it takes several declarations) and the rule that it is about."""

    code: str
    kind: str
    path: Path
    files: tuple[Path, ...]
    settings: str = ""

    def __str__(self) -> str:
        return f"{self.code}/{self.kind}/{self.path.stem}"


def read_folder(marker: Path) -> Folder:
    """The folder of a marker.

    Raises CaseError where the marker can't be read, PluginError and UnknownRuleError for its rules.
    """
    try:
        stated = tomllib.loads(marker.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        message = f"{marker}: {error}"
        raise CaseError(message) from error
    unknown = sorted(stated.keys() - _KEYS)
    if unknown:
        message = f"{marker}: unknown {', '.join(unknown)}; there are: {', '.join(sorted(_KEYS))}"
        raise CaseError(message)
    own = [str(marker.parent / path) for path in stated.get("rules", ())]
    installed = every_rule()
    own_rules = tuple(rule for rule in every_rule(own) if rule not in installed)
    named = [
        rule for word in stated.get("examples", ()) for rule in find_rules(word) if rule not in own_rules
    ]
    return Folder(marker.parent, installed, own_rules, (*dict.fromkeys(named), *own_rules))


def folder_cases(folder: Folder) -> Iterator[FolderCase]:
    """Every case below a folder, in the order of codes, kinds and names.

    Raises CaseError where something lies where no case can be, so that none is passed over in silence.
    """
    known = {rule.code for rule in folder.rules}
    for of_rule in sorted(each for each in folder.root.iterdir() if each.is_dir()):
        if of_rule.name not in known:
            message = f"{of_rule}: no rule has the code {of_rule.name}"
            raise CaseError(message)
        for of_kind in sorted(of_rule.iterdir()):
            if of_kind.name not in _KINDS or not of_kind.is_dir():
                message = f"{of_kind}: a folder good, bad or fix is due here"
                raise CaseError(message)
            for path in sorted(of_kind.iterdir()):
                if case := _case(of_rule.name, of_kind.name, path):
                    yield case


def _case(code: str, kind: str, path: Path) -> FolderCase | None:
    if path.is_dir():
        files = tuple(sorted(path.glob("*.yaml")))
        settings = path / "settings.toml"
    elif path.suffix == ".yaml" and not path.stem.endswith(_AFTER):
        files, settings = (path,), path.with_suffix(".toml")
    else:
        return None
    if not files:
        message = f"{path}: no .yaml file in it"
        raise CaseError(message)
    text = settings.read_text(encoding="utf-8") if settings.exists() else ""
    return FolderCase(code, kind, path, files, text)


def check_folder_case(case: FolderCase, folder: Folder) -> list[str]:
    """What is wrong with a case, nothing where it holds."""
    chosen = folder.rules_for(case.code)
    texts = tuple(path.read_text(encoding="utf-8") for path in case.files)
    report = check_example(Example(texts, case.settings), chosen)
    if report.crashed:
        return ["a rule crashed"]
    if case.kind == FIX:
        return _fixed(case, report, chosen)
    complaints: list[str] = []
    for text, file, path in zip(texts, report.files, case.files, strict=True):
        expected = Counter((match["code"], match["label"]) for match in _EXPECTED.finditer(text))
        complaints.extend(_compared(expected, file, report, path))
    if case.kind == BAD and not any(_EXPECTED.search(text) for text in texts):
        complaints.append(f"{case.path}: “# 应报 {case.code}: 栏目” must say what is expected")
    if case.kind == GOOD and any(_EXPECTED.search(text) for text in texts):
        complaints.append(f"{case.path}: a good case expects nothing")
    return complaints


def _compared(
    expected: Counter[tuple[str, str]], file: FileResult, report: Report, path: Path
) -> Iterator[str]:
    found: Counter[tuple[str, str]] = Counter()
    said = {}
    for result in report.results:
        if result.file is file:
            key = (result.rule.code, _label(file, result.finding))
            found[key] += 1
            line, _ = file.source.position(result.span[0])
            sentence = result.finding.message.say("zh", result.finding.arguments)
            said[key] = f"{sentence} ({line}: {file.source.line(line).strip()})"
    for code, label in (expected - found).elements():
        yield f"{path.name}: not found: {code}: {label}"
    for key in (found - expected).elements():
        yield f"{path.name}: not expected: {key[0]}: {key[1]} — {said[key]}"


def _label(file: FileResult, finding: Finding) -> str:
    """The label or the name of the row at which a finding stands."""
    keys = file.field(finding.at)[:4]
    return keys[-1] if keys else _WHOLE_FILE


def _fixed(case: FolderCase, report: Report, rules: Sequence[AnyRule]) -> list[str]:
    """Apply the first fix of each finding of the rule and compare."""
    complaints = []
    after = []
    for path, file in zip(case.files, report.files, strict=True):
        expected = path.with_name(f"{path.stem}{_AFTER}.yaml")
        if not expected.exists():
            return [f"{expected} is missing"]
        after.append(expected.read_text(encoding="utf-8"))
        edits = _edits(file, report, case.code)
        if not edits:
            complaints.append(f"{path.name}: {case.code} offers no fix")
        elif (text := applied(file.source.text, edits)) != complete(after[-1]):
            complaints.append(f"{path.name}: the fix makes\n{text}")
    again = check_example(Example(tuple(after), case.settings), rules).results
    if any(result.rule.code == case.code for result in again):
        complaints.append(f"{case.path.name}: {case.code} still speaks after the fix")
    return complaints


def _edits(file: FileResult, report: Report, code: str) -> list[TextEdit]:
    fixes = [
        result.finding.fixes[0]
        for result in report.results
        if result.file is file and result.rule.code == code and result.finding.fixes
    ]
    return [edit for fix in fixes for edit in resolve(fix, file.source, file.tree)]
