"""Comparing declarations with what is remembered of earlier comparisons."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from declint.declaration.siblings import folded
from declint.digests import blake2b
from declint.rules.kit import Scope
from declint.run.checked import Joined
from declint.run.dividing import answers
from declint.run.grouping import Group, Traits, groups
from declint.run.keeping import Declarations
from declint.run.outcome import FileResult
from declint.run.packing import joined_in, pack
from declint.run.recent import KEY, MARK, Changes, Past, Recent, divided
from declint.run.renewing import Renewal, packed_filed, packed_likest

if TYPE_CHECKING:
    from declint.run.comparing import Said
    from declint.run.memory import Memory


class Remembering:
    """Comparing files with what is remembered of earlier comparisons."""

    def __init__(self, files: Sequence[FileResult], memory: "Memory", past: Past, jobs: int) -> None:
        self._files = files
        self._memory = memory
        self._past = past
        self._jobs = jobs
        self._declarations = Declarations(files, memory)
        self._variants: dict[bytes, dict[str, str]] = {}

    def said(self, scopes: Sequence[Scope]) -> "Iterator[Said]":
        """What the members of each group say of each other; it is remembered in its turn."""
        recent, marks = self._past
        traits = self._traits(scopes)
        every = {
            self._mark(group): group for scope in scopes for group in groups(scope, traits, self._folded)
        }
        silent = every.keys() & set(divided(recent.silent, KEY))
        spoken: list[tuple[bytes, tuple[int, ...]]] = []
        is_whole = True
        for mark, joined, is_kept in self._answers({m: every[m] for m in every if m not in silent}):
            members = every[mark].members
            if not is_kept:
                is_whole = False
            elif joined.says_anything:
                spoken.append((mark, members))
            else:
                silent.add(mark)
            yield members, joined
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

    def _answers(self, every: Mapping[bytes, Group]) -> Iterator[tuple[bytes, Joined, bool]]:
        """What is said in groups, each by its mark, and whether that can be remembered."""
        known = self._memory.said(list(every))
        asked = self._asked([group for mark, group in every.items() if mark not in known])
        news: dict[bytes, bytes] = {}
        for mark, group in every.items():
            joined = joined_in(known.get(mark))
            if joined is not None:
                yield mark, joined, True
                continue
            joined = next(self._asked([group]) if mark in known else asked)
            packed = None if joined.crashes else pack(joined)
            if packed and joined.says_anything:
                news[mark] = packed
            yield mark, joined, packed is not None
        self._memory.keep_said(news)

    def _asked(self, some: Sequence[Group]) -> Iterator[Joined]:
        return answers(some, self._files, self._declarations, self._jobs)

    def _traits(self, scopes: Sequence[Scope]) -> Traits:
        if not scopes:
            return Traits([None] * len(self._files), {})
        recent, marks = self._past
        changes = Changes(divided(recent.marks, MARK), marks)
        return Renewal(self._files, self._memory, recent, changes).traits(scopes)

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
