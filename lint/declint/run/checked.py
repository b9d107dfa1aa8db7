"""What checking gave, as plain data that can be carried to another process or kept for another run."""

from typing import TYPE_CHECKING

from msgspec import Struct

from declint.finding import Finding, Severity
from declint.finding.suppression import Covered

if TYPE_CHECKING:
    from declint.declaration.source import Source


class Sighting(Struct, frozen=True, array_like=True):
    """Where a rule found something, without the words that it has for it.

    ``code`` is its rule's; its primary place is told by offsets, and by line and column from 1. ``severity``
    is set where it is milder than its rule's others. ``speaks`` is False where another finding of a rule on
    this file speaks in its place.
    """

    code: str
    start: int
    end: int
    line: int
    column: int
    severity: Severity | None
    speaks: bool

    @property
    def span(self) -> tuple[int, int]:
        """Offsets of the primary place in the file's text."""
        return self.start, self.end


class Found(Sighting, frozen=True, array_like=True):
    """A finding of a rule in a file; ``beside`` has the offsets of each related place, as far as known."""

    finding: Finding
    beside: tuple[tuple[int, int] | None, ...] = ()

    @classmethod
    def of(
        cls,
        code: str,
        finding: Finding,
        span: tuple[int, int],
        beside: tuple[tuple[int, int] | None, ...],
        source: "Source",
    ) -> "Found":
        """A finding that stands at some offsets of a text."""
        return cls(code, *span, *source.position(span[0]), finding.severity, True, finding, beside)

    @classmethod
    def of_file(cls, code: str, finding: Finding) -> "Found":
        """What is to say of a file as a whole, such as a rule that crashed on it."""
        return cls(code, 0, 0, 1, 1, finding.severity, True, finding)


class Outline(Struct, frozen=True, array_like=True):
    """Where something was found in a file: as much of ``Checked`` as it takes to put them in order.

    ``crashes`` say which rules did not come to their end, ``unrun`` holds the codes of those that did not
    even begin. ``covered`` are the comments that suppress. ``project`` is the declaration's 项目名称, None
    where the file is none.
    """

    found: tuple[Sighting, ...] = ()
    crashes: tuple[Found, ...] = ()
    unrun: frozenset[str] = frozenset()
    covered: tuple[Covered, ...] = ()
    project: str | None = None


class Checked(Outline, frozen=True, array_like=True):
    """What the rules on one file say of it: follows from its bytes, the rules and the settings alone."""

    found: tuple[Found, ...] = ()

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
