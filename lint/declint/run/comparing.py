"""Running the rules across declarations."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from declint.declaration.facts import Facts
from declint.declaration.siblings import folded
from declint.digests import blake2b
from declint.finding import Finding
from declint.language.lexicon import extended
from declint.rules.kit import CrossRule, Scope
from declint.run.checked import Found, Joined
from declint.run.checking import proven, run_guarded, span_of
from declint.run.grouping import Group, Traits, groups
from declint.run.keeping import Declarations, heads
from declint.run.outcome import FileResult, Terms
from declint.run.packing import joined_in, pack
from declint.run.recent import KEY, MARK, Changes, Past, Recent, divided
from declint.run.renewing import packed_filed, packed_likest, traits_of
from declint.settings import Settings

if TYPE_CHECKING:
    from declint.run.memory import Memory

Said = tuple[tuple[int, ...], Joined]
"""The numbers of some files, and what these say of each other; there they count from 0."""


def compare(
    files: Sequence[FileResult], memory: "Memory | None" = None, past: "Past | None" = None
) -> Iterator[Said]:
    """What the declarations among the files say of each other, each under its own settings.

    They are compared in groups; a group that is remembered is not asked again. ``past`` is what the memory
    knows of these files.
    """
    scopes = sorted(
        {rule.scope for each in _terms(files) for rule in each.rules if isinstance(rule, CrossRule)}
    )
    if memory and past:
        yield from _Remembering(files, memory, past).said(scopes)
        return
    traits, declarations = Traits.of(heads(files, memory)), Declarations(files, memory)
    for scope in scopes:
        for group in groups(scope, traits):
            yield group.members, _asked(group, files, declarations)


class _Remembering:
    """Comparing files with what is remembered of earlier comparisons."""

    def __init__(self, files: Sequence[FileResult], memory: "Memory", past: "Past") -> None:
        self._files = files
        self._memory = memory
        self._past = past
        self._declarations = Declarations(files, memory)
        self._variants: dict[bytes, dict[str, str]] = {}

    def said(self, scopes: Sequence[Scope]) -> Iterator[Said]:
        """What the members of each group say of each other; it is remembered in its turn."""
        recent, marks = self._past
        traits = traits_of(self._files, self._memory, recent, Changes(divided(recent.marks, MARK), marks))
        every = {
            self._mark(group): group for scope in scopes for group in groups(scope, traits, self._folded)
        }
        silent = every.keys() & set(divided(recent.silent, KEY))
        known = self._memory.said([mark for mark in every if mark not in silent])
        spoken: list[tuple[bytes, tuple[int, ...]]] = []
        news: dict[bytes, bytes] = {}
        is_whole = True
        for mark, group in every.items():
            if mark in silent:
                continue
            packed = known.get(mark)
            joined = joined_in(packed)
            if joined is None:
                joined = _asked(group, self._files, self._declarations)
                packed = None if joined.crashes else pack(joined)
                if packed and joined.says_anything:
                    news[mark] = packed
            if packed is None:
                is_whole = False
            elif joined.says_anything:
                spoken.append((mark, group.members))
            else:
                silent.add(mark)
            yield group.members, joined
        self._memory.keep_said(news)
        self._memory.keep_recent(
            self._files,
            Recent(
                b"".join(marks),
                *packed_filed(traits.filed),
                packed_likest(traits.likest, len(marks)),
                b"".join(silent),
                tuple(spoken),
                self._variants,
                is_whole,
            ),
        )

    def _mark(self, group: Group) -> bytes:
        marks = map(self._past.marks.__getitem__, group.members)
        return blake2b(b"".join((group.scope.encode(), *marks)), digest_size=KEY).digest()

    def _folded(self, names: tuple[str, ...]) -> Mapping[str, str]:
        """As ``siblings.folded``; only names that are variants of others are remembered."""
        key = blake2b("\0".join(names).encode(), digest_size=KEY).digest()
        variants = self._past.recent.variants.get(key)
        if variants is None:
            variants = {name: first for name, first in folded(names).items() if name != first}
        self._variants[key] = variants
        return {**dict(zip(names, names, strict=True)), **variants}


def _asked(group: Group, files: Sequence[FileResult], declarations: Declarations) -> Joined:
    """What the rules of a group's scope say of its subjects."""
    some = [files[number] for number in group.members]
    asking = _Asking(some, declarations.of(group.members), len(group.subjects))
    for each in _terms(some[: asking.subjects]):
        with extended(each.settings.words):
            for rule in each.rules:
                if isinstance(rule, CrossRule) and rule.scope is group.scope:
                    asking.ask(rule, each.settings)
    return Joined(tuple(asking.found), tuple(asking.crashes))


def _terms(files: Sequence[FileResult]) -> list[Terms]:
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
        for each in finding.related:
            if each.path is not None and each.path in here:
                other = self._files[here[each.path]]
                span_of(each.at, other.source, other.tree)
        self.found.append((number, proof))


def _has(file: FileResult, settings: Settings) -> bool:
    return file.terms.settings is settings or file.terms.settings == settings
