"""Asking about groups: about many of them in several processes, copies of this one with all it has at hand.

Where the system can't copy a process, or a group needs what earlier runs have kept, all are asked here.
"""

from collections.abc import Iterator, Sequence

from declint.language.lexicon import extended
from declint.run.asking import asked
from declint.run.checked import Joined
from declint.run.grouping import Group
from declint.run.keeping import Declarations
from declint.run.outcome import FileResult
from declint.run.packing import joined_in, pack

PAYS = 500
"""From how many groups on it pays to copy this process."""
_AT_ONCE = 64
"""How many groups a process is asked about at a time."""
_Groups = Sequence[Group]


def answers(
    groups: _Groups, files: Sequence[FileResult], declarations: Declarations, jobs: int
) -> Iterator[Joined]:
    """What is said of each group, in their order; ``jobs`` as in ``Means``."""

    def here(some: _Groups) -> Iterator[Joined]:
        # Words in force from the first group to the last need not be put in force for each.
        with extended(files[0].terms.settings.words):
            for group in some:
                yield asked(group, files, declarations)

    processes = _processes(groups, files, jobs)
    if processes < 2:
        yield from here(groups)
        return
    from declint.run.pool import copied

    parts = [groups[at : at + _AT_ONCE] for at in range(0, len(groups), _AT_ONCE)]
    theirs = [part for number, part in enumerate(parts) if number % processes]
    said = copied(lambda some: [pack(joined) for joined in here(some)], theirs, processes - 1)
    for number, part in enumerate(parts):
        packed = next(said) if number % processes else None
        for group, each in zip(part, packed or [None] * len(part), strict=True):
            # What can't be packed, and what a process ended over, is asked here.
            yield joined_in(each) or next(here([group]))
    # With nothing more to give, the copies are ended.
    next(said, None)


def _processes(groups: _Groups, files: Sequence[FileResult], jobs: int) -> int:
    """How many processes are asked: one where more do not pay, or would need a cache of their own."""
    if jobs == 1 or len(groups) < PAYS or any(file.kept is None for file in files):
        return 1
    from declint.run.pool import CAN_COPY, processors

    return (jobs or processors()) if CAN_COPY else 1
