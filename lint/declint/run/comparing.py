"""Comparing declarations with each other."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from declint.rules.kit import CrossRule
from declint.run.asking import terms_of
from declint.run.checked import Joined
from declint.run.dividing import answers
from declint.run.grouping import Traits, groups
from declint.run.keeping import Declarations, heads
from declint.run.outcome import FileResult

if TYPE_CHECKING:
    from declint.run.memory import Memory
    from declint.run.recent import Past

Said = tuple[tuple[int, ...], Joined]
"""The numbers of some files, and what these say of each other; there they count from 0."""


def compare(
    files: Sequence[FileResult],
    memory: "Memory | None" = None,
    past: "Past | None" = None,
    jobs: int = 1,
) -> Iterator[Said]:
    """What the declarations among the files say of each other, each under its own settings.

    They are compared in groups; a group that is remembered is not asked again. ``past`` is what the memory
    knows of these files, ``jobs`` is as in ``Means``.
    """
    scopes = sorted(
        {rule.scope for each in terms_of(files) for rule in each.rules if isinstance(rule, CrossRule)}
    )
    if memory and past:
        from declint.run.remembering import Remembering

        yield from Remembering(files, memory, past, jobs).said(scopes)
        return
    if not scopes:
        return
    traits, declarations = Traits.of(heads(files, memory), scopes), Declarations(files, memory)
    every = [group for scope in scopes for group in groups(scope, traits)]
    for group, joined in zip(every, answers(every, files, declarations, jobs), strict=True):
        yield group.members, joined
