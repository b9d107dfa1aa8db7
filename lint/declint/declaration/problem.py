"""Something wrong with a file before it is a declaration."""

from dataclasses import dataclass, field

from declint.finding import Argument, Place, Stretch


@dataclass(frozen=True, slots=True)
class Problem:
    """``kind`` names what is wrong; the texts are the rule's."""

    kind: str
    at: Place | Stretch
    arguments: dict[str, Argument] = field(default_factory=dict)
