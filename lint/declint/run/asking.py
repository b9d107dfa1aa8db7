"""Asking the rules across declarations about a group of them."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from declint.declaration.facts import Facts
from declint.finding import Finding
from declint.language.lexicon import extended
from declint.rules.kit import CrossRule
from declint.run.checked import Found, Joined
from declint.run.checking import proven, run_guarded, span_of
from declint.run.grouping import Group
from declint.run.keeping import Declarations
from declint.run.outcome import FileResult, Terms
from declint.settings import Settings


def asked(group: Group, files: Sequence[FileResult], declarations: Declarations) -> Joined:
    """What the rules of a group's scope say of its subjects."""
    some = [files[number] for number in group.members]
    asking = _Asking(some, declarations.of(group.members), len(group.subjects))
    for each in terms_of(some[: asking.subjects]):
        with extended(each.settings.words):
            for rule in each.rules:
                if isinstance(rule, CrossRule) and rule.scope is group.scope:
                    asking.ask(rule, each.settings)
    return Joined(tuple(asking.found), tuple(asking.crashes))


def terms_of(files: Sequence[FileResult]) -> list[Terms]:
    """The terms of files, each once."""
    different = {id(file.terms): file.terms for file in files}
    return list({terms.settings: terms for terms in different.values()}.values())


class _Asking:
    """What rules say of the first ``subjects`` of some files."""

    def __init__(self, files: Sequence[FileResult], facts: Sequence[Facts], subjects: int) -> None:
        self._files = files
        self._facts = facts
        self.subjects = subjects
        self.found: list[tuple[int, Found]] = []
        self.crashes: list[tuple[int, Found]] = []

    def ask(self, rule: CrossRule, settings: Settings) -> None:
        """Run one rule and keep what it says of the files with these settings."""
        here = {file.path: number for number, file in enumerate(self._files) if _has(file, settings)}
        paths: list[str] = []

        def work() -> Iterator[Finding]:
            for path, finding in rule.check(self._facts, settings):
                paths.append(path)
                yield finding

        def accept(finding: Finding) -> None:
            number = here.get(paths.pop(), self.subjects)
            if number >= self.subjects or rule not in self._files[number].terms.rules:
                return
            self._keep(rule, number, finding, here)

        failed: list[Found] = []
        run_guarded(rule, work, settings.limits.rule_seconds * len(self._facts), accept, failed)
        first = next(iter(here.values()))
        self.crashes.extend((first, each) for each in failed)

    def _keep(self, rule: CrossRule, number: int, finding: Finding, here: Mapping[str, int]) -> None:
        file = self._files[number]
        proof = proven(rule.code, finding, file.source, file.tree)
        beside = list(proof.beside)
        for place, each in enumerate(finding.related):
            if each.path is not None and each.path in here:
                other = self._files[here[each.path]]
                beside[place] = span_of(each.at, other.source, other.tree)
        self.found.append((number, replace(proof, beside=tuple(beside))))


def _has(file: FileResult, settings: Settings) -> bool:
    return file.terms.settings is settings or file.terms.settings == settings
