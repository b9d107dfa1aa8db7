"""What a check says: a finding, its places, its edits."""

from declint.finding.finding import (
    Argument,
    Edit,
    Finding,
    Fix,
    Move,
    Related,
    Safety,
    Severity,
    Words,
)
from declint.finding.place import Part, Path, Place, Stretch

__all__ = [
    "Argument",
    "Edit",
    "Finding",
    "Fix",
    "Move",
    "Part",
    "Path",
    "Place",
    "Related",
    "Safety",
    "Severity",
    "Stretch",
    "Words",
]
