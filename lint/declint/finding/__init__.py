"""What a check says: a finding, its places, its edits."""

from declint.finding.finding import (
    Argument,
    Drop,
    Edit,
    Finding,
    Fix,
    Move,
    Reencode,
    Related,
    Safety,
    Severity,
    Words,
    Writing,
)
from declint.finding.place import Part, Path, Place, Stretch

__all__ = [
    "Argument",
    "Drop",
    "Edit",
    "Finding",
    "Fix",
    "Move",
    "Part",
    "Path",
    "Place",
    "Reencode",
    "Related",
    "Safety",
    "Severity",
    "Stretch",
    "Words",
    "Writing",
]
