"""What checking gave, as plain data that can be carried to another process or kept for another run."""

from msgspec import Struct

from declint.declaration.comments import Covered
from declint.finding import Finding


class Found(Struct, frozen=True, array_like=True):
    """A finding of the rule ``code`` and where its primary place is: offsets, and the line from 1."""

    code: str
    finding: Finding
    start: int = 0
    end: int = 0
    line: int = 1

    @property
    def span(self) -> tuple[int, int]:
        """Offsets of the primary place in the file's text."""
        return self.start, self.end


class Checked(Struct, frozen=True, array_like=True):
    """What the rules on one file say of it: follows from its bytes, the rules and the settings alone.

    ``crashes`` say which rules did not come to their end, ``unrun`` holds the codes of those that did not
    even begin. ``covered`` are the comments that suppress. ``project`` is the declaration's 项目名称, None
    where the file is none.
    """

    found: tuple[Found, ...] = ()
    crashes: tuple[Found, ...] = ()
    unrun: frozenset[str] = frozenset()
    covered: tuple[Covered, ...] = ()
    project: str | None = None

    @property
    def says_anything(self) -> bool:
        """Whether there is anything."""
        return bool(self.found or self.crashes or self.covered)


class Joined(Struct, frozen=True, array_like=True):
    """What the rules across declarations say, each with the number of the file that it says it of."""

    found: tuple[tuple[int, Found], ...] = ()
    crashes: tuple[tuple[int, Found], ...] = ()

    @property
    def says_anything(self) -> bool:
        """Whether there is anything."""
        return bool(self.found or self.crashes)
