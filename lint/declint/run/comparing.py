"""Running the rules across declarations."""

from collections.abc import Iterator, Sequence

from declint.declaration.facts import Facts
from declint.finding import Finding
from declint.language.lexicon import extended
from declint.rules.kit import CrossRule
from declint.run.checked import Found, Joined
from declint.run.checking import proven, run_guarded, span_of
from declint.run.outcome import FileResult


def compare(files: Sequence[FileResult]) -> Joined:
    """What the declarations among the files say of each other, each under its own settings."""
    facts = [Facts(file.path, file.checked.kept) for file in files if file.checked.kept]
    found: list[tuple[int, Found]] = []
    crashes: list[tuple[int, Found]] = []
    for settings in dict.fromkeys(file.terms.settings for file in files) if facts else ():
        here = {file.path: number for number, file in enumerate(files) if file.terms.settings == settings}
        rules = {rule.code: rule for number in here.values() for rule in files[number].terms.rules}
        with extended(settings.words):
            for rule in rules.values():
                if isinstance(rule, CrossRule):
                    _across(rule, facts, files, here, found, crashes)
    return Joined(tuple(found), tuple(crashes))


def _across(
    rule: CrossRule,
    facts: Sequence[Facts],
    files: Sequence[FileResult],
    here: dict[str, int],
    found: list[tuple[int, Found]],
    crashes: list[tuple[int, Found]],
) -> None:
    """Run one rule and keep what it says of the files ``here``: numbers of files by their paths."""
    paths: list[str] = []
    first = next(iter(here.values()))
    settings = files[first].terms.settings

    def work() -> Iterator[Finding]:
        for path, finding in rule.check(facts, settings):
            paths.append(path)
            yield finding

    def accept(finding: Finding) -> None:
        number = here.get(paths.pop())
        if number is None or rule not in files[number].terms.rules:
            return
        proof = proven(rule.code, finding, files[number].source, files[number].tree)
        for each in finding.related:
            if each.path in here:
                other = files[here[each.path]]
                span_of(each.at, other.source, other.tree)
        found.append((number, proof))

    failed: list[Found] = []
    run_guarded(rule, work, settings.limits.rule_seconds * len(facts), accept, failed)
    crashes.extend((first, each) for each in failed)
